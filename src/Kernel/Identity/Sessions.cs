using Guiju.Kernel.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Guiju.Kernel.Identity;

/// <summary>Opens and ends sessions. They are the state of sign-in and no part of the bureau's record, so they change outside acts.</summary>
public sealed class Sessions(GuijuDb db, IOptions<IdentitySettings> settings, TimeProvider clock)
{
    /// <summary>A session as its owner sees it.</summary>
    public sealed record View(Guid Id, DateTime Created, DateTime LastSeen, string Ip, string Agent);

    /// <summary>Opens a session; beyond the limit the oldest ones end.</summary>
    public async Task<Session> OpenAsync(Account account, HttpContext http, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var session = new Session
        {
            Id = Guid.CreateVersion7(),
            AccountId = account.Id,
            Created = now,
            LastSeen = now,
            Ip = AddressOf(http),
            Agent = AgentOf(http),
            Stamp = account.SecurityStamp ?? "",
        };
        var alive = await AliveAsync(account.Id, ct);
        foreach (var oldest in alive.OrderByDescending(s => s.LastSeen).ThenByDescending(s => s.Created).Skip(settings.Value.Sessions - 1))
        {
            await EndAsync(account.Id, oldest.Id, SessionEnd.Superseded, ct);
        }

        db.Add(session);
        await db.SaveChangesAsync(ct);
        return session;
    }

    /// <summary>The sessions of an account that hold now, latest first.</summary>
    public async Task<IReadOnlyList<View>> AliveAsync(Guid accountId, CancellationToken ct)
    {
        var stamp = await db.Set<Account>().Where(a => a.Id == accountId).Select(a => a.SecurityStamp).FirstOrDefaultAsync(ct);
        var now = clock.GetUtcNow().UtcDateTime;
        var open = await db.Set<Session>().AsNoTracking().Where(s => s.AccountId == accountId && s.Ended == null).ToListAsync(ct);
        return open.Where(s => s.EndAt(now, stamp, settings.Value) is null).OrderByDescending(s => s.Created)
            .Select(s => new View(s.Id, s.Created, s.LastSeen, s.Ip, s.Agent)).ToList();
    }

    /// <summary>Ends a session of an account; false where there is none.</summary>
    public async Task<bool> EndAsync(Guid accountId, Guid sessionId, SessionEnd why, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return await db.Set<Session>().Where(s => s.Id == sessionId && s.AccountId == accountId && s.Ended == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Ended, now).SetProperty(s => s.End, why), ct) > 0;
    }

    /// <summary>Carries the session of a person who has just changed the own password or second factor over to the account's new stamp.</summary>
    public async Task CarryOverAsync(SignedIn me, CancellationToken ct)
    {
        var stamp = await db.Set<Account>().AsNoTracking().Where(a => a.Id == me.AccountId).Select(a => a.SecurityStamp).FirstAsync(ct);
        await db.Set<Session>().Where(s => s.Id == me.SessionId && s.Ended == null)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Stamp, stamp ?? ""), ct);
    }

    /// <summary>Network address of a request.</summary>
    internal static string AddressOf(HttpContext http) => http.Connection.RemoteIpAddress?.ToString() ?? "";

    /// <summary>Browser of a request, shortened.</summary>
    internal static string AgentOf(HttpContext http)
    {
        var agent = http.Request.Headers.UserAgent.ToString();
        return agent.Length <= 300 ? agent : agent[..300];
    }
}

using Guiju.Kernel.Data;
using Guiju.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Identity;

/// <summary>The sign-in log, latest first.</summary>
[Needs(KernelPermissions.ReadSignIns)]
public sealed class SignInLog(GuijuDb db)
{
    /// <summary>One line.</summary>
    public sealed record Row(Guid Id, DateTime At, string UserName, Guid? PersonId, string? PersonName, SignInOutcome Outcome, string Ip, string Agent);

    /// <summary>A page of lines and how many there are.</summary>
    public sealed record Page(IReadOnlyList<Row> Rows, int Total);

    /// <summary>Lines by name or address, outcome and time (UTC, from inclusive, until exclusive).</summary>
    public async Task<Page> ListAsync(string? words, SignInOutcome? outcome, DateTime? from, DateTime? until, int skip, int take, CancellationToken ct)
    {
        var part = words?.Trim() ?? "";
        var found = db.Set<SignInRecord>().AsNoTracking().Where(r =>
            (part == "" || r.UserName.Contains(part) || r.Ip.Contains(part))
            && (outcome == null || r.Outcome == outcome) && (from == null || r.At >= from) && (until == null || r.At < until));
        var rows = await found.OrderByDescending(r => r.At).Skip(Math.Max(0, skip)).Take(Math.Clamp(take, 1, 200)).ToListAsync(ct);
        var people = rows.Where(r => r.PersonId is not null).Select(r => r.PersonId).Distinct().ToList();
        var names = await db.Set<Person>().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        return new Page(
            rows.ConvertAll(r => new Row(r.Id, r.At, r.UserName, r.PersonId, r.PersonId is { } id ? names.GetValueOrDefault(id) : null, r.Outcome, r.Ip, r.Agent)),
            await found.CountAsync(ct));
    }
}

using Guiju.Kernel.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Guiju.Kernel.Identity;

/// <summary>Looks at the session behind the cookie at every request, and answers addresses of the API with problems instead of pages.</summary>
internal sealed class SessionGate(GuijuDb db, IOptions<IdentitySettings> settings, DemonstrationAccounts demonstration, ActorSource actors, TimeProvider clock, SessionQuestion question) : CookieAuthenticationEvents
{
    public const string SessionClaim = "guiju:session";
    private static readonly TimeSpan Seen = TimeSpan.FromMinutes(1);

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        var ct = context.HttpContext.RequestAborted;
        if (db.Provider.KeepsConnectionOpen && HttpMethods.IsGet(context.HttpContext.Request.Method))
        {
            await db.Database.OpenConnectionAsync(ct);
            context.HttpContext.Response.OnCompleted(db.Database.CloseConnectionAsync); // contexts are pooled: what was opened by hand is closed by hand
        }

        var found = Guid.TryParse(context.Principal?.FindFirst(SessionClaim)?.Value, out var id) ? await question.AskAsync(db, id, ct) : null;
        var now = clock.GetUtcNow().UtcDateTime;
        if (found is null || found.Account.Barred || found.Session.EndAt(now, found.Account.SecurityStamp, settings.Value) is not null)
        {
            await EndAsync(found, now, ct);
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(context.Scheme.Name);
            return;
        }

        if (now - found.Session.LastSeen > Seen)
        {
            await db.Set<Session>().Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.LastSeen, now), ct);
        }

        context.HttpContext.Features.Set(new SignedIn(id, found.Account.Id, found.Account.PersonId, found.Account.UserName ?? "", await DutyAsync(found.Account, now, ct)));
    }

    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context) => AnswerAsync(context, OutcomeHttp.Unknown());

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context) => AnswerAsync(context, OutcomeHttp.Denied(""));

    private static Task AnswerAsync(RedirectContext<CookieAuthenticationOptions> context, IResult problem)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            return problem.ExecuteAsync(context.HttpContext);
        }

        context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }

    private async Task EndAsync(SessionQuestion.Found? found, DateTime now, CancellationToken ct)
    {
        if (found is { Session: { Ended: null } session } && (session.EndAt(now, found.Account.SecurityStamp, settings.Value) ?? SessionEnd.Revoked) is var end)
        {
            await db.Set<Session>().Where(s => s.Id == session.Id && s.Ended == null)
                .ExecuteUpdateAsync(set => set.SetProperty(s => s.Ended, now).SetProperty(s => s.End, end), ct);
        }
    }

    private async Task<FirstDuty> DutyAsync(Account account, DateTime now, CancellationToken ct)
    {
        var days = settings.Value.PasswordDays;
        if (account.MustChangePassword || days > 0 && account.PasswordSince is { } since && now - since > TimeSpan.FromDays(days))
        {
            return FirstDuty.ChangePassword;
        }

        var wanted = settings.Value.SecondFactorForAdministrators ?? !demonstration.Shown;
        if (!wanted || account.TwoFactorEnabled)
        {
            return FirstDuty.None;
        }

        return await actors.IsAdministratorAsync(account.PersonId, ct) ? FirstDuty.AddSecondFactor : FirstDuty.None;
    }
}

/// <summary>The session behind a cookie with its account: asked at every request, so translated once for the model of the application.</summary>
internal sealed class SessionQuestion
{
    private readonly Func<GuijuDb, Guid, CancellationToken, Task<Found?>> ask = EF.CompileAsyncQuery((GuijuDb db, Guid id, CancellationToken _) => db.Set<Session>().AsNoTracking().Where(s => s.Id == id)
        .Join(db.Set<Account>(), s => s.AccountId, a => a.Id, (s, a) => new Found(s, a)).FirstOrDefault());

    /// <summary>What was found, or null.</summary>
    public Task<Found?> AskAsync(GuijuDb db, Guid session, CancellationToken ct) => ask(db, session, ct);

    internal sealed record Found(Session Session, Account Account);
}

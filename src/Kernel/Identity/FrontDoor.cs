using System.Security.Claims;
using Guiju.Kernel.Data;
using Guiju.Kernel.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Identity;

/// <summary>What the door answers.</summary>
public enum Entry
{
    /// <summary>In.</summary>
    In,

    /// <summary>The password is right; the code of the second factor is asked for.</summary>
    CodeAsked,

    /// <summary>Not let in. Why stands in the log alone: unknown name, wrong password and lock look the same from outside.</summary>
    Refused,

    /// <summary>Too many attempts in a short time.</summary>
    TooMany,
}

/// <summary>Lets people in and out. Every attempt goes into the sign-in log.</summary>
public sealed class FrontDoor(SignInManager<Account> signIn, GuijuDb db, Sessions sessions, SignInRate rate, SystemDesk desk, TimeProvider clock)
{
    /// <summary>One message for whatever was wrong.</summary>
    public static readonly Bilingual Refusal = new("用户名或密码不正确，或者账户已锁定。", "User name or password is wrong, or the account is locked.");

    // A hash to compare with where the name is unknown, so that the answer takes as long.
    private static readonly Lazy<string> Decoy = new(() => new PasswordHasher<Account>().HashPassword(new Account(), "nobody's"));

    /// <summary>Tries a name and password.</summary>
    public Task<Entry> EnterAsync(string userName, string password, CancellationToken ct) => EnterAsync(userName, password, null, ct);

    /// <summary>Tries a name and password, and the code of the second factor along with them where one is given.</summary>
    public async Task<Entry> EnterAsync(string userName, string password, string? code, CancellationToken ct)
    {
        if (!rate.Allows(userName, Sessions.AddressOf(signIn.Context)))
        {
            return Entry.TooMany;
        }

        var account = await signIn.UserManager.FindByNameAsync(userName.Trim());
        if (account is null)
        {
            new PasswordHasher<Account>().VerifyHashedPassword(new Account(), Decoy.Value, password);
            await LogAsync(Beginning(userName), null, SignInOutcome.UnknownName, ct);
            return Entry.Refused;
        }

        var check = await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        var outcome = account.Barred || check.IsLockedOut ? SignInOutcome.Locked
            : !check.Succeeded ? SignInOutcome.WrongPassword
            : !await IsEmployedAsync(account, ct) ? SignInOutcome.NotEmployed
            : account.TwoFactorEnabled ? SignInOutcome.CodeAsked
            : SignInOutcome.SignedIn;
        await LogAsync(account.UserName ?? "", account.PersonId, outcome, ct);
        switch (outcome)
        {
            case SignInOutcome.SignedIn:
                await OpenAsync(account, ct);
                return Entry.In;
            case SignInOutcome.CodeAsked when !string.IsNullOrWhiteSpace(code):
                return await TryCodeAsync(account, code, ct);
            case SignInOutcome.CodeAsked:
                await signIn.Context.SignInAsync(IdentityConstants.TwoFactorUserIdScheme, HalfWay(account));
                return Entry.CodeAsked;
            default:
                return Entry.Refused;
        }
    }

    /// <summary>Tries the code of the second factor after the password was right.</summary>
    public async Task<Entry> GiveCodeAsync(string code, CancellationToken ct)
    {
        var account = await signIn.GetTwoFactorAuthenticationUserAsync();
        if (account is null)
        {
            return Entry.Refused;
        }

        if (!rate.Allows(account.UserName ?? "", Sessions.AddressOf(signIn.Context)))
        {
            return Entry.TooMany;
        }

        return await TryCodeAsync(account, code, ct);
    }

    private async Task<Entry> TryCodeAsync(Account account, string code, CancellationToken ct)
    {
        var users = signIn.UserManager;
        var locked = account.Barred || await users.IsLockedOutAsync(account);
        var right = !locked && await users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, code.Replace(" ", "", StringComparison.Ordinal));
        await LogAsync(account.UserName ?? "", account.PersonId, locked ? SignInOutcome.Locked : right ? SignInOutcome.SignedIn : SignInOutcome.WrongCode, ct);
        if (!right)
        {
            if (!locked)
            {
                await users.AccessFailedAsync(account);
            }

            return Entry.Refused;
        }

        await users.ResetAccessFailedCountAsync(account);
        await signIn.Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
        await OpenAsync(account, ct);
        return Entry.In;
    }

    /// <summary>Signs out.</summary>
    public async Task LeaveAsync(CancellationToken ct)
    {
        if (SignedIn.Of(signIn.Context) is { } me)
        {
            await sessions.EndAsync(me.AccountId, me.SessionId, SessionEnd.SignedOut, ct);
            await LogAsync(me.UserName, me.PersonId, SignInOutcome.SignedOut, ct);
        }

        await signIn.Context.SignOutAsync(IdentityConstants.ApplicationScheme);
        await signIn.Context.SignOutAsync(IdentityConstants.TwoFactorUserIdScheme);
    }

    private static ClaimsPrincipal HalfWay(Account account) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.Name, account.Id.ToString())], IdentityConstants.TwoFactorUserIdScheme));

    private static string Beginning(string typed) => typed.Trim() is { Length: > 3 } name ? name[..3] + "…" : typed.Trim();

    private async Task OpenAsync(Account account, CancellationToken ct)
    {
        var session = await sessions.OpenAsync(account, signIn.Context, ct);
        await signIn.SignInWithClaimsAsync(account, new AuthenticationProperties(), [new Claim(SessionGate.SessionClaim, session.Id.ToString())]);
    }

    private Task<bool> IsEmployedAsync(Account account, CancellationToken ct)
    {
        var today = clock.Today();
        return db.Set<Person>().AnyAsync(p => p.Id == account.PersonId && p.From <= today && (p.To == null || p.To >= today), ct);
    }

    private async Task LogAsync(string userName, Guid? personId, SignInOutcome outcome, CancellationToken ct)
    {
        var logged = await desk.PerformAsync("登录 sign-in", new RecordSignIn
        {
            UserName = userName.Length <= 100 ? userName : userName[..100],
            PersonId = personId,
            Outcome = outcome,
            Ip = Sessions.AddressOf(signIn.Context),
            Agent = Sessions.AgentOf(signIn.Context),
        }, ct);
        if (logged is not Outcome<Guid>.Done)
        {
            throw new InvalidOperationException($"The sign-in log could not be written: {logged.GetType().Name}."); // nobody comes in unrecorded
        }
    }
}

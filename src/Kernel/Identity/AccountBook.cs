using System.Security.Cryptography;
using Guiju.Kernel.Data;
using Guiju.Kernel.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Guiju.Kernel.Identity;

/// <summary>What the acts on accounts share. Used inside the desk only: the store does not save by itself here, the desk does.</summary>
internal sealed class AccountBook(UserManager<Account> users, IUserStore<Account> store, GuijuDb db, ActorHolder holder, IOptions<IdentitySettings> settings, TimeProvider clock)
{
    private const string Upper = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Lower = "abcdefghijkmnpqrstuvwxyz";
    private const string Digits = "23456789";
    private const string Signs = "-+=?@%";

    /// <summary>The framework's account rules, with saving left to the desk.</summary>
    public UserManager<Account> Users { get; } = LeaveSavingToDesk(users, store);

    /// <summary>An account of somebody else whom the person may look after.</summary>
    public async Task<Account> FindAsync(Guid id, CancellationToken ct)
    {
        var account = await db.Set<Account>().FirstOrDefaultAsync(a => a.Id == id, ct) ?? throw new NotWithinReachException("account");
        if (!await db.Set<Person>().Within(holder.Current, KernelPermissions.KeepAccounts, p => p.UnitId).AnyAsync(p => p.Id == account.PersonId, ct))
        {
            throw new NotWithinReachException("account");
        }

        Check.That(holder.Current.PersonId != account.PersonId, AccountChecks.NotOneself);
        return account;
    }

    /// <summary>The account of the person who asks.</summary>
    public async Task<Account> OwnAsync(CancellationToken ct) =>
        await db.Set<Account>().FirstOrDefaultAsync(a => a.PersonId == holder.Current.PersonId, ct) ?? throw new NotWithinReachException("account");

    /// <summary>Sets a password that keeps the rules. A new stamp ends every session that began before.</summary>
    public async Task SetPasswordAsync(Account account, string password, bool mustChange, string? field, CancellationToken ct)
    {
        foreach (var rule in Users.PasswordValidators)
        {
            ct.ThrowIfCancellationRequested();
            Check.That((await rule.ValidateAsync(Users, account, password)).Succeeded, AccountChecks.PasswordIsStrong(settings.Value), field);
        }

        account.PasswordHash = Users.PasswordHasher.HashPassword(account, password);
        account.PasswordSince = clock.GetUtcNow().UtcDateTime;
        account.MustChangePassword = mustChange;
        Restamp(account);
    }

    /// <summary>Ends every session of the account that began before now.</summary>
    public static void Restamp(Account account) => account.SecurityStamp = Convert.ToHexString(RandomNumberGenerator.GetBytes(20));

    /// <summary>A password for one sign-in, without letters that are mistaken for others.</summary>
    public string TemporaryPassword()
    {
        var all = Upper + Lower + Digits + Signs;
        var length = Math.Max(14, settings.Value.PasswordLength);
        var letters = (RandomNumberGenerator.GetString(Upper, 2) + RandomNumberGenerator.GetString(Lower, 2) + RandomNumberGenerator.GetString(Digits, 2)
            + RandomNumberGenerator.GetString(Signs, 1) + RandomNumberGenerator.GetString(all, length - 7)).ToCharArray();
        RandomNumberGenerator.Shuffle(letters.AsSpan());
        return new string(letters);
    }

    private static UserManager<Account> LeaveSavingToDesk(UserManager<Account> users, IUserStore<Account> store)
    {
        ((AccountStore)store).AutoSaveChanges = false;
        return users;
    }
}

/// <summary>A password does not contain the name it belongs to.</summary>
internal sealed class NotTheName : IPasswordValidator<Account>
{
    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) => Task.FromResult(
        user.UserName is { Length: > 2 } name && password?.Contains(name, StringComparison.OrdinalIgnoreCase) == true
            ? IdentityResult.Failed(new IdentityError { Code = nameof(NotTheName) })
            : IdentityResult.Success);
}

using System.ComponentModel.DataAnnotations;
using Guiju.Kernel.Data;
using Guiju.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Identity;

/// <summary>An account as it was opened or reset; the temporary password is shown this once and kept nowhere.</summary>
public sealed record OpenedAccount(Guid AccountId, string UserName, string TemporaryPassword);

/// <summary>The security administrator opens an account for a person.</summary>
[Needs(KernelPermissions.KeepAccounts), Display(Name = "开立账户")]
public sealed record OpenAccount : IAct<OpenedAccount>
{
    /// <summary>The person.</summary>
    [Display(Name = "人员")]
    public Guid PersonId { get; init; }

    /// <summary>Name to sign in with; the staff number where none is given.</summary>
    [StringLength(100), Display(Name = "用户名")]
    public string? UserName { get; init; }

    internal sealed class Handler(GuijuDb db, AccountBook book, ActorHolder holder, Journal journal) : IHandler<OpenAccount, OpenedAccount>
    {
        public async Task<OpenedAccount> HandleAsync(OpenAccount act, CancellationToken ct)
        {
            var person = await db.Set<Person>().Within(holder.Current, KernelPermissions.KeepAccounts, p => p.UnitId)
                .FirstOrDefaultAsync(p => p.Id == act.PersonId, ct) ?? throw new NotWithinReachException("person");
            Check.That(person.To is null, PersonChecks.StillEmployed, nameof(PersonId));
            Check.That(!await db.Set<Account>().AnyAsync(a => a.PersonId == person.Id, ct), AccountChecks.OneEach, nameof(PersonId));
            var account = new Account
            {
                Id = Guid.CreateVersion7(),
                UserName = string.IsNullOrWhiteSpace(act.UserName) ? person.Code : act.UserName.Trim(),
                PersonId = person.Id,
                LockoutEnabled = true,
            };
            var password = book.TemporaryPassword();
            await book.SetPasswordAsync(account, password, mustChange: true, null, ct);
            Check.That((await book.Users.CreateAsync(account)).Succeeded, AccountChecks.NameIsUsable, nameof(UserName));
            db.Entry(person).State = EntityState.Modified; // two accounts at once for one person collide here
            journal.Concerns(KernelKinds.Account, account.Id, person.UnitId);
            journal.Concerns(KernelKinds.Person, person.Id);
            return new OpenedAccount(account.Id, account.UserName, password);
        }
    }
}

/// <summary>The security administrator gives an account a new temporary password; every session of it ends.</summary>
[Needs(KernelPermissions.KeepAccounts), Display(Name = "重置密码")]
public sealed record ResetPassword : IAct<OpenedAccount>
{
    /// <summary>The account.</summary>
    public Guid AccountId { get; init; }

    internal sealed class Handler(AccountBook book, Journal journal) : IHandler<ResetPassword, OpenedAccount>
    {
        public async Task<OpenedAccount> HandleAsync(ResetPassword act, CancellationToken ct)
        {
            var account = await book.FindAsync(act.AccountId, ct);
            var password = book.TemporaryPassword();
            await book.SetPasswordAsync(account, password, mustChange: true, null, ct);
            await book.Users.UpdateAsync(account);
            journal.Concerns(KernelKinds.Account, account.Id);
            journal.Concerns(KernelKinds.Person, account.PersonId);
            return new OpenedAccount(account.Id, account.UserName ?? "", password);
        }
    }
}

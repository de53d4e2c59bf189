using System.ComponentModel.DataAnnotations;

namespace Guiju.Kernel.Identity;

/// <summary>The security administrator bars an account; every session of it ends.</summary>
[Needs(KernelPermissions.KeepAccounts), Display(Name = "锁定账户")]
public sealed record LockAccount : IAct<Guid>
{
    /// <summary>The account.</summary>
    public Guid AccountId { get; init; }

    /// <summary>Why.</summary>
    [Required, StringLength(500, MinimumLength = 2), Display(Name = "锁定原因")]
    public string Reason { get; init; } = "";

    internal sealed class Handler(AccountBook book, Journal journal) : IHandler<LockAccount, Guid>
    {
        public async Task<Guid> HandleAsync(LockAccount act, CancellationToken ct)
        {
            var account = await book.FindAsync(act.AccountId, ct);
            account.Barred = true;
            AccountBook.Restamp(account);
            await book.Users.UpdateAsync(account);
            journal.Concerns(KernelKinds.Account, account.Id);
            journal.Concerns(KernelKinds.Person, account.PersonId);
            return account.Id;
        }
    }
}

/// <summary>The security administrator lifts a bar, or a lock after wrong passwords.</summary>
[Needs(KernelPermissions.KeepAccounts), Display(Name = "解锁账户")]
public sealed record UnlockAccount : IAct<Guid>
{
    /// <summary>The account.</summary>
    public Guid AccountId { get; init; }

    internal sealed class Handler(AccountBook book, Journal journal) : IHandler<UnlockAccount, Guid>
    {
        public async Task<Guid> HandleAsync(UnlockAccount act, CancellationToken ct)
        {
            var account = await book.FindAsync(act.AccountId, ct);
            account.Barred = false;
            account.LockoutEnd = null;
            account.AccessFailedCount = 0;
            await book.Users.UpdateAsync(account);
            journal.Concerns(KernelKinds.Account, account.Id);
            journal.Concerns(KernelKinds.Person, account.PersonId);
            return account.Id;
        }
    }
}

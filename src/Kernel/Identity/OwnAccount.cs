using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;

namespace Guiju.Kernel.Identity;

/// <summary>A person changes the own password. Every other session ends.</summary>
[Needs(KernelPermissions.OwnAccount), Display(Name = "修改本人密码")]
public sealed record ChangeOwnPassword : IAct<Guid>
{
    /// <summary>Present password.</summary>
    [Required, Display(Name = "当前密码")]
    public Secret? Current { get; init; }

    /// <summary>New password.</summary>
    [Required, Display(Name = "新密码")]
    public Secret? New { get; init; }

    internal sealed class Handler(AccountBook book, SignInRate rate, Journal journal) : IHandler<ChangeOwnPassword, Guid>
    {
        public async Task<Guid> HandleAsync(ChangeOwnPassword act, CancellationToken ct)
        {
            var (current, fresh) = (act.Current?.Value ?? "", act.New?.Value ?? "");
            var account = await book.OwnAsync(ct);
            Check.That(rate.Allows(account.UserName ?? "", null), AccountChecks.NotTooOften);
            Check.That(await book.Users.CheckPasswordAsync(account, current), AccountChecks.KnowsPassword, nameof(Current));
            Check.That(current != fresh, AccountChecks.PasswordIsNew, nameof(New));
            await book.SetPasswordAsync(account, fresh, mustChange: false, nameof(New), ct);
            await book.Users.UpdateAsync(account);
            journal.Concerns(KernelKinds.Account, account.Id);
            journal.Concerns(KernelKinds.Person, account.PersonId);
            return account.Id;
        }
    }
}

/// <summary>A person puts a second factor on the own account, by a code of the authenticator that was given its key.</summary>
[Needs(KernelPermissions.OwnAccount), Display(Name = "启用二次验证")]
public sealed record ConfirmSecondFactor : IAct<Guid>
{
    /// <summary>Code that the authenticator shows.</summary>
    [Required, Display(Name = "验证码")]
    public Secret? Code { get; init; }

    internal sealed class Handler(AccountBook book, SignInRate rate, Journal journal) : IHandler<ConfirmSecondFactor, Guid>
    {
        public async Task<Guid> HandleAsync(ConfirmSecondFactor act, CancellationToken ct)
        {
            var account = await book.OwnAsync(ct);
            Check.That(rate.Allows(account.UserName ?? "", null), AccountChecks.NotTooOften);
            Check.That(await book.Users.VerifyTwoFactorTokenAsync(account, TokenOptions.DefaultAuthenticatorProvider, (act.Code?.Value ?? "").Replace(" ", "", StringComparison.Ordinal)),
                AccountChecks.CodeIsRight, nameof(Code));
            account.TwoFactorEnabled = true;
            AccountBook.Restamp(account);
            await book.Users.UpdateAsync(account);
            journal.Concerns(KernelKinds.Account, account.Id);
            journal.Concerns(KernelKinds.Person, account.PersonId);
            return account.Id;
        }
    }
}

/// <summary>The security administrator removes the second factor of somebody who lost it; every session of the account ends.</summary>
[Needs(KernelPermissions.KeepAccounts), Display(Name = "重置二次验证")]
public sealed record ResetSecondFactor : IAct<Guid>
{
    /// <summary>The account.</summary>
    public Guid AccountId { get; init; }

    internal sealed class Handler(AccountBook book, Journal journal) : IHandler<ResetSecondFactor, Guid>
    {
        public async Task<Guid> HandleAsync(ResetSecondFactor act, CancellationToken ct)
        {
            var account = await book.FindAsync(act.AccountId, ct);
            await book.Users.ResetAuthenticatorKeyAsync(account);
            account.TwoFactorEnabled = false;
            AccountBook.Restamp(account);
            await book.Users.UpdateAsync(account);
            journal.Concerns(KernelKinds.Account, account.Id);
            journal.Concerns(KernelKinds.Person, account.PersonId);
            return account.Id;
        }
    }
}

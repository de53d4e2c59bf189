using Guiju.Kernel.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;

namespace Guiju.Kernel.Identity;

/// <summary>Accounts in the database. The key of the second factor lies there encrypted.</summary>
internal sealed class AccountStore(GuijuDb db, IDataProtectionProvider protection, IdentityErrorDescriber errors)
    : UserOnlyStore<Account, GuijuDb, Guid>(db, errors)
{
    private readonly IDataProtector protector = protection.CreateProtector("Guiju.SecondFactor");

    public override Task SetAuthenticatorKeyAsync(Account user, string key, CancellationToken cancellationToken) =>
        base.SetAuthenticatorKeyAsync(user, protector.Protect(key), cancellationToken);

    public override async Task<string?> GetAuthenticatorKeyAsync(Account user, CancellationToken cancellationToken) =>
        await base.GetAuthenticatorKeyAsync(user, cancellationToken) is { } kept ? protector.Unprotect(kept) : null;
}

using Microsoft.AspNetCore.Identity;

namespace Guiju.Kernel.Identity;

/// <summary>Gives the key that a person types into an authenticator before confirming the second factor.</summary>
public sealed class SecondFactor(UserManager<Account> users, IUserStore<Account> store)
{
    /// <summary>The key as text, and as an address that authenticators open.</summary>
    public sealed record Key(string Text, string Address);

    /// <summary>Whether the account has a second factor in use.</summary>
    public async Task<bool> IsOnAsync(SignedIn me, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return await users.FindByIdAsync(me.AccountId.ToString()) is { TwoFactorEnabled: true };
    }

    /// <summary>The key of an account that has no second factor yet, made on first asking; null once the factor is in use, so that nobody copies it from an open session.</summary>
    public async Task<Key?> KeyAsync(SignedIn me, CancellationToken ct)
    {
        if (await users.FindByIdAsync(me.AccountId.ToString()) is not { TwoFactorEnabled: false } account)
        {
            return null;
        }

        var key = await users.GetAuthenticatorKeyAsync(account);
        if (string.IsNullOrEmpty(key))
        {
            key = users.GenerateNewAuthenticatorKey();
            await ((IUserAuthenticatorKeyStore<Account>)store).SetAuthenticatorKeyAsync(account, key, ct); // ResetAuthenticatorKeyAsync would end this session
            await users.UpdateAsync(account);
        }

        var grouped = string.Join(' ', key.Chunk(4).Select(part => new string(part)));
        return new Key(grouped, $"otpauth://totp/Guiju:{Uri.EscapeDataString(me.UserName)}?secret={key}&issuer=Guiju&digits=6");
    }
}

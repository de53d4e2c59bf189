using Microsoft.AspNetCore.Identity;

namespace Guiju.Kernel.Identity;

/// <summary>What a person signs in with.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The person.</summary>
    public Guid PersonId { get; set; }

    /// <summary>Whether the password must be changed at the next sign-in.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>When the present password was set, UTC.</summary>
    public DateTime? PasswordSince { get; set; }

    /// <summary>Whether an administrator has locked the account until it is unlocked.</summary>
    public bool Barred { get; set; }
}

using Microsoft.AspNetCore.Identity;

namespace Guiju.Kernel.Identity;

/// <summary>What a person signs in with.</summary>
public sealed class Account : IdentityUser<Guid>
{
    /// <summary>The person.</summary>
    public Guid PersonId { get; set; }

    /// <summary>Whether the password must be changed at the next sign-in.</summary>
    public bool MustChangePassword { get; set; }
}

using Microsoft.AspNetCore.Http;

namespace Guiju.Kernel.Identity;

/// <summary>Something that a signed-in person must do before anything else.</summary>
public enum FirstDuty
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Change the password.</summary>
    ChangePassword,

    /// <summary>Put a second factor on the account.</summary>
    AddSecondFactor,
}

/// <summary>Who the request's session belongs to; a feature of the request once the cookie was checked.</summary>
public sealed record SignedIn(Guid SessionId, Guid AccountId, Guid PersonId, string UserName, FirstDuty Duty)
{
    /// <summary>The signed-in person of a request, or null.</summary>
    public static SignedIn? Of(HttpContext http) => http.Features.Get<SignedIn>();
}

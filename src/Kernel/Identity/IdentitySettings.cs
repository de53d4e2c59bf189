using System.ComponentModel.DataAnnotations;

namespace Guiju.Kernel.Identity;

/// <summary>
/// How people sign in (section <c>Guiju:Identity</c>). The standards ask for password rules, lock-out and time limits without naming figures;
/// the defaults are assumed and each bureau sets its own.
/// </summary>
public sealed record IdentitySettings
{
    /// <summary>Least length of a password.</summary>
    /// <value>10 (assumed).</value>
    [Range(8, 100)]
    public int PasswordLength { get; init; } = 10;

    /// <summary>Days after which a password must be changed; 0 for never.</summary>
    /// <value>90 (assumed).</value>
    [Range(0, 3650)]
    public int PasswordDays { get; init; } = 90;

    /// <summary>Wrong passwords or codes in a row that lock an account.</summary>
    /// <value>5 (assumed).</value>
    [Range(1, 100)]
    public int LockAfter { get; init; } = 5;

    /// <summary>Minutes for which the account stays locked.</summary>
    /// <value>30 (assumed).</value>
    [Range(1, 100_000)]
    public int LockMinutes { get; init; } = 30;

    /// <summary>Minutes without a request after which a session ends.</summary>
    /// <value>30 (assumed).</value>
    [Range(1, 1440)]
    public int IdleMinutes { get; init; } = 30;

    /// <summary>Hours after which a session ends in any case.</summary>
    /// <value>12 (assumed).</value>
    [Range(1, 168)]
    public int SessionHours { get; init; } = 12;

    /// <summary>Sessions that an account may have at once; one more sign-in ends the oldest.</summary>
    /// <value>3 (assumed).</value>
    [Range(1, 100)]
    public int Sessions { get; init; } = 3;

    /// <summary>Attempts to sign in per minute and user name.</summary>
    /// <value>10 (assumed).</value>
    [Range(1, 10_000)]
    public int TriesPerName { get; init; } = 10;

    /// <summary>Attempts to sign in per minute and network address, on one node.</summary>
    /// <value>60 (assumed): a whole office may stand behind one address.</value>
    [Range(1, 100_000)]
    public int TriesPerAddress { get; init; } = 60;

    /// <summary>Whether the three administrators must have a second factor; the demonstration bureau does without unless it is set.</summary>
    /// <value>Unset: yes, except in the demonstration bureau.</value>
    public bool? SecondFactorForAdministrators { get; init; }

    /// <summary>Whether the cookie travels over HTTPS only.</summary>
    /// <value>Unset: yes, except in development.</value>
    public bool? SecureCookie { get; init; }
}

/// <summary>The demonstration bureau (section <c>Guiju:Demonstration</c>).</summary>
public sealed record DemonstrationSettings
{
    /// <summary>Whether this database shows the demonstration bureau.</summary>
    /// <value>Unset: yes in development, no otherwise.</value>
    public bool? Plant { get; init; }

    /// <summary>Accounts that the sign-in page lists and planting opens; <see cref="DemonstrationAccounts.Default"/> where none are set.</summary>
    /// <value>Empty.</value>
    public IReadOnlyList<DemonstrationAccount> Accounts { get; init; } = [];
}

/// <summary>An account of the demonstration bureau.</summary>
public sealed record DemonstrationAccount
{
    /// <summary>Name to sign in with.</summary>
    public string UserName { get; init; } = "";

    /// <summary>Staff number of the person.</summary>
    public string PersonCode { get; init; } = "";

    /// <summary>What the person does, in Chinese.</summary>
    public string Title { get; init; } = "";

    /// <summary>What the person does, in English.</summary>
    public string EnglishTitle { get; init; } = "";

    /// <summary>Password; public, so only for the demonstration.</summary>
    public string Password { get; init; } = "";
}

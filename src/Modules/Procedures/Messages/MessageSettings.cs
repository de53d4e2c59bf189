using System.ComponentModel.DataAnnotations;

namespace Guiju.Procedures.Messages;

/// <summary>How messages leave the house: settings <c>Guiju:Messages</c>. Nothing is sent where nothing is set.</summary>
public sealed record MessageSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Guiju:Messages";

    /// <summary>Address of this bureau's pages, put before addresses in mails.</summary>
    /// <value>empty</value>
    [StringLength(200)]
    public string BaseAddress { get; init; } = "";

    /// <summary>SMTP host; empty: no mail is sent.</summary>
    /// <value>empty</value>
    [StringLength(200)]
    public string SmtpHost { get; init; } = "";

    /// <summary>SMTP port.</summary>
    /// <value>25</value>
    [Range(1, 65535)]
    public int SmtpPort { get; init; } = 25;

    /// <summary>Whether the connection is encrypted.</summary>
    /// <value>false</value>
    public bool SmtpTls { get; init; }

    /// <summary>Name to sign in with; empty: none.</summary>
    /// <value>empty</value>
    public string SmtpUser { get; init; } = "";

    /// <summary>Password to sign in with.</summary>
    /// <value>empty</value>
    public string SmtpPassword { get; init; } = "";

    /// <summary>Sender of mails.</summary>
    /// <value>guiju@localhost</value>
    [EmailAddress]
    public string Sender { get; init; } = "guiju@localhost";

    /// <summary>Address of the system that is told of events; empty: none.</summary>
    /// <value>empty</value>
    [StringLength(500)]
    public string WebhookAddress { get; init; } = "";

    /// <summary>Secret that events are signed with; without one none is sent.</summary>
    /// <value>empty</value>
    public string WebhookSecret { get; init; } = "";

    /// <summary>How they are signed: <c>sm3</c> or <c>sha256</c>.</summary>
    /// <value>sm3</value>
    [RegularExpression("sm3|sha256")]
    public string WebhookDigest { get; init; } = "sm3";

    /// <summary>Tries before a delivery is given up.</summary>
    /// <value>8</value>
    [Range(1, 50)]
    public int Tries { get; init; } = 8;

    /// <summary>Seconds between two rounds of sending and reminding.</summary>
    /// <value>15</value>
    [Range(1, 3600)]
    public int EverySeconds { get; init; } = 15;

    /// <summary>Whether events go out.</summary>
    public bool HasWebhook => WebhookAddress.Length > 0 && WebhookSecret.Length > 0;
}

using Guiju.Kernel.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Kernel.Identity;

/// <summary>
/// One signed-in browser. The cookie only names it; whether it still holds is decided here at every request,
/// so that ending it, changing the password or locking the account works at once and on every node.
/// </summary>
public sealed class Session
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>Account.</summary>
    public Guid AccountId { get; init; }

    /// <summary>When it began, UTC.</summary>
    public DateTime Created { get; init; }

    /// <summary>When it was last used, UTC, to the minute.</summary>
    public DateTime LastSeen { get; set; }

    /// <summary>Network address.</summary>
    public required string Ip { get; init; }

    /// <summary>Browser, as it calls itself.</summary>
    public required string Agent { get; init; }

    /// <summary>Security stamp of the account when the session began; another stamp means that password or rights of entry changed since.</summary>
    public required string Stamp { get; set; }

    /// <summary>When it ended, UTC; null while it goes on.</summary>
    public DateTime? Ended { get; set; }

    /// <summary>Why it ended.</summary>
    public SessionEnd? End { get; set; }

    /// <summary>Why the session no longer holds now, or null where it does.</summary>
    public SessionEnd? EndAt(DateTime now, string? stamp, IdentitySettings settings) =>
        Ended is not null ? End ?? SessionEnd.Revoked
        : Stamp != stamp ? SessionEnd.Revoked
        : now - Created > TimeSpan.FromHours(settings.SessionHours) ? SessionEnd.Expired
        : now - LastSeen > TimeSpan.FromMinutes(settings.IdleMinutes) ? SessionEnd.Idle
        : null;

    internal sealed class Mapping : IEntityTypeConfiguration<Session>
    {
        public void Configure(EntityTypeBuilder<Session> session)
        {
            session.ToTable("kernel_session");
            session.Property(s => s.Id).ValueGeneratedNever();
            session.Property(s => s.Ip).HasMaxLength(64);
            session.Property(s => s.Agent).HasMaxLength(300);
            session.Property(s => s.Stamp).HasMaxLength(100);
            session.HasIndex(s => new { s.AccountId, s.Ended });
            session.Metadata.SetAnnotation(RowDigest.Unwatched, true); // last use changes outside acts
        }
    }
}

/// <summary>Why a session ended.</summary>
public enum SessionEnd
{
    /// <summary>The person signed out.</summary>
    SignedOut,

    /// <summary>The person ended it from another session.</summary>
    EndedByOwner,

    /// <summary>A newer sign-in took its place.</summary>
    Superseded,

    /// <summary>Not used for too long.</summary>
    Idle,

    /// <summary>It reached its greatest length.</summary>
    Expired,

    /// <summary>Password, second factor or lock of the account changed.</summary>
    Revoked,
}

using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Law.Stored;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Law.Making;

/// <summary>Where an amendment stands.</summary>
public enum AmendmentState
{
    /// <summary>Known, but not worked into the wording yet: the text carries a banner.</summary>
    [Display(Name = "待并入")] Known,

    /// <summary>Worked in.</summary>
    [Display(Name = "已并入")] Applied,

    /// <summary>Set aside with a reason.</summary>
    [Display(Name = "已搁置")] SetAside,
}

/// <summary>An amending act of a text, as printed, until it is worked into the wording.</summary>
internal sealed class PendingAmendment : IRevised
{
    private PendingAmendment()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The text amended.</summary>
    public Guid TextId { get; private init; }

    /// <summary>Title of the amending act.</summary>
    public string Document { get; private init; } = "";

    /// <summary>Its number.</summary>
    public string? Number { get; private init; }

    /// <summary>When it was made.</summary>
    public DateOnly MadeOn { get; private init; }

    /// <summary>First day of its effect.</summary>
    public DateOnly EffectOn { get; private init; }

    /// <summary>Its words as printed; may be empty while only its existence is known.</summary>
    public string Source { get; private init; } = "";

    /// <summary>Where it stands.</summary>
    public AmendmentState State { get; private set; }

    /// <summary>Why it was set aside.</summary>
    public string? Reason { get; private set; }

    /// <summary>The version that holds it.</summary>
    public Guid? VersionId { get; private set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Notes that an amendment is known.</summary>
    public static PendingAmendment Note(Guid id, Guid textId, ChangeDocument document, string source)
    {
        Check.That(document.EffectOn >= document.MadeOn, StoredChecks.TakesEffectAfterMaking, nameof(document.EffectOn));
        return new PendingAmendment { Id = id, TextId = textId, Document = document.Title.Trim(), Number = document.Number?.Trim(), MadeOn = document.MadeOn, EffectOn = document.EffectOn, Source = source };
    }

    /// <summary>Says which version holds it.</summary>
    public void Apply(Guid versionId)
    {
        Check.That(State == AmendmentState.Known, MakingChecks.AmendmentIsOpen);
        (State, VersionId) = (AmendmentState.Applied, versionId);
    }

    /// <summary>Sets it aside.</summary>
    public void SetAside(string reason)
    {
        Check.That(State == AmendmentState.Known, MakingChecks.AmendmentIsOpen);
        (State, Reason) = (AmendmentState.SetAside, reason.Trim());
    }

    internal sealed class Mapping : IEntityTypeConfiguration<PendingAmendment>
    {
        public void Configure(EntityTypeBuilder<PendingAmendment> amendment)
        {
            amendment.ToTable("law_amendment");
            amendment.Property(a => a.Id).ValueGeneratedNever();
            amendment.Property(a => a.Document).HasMaxLength(300);
            amendment.Property(a => a.Number).HasMaxLength(100);
            amendment.Property(a => a.Reason).HasMaxLength(1000);
            amendment.HasIndex(a => new { a.TextId, a.State });
        }
    }
}

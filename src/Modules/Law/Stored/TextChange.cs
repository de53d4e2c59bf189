using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Law.Stored;

/// <summary>One act of making, revising, repealing or interpreting a text (立改废释), with its document, effect and dates.</summary>
internal sealed class TextChange
{
    private TextChange()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The text changed.</summary>
    public Guid TextId { get; private init; }

    /// <summary>What was done.</summary>
    public ChangeKind Kind { get; private init; }

    /// <summary>Title of the document that did it.</summary>
    public string Document { get; private init; } = "";

    /// <summary>Number of that document.</summary>
    public string? Number { get; private init; }

    /// <summary>When it was made.</summary>
    public DateOnly MadeOn { get; private init; }

    /// <summary>First day of its effect.</summary>
    public DateOnly EffectOn { get; private init; }

    /// <summary>The version it brought, where it is stored.</summary>
    public Guid? VersionId { get; private set; }

    /// <summary>Provisions concerned, as printed; empty for the whole text.</summary>
    public string Provisions { get; private init; } = "";

    /// <summary>What it says or why, in our own words.</summary>
    public string Note { get; private init; } = "";

    /// <summary>The making or revision that a stored version stands for.</summary>
    public static TextChange Brings(Guid id, StoredVersion version, bool first, TextIdentity identity) => new()
    {
        Id = id,
        TextId = version.TextId,
        Kind = first ? ChangeKind.Made : ChangeKind.Revised,
        Document = identity.Title,
        Number = identity.Number,
        MadeOn = version.Date,
        EffectOn = version.From,
        VersionId = version.Id,
    };

    /// <summary>A repeal, an interpretation, or a making or revision whose wording is not stored.</summary>
    public static TextChange Record(Guid id, Guid textId, ChangeKind kind, ChangeDocument document)
    {
        Check.That(document.EffectOn >= document.MadeOn || kind == ChangeKind.Interpreted, StoredChecks.TakesEffectAfterMaking, nameof(document.EffectOn));
        return new TextChange
        {
            Id = id,
            TextId = textId,
            Kind = kind,
            Document = document.Title.Trim(),
            Number = document.Number?.Trim(),
            MadeOn = document.MadeOn,
            EffectOn = document.EffectOn,
            Provisions = document.Provisions.Trim(),
            Note = document.Note.Trim(),
        };
    }

    internal sealed class Mapping : IEntityTypeConfiguration<TextChange>
    {
        public void Configure(EntityTypeBuilder<TextChange> change)
        {
            change.ToTable("law_change");
            change.Property(c => c.Id).ValueGeneratedNever();
            change.Property(c => c.Document).HasMaxLength(300);
            change.Property(c => c.Number).HasMaxLength(100);
            change.Property(c => c.Provisions).HasMaxLength(500);
            change.Property(c => c.Note).HasMaxLength(2000);
            change.HasIndex(c => new { c.TextId, c.EffectOn });
            change.HasIndex(c => c.EffectOn);
        }
    }
}

/// <summary>The document by which a text is changed.</summary>
internal sealed record ChangeDocument(string Title, string? Number, DateOnly MadeOn, DateOnly EffectOn, string Provisions, string Note);

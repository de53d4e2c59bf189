using Guiju.Kernel.Ledger;
using Guiju.Law.Stored;
using Guiju.Texts;
using Guiju.Texts.Citing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Law.Citing;

/// <summary>A reference of a version, kept so that "cited by" is one look-up. Derived from the wording, so the ledger does not watch it.</summary>
internal sealed class StoredCitation
{
    private const int LongestWords = 200;

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The citing text.</summary>
    public Guid TextId { get; private init; }

    /// <summary>The citing version.</summary>
    public Guid VersionId { get; private init; }

    /// <summary>Address of the citing paragraph.</summary>
    public string In { get; private init; } = "";

    /// <summary>The reference as printed.</summary>
    public string Words { get; private init; } = "";

    /// <summary>Bare title of the text cited; empty for the citing text itself.</summary>
    public string ToBare { get; private init; } = "";

    /// <summary>Address of the provision cited; empty for a whole text.</summary>
    public string ToAddress { get; private init; } = "";

    /// <summary>Whether a reference inside the text leads somewhere.</summary>
    public bool Resolved { get; private init; }

    /// <summary>All references of a text.</summary>
    public static IEnumerable<StoredCitation> Of(LegalText text, Guid textId, Guid versionId) => CitationReader.Read(text).Select(c => new StoredCitation
    {
        Id = Guid.CreateVersion7(),
        TextId = textId,
        VersionId = versionId,
        In = c.In,
        Words = c.Words.Length > LongestWords ? c.Words[..LongestWords] : c.Words,
        ToBare = c.Title is null ? "" : Cut(TextIdentity.BareOf(c.Title), 300),
        ToAddress = Cut(c.Address ?? "", 120),
        Resolved = c.Resolved,
    });

    private static string Cut(string text, int most) => text.Length > most ? text[..most] : text;

    internal sealed class Mapping : IEntityTypeConfiguration<StoredCitation>
    {
        public void Configure(EntityTypeBuilder<StoredCitation> citation)
        {
            citation.ToTable("law_citation");
            citation.Property(c => c.Id).ValueGeneratedNever();
            citation.Property(c => c.In).HasMaxLength(120);
            citation.Property(c => c.Words).HasMaxLength(LongestWords);
            citation.Property(c => c.ToBare).HasMaxLength(300);
            citation.Property(c => c.ToAddress).HasMaxLength(120);
            citation.HasIndex(c => new { c.VersionId, c.In });
            citation.HasIndex(c => new { c.ToBare, c.ToAddress });
            citation.Metadata.SetAnnotation(RowDigest.Unwatched, true);
        }
    }
}

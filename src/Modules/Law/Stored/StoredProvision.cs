using Guiju.Texts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Law.Stored;

/// <summary>An article of a version; in texts without articles, and in annexes, a paragraph. What search finds and citations point to.</summary>
internal sealed class StoredProvision
{
    private StoredProvision()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Its text.</summary>
    public Guid TextId { get; private init; }

    /// <summary>Its version.</summary>
    public Guid VersionId { get; private init; }

    /// <summary>Address inside the text, e.g. <c>art_25</c>.</summary>
    public string Address { get; private init; } = "";

    /// <summary>Place in the text, from 1.</summary>
    public int Place { get; private init; }

    /// <summary>As printed, e.g. 第二十五条; empty for a paragraph outside articles.</summary>
    public string Label { get; private init; } = "";

    /// <summary>The headings above it, e.g. 第二章 车辆 / 第一节 配备.</summary>
    public string Under { get; private init; } = "";

    /// <summary>The wording without its label, one natural paragraph or item a line.</summary>
    public string Words { get; private init; } = "";

    /// <summary>All provisions of a text, in order.</summary>
    public static IReadOnlyList<StoredProvision> Of(LegalText text, Guid textId, Guid versionId)
    {
        var found = new List<StoredProvision>();
        Walk(text.Body, "");
        foreach (var annex in text.Annexes)
        {
            Walk(annex.Body, annex.Title);
        }

        return found;

        void Walk(Body body, string under)
        {
            foreach (var paragraph in body.Paragraphs)
            {
                Add(paragraph, "", under, paragraph.Text);
            }

            foreach (var article in body.Articles)
            {
                Add(article, article.Label, under, string.Join('\n', article.Paragraphs.Select(p => p.Text)));
            }

            foreach (var division in body.Divisions)
            {
                var heading = $"{division.Label} {division.Title}".Trim();
                Walk(division.Body, under.Length > 0 ? $"{under} / {heading}" : heading);
            }
        }

        void Add(TextPart part, string label, string under, string words) => found.Add(new StoredProvision
        {
            Id = Guid.CreateVersion7(),
            TextId = textId,
            VersionId = versionId,
            Address = part.Address,
            Place = found.Count + 1,
            Label = label,
            Under = under,
            Words = words,
        });
    }

    internal sealed class Mapping : IEntityTypeConfiguration<StoredProvision>
    {
        public void Configure(EntityTypeBuilder<StoredProvision> provision)
        {
            provision.ToTable("law_provision");
            provision.Property(p => p.Id).ValueGeneratedNever();
            provision.Property(p => p.Address).HasMaxLength(120);
            provision.Property(p => p.Label).HasMaxLength(60);
            provision.Property(p => p.Under).HasMaxLength(400);
            provision.HasIndex(p => new { p.VersionId, p.Place }).IsUnique();
            provision.HasIndex(p => new { p.TextId, p.Address });
        }
    }
}

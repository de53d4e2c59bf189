using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Law.Stored;

/// <summary>A regulation or rule whose full wording is kept in the library (制度库). Where it stands on a day is computed from its versions and changes, never typed.</summary>
internal sealed class StoredText : IRevised
{
    private StoredText()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Permanent address of the work, e.g. <c>cn/state-council/2012/621</c>.</summary>
    public string Work { get; private init; } = "";

    /// <summary>Title of the newest version.</summary>
    public string Title { get; private set; } = "";

    /// <summary>The title without 中华人民共和国, spaces and brackets: how other texts are matched to it.</summary>
    public string Bare { get; private set; } = "";

    /// <summary>Document or order number of the newest version.</summary>
    public string? Number { get; private set; }

    /// <summary>Issuer; empty where unknown.</summary>
    public string Issuer { get; private set; } = "";

    /// <summary>Rank.</summary>
    public LawRank Rank { get; private set; }

    /// <summary>Whom it binds: cn, cen, bj, bureau.</summary>
    public string Pack { get; private set; } = "cn";

    /// <summary>Names of the core domains it belongs to, parted by spaces.</summary>
    public string DomainNames { get; private set; } = "";

    /// <summary>The core domains it belongs to.</summary>
    public IReadOnlyList<LawDomain> Domains => Named(DomainNames);

    /// <summary>The inner office that answers for it.</summary>
    public Guid? OwnerUnitId { get; private set; }

    /// <summary>Last day of its validity period (有效期), where it has one.</summary>
    public DateOnly? ValidTo { get; private set; }

    /// <summary>Day by which it is to be reviewed.</summary>
    public DateOnly? ReviewOn { get; private set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Opens a text of the library.</summary>
    public static StoredText Open(Guid id, TextIdentity identity)
    {
        var text = new StoredText { Id = id, Work = identity.Work };
        text.Take(identity);
        return text;
    }

    /// <summary>Takes over what a newer version says of the text.</summary>
    public void Take(TextIdentity identity)
    {
        (Title, Bare, Number) = (identity.Title, identity.Bare, identity.Number ?? Number);
        (Issuer, Rank, Pack) = (identity.Issuer, identity.Rank, identity.Pack);
    }

    /// <summary>Sets what the library itself decides about the text.</summary>
    public void Keep(IReadOnlyList<LawDomain> domains, Guid? owner, DateOnly? validTo, DateOnly? reviewOn)
    {
        (DomainNames, OwnerUnitId, ValidTo, ReviewOn) = (string.Join(' ', domains.Distinct()), owner, validTo, reviewOn);
    }

    /// <summary>Domains by their names.</summary>
    public static IReadOnlyList<LawDomain> Named(string names) => [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<LawDomain>)];

    internal sealed class Mapping : IEntityTypeConfiguration<StoredText>
    {
        public void Configure(EntityTypeBuilder<StoredText> text)
        {
            text.ToTable("law_text");
            text.Property(t => t.Id).ValueGeneratedNever();
            text.Property(t => t.Work).HasMaxLength(200);
            text.Property(t => t.Title).HasMaxLength(300);
            text.Property(t => t.Bare).HasMaxLength(300);
            text.Property(t => t.Number).HasMaxLength(100);
            text.Property(t => t.Issuer).HasMaxLength(200);
            text.Property(t => t.Pack).HasMaxLength(20);
            text.Property(t => t.DomainNames).HasMaxLength(200);
            text.Ignore(t => t.Domains);
            text.HasIndex(t => t.Work).IsUnique();
            text.HasIndex(t => t.Bare);
        }
    }
}

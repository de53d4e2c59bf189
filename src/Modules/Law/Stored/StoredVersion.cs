using System.Security.Cryptography;
using System.Text;
using Guiju.Kernel;
using Guiju.Texts;
using Guiju.Texts.Akn;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Law.Stored;

/// <summary>The wording of a text from one day on, until the next version or the end of the text.</summary>
internal sealed class StoredVersion
{
    private StoredVersion()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Its text.</summary>
    public Guid TextId { get; private init; }

    /// <summary>Day that names it: when it was made or last amended.</summary>
    public DateOnly Date { get; private init; }

    /// <summary>First day in force.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Whether the first day stands in the source or was given by a person; otherwise it was taken from the day of the amending act.</summary>
    public bool FromStated { get; private set; }

    /// <summary>Title as this version prints it.</summary>
    public string Title { get; private set; } = "";

    /// <summary>Articles.</summary>
    public int Articles { get; private set; }

    /// <summary>Doubtful places found when it was read.</summary>
    public int Doubts { get; private set; }

    /// <summary>SHA-256 of its Akoma Ntoso, hexadecimal.</summary>
    public string Digest { get; private set; } = "";

    /// <summary>When it was stored, UTC.</summary>
    public DateTime StoredAt { get; private set; }

    /// <summary>A version of a text.</summary>
    public static StoredVersion Of(Guid id, Guid textId, TextIdentity identity, string akn, DateTime at)
    {
        var version = new StoredVersion { Id = id, TextId = textId, Date = identity.Date };
        version.Take(identity, akn, at);
        return version;
    }

    /// <summary>Takes another wording for the same day, as a corrected source brings it.</summary>
    public void Take(TextIdentity identity, string akn, DateTime at)
    {
        (From, FromStated, Title, Digest, StoredAt) = (identity.From, identity.FromStated, identity.Title, DigestOf(akn), at);
        (Articles, Doubts) = (identity.Articles, identity.Doubts);
    }

    /// <summary>The digest of a wording.</summary>
    public static string DigestOf(string akn) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(akn)));

    internal sealed class Mapping : IEntityTypeConfiguration<StoredVersion>
    {
        public void Configure(EntityTypeBuilder<StoredVersion> version)
        {
            version.ToTable("law_version");
            version.Property(v => v.Id).ValueGeneratedNever();
            version.Property(v => v.Title).HasMaxLength(300);
            version.Property(v => v.Digest).HasMaxLength(64);
            version.HasIndex(v => new { v.TextId, v.Date }).IsUnique();
        }
    }
}

/// <summary>The full wording of a version: its Akoma Ntoso, and the file it came from. Apart from the version, so that lists stay light.</summary>
internal sealed class StoredWording
{
    /// <summary>The version.</summary>
    public Guid VersionId { get; init; }

    /// <summary>Akoma Ntoso, compressed.</summary>
    public byte[] Akn { get; private set; } = [];

    /// <summary>Name of the file it came from.</summary>
    public string FileName { get; private set; } = "";

    /// <summary>The file it came from, compressed.</summary>
    public byte[] Original { get; private set; } = [];

    /// <summary>Takes a wording and its source.</summary>
    public void Take(string akn, string fileName, byte[] original) => (Akn, FileName, Original) = (Json.Pack(akn), fileName, Json.Pack(original));

    /// <summary>The text.</summary>
    public LegalText Read() => AknReader.Read(Json.Unpack<string>(Akn));

    internal sealed class Mapping : IEntityTypeConfiguration<StoredWording>
    {
        public void Configure(EntityTypeBuilder<StoredWording> wording)
        {
            wording.ToTable("law_wording");
            wording.HasKey(w => w.VersionId);
            wording.Property(w => w.VersionId).ValueGeneratedNever();
            wording.Property(w => w.FileName).HasMaxLength(300);
        }
    }
}

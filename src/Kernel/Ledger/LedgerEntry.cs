using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Kernel.Ledger;

/// <summary>
/// One act in the append-only history: who did what to which records, when, with what request, and a digest of every row it left behind.
/// Its hash covers all of that; a sealer folds entries into signed, chained blocks.
/// </summary>
public sealed class LedgerEntry
{
    /// <summary>Position, given by the database; not part of the hash.</summary>
    public long Seq { get; init; }

    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Who; null for the system itself.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The person's name on that day.</summary>
    public required string PersonName { get; init; }

    /// <summary>Unit whose record was changed, where one is.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Name of the act, e.g. <c>fleet.RequestTrip</c>.</summary>
    public required string Act { get; init; }

    /// <summary>The request as JSON.</summary>
    public required string Payload { get; init; }

    /// <summary>Digests of the rows that the act left, as JSON: <c>[["table","key","digest"],…]</c>; digest null where the row was deleted.</summary>
    public required string Changes { get; init; }

    /// <summary>Records concerned, as <c>kind:id</c> parted by spaces, in order; part of the hash.</summary>
    public required string Subjects { get; init; }

    /// <summary>SM3 over everything above, Base64.</summary>
    public string Hash { get; set; } = "";

    /// <summary>Number of the block that sealed it; null until sealed.</summary>
    public long? Block { get; set; }

    /// <summary>The text that is hashed.</summary>
    public string Canonical() => string.Join('\n',
        Id.ToString("D"), RowDigest.Text(At), PersonId?.ToString("D") ?? "", PersonName, UnitId?.ToString("D") ?? "", Act, Payload, Changes, Subjects);

    internal sealed class Mapping : IEntityTypeConfiguration<LedgerEntry>
    {
        public void Configure(EntityTypeBuilder<LedgerEntry> entry)
        {
            entry.ToTable("kernel_ledger_entry");
            entry.HasKey(e => e.Seq);
            entry.Property(e => e.Seq).ValueGeneratedOnAdd();
            entry.HasIndex(e => e.Id).IsUnique();
            entry.HasIndex(e => e.At);
            entry.HasIndex(e => e.PersonId);
            entry.HasIndex(e => e.Block);
            entry.Property(e => e.PersonName).HasMaxLength(100);
            entry.Property(e => e.Act).HasMaxLength(100);
            entry.Property(e => e.Hash).HasMaxLength(60);
        }
    }
}

/// <summary>Which records an entry concerns, so that a record's timeline is one look-up. Derived from <see cref="LedgerEntry.Subjects"/>.</summary>
public sealed class LedgerSubject
{
    /// <summary>Entry.</summary>
    public Guid EntryId { get; init; }

    /// <summary>Kind of record, e.g. <c>fleet.trip</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Record.</summary>
    public Guid SubjectId { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<LedgerSubject>
    {
        public void Configure(EntityTypeBuilder<LedgerSubject> subject)
        {
            subject.ToTable("kernel_ledger_subject");
            subject.HasKey(s => new { s.SubjectId, s.EntryId, s.Kind });
            subject.Property(s => s.Kind).HasMaxLength(60);
            subject.HasIndex(s => s.EntryId);
        }
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Kernel.Ledger;

/// <summary>A sealed block: the hashes of its entries folded into one root, chained to the block before and signed with SM2.</summary>
public sealed class LedgerBlock
{
    /// <summary>Number, from 1 without gaps.</summary>
    public long Number { get; init; }

    /// <summary>Entries sealed.</summary>
    public int Entries { get; init; }

    /// <summary>Highest entry position sealed in it.</summary>
    public long LastSeq { get; init; }

    /// <summary>SM3 over the entries' hashes in order of position, Base64.</summary>
    public required string Root { get; init; }

    /// <summary>Hash of the block before; empty for the first.</summary>
    public required string Previous { get; init; }

    /// <summary>SM3 over number, entries, last position, root, previous, key and time, Base64.</summary>
    public required string Hash { get; set; }

    /// <summary>SM2 signature of <see cref="Hash"/>, Base64.</summary>
    public required string Signature { get; set; }

    /// <summary>Fingerprint of the signing key.</summary>
    public required string Key { get; init; }

    /// <summary>When it was sealed, UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>The text that is hashed and thereby signed.</summary>
    public string Canonical() => string.Create(CultureInfo.InvariantCulture, $"{Number}\n{Entries}\n{LastSeq}\n{Root}\n{Previous}\n{Key}\n{RowDigest.Text(At)}");

    /// <summary>The root over hashes of entries in order of position.</summary>
    public static string RootOf(IEnumerable<string> hashes)
    {
        var fold = new Sm3Fold();
        foreach (var hash in hashes)
        {
            fold.Add(hash);
            fold.Add("\n");
        }

        return fold.Close();
    }

    internal sealed class Mapping : IEntityTypeConfiguration<LedgerBlock>
    {
        public void Configure(EntityTypeBuilder<LedgerBlock> block)
        {
            block.ToTable("kernel_ledger_block");
            block.HasKey(b => b.Number);
            block.Property(b => b.Number).ValueGeneratedNever();
            block.Property(b => b.Root).HasMaxLength(60);
            block.Property(b => b.Previous).HasMaxLength(60);
            block.Property(b => b.Hash).HasMaxLength(60);
            block.Property(b => b.Signature).HasMaxLength(200);
            block.Property(b => b.Key).HasMaxLength(60);
        }
    }
}

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

    /// <summary>SM3 over number, entries, last position, root, previous and time, Base64.</summary>
    public required string Hash { get; init; }

    /// <summary>SM2 signature of <see cref="Hash"/>, Base64.</summary>
    public required string Signature { get; init; }

    /// <summary>Fingerprint of the signing key.</summary>
    public required string Key { get; init; }

    /// <summary>When it was sealed, UTC.</summary>
    public DateTime At { get; init; }

    internal sealed class Mapping : IEntityTypeConfiguration<LedgerBlock>
    {
        public void Configure(EntityTypeBuilder<LedgerBlock> block)
        {
            block.ToTable("kernel_ledger_block");
            block.HasKey(b => b.Number);
            block.Property(b => b.Number).ValueGeneratedNever();
        }
    }
}

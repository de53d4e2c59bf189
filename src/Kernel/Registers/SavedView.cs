using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Kernel.Registers;

/// <summary>A way of looking at a register that a person keeps under a name: the query part of its address.</summary>
public sealed class SavedView
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>Whose it is.</summary>
    public Guid PersonId { get; init; }

    /// <summary>Key of the register.</summary>
    public required string Register { get; init; }

    /// <summary>Name, unique for the person and register.</summary>
    public required string Name { get; init; }

    /// <summary>Query part of the address, from its question mark; empty for the plain register.</summary>
    public required string Query { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<SavedView>
    {
        public void Configure(EntityTypeBuilder<SavedView> view)
        {
            view.ToTable("kernel_saved_view");
            view.Property(v => v.Id).ValueGeneratedNever();
            view.Property(v => v.Register).HasMaxLength(80);
            view.Property(v => v.Name).HasMaxLength(40);
            view.Property(v => v.Query).HasMaxLength(2000);
            view.HasIndex(v => new { v.PersonId, v.Register, v.Name }).IsUnique();
        }
    }
}

using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Kernel.People;

/// <summary>A person who works in one of the units.</summary>
public sealed class Person : IRevised
{
    /// <summary>Id.</summary>
    public Guid Id { get; init; }

    /// <summary>Staff number, unique.</summary>
    public required string Code { get; set; }

    /// <summary>Name.</summary>
    public required string Name { get; set; }

    /// <summary>Unit, often an inner office.</summary>
    public Guid UnitId { get; set; }

    /// <summary>Post held, as printed.</summary>
    public string Post { get; set; } = "";

    /// <summary>Whether the person draws the transport allowance (公务交通补贴).</summary>
    public bool DrawsAllowance { get; set; }

    /// <summary>Telephone.</summary>
    public string Phone { get; set; } = "";

    /// <summary>First day.</summary>
    public DateOnly From { get; set; }

    /// <summary>Last day; null while employed.</summary>
    public DateOnly? To { get; set; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    internal sealed class Mapping : IEntityTypeConfiguration<Person>
    {
        public void Configure(EntityTypeBuilder<Person> person)
        {
            person.ToTable("kernel_person");
            person.Property(p => p.Id).ValueGeneratedNever();
            person.Property(p => p.Code).HasMaxLength(40);
            person.Property(p => p.Name).HasMaxLength(100);
            person.Property(p => p.Post).HasMaxLength(100);
            person.Property(p => p.Phone).HasMaxLength(40);
            person.HasIndex(p => p.Code).IsUnique();
            person.HasIndex(p => p.UnitId);
        }
    }
}

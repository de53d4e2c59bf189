using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Costs;

/// <summary>A supplier on the contract list for fixed-point fuel, charging, repair or insurance (定点单位).</summary>
internal sealed class Payee : IRevised
{
    private Payee()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Name.</summary>
    public string Name { get; private init; } = "";

    /// <summary>What it provides.</summary>
    public ServiceKind Service { get; private init; }

    /// <summary>Contract number.</summary>
    public string ContractNo { get; private init; } = "";

    /// <summary>First day of the contract.</summary>
    public DateOnly From { get; private init; }

    /// <summary>Last day of the contract.</summary>
    public DateOnly To { get; private init; }

    /// <inheritdoc/>
    public int Revision { get; set; }

    /// <summary>Enters a supplier on the list.</summary>
    public static Payee Contract(Guid id, string name, ServiceKind service, string contractNo, DateOnly from, DateOnly to)
    {
        Check.That(to >= from, CostChecks.ContractEndsAfterStart, nameof(To));
        return new Payee { Id = id, Name = name.Trim(), Service = service, ContractNo = contractNo.Trim(), From = from, To = to };
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Payee>
    {
        public void Configure(EntityTypeBuilder<Payee> payee)
        {
            payee.ToTable("fleet_payee");
            payee.Property(p => p.Id).ValueGeneratedNever();
            payee.Property(p => p.Name).HasMaxLength(120);
            payee.Property(p => p.ContractNo).HasMaxLength(60);
            payee.HasIndex(p => new { p.Name, p.Service, p.From }).IsUnique();
        }
    }
}

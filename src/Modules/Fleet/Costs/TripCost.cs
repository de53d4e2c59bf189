using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Costs;

/// <summary>Money spent on one trip: fuel or charge, toll, parking.</summary>
internal sealed class TripCost
{
    private TripCost()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The trip.</summary>
    public Guid TripId { get; private init; }

    /// <summary>The car, repeated for its monthly account.</summary>
    public Guid VehicleId { get; private init; }

    /// <summary>On what.</summary>
    public CostKind Kind { get; private init; }

    /// <summary>Day of the payment.</summary>
    public DateOnly On { get; private init; }

    /// <summary>Amount.</summary>
    public decimal AmountYuan { get; private init; }

    /// <summary>Litres of fuel or kilowatt-hours charged; null for others.</summary>
    public decimal? Quantity { get; private init; }

    /// <summary>Contract payee; null where the money went to somebody else.</summary>
    public Guid? PayeeId { get; private init; }

    /// <summary>Payee as printed on the receipt.</summary>
    public string PayeeName { get; private init; } = "";

    /// <summary>Station or place.</summary>
    public string Station { get; private init; } = "";

    /// <summary>Enters a cost.</summary>
    public static TripCost Enter(Guid id, (Guid Trip, Guid Vehicle) of, CostLine line, Payee? payee)
    {
        var counted = line.Kind is CostKind.Fuel or CostKind.Charge;
        Check.That(counted == line.Quantity is > 0, CostChecks.QuantityForFuelAndCharge, nameof(line.Quantity));
        return new TripCost
        {
            Id = id,
            TripId = of.Trip,
            VehicleId = of.Vehicle,
            Kind = line.Kind.GetValueOrDefault(),
            On = line.On.GetValueOrDefault(),
            AmountYuan = line.AmountYuan.GetValueOrDefault(),
            Quantity = line.Quantity,
            PayeeId = payee?.Id,
            PayeeName = payee?.Name ?? line.PayeeName?.Trim() ?? "",
            Station = line.Station?.Trim() ?? "",
        };
    }

    internal sealed class Mapping : IEntityTypeConfiguration<TripCost>
    {
        public void Configure(EntityTypeBuilder<TripCost> cost)
        {
            cost.ToTable("fleet_trip_cost");
            cost.Property(c => c.Id).ValueGeneratedNever();
            cost.Property(c => c.PayeeName).HasMaxLength(120);
            cost.Property(c => c.Station).HasMaxLength(120);
            cost.HasIndex(c => c.TripId);
            cost.HasIndex(c => new { c.VehicleId, c.On });
        }
    }
}

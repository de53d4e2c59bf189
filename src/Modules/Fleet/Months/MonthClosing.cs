using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Months;

/// <summary>The closed account of one car for one month (单车核算); its figures are those of the settled trips on the day of closing.</summary>
internal sealed class MonthClosing
{
    private MonthClosing()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The car.</summary>
    public Guid VehicleId { get; private init; }

    /// <summary>The unit that holds the car.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>First day of the month.</summary>
    public DateOnly Month { get; private init; }

    /// <summary>Settled trips.</summary>
    public int Trips { get; private init; }

    /// <summary>Kilometres.</summary>
    public decimal Km { get; private init; }

    /// <summary>Fuel, litres.</summary>
    public decimal FuelLitres { get; private init; }

    /// <summary>Charged, kilowatt-hours.</summary>
    public decimal ChargeKwh { get; private init; }

    /// <summary>Spent on fuel and charging.</summary>
    public decimal EnergyYuan { get; private init; }

    /// <summary>Spent on tolls.</summary>
    public decimal TollYuan { get; private init; }

    /// <summary>Spent on parking.</summary>
    public decimal ParkingYuan { get; private init; }

    /// <summary>Who closed it.</summary>
    public Guid? ClosedById { get; private init; }

    /// <summary>When, UTC.</summary>
    public DateTime ClosedAt { get; private init; }

    /// <summary>Closes a month that has ended.</summary>
    public static MonthClosing Close(Guid id, (Guid Vehicle, Guid Unit) whose, CarMonthSum sum, Guid? by, (DateTime At, DateOnly Today) now)
    {
        Check.That(sum.Month.AddMonths(1) <= now.Today, MonthChecks.HasEnded, nameof(Month));
        return new MonthClosing
        {
            Id = id,
            VehicleId = whose.Vehicle,
            UnitId = whose.Unit,
            Month = sum.Month,
            Trips = sum.Trips,
            Km = sum.Km,
            FuelLitres = sum.FuelLitres,
            ChargeKwh = sum.ChargeKwh,
            EnergyYuan = sum.EnergyYuan,
            TollYuan = sum.TollYuan,
            ParkingYuan = sum.ParkingYuan,
            ClosedById = by,
            ClosedAt = now.At,
        };
    }

    internal sealed class Mapping : IEntityTypeConfiguration<MonthClosing>
    {
        public void Configure(EntityTypeBuilder<MonthClosing> closing)
        {
            closing.ToTable("fleet_month_closing");
            closing.Property(c => c.Id).ValueGeneratedNever();
            closing.Property(c => c.Km).HasPrecision(10, 1);
            closing.HasIndex(c => new { c.VehicleId, c.Month }).IsUnique();
        }
    }
}

/// <summary>What one car did and cost in one month.</summary>
internal sealed record CarMonthSum(DateOnly Month, int Trips, decimal Km, decimal FuelLitres, decimal ChargeKwh, decimal EnergyYuan, decimal TollYuan, decimal ParkingYuan)
{
    /// <summary>All money together.</summary>
    public decimal TotalYuan => EnergyYuan + TollYuan + ParkingYuan;
}

/// <summary>What must hold for closing a month.</summary>
internal static class MonthChecks
{
    public static readonly SystemCheck HasEnded = Statement(nameof(HasEnded), "该月尚未结束，不能结账。", "The month has not ended and cannot be closed.");

    public static readonly SystemCheck AllSettled = Statement(nameof(AllSettled), "该车当月还有未结算的派车单。", "The car still has unsettled trips in that month.");

    public static readonly SystemCheck NotClosedYet = Statement(nameof(NotClosedYet), "该车当月已经结账。", "The car's month has already been closed.");

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(MonthChecks)}.{name}", new Bilingual(zh, en));
}

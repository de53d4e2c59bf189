using Guiju.Fleet.Costs;
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

    /// <summary>Spent on repair.</summary>
    public decimal RepairYuan { get; private init; }

    /// <summary>Spent on insurance.</summary>
    public decimal InsuranceYuan { get; private init; }

    /// <summary>The driver's allowances.</summary>
    public decimal AllowanceYuan { get; private init; }

    /// <summary>Inspection, washing and other costs.</summary>
    public decimal OtherYuan { get; private init; }

    /// <summary>Who closed it.</summary>
    public Guid? ClosedById { get; private init; }

    /// <summary>When, UTC.</summary>
    public DateTime ClosedAt { get; private init; }

    /// <summary>The account as it was closed.</summary>
    public CarMonthSum Sum => new(Month, Trips, Km, FuelLitres, ChargeKwh, EnergyYuan, TollYuan, ParkingYuan) { RepairYuan = RepairYuan, InsuranceYuan = InsuranceYuan, AllowanceYuan = AllowanceYuan, OtherYuan = OtherYuan };

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
            RepairYuan = sum.RepairYuan,
            InsuranceYuan = sum.InsuranceYuan,
            AllowanceYuan = sum.AllowanceYuan,
            OtherYuan = sum.OtherYuan,
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
            closing.Ignore(c => c.Sum);
            closing.HasIndex(c => new { c.VehicleId, c.Month }).IsUnique();
        }
    }
}

/// <summary>What one car did and cost in one month.</summary>
internal sealed record CarMonthSum(DateOnly Month, int Trips, decimal Km, decimal FuelLitres, decimal ChargeKwh, decimal EnergyYuan, decimal TollYuan, decimal ParkingYuan)
{
    /// <summary>Repair and upkeep.</summary>
    public decimal RepairYuan { get; init; }

    /// <summary>Insurance.</summary>
    public decimal InsuranceYuan { get; init; }

    /// <summary>The driver's allowances.</summary>
    public decimal AllowanceYuan { get; init; }

    /// <summary>Inspection, washing and other costs; fines are recorded and count nowhere.</summary>
    public decimal OtherYuan { get; init; }

    /// <summary>All money together.</summary>
    public decimal TotalYuan => EnergyYuan + TollYuan + ParkingYuan + RepairYuan + InsuranceYuan + AllowanceYuan + OtherYuan;

    /// <summary>Money for 100 km; null where the car stood still.</summary>
    public decimal? YuanPer100Km => Per100Km(TotalYuan);

    /// <summary>Fuel for 100 km, litres; null where it stood still or took none.</summary>
    public decimal? LitresPer100Km => FuelLitres > 0 ? Per100Km(FuelLitres) : null;

    /// <summary>Charge for 100 km, kWh; null where it stood still or took none.</summary>
    public decimal? KwhPer100Km => ChargeKwh > 0 ? Per100Km(ChargeKwh) : null;

    /// <summary>The same with what is booked beside the trips.</summary>
    public CarMonthSum With(IEnumerable<Spent> beside)
    {
        var spent = beside.ToList();
        return this with
        {
            FuelLitres = FuelLitres + spent.Where(s => s.OnRoad == CostKind.Fuel).Sum(s => s.Quantity ?? 0),
            ChargeKwh = ChargeKwh + spent.Where(s => s.OnRoad == CostKind.Charge).Sum(s => s.Quantity ?? 0),
            EnergyYuan = EnergyYuan + spent.Where(s => s.OnRoad is CostKind.Fuel or CostKind.Charge).Sum(s => s.Yuan),
            TollYuan = TollYuan + spent.Where(s => s.OnRoad == CostKind.Toll).Sum(s => s.Yuan),
            ParkingYuan = ParkingYuan + spent.Where(s => s.OnRoad == CostKind.Parking).Sum(s => s.Yuan),
            RepairYuan = RepairYuan + spent.Where(s => s.Own == CarCostKind.Repair).Sum(s => s.Yuan),
            InsuranceYuan = InsuranceYuan + spent.Where(s => s.Own is CarCostKind.CompulsoryInsurance or CarCostKind.CommercialInsurance).Sum(s => s.Yuan),
            AllowanceYuan = AllowanceYuan + spent.Where(s => s.Own == CarCostKind.DriverAllowance).Sum(s => s.Yuan),
            OtherYuan = OtherYuan + spent.Where(s => s.Own is CarCostKind.Inspection or CarCostKind.Wash or CarCostKind.Other).Sum(s => s.Yuan),
        };
    }

    /// <summary>Two months of a car, or two cars of a month, together; the month stays the first.</summary>
    public static CarMonthSum operator +(CarMonthSum one, CarMonthSum other) => one with
    {
        Trips = one.Trips + other.Trips, Km = one.Km + other.Km, FuelLitres = one.FuelLitres + other.FuelLitres, ChargeKwh = one.ChargeKwh + other.ChargeKwh, EnergyYuan = one.EnergyYuan + other.EnergyYuan, TollYuan = one.TollYuan + other.TollYuan,
        ParkingYuan = one.ParkingYuan + other.ParkingYuan, RepairYuan = one.RepairYuan + other.RepairYuan, InsuranceYuan = one.InsuranceYuan + other.InsuranceYuan, AllowanceYuan = one.AllowanceYuan + other.AllowanceYuan, OtherYuan = one.OtherYuan + other.OtherYuan,
    };

    private decimal? Per100Km(decimal amount) => Km > 0 ? Math.Round(amount * 100 / Km, 2, MidpointRounding.AwayFromZero) : null;
}

/// <summary>What must hold for closing a month.</summary>
internal static class MonthChecks
{
    public static readonly SystemCheck HasEnded = Statement(nameof(HasEnded), "该月尚未结束，不能结账。", "The month has not ended and cannot be closed.");

    public static readonly SystemCheck AllSettled = Statement(nameof(AllSettled), "该车当月还有未结算的派车单。", "The car still has unsettled trips in that month.");

    public static readonly SystemCheck StatementsSettled = Statement(nameof(StatementsSettled), "该车当月还有待处理的对账明细。", "Lines of card statements are still to be looked at for the car in that month.");

    public static readonly SystemCheck NotClosedYet = Statement(nameof(NotClosedYet), "该车当月已经结账。", "The car's month has already been closed.");

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(MonthChecks)}.{name}", new Bilingual(zh, en));
}

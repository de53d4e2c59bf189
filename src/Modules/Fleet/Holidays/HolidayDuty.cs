using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Holidays;

/// <summary>A car that stays on duty over a holiday while all others of the unit are sealed (节假日值班车辆).</summary>
internal sealed class HolidayDuty
{
    private HolidayDuty()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>The unit.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>The car.</summary>
    public Guid VehicleId { get; private init; }

    /// <summary>Name of the holiday.</summary>
    public string Holiday { get; private init; } = "";

    /// <summary>First day off.</summary>
    public DateOnly From { get; private init; }

    /// <summary>Last day off.</summary>
    public DateOnly To { get; private init; }

    /// <summary>Number under which the list was filed with the bureau.</summary>
    public string FilingNo { get; private init; } = "";

    /// <summary>Puts a car on duty.</summary>
    public static HolidayDuty Assign(Guid id, (Guid Unit, Guid Vehicle) whose, string holiday, (DateOnly From, DateOnly To) days, string filingNo)
    {
        Check.That(days.To >= days.From, HolidayChecks.EndsAfterStart, nameof(To));
        return new HolidayDuty { Id = id, UnitId = whose.Unit, VehicleId = whose.Vehicle, Holiday = holiday, From = days.From, To = days.To, FilingNo = filingNo };
    }

    internal sealed class Mapping : IEntityTypeConfiguration<HolidayDuty>
    {
        public void Configure(EntityTypeBuilder<HolidayDuty> duty)
        {
            duty.ToTable("fleet_holiday_duty");
            duty.Property(d => d.Id).ValueGeneratedNever();
            duty.Property(d => d.Holiday).HasMaxLength(60);
            duty.Property(d => d.FilingNo).HasMaxLength(80);
            duty.HasIndex(d => new { d.VehicleId, d.From }).IsUnique();
            duty.HasIndex(d => new { d.UnitId, d.From });
        }
    }
}

/// <summary>What must hold for holiday lists to make sense.</summary>
internal static class HolidayChecks
{
    public static readonly SystemCheck EndsAfterStart = Statement(nameof(EndsAfterStart), "结束日不能早于开始日。", "The last day cannot come before the first.");

    public static readonly SystemCheck IsAHoliday = Statement(nameof(IsAHoliday),
        "该日不在国务院放假通知的放假期间内，无须封存。", "That day is not off by the State Council's notice; nothing is sealed.");

    public static readonly SystemCheck OwnCars = Statement(nameof(OwnCars), "名单中有不属于本单位的车辆。", "The list names a car that is not the unit's.");

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(HolidayChecks)}.{name}", new Bilingual(zh, en));
}

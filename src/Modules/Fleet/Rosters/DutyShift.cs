using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Fleet.Rosters;

/// <summary>What a driver is down for on a day.</summary>
public enum ShiftKind
{
    /// <summary>Day (白班).</summary>
    [Display(Name = "白班")] Day,

    /// <summary>Late (晚班).</summary>
    [Display(Name = "晚班")] Late,

    /// <summary>Standby (备勤).</summary>
    [Display(Name = "备勤")] Standby,

    /// <summary>Duty over a holiday (节假日值班).</summary>
    [Display(Name = "节假日值班")] HolidayDuty,

    /// <summary>Leave (休假).</summary>
    [Display(Name = "休假")] Leave,
}

/// <summary>A driver's day on the roster (驾驶员排班). A day without one is an ordinary working day.</summary>
internal sealed class DutyShift
{
    private DutyShift()
    {
    }

    /// <summary>Id.</summary>
    public Guid Id { get; private init; }

    /// <summary>Driver.</summary>
    public Guid DriverId { get; private init; }

    /// <summary>The driver's unit.</summary>
    public Guid UnitId { get; private init; }

    /// <summary>The day.</summary>
    public DateOnly On { get; private init; }

    /// <summary>What the driver is down for.</summary>
    public ShiftKind Kind { get; private set; }

    /// <summary>Puts a driver down.</summary>
    public static DutyShift Put(Guid id, (Guid Driver, Guid Unit) whose, DateOnly on, ShiftKind kind) => new() { Id = id, DriverId = whose.Driver, UnitId = whose.Unit, On = on, Kind = kind };

    /// <summary>Puts down for something else.</summary>
    public void Change(ShiftKind kind) => Kind = kind;

    internal sealed class Mapping : IEntityTypeConfiguration<DutyShift>
    {
        public void Configure(EntityTypeBuilder<DutyShift> shift)
        {
            shift.ToTable("fleet_duty_shift");
            shift.Property(s => s.Id).ValueGeneratedNever();
            shift.HasIndex(s => new { s.DriverId, s.On }).IsUnique();
            shift.HasIndex(s => new { s.UnitId, s.On });
        }
    }
}

/// <summary>What must hold for rosters to make sense.</summary>
internal static class RosterChecks
{
    public static readonly SystemCheck DaysInOrder = Statement(nameof(DaysInOrder), "止日不能早于起日，一次最多排 62 天。", "The last day cannot come before the first; 62 days at most at once.");

    public static readonly SystemCheck StillEmployed = Statement(nameof(StillEmployed), "该驾驶员已离职，不能排班。", "The driver has left.");

    public static readonly SystemCheck LicenceHolds = Statement(nameof(LicenceHolds), "驾驶证在所排日期前到期，不能排班出车。", "The licence ends before these days; the driver cannot be put down to drive.");

    public static readonly SystemCheck NothingDispatched = Statement(nameof(NothingDispatched), "所排日期已有派车任务，请先改派，再安排休假。", "Trips are dispatched on these days: give them to another driver before leave is put down.");

    public static readonly SystemCheck NotOnLeave = Statement(nameof(NotOnLeave), "该驾驶员当日休假。", "The driver is on leave that day.");

    private static SystemCheck Statement(string name, string zh, string en) => new($"{nameof(RosterChecks)}.{name}", new Bilingual(zh, en));
}

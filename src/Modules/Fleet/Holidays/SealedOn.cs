using Guiju.Clocks;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Holidays;

/// <summary>Which cars are sealed on a day, and which are on duty. Only days off by the State Council's notice seal; make-up workdays and ordinary weekends do not.</summary>
internal sealed class SealedOn(GuijuDb db, ActorHolder asker, WorkCalendar calendar)
{
    /// <summary>The day's answer, for the cars that the asker may read.</summary>
    public async Task<View> AskAsync(DateOnly day, Guid? unitId, CancellationToken ct)
    {
        var cars = db.Set<Vehicle>().AsNoTracking().Where(v => v.State == VehicleState.InService || v.State == VehicleState.Sealed || v.State == VehicleState.Idle)
            .Readable(asker.Current);
        if (unitId is { } unit)
        {
            cars = cars.Where(v => v.UnitId == unit);
        }

        var duties = await db.Set<HolidayDuty>().AsNoTracking().Where(d => d.From <= day && d.To >= day).ToDictionaryAsync(d => d.VehicleId, ct);
        var holiday = calendar.HolidayAround(day);
        var rows = await cars.OrderBy(v => v.PlateNo).Select(v => new { v.Id, v.PlateNo, v.UnitId, v.Class, v.Brand, v.Model }).ToListAsync(ct);
        return new View(day, calendar.Kind(day), holiday, calendar.IsProvisional(day), rows.Select(v =>
        {
            var duty = duties.GetValueOrDefault(v.Id);
            return new Car(v.Id, v.PlateNo, v.UnitId, v.Class, $"{v.Brand} {v.Model}", holiday is not null && duty is null, duty is not null, duty?.FilingNo ?? "");
        }).ToList());
    }

    /// <summary>The day and its cars.</summary>
    internal sealed record View(DateOnly Day, DayKind Kind, HolidayPeriod? Holiday, bool Provisional, IReadOnlyList<Car> Cars);

    /// <summary>One car on the day.</summary>
    internal sealed record Car(Guid Id, string PlateNo, Guid UnitId, VehicleClass Class, string Model, bool Sealed, bool OnDuty, string FilingNo);
}

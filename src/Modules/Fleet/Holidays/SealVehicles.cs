using System.ComponentModel.DataAnnotations;
using Guiju.Clocks;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Holidays;

/// <summary>A body names the cars that stay on duty over a holiday; all its others are sealed from the first day off to the last.</summary>
[Needs(FleetPermissions.SealForHolidays), Display(Name = "确定节假日值班车辆")]
public sealed record SealVehicles : IAct<int>
{
    [Display(Name = "单位")] public Guid? UnitId { get; init; }

    [Display(Name = "假期中的任一天"), Required] public DateOnly? Day { get; init; }

    [Display(Name = "值班车辆"), MaxLength(200)] public IReadOnlyList<Guid> OnDuty { get; init; } = [];

    [Display(Name = "备案编号"), StringLength(80)] public string? FilingNo { get; init; }

    internal sealed class Handler(GuijuDb db, Bodies bodies, WorkCalendar calendar, Journal journal) : IHandler<SealVehicles, int>
    {
        public async Task<int> HandleAsync(SealVehicles act, CancellationToken ct)
        {
            var body = await bodies.ActingAsync(act.UnitId, FleetPermissions.SealForHolidays, ct);
            var holiday = calendar.HolidayAround(act.Day.GetValueOrDefault());
            Check.That(holiday is not null, HolidayChecks.IsAHoliday, nameof(act.Day));
            var (name, from, to) = (holiday!.Name, holiday.From, holiday.To); // the check has thrown otherwise
            var wanted = act.OnDuty.Distinct().ToList();
            var own = await db.Set<Vehicle>().CountAsync(v => wanted.Contains(v.Id) && v.UnitId == body.Id, ct);
            Check.That(own == wanted.Count, HolidayChecks.OwnCars, nameof(act.OnDuty));
            var before = await db.Set<HolidayDuty>().Where(d => d.UnitId == body.Id && d.From == from).ToListAsync(ct);
            var kept = before.Where(d => wanted.Contains(d.VehicleId) && d.FilingNo == (act.FilingNo?.Trim() ?? "")).ToList();
            db.RemoveRange(before.Except(kept));
            db.AddRange(wanted.Except(kept.Select(d => d.VehicleId))
                .Select(id => HolidayDuty.Assign(Guid.CreateVersion7(), (body.Id, id), name, (from, to), act.FilingNo?.Trim() ?? "")));
            journal.Concerns(FleetKinds.HolidayDuty, body.Id, body.Id);
            wanted.ForEach(id => journal.Concerns(FleetKinds.Vehicle, id));
            return wanted.Count;
        }
    }
}

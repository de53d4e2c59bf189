using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Drivers;
using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Rosters;

/// <summary>The dispatcher puts a driver down for a shift or for leave on some days; without a kind the days are ordinary again.</summary>
[Needs(FleetPermissions.Dispatch), Display(Name = "驾驶员排班")]
public sealed record SetShifts : IAct<int>
{
    private const int MostDays = 62;

    [Display(Name = "驾驶员"), Required] public Guid? DriverId { get; init; }

    [Display(Name = "起"), Required] public DateOnly? From { get; init; }

    [Display(Name = "止"), Required] public DateOnly? To { get; init; }

    [Display(Name = "班次")] public ShiftKind? Kind { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder asker, Journal journal) : IHandler<SetShifts, int>
    {
        public async Task<int> HandleAsync(SetShifts act, CancellationToken ct)
        {
            var (from, to) = (act.From.GetValueOrDefault(), act.To.GetValueOrDefault());
            Check.That(to >= from && to.DayNumber - from.DayNumber < MostDays, RosterChecks.DaysInOrder, nameof(act.To));
            var driver = await db.Set<Driver>().Within(asker.Current, FleetPermissions.Dispatch, d => d.UnitId).FirstOrDefaultAsync(d => d.Id == act.DriverId, ct) ?? throw new NotWithinReachException("driver");
            Check.That(driver.State != DriverState.Left, RosterChecks.StillEmployed, nameof(act.DriverId));
            Check.That(act.Kind is null or ShiftKind.Leave || driver.LicenceTo >= to, RosterChecks.LicenceHolds, nameof(act.Kind));
            Check.That(act.Kind != ShiftKind.Leave || !await db.Set<Trip>().AnyAsync(t => t.DriverId == driver.Id && (t.State == TripState.Dispatched || t.State == TripState.Departed) && t.Day >= from && t.Day <= to, ct), RosterChecks.NothingDispatched, nameof(act.Kind));
            var before = await db.Set<DutyShift>().Where(s => s.DriverId == driver.Id && s.On >= from && s.On <= to).ToDictionaryAsync(s => s.On, ct);
            for (var day = from; day <= to; day = day.AddDays(1))
            {
                switch (act.Kind, before.GetValueOrDefault(day))
                {
                    case ({ } kind, { } shift): shift.Change(kind); break;
                    case ({ } kind, null): db.Add(DutyShift.Put(Guid.CreateVersion7(), (driver.Id, driver.UnitId), day, kind)); break;
                    case (null, { } shift): db.Remove(shift); break;
                    default: break;
                }
            }

            driver.Book(); // whoever dispatches the driver at this moment is asked again
            journal.Concerns(FleetKinds.Driver, driver.Id, driver.UnitId);
            return to.DayNumber - from.DayNumber + 1;
        }
    }
}

using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Numbers;
using Guiju.Fleet.Sightings;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Alarms;

/// <summary>What all detectors see on a day, and what of it is not kept yet.</summary>
internal sealed class DayWatch(GuijuDb db, CarDays days, FenceSightings fences, TimeProvider clock)
{
    /// <summary>Whether the figures that a day is measured with are in force on it.</summary>
    public bool CanLook(DateOnly day) => days.CanMeasure(day);

    /// <summary>Everything seen on a day, known or new.</summary>
    public async Task<IReadOnlyList<Seen>> LookAsync(DateOnly day, Guid? car, CancellationToken ct)
    {
        var (seen, t) = (new List<Seen>(), days.On(day));
        foreach (var one in await days.OfAsync(day, car, ct))
        {
            var sightings = Lookout.Look(one, t);
            if (sightings.Any(s => s is { Kind: AlarmKind.OdometerGap, Accepted: null }))
            {
                sightings = Lookout.Look(await days.WithMeterAsync(one, t, ct), t);
            }

            seen.AddRange(sightings.Concat(await fences.OfAsync(one, ct)).Select(s => new Seen(one.Car, day, s)));
        }

        return seen;
    }

    /// <summary>What was seen and is not kept: one a car, kind and beginning. Of drives without an order nothing is said while an order may still be made up.</summary>
    public async Task<IReadOnlyList<Seen>> NewAsync(DateOnly day, Guid? car, CancellationToken ct)
    {
        var seen = await LookAsync(day, car, ct);
        var cars = seen.Select(s => s.Car.Id).Distinct().ToList();
        var kept = (await db.Set<Alarm>().AsNoTracking().Where(a => cars.Contains(a.VehicleId)).Select(a => new { a.VehicleId, a.Kind, a.From }).ToListAsync(ct)).Select(a => (a.VehicleId, a.Kind, DateTime.SpecifyKind(a.From, DateTimeKind.Utc))).ToHashSet();
        var (now, late) = (clock.GetLocalNow().DateTime, days.On(day).LateHours);
        return seen.Where(s => s.Sighting.Kind is not (AlarmKind.NoOrder or AlarmKind.Holiday) || s.Sighting.Time.To.AddHours(late) <= now).DistinctBy(s => (s.Car.Id, s.Sighting.Kind, Utc(s.Sighting.Time.From))).Where(s => !kept.Contains((s.Car.Id, s.Sighting.Kind, Utc(s.Sighting.Time.From)))).ToList();
    }

    /// <summary>A sighting's time as the record holds it: UTC, whole seconds.</summary>
    public DateTime Utc(DateTime local) => clock.ToUtc(new DateTime(local.Ticks - local.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Unspecified));

    /// <summary>A sighting of a car.</summary>
    internal sealed record Seen(CarFacts Car, DateOnly Day, Sighting Sighting);
}

/// <summary>Looks at a day that is over and keeps what was seen: what the record explains is only kept, about the rest people are asked. Done twice it does nothing the second time.</summary>
[Needs(FleetPermissions.JudgeAlarms), Display(Name = "核查一天的用车")]
public sealed record WatchDay : IAct<int>
{
    [Display(Name = "日期"), Required] public DateOnly? Day { get; init; }

    /// <summary>One car; all of them where none is named.</summary>
    [Display(Name = "车辆")] public Guid? VehicleId { get; init; }

    internal sealed class Handler(GuijuDb db, DayWatch watch, Numbering numbering, AlarmCases cases, AlarmFolder folder, TimeProvider clock) : IHandler<WatchDay, int>
    {
        public async Task<int> HandleAsync(WatchDay act, CancellationToken ct)
        {
            var day = act.Day.GetValueOrDefault();
            Check.That(day < clock.Today(), AlarmChecks.DayIsOver, nameof(Day));
            var seen = await watch.NewAsync(day, act.VehicleId, ct);
            foreach (var one in seen)
            {
                var (time, units) = (one.Sighting.Time, one.Sighting.Order is { } order ? await db.Set<Trips.Trip>().Where(t => t.Id == order.Id).Select(t => (Guid?)t.UnitId).FirstOrDefaultAsync(ct) : null);
                var subject = new AlarmSubject(one.Car.Id, one.Car.PlateNo, units ?? one.Car.UnitId, day, watch.Utc(time.From), watch.Utc(time.To));
                var alarm = Alarm.Raise(Guid.CreateVersion7(), await numbering.NextAsync("警", day, ct), one.Sighting, subject, clock.UtcNow());
                db.Add(alarm);
                folder.Name(alarm);
                if (alarm.IsOpen)
                {
                    await cases.RaisedAsync(alarm, ct);
                }
            }

            return seen.Count;
        }
    }
}

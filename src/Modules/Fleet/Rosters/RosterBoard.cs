using Guiju.Clocks;
using Guiju.Decisions.Contracts;
using Guiju.Fleet.Drivers;
using Guiju.Fleet.Holidays;
using Guiju.Fleet.Trips;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Rosters;

/// <summary>The roster of a month: drivers beside days, with what stands against them, and over holidays whether the cars on duty have drivers on duty.</summary>
internal sealed class RosterBoard(GuijuDb db, ActorHolder asker, Bodies bodies, WorkCalendar calendar, IFigures figures)
{
    /// <summary>Drivers on a page.</summary>
    public const int Size = 25;

    private const string MedicalYears = "fleet.driver.medical-years";
    private const string RestAfterDays = "fleet.driver.rest-after-days";

    /// <summary>The month.</summary>
    public async Task<View> AskAsync(DateOnly month, Guid? unitId, int page, CancellationToken ct)
    {
        var (first, last) = (new DateOnly(month.Year, month.Month, 1), new DateOnly(month.Year, month.Month, 1).AddMonths(1).AddDays(-1));
        var tree = await bodies.TreeAsync(ct);
        var drivers = db.Set<Driver>().AsNoTracking().Within(asker.Current, FleetPermissions.Dispatch, d => d.UnitId).Where(d => d.State != DriverState.Left && (unitId == null || d.UnitId == unitId));
        var total = await drivers.CountAsync(ct);
        var shown = await drivers.OrderByDescending(d => db.Set<DutyShift>().Any(s => s.DriverId == d.Id && s.On >= first && s.On <= last)).ThenBy(d => d.Name).ThenBy(d => d.LicenceNo).Skip((page - 1) * Size).Take(Size).ToListAsync(ct);
        var ids = shown.ConvertAll(d => d.Id);
        var shifts = (await db.Set<DutyShift>().AsNoTracking().Where(s => ids.Contains(s.DriverId) && s.On >= first && s.On <= last).ToListAsync(ct)).ToLookup(s => s.DriverId);
        var trips = (await db.Set<Trip>().AsNoTracking().Where(t => t.DriverId != null && ids.Contains(t.DriverId.Value) && t.Day >= first && t.Day <= last && t.State != TripState.Cancelled).GroupBy(t => new { t.DriverId, t.Day }).Select(g => new { g.Key.DriverId, g.Key.Day, Count = g.Count() }).ToListAsync(ct)).ToLookup(t => t.DriverId.GetValueOrDefault());
        return new View(first, shown.ConvertAll(d => RowOf(d, tree.NameOf(d.UnitId), shifts[d.Id].ToDictionary(s => s.On, s => s.Kind), trips[d.Id].ToDictionary(t => t.Day, t => t.Count), (last, Number(MedicalYears, last), Number(RestAfterDays, last)))), total)
        {
            Days = Enumerable.Range(0, last.Day).Select(d => first.AddDays(d)).Select(d => (d, calendar.IsWorkday(d), calendar.IsStatutoryRest(d))).ToList(),
            Holidays = await HolidaysAsync(first, last, unitId, ct),
        };
    }

    // Without the figure nothing is said.
    private int? Number(string id, DateOnly on) => (int?)(figures.On(id, on)?.Value as decimal?);

    private static Row RowOf(Driver driver, string unit, Dictionary<DateOnly, ShiftKind> shifts, Dictionary<DateOnly, int> trips, (DateOnly Last, int? MedicalYears, int? RestAfter) by)
    {
        var worked = shifts.Where(s => s.Value is not (ShiftKind.Leave or ShiftKind.Standby)).Select(s => s.Key).Union(trips.Keys).Order().ToList();
        var (run, longest) = (0, 0);
        for (var i = 0; i < worked.Count; i++)
        {
            run = i > 0 && worked[i].DayNumber == worked[i - 1].DayNumber + 1 ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return new Row(driver.Id, driver.Name, unit, shifts, trips)
        {
            LicenceEnds = driver.LicenceTo <= by.Last ? driver.LicenceTo : null,
            MedicalOlder = by.MedicalYears is { } years && (driver.MedicalOn is not { } seen || seen.AddYears(years) < by.Last) ? years : null,
            WithoutRest = longest > by.RestAfter ? longest : null,
        };
    }

    // Days off on which cars are on duty, and how many drivers are: a car on duty without a driver cannot go.
    private async Task<IReadOnlyList<Holiday>> HolidaysAsync(DateOnly first, DateOnly last, Guid? unitId, CancellationToken ct)
    {
        var reach = asker.Current.For(FleetPermissions.Dispatch);
        var cars = (await db.Set<HolidayDuty>().AsNoTracking().Where(d => d.From <= last && d.To >= first && (unitId == null || d.UnitId == unitId)).Select(d => new { d.Holiday, d.From, d.To, d.UnitId }).ToListAsync(ct)).Where(d => reach.Covers(d.UnitId)).ToList();
        var shifts = await db.Set<DutyShift>().AsNoTracking().Where(s => s.On >= first && s.On <= last && s.Kind != ShiftKind.Leave && (unitId == null || s.UnitId == unitId)).Select(s => new { s.On, s.UnitId }).ToListAsync(ct);
        return cars.GroupBy(c => (c.Holiday, c.From, c.To)).OrderBy(g => g.Key.From).Select(g =>
        {
            var days = Enumerable.Range(0, g.Key.To.DayNumber - g.Key.From.DayNumber + 1).Select(d => g.Key.From.AddDays(d)).Where(d => d >= first && d <= last).ToList();
            return new Holiday(g.Key.Holiday, g.Key.From, g.Key.To, g.Count(), days.Count == 0 ? 0 : days.Min(d => shifts.Count(s => s.On == d && reach.Covers(s.UnitId))));
        }).ToList();
    }

    /// <summary>The month.</summary>
    internal sealed record View(DateOnly Month, IReadOnlyList<Row> Rows, int Total)
    {
        public required IReadOnlyList<(DateOnly On, bool Workday, bool Holiday)> Days { get; init; }

        public required IReadOnlyList<Holiday> Holidays { get; init; }
    }

    /// <summary>A driver's month.</summary>
    internal sealed record Row(Guid Id, string Name, string Unit, IReadOnlyDictionary<DateOnly, ShiftKind> Shifts, IReadOnlyDictionary<DateOnly, int> Trips)
    {
        /// <summary>Last day of the licence, where it ends by the end of the month.</summary>
        public DateOnly? LicenceEnds { get; init; }

        /// <summary>Years that the last medical is older than, or none is known; null where it is not.</summary>
        public int? MedicalOlder { get; init; }

        /// <summary>Days worked without a day of rest, where they are too many.</summary>
        public int? WithoutRest { get; init; }
    }

    /// <summary>A holiday with its cars on duty, and the fewest drivers down on one of its days.</summary>
    internal sealed record Holiday(string Name, DateOnly From, DateOnly To, int Cars, int Drivers);
}

using Guiju.Fleet.Alarms;
using Guiju.Fleet.Sightings;
using Guiju.Fleet.Terminals;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Jt808;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Demonstration;

/// <summary>
/// A handful of alarms in different states. Positions of a few cars on single days of December 2023 are planted, the detectors look at these days, and the planted people explain and decide, all through the desk.
/// </summary>
internal sealed class PlantedAlarms(GuijuDb db, Desk desk, (ActorSource People, ActorHolder Asker) who) : IDemonstration
{
    private const string Office = "0303";
    private const double Latitude = 39.9;
    private const double Longitude = 116.4;
    private const double KmADegree = 111.32;
    private const uint PowerCut = 1 << 8;

    private static readonly DateOnly First = new(2023, 12, 11);
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    public int Order => 40;

    public Bilingual Title { get; } = new("用车报警", "Alarms about cars");

    public async Task<IReadOnlyDictionary<string, int>> PlantAsync(CancellationToken ct)
    {
        var planter = who.Asker.Current;
        await db.Database.OpenConnectionAsync(ct);
        var tables = new PositionTables(db.Database.GetDbConnection());
        var place = await tables.BeginAsync(ct);
        var days = new List<(Guid Car, DateOnly Day)>();
        foreach (var (car, terminal, day, told) in await GhostsAsync(ct))
        {
            await StoreAsync(tables, terminal, told, place, ct);
            days.Add((car, day));
        }

        foreach (var (car, terminal, day, told) in await JourneysAsync(ct))
        {
            await StoreAsync(tables, terminal, told, place, ct);
            days.Add((car, day));
        }

        await tables.ForgetAsync(ct); // the gateway's journal begins later
        await db.Database.CloseConnectionAsync();
        foreach (var (car, day) in days)
        {
            await ActAsAsync("B003", ct);
            await desk.PerformAsync(new WatchDay { Day = day, VehicleId = car }, ct);
        }

        await HandleAsync(ct);
        who.Asker.Current = planter;
        return new Dictionary<string, int> { ["alarms"] = await db.Set<Alarm>().CountAsync(ct) };
    }

    // Three cars of one organ, each in the evening of a day without a journey.
    private async Task<List<(Guid, string, DateOnly, List<Position>)>> GhostsAsync(CancellationToken ct)
    {
        var unit = Planted.Id("unit:" + Office);
        var last = First.AddDays(9);
        var cars = await db.Set<Vehicle>().AsNoTracking().Where(v => v.UnitId == unit && v.State == VehicleState.InService && v.TerminalId != "").OrderBy(v => v.PlateNo).Take(3).Select(v => new { v.Id, v.TerminalId }).ToListAsync(ct);
        var ids = cars.ConvertAll(c => c.Id);
        var busy = (await db.Set<Trip>().AsNoTracking().Where(t => t.VehicleId != null && ids.Contains(t.VehicleId.Value) && t.Day >= First && t.Day <= last).Select(t => new { t.VehicleId, t.Day }).ToListAsync(ct)).Select(t => (t.VehicleId.GetValueOrDefault(), t.Day)).ToHashSet();
        return cars.Select((car, n) =>
        {
            var day = Enumerable.Range(0, 10).Select(d => First.AddDays(d)).First(d => !busy.Contains((car.Id, d)));
            var evening = day.ToDateTime(new TimeOnly(19, 10)).AddMinutes(n * 25);
            return (car.Id, car.TerminalId, day, (List<Position>)[.. Stands(day.ToDateTime(TimeOnly.MinValue), evening, 0), .. Drives(evening, 18, 0, 7 + n * 3), .. Stands(evening.AddMinutes(20), evening.AddMinutes(60), 7 + n * 3), .. Drives(evening.AddMinutes(60), 20, 7 + n * 3, 0), .. Stands(evening.AddMinutes(82), day.AddDays(1).ToDateTime(TimeOnly.MinValue), 0)]);
        }).ToList();
    }

    // Three journeys that were made: over one the terminal is silent, after one the car stays out, on one the terminal's power is cut.
    private async Task<List<(Guid, string, DateOnly, List<Position>)>> JourneysAsync(CancellationToken ct)
    {
        var last = First.AddDays(4);
        var trips = await db.Set<Trip>().AsNoTracking().Where(t => t.State == TripState.Settled && t.Day >= First && t.Day <= last && t.Scope == TripScope.InCity)
            .Join(db.Set<Vehicle>().Where(v => v.TerminalId != "" && v.State == VehicleState.InService), t => t.VehicleId, v => (Guid?)v.Id, (t, v) => new { v.Id, v.TerminalId, v.UnitId, t.Day, t.RealStart, t.RealEnd, t.OdoIn, t.OdoOut, t.Code }).OrderBy(t => t.Code).ToListAsync(ct);
        var office = Planted.Id("unit:" + Office);
        return trips.GroupBy(t => (t.Id, t.Day)).Where(g => g.Count() == 1).Select(g => g.First()).Where(t => t.UnitId != office && t.OdoIn - t.OdoOut is > 24 and < 50).DistinctBy(t => t.Id).Take(3).Select((t, n) =>
        {
            var (start, end, km) = (Local(t.RealStart), Local(t.RealEnd), (double)(t.OdoIn - t.OdoOut).GetValueOrDefault() / 2);
            var (day, back) = (t.Day.ToDateTime(TimeOnly.MinValue), end.AddMinutes(-45));
            List<Position> told =
            [
                .. Enumerable.Range(1, 4).SelectMany(d => Stands(day.AddDays(-d).AddHours(23), day.AddDays(-d).AddHours(23.4), 0)),
                .. Stands(day, start, 0), .. Drives(start.AddMinutes(2), 40, 0, km), .. Stands(start.AddMinutes(43), back, km), .. Drives(back, 38, km, n == 1 ? km * 0.6 : 0), .. Stands(back.AddMinutes(40), day.AddDays(1), n == 1 ? km * 0.6 : 0),
            ];
            return (t.Id, t.TerminalId, t.Day, n switch
            {
                0 => told.Where(p => p.Time is { } at && (at.DateTime < start.AddMinutes(12) || at.DateTime > back.AddMinutes(30))).ToList(),
                2 => told.ConvertAll(p => p.Time is { } at && at.DateTime > start.AddMinutes(45) && at.DateTime < start.AddMinutes(115) ? p with { AlarmBits = PowerCut } : p),
                _ => told,
            });
        }).ToList();
    }

    // The first drive of the organ waits for its explanation, the second one for the verdict, the third one is decided; so are the night out and the device.
    private async Task HandleAsync(CancellationToken ct)
    {
        var alarms = await db.Set<Alarm>().AsNoTracking().Where(a => a.State == AlarmState.Asked || a.State == AlarmState.Answered).OrderBy(a => a.PlateNo).ToListAsync(ct);
        var ghosts = alarms.Where(a => a.Kind == AlarmKind.NoOrder).ToList();
        foreach (var alarm in ghosts.Skip(1))
        {
            await ExplainAsync(alarm, alarm == ghosts[1] ? "晚间临时送文件到市政务中心，未及时补单" : "接职工电话后私自出车", ct);
        }

        foreach (var alarm in ghosts.Skip(2).Take(1))
        {
            await JudgeAsync(alarm, AlarmVerdict.Confirmed, "未申请用车，已责成单位整改", ct);
        }

        foreach (var alarm in alarms.Where(a => a.Kind == AlarmKind.NotHome))
        {
            await ExplainAsync(alarm, "任务结束较晚，停在驻地外租用车位，已口头报告", ct);
            await JudgeAsync(alarm, AlarmVerdict.Reasonable, "当晚有任务，停放地点属实", ct);
        }

        foreach (var alarm in alarms.Where(a => a.Kind == AlarmKind.TerminalCut))
        {
            await JudgeAsync(alarm, AlarmVerdict.Device, "终端电源接头松动，已通知维修", ct);
        }
    }

    private async Task ExplainAsync(Alarm alarm, string explanation, CancellationToken ct)
    {
        var unit = await db.Set<Unit>().AsNoTracking().Where(u => u.Id == alarm.UnitId).Select(u => u.Code).FirstAsync(ct);
        await ActAsAsync($"{unit}-2", ct);
        await desk.PerformAsync(new ExplainAlarm { Id = alarm.Id, Explanation = explanation }, ct);
    }

    private async Task JudgeAsync(Alarm alarm, AlarmVerdict verdict, string opinion, CancellationToken ct)
    {
        await ActAsAsync("B003", ct);
        await desk.PerformAsync(new JudgeAlarm { Id = alarm.Id, Verdict = verdict, Opinion = opinion }, ct);
    }

    private async Task ActAsAsync(string person, CancellationToken ct) => who.Asker.Current = await who.People.ForAsync(Planted.Id("person:" + person), ct);

    private static Task StoreAsync(PositionTables tables, string terminal, List<Position> told, (string Segment, long Offset) place, CancellationToken ct) =>
        tables.StoreAsync([.. told.Select((p, i) => new StoredPosition(terminal, (ushort)i, 0, p.Time.GetValueOrDefault(), p))], [], place, ct);

    private static DateTime Local(DateTime? utc) => DateTime.SpecifyKind(utc.GetValueOrDefault() + Zone, DateTimeKind.Unspecified);

    private static IEnumerable<Position> Stands(DateTime from, DateTime to, double km)
    {
        for (var at = from; at < to; at = at.AddMinutes(20))
        {
            yield return At(at, km, 0);
        }
    }

    private static IEnumerable<Position> Drives(DateTime from, int minutes, double fromKm, double toKm) =>
        Enumerable.Range(0, minutes + 1).Select(m => At(from.AddMinutes(m), fromKm + (toKm - fromKm) * m / minutes, Math.Abs(toKm - fromKm) / minutes * 60));

    private static Position At(DateTime local, double km, double kmh) => new() { Time = new DateTimeOffset(local, Zone), Latitude = Latitude + km / KmADegree, Longitude = Longitude, SpeedKmh = Math.Round(kmh, 1), StatusBits = 3 };
}

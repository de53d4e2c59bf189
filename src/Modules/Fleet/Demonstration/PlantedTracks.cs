using Guiju.Fleet.Geofences;
using Guiju.Fleet.Terminals;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Jt808;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.Organisations;
using Guiju.Roads;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Guiju.Fleet.Demonstration;

/// <summary>Terminals in all cars, where they stand, the last day of a few of them and the ways of some journeys of 2023, through journal and tables as the gateway writes them; and some geofences.</summary>
internal sealed class PlantedTracks(GuijuDb db, TimeProvider clock, IOptions<FleetOptions> options) : IDemonstration
{
    private const int OnTheMove = 12;
    private const int Journeys = 8;
    private const int StepS = 15;

    private readonly InventedCity city = new();

    public int Order => 25;

    public Bilingual Title { get; } = new("车载终端、轨迹与电子围栏", "Terminals, tracks and geofences");

    public async Task<IReadOnlyDictionary<string, int>> PlantAsync(CancellationToken ct)
    {
        city.WriteTo(options.Value.Map.Folder);
        var cars = await db.Set<Vehicle>().AsNoTracking().OrderBy(v => v.TerminalId).Select(v => new Carrier(v.Id, v.TerminalId, v.TerminalState, v.InServiceOn ?? v.RegisteredOn)).ToListAsync(ct);
        var begun = new DateOnly(2020, 3, 1); // older cars were fitted then
        var fences = Fences().ToList();
        using (var ledger = new LedgerBulk(db))
        {
            var today = clock.Today();
            var fitted = cars.ConvertAll(c => FittedTerminal.Fit(Planted.Id("terminal:" + c.Terminal), c.Terminal, c.Id, (TerminalProtocol.Of2019, "FY-北斗2019"), (c.Since > begun ? c.Since : begun, today)));
            await ledger.AddAsync(new BulkAct(clock.UtcNow(), "fleet.PlantFleet", "{}", fitted.ConvertAll(t => (FleetKinds.Terminal, t.Id))), fitted, ct);
            await ledger.AddAsync(new BulkAct(clock.UtcNow(), "fleet.PlantFleet", "{}", fences.ConvertAll(f => (FleetKinds.Geofence, f.Id))), fences, ct);
            await ledger.FlushAsync(ct);
        }

        var frames = (await JourneyFramesAsync(cars, ct)).Concat(DayFrames(cars)).OrderBy(f => f.At).ToList();
        return new Dictionary<string, int> { ["terminals"] = cars.Count, ["geofences"] = fences.Count, ["positions"] = await StoreAsync(frames, ct) };
    }

    // A journal of its own, read at once and thrown away: the bureau's gateway begins its own later.
    private async Task<int> StoreAsync(List<KeptFrame> frames, CancellationToken ct)
    {
        var folder = Directory.CreateTempSubdirectory("guiju-tracks");
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var journal = new FrameJournal(folder.FullName);
            var kept = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            for (var i = 0; i < frames.Count; i++)
            {
                await journal.KeepAsync(frames[i], i == frames.Count - 1 ? kept.SetResult : static () => { }, ct);
            }

            await kept.Task.WaitAsync(ct);
            var tables = new PositionTables(db.Database.GetDbConnection());
            var reader = new JournalReader(journal, tables);
            await reader.CatchUpAsync(ct);
            await tables.ForgetAsync(ct);
            return (int)reader.Stored;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
            folder.Delete(recursive: true);
        }
    }

    // Where every car stands now; a few drove within the last day, one has no fix, one a wrong clock, one is on its way.
    private IEnumerable<KeptFrame> DayFrames(List<Carrier> cars)
    {
        var now = clock.GetUtcNow();
        for (var i = 0; i < cars.Count; i++)
        {
            var heard = now.AddMinutes(cars[i].State == TerminalState.Online ? -(i % 9) - 1 : -3 * 24 * 60);
            var (at, home) = (now.AddHours(-20), i * 7 + i / 13);
            for (var way = 0; i < OnTheMove && way < 4; way++)
            {
                var (from, to) = way % 2 == 0 ? (home, home + 31 + i) : (home + 31 + i, home);
                foreach (var frame in Drive(cars[i].Terminal, city.Way(from, to), at.AddMinutes(i * 11), null, 36 + i % 5 * 4))
                {
                    yield return frame;
                }

                at = at.AddHours(4);
            }

            if (i == 1)
            {
                foreach (var frame in Drive(cars[i].Terminal, city.Way(home, city.Nodes - 1), now.AddMinutes(-12), now, 42))
                {
                    yield return frame;
                }

                continue;
            }

            yield return Report(cars[i].Terminal, city[home], i == 7 ? heard.AddMinutes(-40) : heard, heard, (0, 0), fix: i % 97 != 8);
        }
    }

    // The last journeys of the year, between their departure and return.
    private async Task<IEnumerable<KeptFrame>> JourneyFramesAsync(List<Carrier> cars, CancellationToken ct)
    {
        var terminals = cars.ToDictionary(c => c.Id, c => c.Terminal);
        var trips = await db.Set<Trip>().AsNoTracking().Where(t => t.RealEnd != null && t.VehicleId != null).OrderByDescending(t => t.Code).Take(Journeys).Select(t => new { t.VehicleId, t.RealStart, t.RealEnd }).ToListAsync(ct);
        return trips.SelectMany((t, n) =>
        {
            var (start, end) = (new DateTimeOffset(t.RealStart.GetValueOrDefault()), new DateTimeOffset(t.RealEnd.GetValueOrDefault()));
            var (terminal, there, back) = (terminals[t.VehicleId.GetValueOrDefault()], city.Way(n * 17, n * 17 + 52), city.Way(n * 17 + 52, n * 17));
            return Drive(terminal, there, start, end, 40).Concat(Drive(terminal, back, end.AddMinutes(-25), end, 44));
        }).ToList();
    }

    // Along a way at a speed, a report every quarter of a minute, until the way or the time ends.
    private static IEnumerable<KeptFrame> Drive(string terminal, IReadOnlyList<GeoPoint> way, DateTimeOffset start, DateTimeOffset? end, double speedKmh)
    {
        var (at, step) = (start, speedKmh / 3.6 * StepS);
        var left = 0.0;
        for (var i = 1; i < way.Count; i++)
        {
            var plane = new GeoPlane(way[i - 1]);
            var to = plane.On(way[i]);
            var (metres, heading) = (to.To(default), (int)((Math.Atan2(to.X, to.Y) * 180 / Math.PI + 360) % 360));
            for (; left < metres; left += step, at = at.AddSeconds(StepS))
            {
                if (at > end)
                {
                    yield break;
                }

                yield return Report(terminal, plane.Off(new PlanePoint(to.X * left / metres, to.Y * left / metres)), at, at, (speedKmh, heading), fix: true);
            }

            left -= metres;
        }

        yield return Report(terminal, way[^1], at, at, (0, 0), fix: true);
    }

    private static KeptFrame Report(string terminal, GeoPoint where, DateTimeOffset at, DateTimeOffset heard, (double SpeedKmh, int Heading) motion, bool fix)
    {
        var head = new Header(MessageIds.Location, Edition.Of2019, terminal.PadLeft(20, '0'), (ushort)(at.ToUnixTimeSeconds() / StepS), 0) { ProtocolVersion = 1 };
        var (latitude, longitude, speed) = ((uint)(where.Latitude * 1e6), (uint)(where.Longitude * 1e6), (ushort)(motion.SpeedKmh * 10));
        byte[] body =
        [
            0, 0, 0, 0, 0, 0, 0, (byte)((fix ? 2 : 0) | (speed > 0 ? 1 : 0)),
            (byte)(latitude >> 24), (byte)(latitude >> 16), (byte)(latitude >> 8), (byte)latitude, (byte)(longitude >> 24), (byte)(longitude >> 16), (byte)(longitude >> 8), (byte)longitude,
            4, 176, (byte)(speed >> 8), (byte)speed, (byte)(motion.Heading >> 8), (byte)motion.Heading, .. BcdTime.Write(at),
        ];
        return new KeptFrame(heard, true, Answers.Frame(head, MessageIds.Location, head.Serial, body).AsMemory()[1..^1]);
    }

    private IEnumerable<Geofence> Fences()
    {
        var bureau = Planted.Id("unit:" + PlantedUnits.Bureau);
        var week = Enum.GetValues<FenceDay>();
        yield return Fence("城区范围", FenceShape.Polygon, [city[13], city[24], city[115], city[105]], null, FenceDirection.Leave, week);
        yield return Fence("车辆保障中心停车场", FenceShape.Circle, [city[0]], 300, FenceDirection.Both, week);
        yield return Fence("机要通信固定线路", FenceShape.Corridor, [city[7], city[10], city[49]], 200, FenceDirection.Leave, week[..5]);

        Geofence Fence(string name, FenceShape shape, IEnumerable<GeoPoint> points, decimal? width, FenceDirection direction, IReadOnlyList<FenceDay> days) => Geofence.Draw(
            Planted.Id("geofence:" + name),
            new DrawGeofence { Name = name, UnitId = bureau, Shape = shape, Points = FencePoints.Write(points), WidthM = width, Direction = direction, Days = days, Severity = FenceSeverity.Ordinary },
            bureau, []);
    }

    private sealed record Carrier(Guid Id, string Terminal, TerminalState State, DateOnly Since);
}

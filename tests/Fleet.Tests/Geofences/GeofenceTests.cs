using Guiju.Fleet.Geofences;
using Guiju.Fleet.Maps;
using Guiju.Fleet.Terminals;
using Guiju.Fleet.Tests.Terminals;
using Guiju.Jt808;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Roads;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Tests.Geofences;

public sealed class GeofenceTests
{
    private static readonly GeoPlane Plane = new(new GeoPoint(38.2, 107.3));

    // Monday, ten past nine in the bureau.
    private static readonly DateTimeOffset Begun = new(2023, 5, 8, 9, 10, 0, TimeSpan.FromHours(8));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_car_that_drives_through_is_seen_going_in_and_out_and_only_what_counts_is_told()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var (car, _) = await bureau.PairAsync(Ct);
        await bureau.DoneAsync(bureau.Desk, FittedTerminalTests.Fitting(1), Ct);
        await DriveAsync(bureau, -2000, 2000);
        var both = await bureau.DoneAsync(bureau.Desk, Circle(bureau, "全天进出"), Ct);
        await bureau.DoneAsync(bureau.Desk, Circle(bureau, "只计驶出") with { Direction = FenceDirection.Leave }, Ct);
        await bureau.DoneAsync(bureau.Desk, Circle(bureau, "夜间") with { From = new TimeOnly(22, 0), To = new TimeOnly(6, 0) }, Ct);
        await bureau.DoneAsync(bureau.Desk, Circle(bureau, "周末") with { Days = [FenceDay.Saturday, FenceDay.Sunday] }, Ct);
        await bureau.DoneAsync(bureau.Desk, Circle(bureau, "别的单位") with { UnitId = bureau.Other.Id }, Ct);
        await bureau.DoneAsync(bureau.Desk, Circle(bureau, "指定车辆") with { Plates = "京A·00001" }, Ct);

        var crossings = await CrossingsAsync(bureau, car);

        Assert.Equal(["全天进出:True", "指定车辆:True", "全天进出:False", "只计驶出:False", "指定车辆:False"], crossings.Select(c => $"{c.Fence}:{c.Inward}"));
        Assert.Equal(new DateTime(2023, 5, 8, 1, 12, 30), crossings[0].At, TimeSpan.FromSeconds(2)); // 1 500 of 4 000 metres in six minutes and forty seconds
        Assert.Equal(crossings.Count, (await bureau.AskAsync<Replay, Replay.View?>(bureau.Head, r => r.OfDayAsync(car, Samples.Today, Ct)))!.Crossings.Count);

        await bureau.DoneAsync(bureau.Desk, new EndGeofence { Id = both }, Ct);
        Assert.DoesNotContain(await CrossingsAsync(bureau, car), c => c.Fence == "全天进出");
    }

    [Fact]
    public async Task What_encloses_nothing_or_watches_strangers_is_refused_at_its_field()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await bureau.PairAsync(Ct);
        var right = Circle(bureau, "甲");
        var polygon = right with { Shape = FenceShape.Polygon, WidthM = null };

        await RefusedAsync(FenceChecks.PointsAreRight, "Points", right with { Points = "38.2" });
        await RefusedAsync(FenceChecks.PointsAreRight, "Points", right with { Points = "98.2,107.3" });
        await RefusedAsync(FenceChecks.PointsSuffice, "Points", right with { Points = "38.2,107.3\n38.3,107.3" });
        await RefusedAsync(FenceChecks.PointsSuffice, "Points", polygon with { Points = "38.2,107.3\n38.3,107.3" });
        await RefusedAsync(FenceChecks.PolygonHasAnInside, "Points", polygon with { Points = "38.2,107.3\n38.3,107.3\n38.4,107.3" });
        await RefusedAsync(FenceChecks.WidthIsGiven, "WidthM", right with { WidthM = null });
        await RefusedAsync(FenceChecks.WidthIsGiven, "WidthM", polygon with { WidthM = 5, Points = "38.2,107.3\n38.3,107.3\n38.4,107.4" });
        await RefusedAsync(FenceChecks.DaysAreGiven, "Days", right with { Days = [] });
        await RefusedAsync(FenceChecks.CarsAreKnown, "Plates", right with { Plates = "京A99999" });
        var id = await bureau.DoneAsync(bureau.Desk, right with { Points = " 38.2，107.3 ;" }, Ct);
        await RefusedAsync(FenceChecks.NameIsFree, "Name", right);
        Assert.IsType<Outcome<Guid>.Denied>(await bureau.DoAsync(bureau.Head, right with { Name = "乙" }, Ct));
        Assert.IsType<Outcome<Guid>.Missing>(await bureau.DoAsync(bureau.UnitDesk, right with { Name = "乙", UnitId = bureau.Other.Id }, Ct));

        var file = (await bureau.AskAsync<GeofenceFile, GeofenceFile.View?>(bureau.UnitDesk, f => f.AskAsync(id, Ct)))!;
        await bureau.DoneAsync(bureau.UnitDesk, file.Sheet with { Name = "甲二", Points = "38.2,107.3\n38.3,107.3", Shape = FenceShape.Corridor }, Ct);
        Assert.Equal(("甲二", "38.2,107.3\n38.3,107.3"), await bureau.ReadAsync(async db => await db.FindAsync<Geofence>([id], Ct) is { } f ? (f.Name, f.Points) : default));

        async Task RefusedAsync(SystemCheck check, string field, DrawGeofence act)
        {
            var broken = Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Desk, act, Ct));
            Assert.Equal((check.Code, field), (broken.Check.Code, broken.Field));
        }
    }

    private static Task<IReadOnlyList<FenceCrossing>> CrossingsAsync(Bureau bureau, Guid car) =>
        bureau.AskAsync<GeofenceCrossings, IReadOnlyList<FenceCrossing>>(bureau.Desk, c => c.AskAsync(car, Begun.UtcDateTime, Begun.UtcDateTime.AddHours(1), Ct));

    private static DrawGeofence Circle(Bureau bureau, string name) => new()
    {
        Name = name, UnitId = bureau.Organ.Id, Shape = FenceShape.Circle, Points = "38.2,107.3", WidthM = 500, Direction = FenceDirection.Both, Days = Enum.GetValues<FenceDay>(), Severity = FenceSeverity.Ordinary,
    };

    // From west to east through the middle at ten metres a second, a position every twenty seconds, through the tables as the gateway fills them.
    private static Task<bool> DriveAsync(Bureau bureau, double fromM, double toM) => bureau.AskAsync<GuijuDb, bool>(bureau.Desk, async db =>
    {
        await db.Database.OpenConnectionAsync(Ct);
        var positions = new List<StoredPosition>();
        for (var (x, serial) = (fromM, 1); x <= toM; x += 200, serial++)
        {
            var (place, at) = (Plane.Off(new PlanePoint(x, 0)), Begun.AddSeconds((x - fromM) / 10));
            positions.Add(new StoredPosition(FittedTerminalTests.Fitting(1).Number, (ushort)serial, 0, at, new Position { Time = at, Latitude = place.Latitude, Longitude = place.Longitude, SpeedKmh = 36, StatusBits = 3 }));
        }

        var tables = new PositionTables(db.Database.GetDbConnection());
        await tables.BeginAsync(Ct);
        await tables.StoreAsync(positions, [], ("20230508", 1), Ct);
        await db.Database.CloseConnectionAsync();
        return true;
    });
}

using Guiju.Fleet.Geofences;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Maps;

/// <summary>What maps are drawn from, under <c>/api/fleet/map</c>: the base, the cars, the fences, a way.</summary>
internal static class MapModel
{
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/map/base", BaseAsync).WithName("fleet.map.base").Produces<MapGround.Base>();
        api.MapGet("/map/cars", CarsAsync).WithName("fleet.map.cars").Produces<CarsNow>();
        api.MapGet("/map/fences", FencesAsync).WithName("fleet.map.fences").Produces<IReadOnlyList<FenceLine>>();
        api.MapGet("/map/track", TrackAsync).WithName("fleet.map.track").Produces<Way>();
    }

    private static Task<IResult> BaseAsync(bool? measured, HttpContext http, MapGround map, ActorHolder asker, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        http.Response.Headers.CacheControl = "private, max-age=300";
        return Task.FromResult(asker.Current.Can(FleetPermissions.Read) ? Results.Json(map.Read(measured == true), Json.Options) : OutcomeHttp.Denied(FleetPermissions.Read));
    }

    private static async Task<IResult> CarsAsync(Guid? unit, string? q, MapCars cars, ActorHolder asker, TimeProvider clock, CancellationToken ct) =>
        asker.Current.Can(FleetPermissions.Read) ? Results.Json(new CarsNow(clock.UtcNow(), await cars.AskAsync(unit, q, ct)), Json.Options) : OutcomeHttp.Denied(FleetPermissions.Read);

    private static async Task<IResult> FencesAsync(GuijuDb db, MapGround map, ActorHolder asker, CancellationToken ct)
    {
        if (!asker.Current.Can(FleetPermissions.Read))
        {
            return OutcomeHttp.Denied(FleetPermissions.Read);
        }

        var fences = await db.Set<Geofence>().AsNoTracking().Within(asker.Current, FleetPermissions.Read, f => f.UnitId).Where(f => f.State == FenceState.InUse).OrderBy(f => f.Name).ToListAsync(ct);
        return Results.Json(fences.ConvertAll(f => new FenceLine(f.Id, f.Name, f.Shape, (FencePoints.Read(f.Points) ?? []).Select(p => map.Shown(p.Latitude, p.Longitude)).ToList(), f.WidthM)), Json.Options);
    }

    // Either ?trip= or ?car= with ?day=yyyy-MM-dd.
    private static async Task<IResult> TrackAsync(Guid? trip, Guid? car, DateOnly? day, Replay replay, MapGround map, ActorHolder asker, CancellationToken ct)
    {
        if (!asker.Current.Can(FleetPermissions.Read))
        {
            return OutcomeHttp.Denied(FleetPermissions.Read);
        }

        var view = trip is { } journey ? await replay.OfTripAsync(journey, ct) : car is { } id && day is { } on ? await replay.OfDayAsync(id, on, ct) : null;
        return view is null ? OutcomeHttp.Missing() : Results.Json(WayOf(view, map), Json.Options);
    }

    private static Way WayOf(Replay.View view, MapGround map) => new(
        view.PlateNo, Math.Round(view.DrivenM), view.Track.Count,
        view.Drawn.Select(p => new WayPoint(p.At, map.Shown(p.Latitude, p.Longitude), p.SpeedKmh, p.Direction)).ToList(),
        view.Crossings.Select(c => new WayCrossing(c.Fence, c.Inward, c.At, map.Shown(c.Where.Latitude, c.Where.Longitude))).ToList());

    /// <summary>The cars at a moment.</summary>
    internal sealed record CarsNow(DateTime At, IReadOnlyList<MapCars.Car> Cars);

    /// <summary>A fence as it is drawn.</summary>
    internal sealed record FenceLine(Guid Id, string Name, FenceShape Shape, IReadOnlyList<double[]> Points, decimal? WidthM);

    /// <summary>A way as it is drawn; <paramref name="Positions"/> is how many there are, of which <paramref name="Points"/> may be fewer.</summary>
    internal sealed record Way(string PlateNo, double DrivenM, int Positions, IReadOnlyList<WayPoint> Points, IReadOnlyList<WayCrossing> Crossings);

    /// <summary>A position of a way.</summary>
    internal sealed record WayPoint(DateTime T, double[] At, double? SpeedKmh, int? Direction);

    /// <summary>A border crossed on the way.</summary>
    internal sealed record WayCrossing(string Fence, bool Inward, DateTime T, double[] At);
}

using Guiju.Fleet.Drivers;
using Guiju.Fleet.Trips;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Vehicles;

/// <summary>Vehicles, drivers and trips within reach, a page at a time.</summary>
internal sealed class FleetLists(GuijuDb db, ActorHolder asker, Bodies bodies)
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 20;

    public async Task<VehiclePart> VehiclesAsync(string? words, VehicleClass? kind, int page, CancellationToken ct)
    {
        var rows = db.Set<Vehicle>().AsNoTracking().Within(asker.Current, FleetPermissions.Read, v => v.UnitId);
        if (!string.IsNullOrWhiteSpace(words))
        {
            var sought = words.Trim();
            rows = rows.Where(v => v.PlateNo.Contains(sought) || v.Brand.Contains(sought) || v.Model.Contains(sought));
        }

        if (kind is { } only)
        {
            rows = rows.Where(v => v.Class == only);
        }

        var tree = await bodies.TreeAsync(ct);
        var total = await rows.CountAsync(ct);
        var found = await rows.OrderBy(v => v.PlateNo).Skip((page - 1) * Size).Take(Size).ToListAsync(ct);
        return new VehiclePart(total, page, found.ConvertAll(v => new VehicleRow(v.Id, v.PlateNo, $"{v.Brand} {v.Model}", v.Class, tree.NameOf(v.UnitId), v.PriceYuan) { RegisteredOn = v.RegisteredOn, InspectionDue = v.InspectionDue, State = v.State }));
    }

    public async Task<TripPart> TripsAsync(string? words, TripState? state, int page, CancellationToken ct)
    {
        var rows = db.Set<Trip>().AsNoTracking().Within(asker.Current, FleetPermissions.Read, t => t.UnitId);
        if (!string.IsNullOrWhiteSpace(words))
        {
            var sought = words.Trim();
            rows = rows.Where(t => t.Code.Contains(sought) || t.Purpose.Contains(sought) || t.PlanTo.Contains(sought));
        }

        if (state is { } only)
        {
            rows = rows.Where(t => t.State == only);
        }

        var tree = await bodies.TreeAsync(ct);
        var total = await rows.CountAsync(ct);
        // The number begins with the day, so its unique index serves the order too.
        var found = await rows.OrderByDescending(t => t.Code).Skip((page - 1) * Size).Take(Size).ToListAsync(ct);
        return new TripPart(total, page, found.ConvertAll(t => new TripRow(t.Id, t.Code, t.Day, tree.NameOf(t.UnitId), t.ApplicantName, t.PlanTo) { Reason = t.Reason, Km = t.Km, State = t.State }));
    }

    public async Task<DriverPart> DriversAsync(string? words, int page, CancellationToken ct)
    {
        var rows = db.Set<Driver>().AsNoTracking().Within(asker.Current, FleetPermissions.Read, d => d.UnitId);
        if (!string.IsNullOrWhiteSpace(words))
        {
            var sought = words.Trim();
            rows = rows.Where(d => d.Name.Contains(sought) || d.LicenceNo.Contains(sought));
        }

        var tree = await bodies.TreeAsync(ct);
        var total = await rows.CountAsync(ct);
        var found = await rows.OrderBy(d => d.Name).ThenBy(d => d.Id).Skip((page - 1) * Size).Take(Size).ToListAsync(ct);
        return new DriverPart(total, page, found.ConvertAll(d => new DriverRow(d.Name, tree.NameOf(d.UnitId), d.LicenceClass, d.LicenceTo, d.Points, d.Phone) { State = d.State }));
    }

    internal sealed record TripPart(int Total, int Page, IReadOnlyList<TripRow> Rows);

    internal sealed record TripRow(Guid Id, string Code, DateOnly Day, string Unit, string Applicant, string To)
    {
        public TripReason Reason { get; init; }

        public decimal? Km { get; init; }

        public TripState State { get; init; }
    }

    internal sealed record DriverPart(int Total, int Page, IReadOnlyList<DriverRow> Rows);

    internal sealed record DriverRow(string Name, string Unit, LicenceClass Licence, DateOnly LicenceTo, int Points, string Phone)
    {
        public DriverState State { get; init; }
    }

    internal sealed record VehiclePart(int Total, int Page, IReadOnlyList<VehicleRow> Rows);

    internal sealed record VehicleRow(Guid Id, string PlateNo, string Model, VehicleClass Class, string Unit, decimal PriceYuan)
    {
        public DateOnly RegisteredOn { get; init; }

        public DateOnly InspectionDue { get; init; }

        public VehicleState State { get; init; }
    }
}

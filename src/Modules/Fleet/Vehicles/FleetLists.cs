using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Vehicles;

/// <summary>Vehicles within reach, a page at a time.</summary>
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

    internal sealed record VehiclePart(int Total, int Page, IReadOnlyList<VehicleRow> Rows);

    internal sealed record VehicleRow(Guid Id, string PlateNo, string Model, VehicleClass Class, string Unit, decimal PriceYuan)
    {
        public DateOnly RegisteredOn { get; init; }

        public DateOnly InspectionDue { get; init; }

        public VehicleState State { get; init; }
    }
}

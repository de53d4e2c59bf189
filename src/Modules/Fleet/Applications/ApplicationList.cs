using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Applications;

/// <summary>Applications within reach, newest first.</summary>
internal sealed class ApplicationList(GuijuDb db, ActorHolder asker, Bodies bodies)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<Row>> AskAsync(CancellationToken ct)
    {
        var tree = await bodies.TreeAsync(ct);
        var rows = await ApplicationFile.Readable(db.Set<FleetApplication>().AsNoTracking(), asker.Current).OrderByDescending(a => a.Id).Take(Most).ToListAsync(ct);
        return rows.ConvertAll(a => new Row(a.Id, a.Code, a.What, tree.NameOf(a.UnitId), a.Class, a.PriceYuan) { On = a.FiledOn, State = a.State });
    }

    internal sealed record Row(Guid Id, string Code, ApplicationKind Kind, string Unit, VehicleClass Class, decimal PriceYuan)
    {
        public DateOnly On { get; init; }

        public ApplicationState State { get; init; }
    }
}

using Guiju.Decisions.Contracts;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Guiju.Fleet.Terminals;

/// <summary>One terminal as the register knows it, and the terminal that a car carries.</summary>
internal sealed class TerminalFile(GuijuDb db, ActorHolder asker, Bodies bodies, TimeProvider clock, IFigures figures, IOptions<FleetOptions> options)
{
    /// <summary>The file, or null where there is none within the asker's reach.</summary>
    public async Task<View?> AskAsync(Guid id, CancellationToken ct) => await Rows().FirstOrDefaultAsync(t => t.Id == id, ct) is { } row
        ? new View(row, (await bodies.TreeAsync(ct)).NameOf(row.UnitId), row.RemovedOn is null && asker.Current.For(FleetPermissions.Keep).Covers(row.UnitId), clock.Today())
        : null;

    /// <summary>The terminal that a car carries now; null where it carries none.</summary>
    public async Task<TerminalRow?> OfCarAsync(Guid vehicleId, CancellationToken ct) => await Rows().Where(t => t.VehicleId == vehicleId && t.RemovedOn == null).OrderByDescending(t => t.FittedOn).FirstOrDefaultAsync(ct);

    private IQueryable<TerminalRow> Rows() => TerminalRow.Of(db, db.Set<Vehicle>().AsNoTracking().Readable(asker.Current), HealthBounds.Of(clock, figures, options));

    /// <summary>The file.</summary>
    internal sealed record View(TerminalRow Row, string Unit, bool MayRemove, DateOnly Today);
}

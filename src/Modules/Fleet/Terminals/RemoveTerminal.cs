using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Terminals;

/// <summary>The vehicle desk enters that a terminal was taken out of its car; from then on its frames are not believed.</summary>
[Needs(FleetPermissions.Keep), Display(Name = "登记终端拆除")]
public sealed record RemoveTerminal : IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "拆除日期"), Required] public DateOnly? RemovedOn { get; init; }

    [Display(Name = "拆除原因"), Required, StringLength(200, MinimumLength = 1)] public string Reason { get; init; } = "";

    internal sealed class Handler(GuijuDb db, ActorHolder asker, TimeProvider clock, Journal journal) : IHandler<RemoveTerminal, Guid>
    {
        public async Task<Guid> HandleAsync(RemoveTerminal act, CancellationToken ct)
        {
            var terminal = await db.Set<FittedTerminal>().FirstOrDefaultAsync(t => t.Id == act.Id, ct) ?? throw new NotWithinReachException("terminal");
            var car = await db.Set<Vehicle>().Within(asker.Current, FleetPermissions.Keep, v => v.UnitId).Seen(asker.Current).FirstOrDefaultAsync(v => v.Id == terminal.VehicleId, ct)
                ?? throw new NotWithinReachException("terminal");
            terminal.Remove(act.RemovedOn.GetValueOrDefault(), clock.Today(), act.Reason);
            car.DropTerminal(terminal.Number);
            journal.Concerns(FleetKinds.Terminal, terminal.Id, car.UnitId);
            journal.Concerns(FleetKinds.Vehicle, car.Id);
            return terminal.Id;
        }
    }
}

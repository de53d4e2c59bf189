using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Terminals;

/// <summary>The vehicle desk enters that a terminal was fitted to a car; from then on the gateway lets it in.</summary>
[Needs(FleetPermissions.Keep), Display(Name = "登记终端安装")]
public sealed record FitTerminal : IAct<Guid>
{
    [Display(Name = "号牌号码"), Required, StringLength(20, MinimumLength = 1)] public string PlateNo { get; init; } = "";

    [Display(Name = "终端号（终端手机号）"), Required, StringLength(24, MinimumLength = 1)] public string Number { get; init; } = "";

    [Display(Name = "协议版本"), Required] public TerminalProtocol? Protocol { get; init; }

    [Display(Name = "终端型号"), StringLength(60)] public string? Model { get; init; }

    [Display(Name = "安装日期"), Required] public DateOnly? FittedOn { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder asker, TimeProvider clock, Journal journal) : IHandler<FitTerminal, Guid>
    {
        public async Task<Guid> HandleAsync(FitTerminal act, CancellationToken ct)
        {
            var plate = PlateNumber.Normalise(act.PlateNo);
            var car = await db.Set<Vehicle>().Within(asker.Current, FleetPermissions.Keep, v => v.UnitId).Seen(asker.Current).FirstOrDefaultAsync(v => v.PlateNo == plate, ct)
                ?? throw new BrokenCheckException(TerminalChecks.CarIsKnown, nameof(act.PlateNo));
            var on = act.FittedOn.GetValueOrDefault();
            var terminal = FittedTerminal.Fit(Guid.CreateVersion7(), act.Number, car.Id, (act.Protocol.GetValueOrDefault(), act.Model ?? ""), (on, clock.Today()));
            var before = await db.Set<FittedTerminal>().AsNoTracking().Where(t => t.Number == terminal.Number || t.VehicleId == car.Id).ToListAsync(ct);
            Check.That(!before.Exists(t => t.RemovedOn is null && t.Number == terminal.Number), TerminalChecks.NumberIsFree, nameof(act.Number));
            Check.That(!before.Exists(t => t.RemovedOn is null && t.VehicleId == car.Id), TerminalChecks.CarIsFree, nameof(act.PlateNo));
            Check.That(before.TrueForAll(t => t.RemovedOn <= on), TerminalChecks.FittedAfterRemoval, nameof(act.FittedOn));
            db.Add(terminal);
            car.CarryTerminal(terminal.Number);
            journal.Concerns(FleetKinds.Terminal, terminal.Id, car.UnitId);
            journal.Concerns(FleetKinds.Vehicle, car.Id);
            return terminal.Id;
        }
    }
}

using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Statements;

/// <summary>A person settles a line that did not settle by itself, with the reason. One that goes to a car is judged again, and the new verdict is kept beside the first.</summary>
[Needs(FleetPermissions.Settle), Display(Name = "处理对账明细")]
public sealed record SettleLine : IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "处理方式"), Required] public LineWay? Way { get; init; }

    [Display(Name = "车辆")] public Guid? VehicleId { get; init; }

    [Display(Name = "处理说明"), Required, StringLength(400, MinimumLength = 2)] public string Reason { get; init; } = "";

    internal sealed class Handler(GuijuDb db, ActorHolder asker, LineJoin join, LineLaw law, Journal journal, TimeProvider clock) : IHandler<SettleLine, Guid>
    {
        public async Task<Guid> HandleAsync(SettleLine act, CancellationToken ct)
        {
            var line = await db.Set<StatementLine>().Within(asker.Current, FleetPermissions.Settle, l => l.UnitId).FirstOrDefaultAsync(l => l.Id == act.Id, ct) ?? throw new NotWithinReachException("statement line");
            Check.That(line.SettledAt is null, StatementChecks.StillOpen);
            var state = act.Way switch
            {
                LineWay.ToCar => await ToCarAsync(line, act.VehicleId, ct),
                LineWay.NotOurs => LineState.NotOurs,
                LineWay.SameAsEntered => Same(line),
                _ => Standing(line),
            };
            line.Settle(state, act.Reason, (asker.Current.Name, clock.UtcNow()));
            journal.Concerns(FleetKinds.StatementLine, line.Id, line.UnitId);
            if (line.VehicleId is { } car)
            {
                journal.Concerns(FleetKinds.Vehicle, car);
            }

            return line.Id;
        }

        private async Task<LineState> ToCarAsync(StatementLine line, Guid? vehicleId, CancellationToken ct)
        {
            Check.That(vehicleId is not null, StatementChecks.CarIsNamed, nameof(VehicleId));
            var car = await db.Set<Vehicle>().Within(asker.Current, FleetPermissions.Settle, v => v.UnitId).Seen(asker.Current).FirstOrDefaultAsync(v => v.Id == vehicleId, ct) ?? throw new NotWithinReachException("vehicle");
            await join.ToCarsAsync([(line, car.Id, car.UnitId)], ct);
            await law.JudgeAsync([line], await db.Set<Statement>().Where(s => s.Id == line.StatementId).Select(s => s.UnitId).FirstAsync(ct), ct);
            return line.State;
        }

        private static LineState Same(StatementLine line)
        {
            Check.That(line.State is LineState.Differs or LineState.Entered, StatementChecks.WasEntered, nameof(Way));
            return LineState.Entered;
        }

        // Money that was spent beside what the driver entered counts in its own right.
        private static LineState Standing(StatementLine line)
        {
            Check.That(line.VehicleId is not null, StatementChecks.CarIsKnown, nameof(Way));
            return line.State == LineState.Differs ? LineState.Joined : line.State;
        }
    }
}

using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Vehicles;

/// <summary>The vehicle desk changes a vehicle's sheet or state.</summary>
[Needs(FleetPermissions.Keep), At(FleetControlPoints.AssignVehicle, ApprovedBy = FleetPermissions.Keep), Display(Name = "变更车辆登记")]
public sealed record ChangeVehicle : VehicleFields, IAct<Guid>, IAnswersFindings
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "车辆状态"), Required] public VehicleState? State { get; init; }

    [Display(Name = "情况说明"), StringLength(400)] public string? Justification { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder asker, VehicleRegister register, TimeProvider clock, Journal journal) : IHandler<ChangeVehicle, Guid>
    {
        public async Task<Guid> HandleAsync(ChangeVehicle act, CancellationToken ct)
        {
            var vehicle = await db.Set<Vehicle>().Within(asker.Current, FleetPermissions.Keep, v => v.UnitId).Seen(asker.Current).FirstOrDefaultAsync(v => v.Id == act.Id, ct)
                ?? throw new NotWithinReachException("vehicle");
            await register.HoldAsync(vehicle.Id, act, ct);
            vehicle.Change(act, act.State.GetValueOrDefault(), clock.Today());
            journal.Concerns(FleetKinds.Vehicle, vehicle.Id, vehicle.UnitId);
            return vehicle.Id;
        }
    }

    internal sealed class Facts(VehicleQuestions questions) : IFacts<ChangeVehicle>
    {
        public async Task<LawQuestion?> GatherAsync(ChangeVehicle act, CancellationToken ct) => await questions.OfAssignmentAsync(act, ct);
    }
}

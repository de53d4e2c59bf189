using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;

namespace Guiju.Fleet.Vehicles;

/// <summary>The vehicle desk puts a vehicle on the register.</summary>
[Needs(FleetPermissions.Keep), At(FleetControlPoints.AssignVehicle, ApprovedBy = FleetPermissions.Keep), Display(Name = "登记车辆")]
public sealed record RegisterVehicle : VehicleFields, IAct<Guid>, IAnswersFindings
{
    [Display(Name = "情况说明"), StringLength(400)] public string? Justification { get; init; }

    internal sealed class Handler(GuijuDb db, VehicleRegister register, TimeProvider clock, Journal journal) : IHandler<RegisterVehicle, Guid>, IHandlesMany<RegisterVehicle>
    {
        public Task GatherAsync(IReadOnlyCollection<RegisterVehicle> acts, CancellationToken ct) => register.GatherAsync(acts, ct);

        public async Task<Guid> HandleAsync(RegisterVehicle act, CancellationToken ct)
        {
            var vehicle = Vehicle.Register(Guid.CreateVersion7(), act, clock.Today());
            await register.HoldAsync(vehicle.Id, act, ct);
            db.Add(vehicle);
            journal.Concerns(FleetKinds.Vehicle, vehicle.Id, vehicle.UnitId);
            return vehicle.Id;
        }
    }

    internal sealed class Facts(VehicleQuestions questions) : IFacts<RegisterVehicle>
    {
        public async Task<LawQuestion?> GatherAsync(RegisterVehicle act, CancellationToken ct) => await questions.OfAssignmentAsync(act, ct);
    }
}

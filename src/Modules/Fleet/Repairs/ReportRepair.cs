using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Numbers;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Procedures.Contracts;

namespace Guiju.Fleet.Repairs;

/// <summary>A driver or dispatcher reports a fault of a car; the repair runs in its procedure from here.</summary>
[Needs(FleetPermissions.EnterCosts), Display(Name = "报修")]
public sealed record ReportRepair : IAct<Guid>
{
    [Display(Name = "车辆"), Required] public Guid? VehicleId { get; init; }

    [Display(Name = "故障部位"), Required] public CarPart? Part { get; init; }

    [Display(Name = "故障情况"), Required, StringLength(400, MinimumLength = 2)] public string Fault { get; init; } = "";

    [Display(Name = "里程表读数（公里）"), Range(0d, 9999999d)] public decimal? OdometerKm { get; init; }

    internal sealed class Handler(GuijuDb db, RepairDesk desk, Numbering numbering, Casework casework, Journal journal) : IHandler<ReportRepair, Guid>
    {
        public async Task<Guid> HandleAsync(ReportRepair act, CancellationToken ct)
        {
            var car = await desk.CarAsync(act.VehicleId, ct);
            var repair = RepairOrder.Report(await numbering.NextAsync("修", desk.Today, ct), (car.Id, car.UnitId), act, desk.Hand, desk.Today);
            db.Add(repair);
            var title = new Bilingual($"维修 {repair.Code} {car.PlateNo}", $"Repair {repair.Code} {car.PlateNo}");
            await casework.OpenAsync(new CaseOpening("fleet.repair", title, FleetKinds.Repair, repair.Id, car.UnitId, $"/fleet/repairs/{repair.Id}", desk.Today) { Variables = new Dictionary<string, object?> { ["level"] = "" } }, ct);
            journal.Concerns(FleetKinds.Repair, repair.Id, car.UnitId);
            journal.Concerns(FleetKinds.Vehicle, car.Id);
            return repair.Id;
        }
    }
}

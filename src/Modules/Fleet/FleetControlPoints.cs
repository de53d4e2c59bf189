namespace Guiju.Fleet;

/// <summary>The places in the work of vehicles where the law is asked; they stand in law/fleet/control-points.yaml.</summary>
internal static class FleetControlPoints
{
    public const string RequestTrip = "fleet.trip.request";

    public const string ApproveTrip = "fleet.trip.approve";

    public const string DispatchTrip = "fleet.trip.dispatch";

    public const string DepartTrip = "fleet.trip.depart";

    public const string ReturnTrip = "fleet.trip.return";

    public const string SettleTrip = "fleet.trip.settle";

    public const string AcquireVehicle = "fleet.vehicle.acquire";

    public const string RenewVehicle = "fleet.vehicle.renew";

    public const string DisposeVehicle = "fleet.vehicle.dispose";

    public const string CloseDisposal = "fleet.disposal.close";

    public const string AssignVehicle = "fleet.vehicle.assign";

    public const string RecordFuel = "fleet.fuel.record";

    public const string QuoteRepair = "fleet.repair.quote";

    public const string ApproveRepair = "fleet.repair.approve";

    public const string FinishRepair = "fleet.repair.finish";

    public const string SettleRepair = "fleet.repair.settle";

    public const string RecordCost = "fleet.cost.record";

    public const string RecordCharge = "fleet.charge.record";

    public const string TakeCar = "fleet.self-drive.take";

    public const string GiveCarBack = "fleet.self-drive.give-back";

    public const string RequestRental = "fleet.rental.request";

    public const string ApproveRental = "fleet.rental.approve";

    public const string OrderRental = "fleet.rental.order";

    public const string TakeRental = "fleet.rental.take";

    public const string SettleRental = "fleet.rental.settle";

    public const string CloseYear = "fleet.year.close";
}

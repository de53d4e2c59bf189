using Guiju.Fleet.Drivers;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;

namespace Guiju.Fleet.Tests;

/// <summary>Sheets of a car, a driver and a journey in which nothing is wrong.</summary>
internal static class Samples
{
    public static readonly DateOnly Today = new(2023, 5, 8);

    public static readonly DateTime Now = new(2023, 5, 8, 1, 0, 0, DateTimeKind.Utc);

    public static RegisterVehicle Car(Guid unit, int number = 1) => new()
    {
        PlateNo = $"京A{number:00000}",
        PlateKind = PlateKind.Small,
        Vin = VinOf(number),
        EngineNo = $"E{number:00000}",
        Brand = "红旗",
        Model = "H5",
        Kind = VehicleKind.Small,
        Body = VehicleBody.Sedan,
        Seats = 5,
        Energy = EnergyKind.Petrol,
        Displacement = "1798",
        Origin = Origin.Domestic,
        PriceYuan = 150000,
        FundSource = FundSource.VehicleBudget,
        AcquireWay = AcquireWay.Purchase,
        Class = VehicleClass.Research,
        QuotaState = QuotaState.InQuota,
        UnitId = unit,
        OwnerUnitId = unit,
        RegisteredOn = new DateOnly(2020, 6, 1),
        InspectionDue = new DateOnly(2024, 6, 30),
        CompulsoryInsuranceTo = new DateOnly(2024, 5, 31),
        MarkCode = $"M{number:00000}",
        TerminalId = $"T{number:00000}",
        TerminalState = TerminalState.Online,
        Custody = Custody.Unit,
        AssignedTo = PostKind.Pool,
    };

    public static RegisterDriver Driver(Guid unit, int number = 1) => new()
    {
        Name = $"司机{number}",
        UnitId = unit,
        LicenceNo = $"11010119800101{number:0000}",
        LicenceClass = LicenceClass.C1,
        FirstIssuedOn = new DateOnly(2010, 1, 1),
        LicenceTo = new DateOnly(2026, 1, 1),
        Points = 0,
        StaffKind = StaffKind.Contract,
        Custody = Custody.Unit,
    };

    public static RequestTrip Journey(DateTime? from = null) => new()
    {
        Reason = TripReason.Research,
        Purpose = "赴临川区调研养老服务",
        Scope = TripScope.OutOfCity,
        PlanFrom = "市民政局",
        PlanTo = "临川区",
        PlanStart = from ?? new DateTime(2023, 5, 9, 9, 0, 0),
        PlanEnd = (from ?? new DateTime(2023, 5, 9, 9, 0, 0)).AddHours(6),
        Passengers = "王五、赵六",
        ClassWanted = VehicleClass.Research,
    };

    /// <summary>A right number for each whole number: sixteen signs and the check sign between them.</summary>
    public static string VinOf(int number)
    {
        var draft = $"LFV2A21K0{number:00000000}";
        return string.Concat(draft.AsSpan(0, 8), Vin.CheckSign(draft).ToString(), draft.AsSpan(9));
    }

    public static TripHand Hand(Guid? person = null) => new(person, "某人", Now);

    public static TripPlan Plan(RequestTrip request, bool needsLeader = false) => new(
        request,
        DateTime.SpecifyKind(request.PlanStart.GetValueOrDefault(), DateTimeKind.Utc),
        DateTime.SpecifyKind(request.PlanEnd.GetValueOrDefault(), DateTimeKind.Utc),
        DateOnly.FromDateTime(request.PlanStart.GetValueOrDefault()),
        PassengerList.Names(request.Passengers).Select(n => new Passenger(null, n, "", false)).ToList(),
        Holiday: false,
        needsLeader);
}

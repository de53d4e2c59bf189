using Guiju.Fleet.Costs;
using Guiju.Fleet.Drivers;
using Guiju.Fleet.Hotline;
using Guiju.Fleet.Repairs;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Organisations;

namespace Guiju.Fleet.Exchange;

/// <summary>One page of an interface of the exchange.</summary>
/// <param name="Interface">Its name in the catalogue.</param>
/// <param name="Total">Rows in all.</param>
/// <param name="Page">This page, from 1.</param>
/// <param name="Size">Rows of a page.</param>
/// <param name="Rows">The rows, by id.</param>
internal sealed record ExchangePage<TRow>(string Interface, int Total, int Page, int Size, IReadOnlyList<TRow> Rows);

/// <summary>An interface of the catalogue.</summary>
/// <param name="Name">Name in addresses.</param>
/// <param name="Title">What it carries, as DB32/T 3826-2020 lists it.</param>
/// <param name="Address">Where it is.</param>
internal sealed record ExchangeEntry(string Name, Bilingual Title, string Address);

/// <summary>A unit (单位).</summary>
internal sealed record ExchangeUnit(Guid Id, string Code, string Name, UnitKind Kind, UnitLevel Level, int AuthorisedStaff, Guid? ParentId);

/// <summary>A car (车辆).</summary>
internal sealed record ExchangeCar(Guid Id, string PlateNo, string Vin, string Brand, string Model, VehicleClass Class, VehicleKind Kind, EnergyKind Energy)
{
    /// <summary>Litres; null without an engine.</summary>
    public decimal? Displacement { get; init; }

    /// <summary>Price without purchase tax, yuan.</summary>
    public decimal PriceYuan { get; init; }

    /// <summary>Unit that uses it.</summary>
    public Guid UnitId { get; init; }

    /// <summary>First registration.</summary>
    public DateOnly RegisteredOn { get; init; }

    /// <summary>Odometer, km.</summary>
    public decimal MileageKm { get; init; }

    /// <summary>Whether it counts within the quota.</summary>
    public QuotaState QuotaState { get; init; }

    /// <summary>Where it stands.</summary>
    public VehicleState State { get; init; }
}

/// <summary>A car above the figures of its class (超标准车辆) as they stood on the day it was registered.</summary>
internal sealed record ExchangeOverStandard(Guid Id, string PlateNo, VehicleClass Class, Guid UnitId, DateOnly RegisteredOn, string Figure, decimal Limit, decimal Value, Evidence Evidence);

/// <summary>A driver (驾驶员).</summary>
internal sealed record ExchangeDriver(Guid Id, string Name, Guid UnitId, LicenceClass LicenceClass, DateOnly LicenceTo, int Points, StaffKind StaffKind, DriverState State);

/// <summary>A dispatched journey (派车).</summary>
internal sealed record ExchangeDispatch(Guid Id, string OrderNo, Guid UnitId, Guid? VehicleId, Guid? DriverId, TripReason Reason, TripScope Scope, TripState State)
{
    /// <summary>Planned departure, UTC.</summary>
    public DateTime PlanStart { get; init; }

    /// <summary>Planned return, UTC.</summary>
    public DateTime PlanEnd { get; init; }

    /// <summary>Departure, UTC.</summary>
    public DateTime? RealStart { get; init; }

    /// <summary>Return, UTC.</summary>
    public DateTime? RealEnd { get; init; }

    /// <summary>Distance, km.</summary>
    public decimal? Km { get; init; }

    /// <summary>On a public holiday.</summary>
    public bool Holiday { get; init; }

    /// <summary>Whether the order was made up afterwards.</summary>
    public bool MadeUp { get; init; }
}

/// <summary>Money spent (能耗、通行费、停车费); quantity in litres or kWh.</summary>
internal sealed record ExchangeCost(Guid Id, Guid VehicleId, Guid TripId, CostKind Kind, DateOnly On, decimal AmountYuan, decimal? Quantity, string Payee);

/// <summary>Last day of something a car must have (检验、保险).</summary>
internal sealed record ExchangeTerm(Guid VehicleId, string PlateNo, Guid UnitId, DateOnly To);

/// <summary>A finding of the law that was not plainly allowed (监管结果).</summary>
internal sealed record ExchangeFinding(Guid Id, string ControlPoint, DateOnly On, LawOutcome Outcome, Guid TripId, DateTime At);

/// <summary>A repair (维修保养).</summary>
internal sealed record ExchangeRepair(Guid Id, string OrderNo, Guid VehicleId, CarPart Part, string Fault, DateOnly ReportedOn, string Shop, RepairState State)
{
    /// <summary>Quoted, yuan.</summary>
    public decimal? QuoteYuan { get; init; }

    /// <summary>Invoiced, yuan.</summary>
    public decimal? InvoiceYuan { get; init; }

    /// <summary>Day on which the work was ready.</summary>
    public DateOnly? FinishedOn { get; init; }

    /// <summary>Last day of the warranty.</summary>
    public DateOnly? WarrantyTo { get; init; }
}

/// <summary>Money that a car cost beside its journeys (其他费用、违章).</summary>
internal sealed record ExchangeOwnCost(Guid Id, Guid VehicleId, CarCostKind Kind, DateOnly On, decimal AmountYuan, string Payee, string DocNo);

/// <summary>Where a car was last heard (位置); WGS-84 degrees, km/h, degrees clockwise from north.</summary>
internal sealed record ExchangePosition(Guid VehicleId, string PlateNo, DateTime At, double Latitude, double Longitude, double? SpeedKmh, int? Direction);

/// <summary>A complaint of the 12345 hotline (12345 投诉).</summary>
internal sealed record ExchangeComplaint(Guid Id, string Number, DateTime ReceivedAt, ComplaintChannel Channel, string Content, string PlateNo, ComplaintState State)
{
    /// <summary>Unit that answers for it.</summary>
    public Guid UnitId { get; init; }

    /// <summary>The car, where it is on the register.</summary>
    public Guid? VehicleId { get; init; }

    /// <summary>Last day to answer.</summary>
    public DateOnly DueOn { get; init; }

    /// <summary>The answer; empty while there is none.</summary>
    public string Answer { get; init; } = "";

    /// <summary>Whether it was found to be true.</summary>
    public bool? Founded { get; init; }

    /// <summary>Who answered.</summary>
    public string AnsweredBy { get; init; } = "";

    /// <summary>Day of the answer.</summary>
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>Day on which it was closed.</summary>
    public DateOnly? ClosedOn { get; init; }
}

/// <summary>A journey of a rented car (租赁车辆派车).</summary>
internal sealed record ExchangeRentedDispatch(Guid Id, string RentalNo, Guid UnitId, string Supplier, string PlateNo, EnergyKind Energy, TripReason Reason)
{
    /// <summary>Departure, UTC.</summary>
    public DateTime Start { get; init; }

    /// <summary>Arrival, UTC.</summary>
    public DateTime End { get; init; }

    /// <summary>From where.</summary>
    public string From { get; init; } = "";

    /// <summary>To where.</summary>
    public string To { get; init; } = "";

    /// <summary>What for.</summary>
    public string Purpose { get; init; } = "";

    /// <summary>Who drove.</summary>
    public string Driver { get; init; } = "";

    /// <summary>Distance, km.</summary>
    public decimal Km { get; init; }
}

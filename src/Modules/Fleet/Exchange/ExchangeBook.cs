using Guiju.Decisions.Contracts;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Drivers;
using Guiju.Fleet.Hotline;
using Guiju.Fleet.Rentals;
using Guiju.Fleet.Repairs;
using Guiju.Fleet.Terminals;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Verdicts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Exchange;

/// <summary>What other platforms may read, within the reach of whoever asks. Cars exempt for secrecy, and all that is theirs, are left out.</summary>
internal sealed class ExchangeBook(GuijuDb db, ActorHolder asker, Bodies bodies, IFigures figures)
{
    private static readonly TripState[] OnRoad = [TripState.Dispatched, TripState.Departed, TripState.Returned, TripState.Settled];
    private static readonly VehicleState[] Leaving = [VehicleState.ToDispose, VehicleState.Disposed];

    public async Task<IReadOnlyList<ExchangeUnit>> UnitsAsync(CancellationToken ct)
    {
        var tree = await bodies.TreeAsync(ct);
        var reach = asker.Current.For(FleetPermissions.Read);
        return tree.All.Where(u => reach.Covers(u.Id)).Select(u => new ExchangeUnit(u.Id, u.Code, u.Name, u.Kind, u.Level, u.AuthorisedStaff, tree.ParentOf(u.Id))).ToList();
    }

    public IQueryable<ExchangeCar> Cars() => Of(Shown());

    public IQueryable<ExchangeCar> Disposals() => Of(Shown().Where(v => Leaving.Contains(v.State)));

    public IQueryable<ExchangeDriver> Drivers() => db.Set<Driver>().AsNoTracking().Within(asker.Current, FleetPermissions.Read, d => d.UnitId).OrderBy(d => d.Id)
        .Select(d => new ExchangeDriver(d.Id, d.Name, d.UnitId, d.LicenceClass, d.LicenceTo, d.Points, d.StaffKind, d.State));

    public IQueryable<ExchangeDispatch> Dispatches() => Journeys().Where(t => OnRoad.Contains(t.State)).OrderBy(t => t.Id)
        .Select(t => new ExchangeDispatch(t.Id, t.Code, t.UnitId, t.VehicleId, t.DriverId, t.Reason, t.Scope, t.State)
        {
            PlanStart = t.PlanStart, PlanEnd = t.PlanEnd, RealStart = t.RealStart, RealEnd = t.RealEnd, Km = t.OdoIn - t.OdoOut, Holiday = t.Holiday, MadeUp = t.MadeUp,
        });

    public IQueryable<ExchangeCost> Costs(params CostKind[] kinds) => db.Set<TripCost>().AsNoTracking().Where(c => kinds.Contains(c.Kind) && Shown().Any(v => v.Id == c.VehicleId)).OrderBy(c => c.Id)
        .Select(c => new ExchangeCost(c.Id, c.VehicleId, c.TripId, c.Kind, c.On, c.AmountYuan, c.Quantity, c.PayeeName));

    public IQueryable<ExchangeTerm> Inspections() => Shown().OrderBy(v => v.Id).Select(v => new ExchangeTerm(v.Id, v.PlateNo, v.UnitId, v.InspectionDue));

    public IQueryable<ExchangeTerm> Insurance() => Shown().OrderBy(v => v.Id).Select(v => new ExchangeTerm(v.Id, v.PlateNo, v.UnitId, v.CompulsoryInsuranceTo));

    public IQueryable<ExchangeFinding> Findings() => db.Set<StoredVerdict>().AsNoTracking()
        .Where(v => v.SubjectKind == FleetKinds.Trip && v.Outcome != LawOutcome.Allowed && Journeys().Any(t => t.Id == v.SubjectId)).OrderBy(v => v.Id)
        .Select(v => new ExchangeFinding(v.Id, v.ControlPoint, v.On, v.Outcome, v.SubjectId, v.At));

    public IQueryable<ExchangeRepair> Repairs() => db.Set<RepairOrder>().AsNoTracking().Where(r => Shown().Any(v => v.Id == r.VehicleId)).OrderBy(r => r.Id)
        .Select(r => new ExchangeRepair(r.Id, r.Code, r.VehicleId, r.Part, r.Fault, r.ReportedOn, r.ShopName, r.State) { QuoteYuan = r.QuoteYuan, InvoiceYuan = r.InvoiceYuan, FinishedOn = r.FinishedOn, WarrantyTo = r.WarrantyTo });

    public IQueryable<ExchangeOwnCost> OwnCosts(params CarCostKind[] kinds) => db.Set<CarCost>().AsNoTracking().Where(c => kinds.Contains(c.Kind) && Shown().Any(v => v.Id == c.VehicleId)).OrderBy(c => c.Id)
        .Select(c => new ExchangeOwnCost(c.Id, c.VehicleId, c.Kind, c.On, c.AmountYuan, c.PayeeName, c.DocNo));

    public IQueryable<ExchangeComplaint> Complaints() => db.Complaints(asker.Current).AsNoTracking().Within(asker.Current, FleetPermissions.Read, c => c.UnitId).Where(c => c.VehicleId == null || Shown().Any(v => v.Id == c.VehicleId)).OrderBy(c => c.Id)
        .Select(c => new ExchangeComplaint(c.Id, c.Number, c.ReceivedAt, c.Channel, c.Content, c.PlateNo, c.State) { UnitId = c.UnitId, VehicleId = c.VehicleId, DueOn = c.DueOn, Answer = c.Answer, Founded = c.Founded, AnsweredBy = c.AnsweredBy, AnsweredOn = c.AnsweredOn, ClosedOn = c.ClosedOn });

    public IQueryable<ExchangeRentedDispatch> RentedDispatches() => db.Set<RentalTrip>().AsNoTracking().Within(asker.Current, FleetPermissions.Read, t => t.UnitId).Join(db.Set<Rental>(), t => t.RentalId, r => r.Id, (t, r) => new { Trip = t, Rental = r }).OrderBy(t => t.Trip.Id)
        .Select(t => new ExchangeRentedDispatch(t.Trip.Id, t.Rental.Code, t.Trip.UnitId, t.Rental.SupplierName, t.Rental.PlateNo, t.Rental.Energy, t.Rental.Reason) { Start = t.Trip.Start, End = t.Trip.End, From = t.Trip.From, To = t.Trip.To, Purpose = t.Trip.Purpose, Driver = t.Trip.Driver, Km = t.Trip.OdoIn - t.Trip.OdoOut });

    /// <summary>Where each car was last heard, as far as its receiver vouches for it.</summary>
    public IQueryable<ExchangePosition> Positions() => db.Set<FittedTerminal>().AsNoTracking().Where(t => t.RemovedOn == null).Join(Shown(), t => t.VehicleId, v => v.Id, (t, v) => new { t.Number, v.Id, v.PlateNo })
        .Join(db.Set<LastPosition>().Where(p => p.FixAt != null), t => t.Number, p => p.Terminal, (t, p) => new { Car = t, Last = p }).OrderBy(p => p.Car.Id)
        .Select(p => new ExchangePosition(p.Car.Id, p.Car.PlateNo, p.Last.FixAt!.Value, p.Last.Latitude!.Value, p.Last.Longitude!.Value, p.Last.SpeedKmh, p.Last.Direction)); // only those with a fix

    /// <summary>Cars above price or displacement of their class, by the figures of the day of registration.</summary>
    public async Task<IReadOnlyList<ExchangeOverStandard>> OverStandardAsync(CancellationToken ct)
    {
        var cars = await Shown().OrderBy(v => v.Id).Select(v => new { v.Id, v.PlateNo, v.Class, v.StandardTier, v.UnitId, v.RegisteredOn, v.PriceYuan, v.Displacement }).ToListAsync(ct);
        return cars.SelectMany(c => new[] { ("price-cap", (decimal?)c.PriceYuan), ("displacement-cap", c.Displacement) }.Select(m =>
            TierOf(c.Class, c.StandardTier) is { } tier && m.Item2 is { } value && figures.On($"fleet.{m.Item1}.{tier}", c.RegisteredOn) is { Value: decimal limit } figure && value > limit
                ? new ExchangeOverStandard(c.Id, c.PlateNo, c.Class, c.UnitId, c.RegisteredOn, figure.Id, limit, value, figure.Evidence) : null)).OfType<ExchangeOverStandard>().ToList();
    }

    // Classes for which one figure holds without asking further; the others are judged case by case.
    private static string? TierOf(VehicleClass kind, StandardTier tier) => (kind, tier) switch
    {
        (VehicleClass.Confidential, _) => "confidential",
        (VehicleClass.Emergency, _) => "emergency",
        (VehicleClass.Enforcement, StandardTier.Basic) => "enforcement-basic",
        _ => null,
    };

    private IQueryable<Vehicle> Shown() => db.Set<Vehicle>().AsNoTracking().Within(asker.Current, FleetPermissions.Read, v => v.UnitId).Where(v => !v.SecrecyExempt);

    private IQueryable<Trip> Journeys() => db.Set<Trip>().AsNoTracking().Within(asker.Current, FleetPermissions.Read, t => t.UnitId).Where(t => t.VehicleId == null || db.Set<Vehicle>().Any(v => v.Id == t.VehicleId && !v.SecrecyExempt));

    private static IQueryable<ExchangeCar> Of(IQueryable<Vehicle> cars) => cars.OrderBy(v => v.Id).Select(v => new ExchangeCar(v.Id, v.PlateNo, v.Vin, v.Brand, v.Model, v.Class, v.Kind, v.Energy)
    {
        Displacement = v.Displacement, PriceYuan = v.PriceYuan, UnitId = v.UnitId, RegisteredOn = v.RegisteredOn, MileageKm = v.MileageKm, QuotaState = v.QuotaState, State = v.State,
    });
}

using Guiju.Fleet.Drivers;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Dispatch;

/// <summary>
/// For one trip the cars and drivers that may lawfully go, then the others with the reason. Each candidate is judged at the control point of
/// dispatching: with the partner chosen, or, while none is chosen, with one against whom nothing can be said.
/// </summary>
internal sealed class DispatchBoard(GuijuDb db, ActorHolder asker, Bookings bookings, Bodies bodies, TripQuestions questions, ILaw law)
{
    /// <summary>The board, or null where the trip is not within reach or not to be dispatched.</summary>
    public async Task<View?> AskAsync(Guid tripId, Guid? carId, Guid? driverId, CancellationToken ct)
    {
        var trip = await db.Set<Trip>().AsNoTracking().Within(asker.Current, FleetPermissions.Dispatch, t => t.UnitId)
            .FirstOrDefaultAsync(t => t.Id == tripId && (t.State == TripState.Approved || t.State == TripState.Dispatched), ct);
        if (trip is null)
        {
            return null;
        }

        var cars = await bookings.CarsAsync(trip, ct);
        var drivers = await bookings.DriversAsync(trip, ct);
        var (car, driver) = (cars.Find(c => c.Car.Id == carId), drivers.Find(d => d.Driver.Id == driverId));
        var tree = await bodies.TreeAsync(ct);
        var unitKind = LawCode.Of(tree.BodyOf(trip.UnitId)?.Kind);
        var pin = await law.PinAsync(trip.Id, ct);
        return new View(
            cars.ConvertAll(c => new CarChoice(c.Car.Id, c.Car.PlateNo, $"{c.Car.Brand} {c.Car.Model}", c.Car.Class, c.Car.Seats, tree.NameOf(c.Car.UnitId))
            {
                Judgement = Judge(questions.OfDispatch(trip, LawCode.Of(tree.BodyOf(c.Car.UnitId)?.Kind), c, driver) with { Lawbook = pin }, CarChecks(trip, c.Car)),
            }).OrderBy(c => c.Judgement.Rank).ToList(),
            drivers.ConvertAll(d => new DriverChoice(d.Driver.Id, d.Driver.Name, d.Driver.Phone, d.Driver.LicenceClass, tree.NameOf(d.Driver.UnitId))
            {
                Judgement = Judge(questions.OfDispatch(trip, car is null ? unitKind : LawCode.Of(tree.BodyOf(car.Car.UnitId)?.Kind), car, d) with { Lawbook = pin }, DriverChecks(trip, d)),
            }).OrderBy(d => d.Judgement.Rank).ToList());
    }

    private Judgement Judge(LawQuestion question, SystemCheck? broken)
    {
        var verdict = law.Judge(FleetControlPoints.DispatchTrip, question);
        return new Judgement(broken is null ? verdict.Outcome : LawOutcome.Forbidden, broken?.Statement, verdict.Findings.Where(f => f.Outcome > LawOutcome.Inform).ToList());
    }

    private static SystemCheck? CarChecks(Trip trip, Vehicle car) =>
        car.State != VehicleState.InService ? TripChecks.CarInService : car.Seats <= trip.Passengers.Count ? TripChecks.SeatsSuffice : null;

    private static SystemCheck? DriverChecks(Trip trip, DriverStanding driver) => trip.SelfDrive && (driver.Driver.PersonId is null || driver.Driver.PersonId != trip.ApplicantId) ? SelfDriveChecks.BorrowerIsTheDriver : driver.Driver.State != DriverState.OnDuty ? TripChecks.DriverOnDuty : driver.OnLeave ? Rosters.RosterChecks.NotOnLeave : null;

    /// <summary>Two lists, those who may go first.</summary>
    internal sealed record View(IReadOnlyList<CarChoice> Cars, IReadOnlyList<DriverChoice> Drivers);

    /// <summary>A car.</summary>
    internal sealed record CarChoice(Guid Id, string PlateNo, string Model, VehicleClass Class, int Seats, string Unit)
    {
        public required Judgement Judgement { get; init; }
    }

    /// <summary>A driver.</summary>
    internal sealed record DriverChoice(Guid Id, string Name, string Phone, LicenceClass Licence, string Unit)
    {
        public required Judgement Judgement { get; init; }
    }

    /// <summary>What stands against a candidate.</summary>
    internal sealed record Judgement(LawOutcome Outcome, Bilingual? Broken, IReadOnlyList<Finding> Findings)
    {
        /// <summary>Whether the candidate may go, at most with a reason recorded.</summary>
        public bool MayGo => Outcome <= LawOutcome.Acknowledge;

        /// <summary>Whether the dispatcher must record a reason.</summary>
        public bool WantsReason => Outcome == LawOutcome.Acknowledge;

        /// <summary>Order on the board.</summary>
        public int Rank => Outcome <= LawOutcome.Inform ? 0 : (int)Outcome;

        /// <summary>The heaviest reason, in words.</summary>
        public string Reason => Broken?.Here ?? (Findings.Count > 0 ? Findings[0].Message.Here : "");

        /// <summary>Its article, where one may be printed.</summary>
        public string Citation => Broken is null && Findings.Count > 0 && Findings[0].Provision is { } provision ? $"{provision.Title.Here}{provision.Article}" : "";
    }
}

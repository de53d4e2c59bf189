using Guiju.Fleet.Cases;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Dispatch;

/// <summary>The waiting list: trips without a car, emergencies first, then whoever has waited longest. When a car becomes free, the first that may lawfully have it is offered.</summary>
internal sealed class WaitingOffer(GuijuDb db, Bodies bodies, Bookings bookings, TripQuestions questions, ILaw law, TripCases cases)
{
    private const int Most = 30;

    /// <summary>Offers the car of a trip that was given up: the dispatcher who had sent it is told of the first waiting trip that it suits.</summary>
    public async Task<Guid?> OfferAsync(Trip freed, CancellationToken ct)
    {
        if (freed is not { VehicleId: { } carId, DispatchedById: { } dispatcher })
        {
            return null;
        }

        var waiting = await db.Set<Trip>().AsNoTracking().Where(t => t.State == TripState.Approved && t.PlanStart < freed.PlanEnd && t.PlanEnd > freed.PlanStart)
            .OrderByDescending(t => t.Emergency).ThenBy(t => t.FiledAt).ThenBy(t => t.Code).Take(Most).ToListAsync(ct);
        foreach (var trip in waiting)
        {
            var car = await bookings.FreedAsync(carId, trip, freed.Id, ct);
            if (car.Busy || car.Car.State != VehicleState.InService || car.Car.Class != trip.ClassWanted || car.Car.Seats <= trip.Passengers.Count || car.Car.UnitId != trip.UnitId && car.Car.Custody != Custody.Platform)
            {
                continue;
            }

            var question = questions.OfDispatch(trip, await bodies.KindAsync(car.Car.UnitId, ct), car, null);
            if (law.Judge(FleetControlPoints.DispatchTrip, question with { Lawbook = await law.PinAsync(trip.Id, ct) }).Outcome <= LawOutcome.Inform)
            {
                await cases.OfferAsync(trip, dispatcher, ct);
                return trip.Id;
            }
        }

        return null;
    }
}

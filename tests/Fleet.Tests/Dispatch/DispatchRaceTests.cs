using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Tests.Dispatch;

/// <summary>Two dispatchers reach for one car, or one driver, at the same moment, a hundred times.</summary>
public sealed class DispatchRaceTests
{
    private const int Rounds = 100;
    private const int Hours = 2;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Bureau.Databases), MemberType = typeof(Bureau))]
    public async Task Each_time_one_wins_and_the_other_is_told_why(string database)
    {
        await using var bureau = await Bureau.OpenAsync(database, Ct);
        var (car, driver) = await bureau.PairAsync(Ct);
        var other = (Car: await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 2), Ct), Driver: await bureau.DoneAsync(bureau.Desk, Samples.Driver(bureau.Organ.Id, 2), Ct));
        foreach (var (start, round) in Slots().Take(Rounds).Select((s, i) => (s, i)))
        {
            Guid[] trips = [await TripAsync(bureau, start), await TripAsync(bureau, start)];

            // Half of the rounds are over the car, half over the driver.
            var wanted = round % 2 == 0 ? [(car, driver), (car, other.Driver)] : new[] { (car, driver), (other.Car, driver) };
            using var gun = new Barrier(2);
            var outcomes = await Task.WhenAll(trips.Select((id, i) => Task.Run(
                () =>
                {
                    gun.SignalAndWait(Ct);
                    return bureau.DoAsync(bureau.Dispatcher, new DispatchTrip { Id = id, VehicleId = wanted[i].Item1, DriverId = wanted[i].Item2 }, Ct);
                },
                Ct)));

            Assert.Single(outcomes.OfType<Outcome<Guid>.Done>());
            Assert.True(Why(outcomes.Single(o => o is not Outcome<Guid>.Done)), $"round {round}: {Json.Write((object)outcomes.Single(o => o is not Outcome<Guid>.Done))}");
            Assert.Equal(1, await bureau.ReadAsync(db => db.Set<Trip>().CountAsync(t => trips.Contains(t.Id) && t.State == TripState.Dispatched, Ct)));
        }

        var booked = await bureau.ReadAsync(db => db.Set<Vehicle>().Where(v => v.Id == car).Select(v => v.Bookings).SingleAsync(Ct));
        Assert.Equal(await bureau.ReadAsync(db => db.Set<Trip>().CountAsync(t => t.VehicleId == car, Ct)), booked);
    }

    // The law's own word (V-51), or the system check that the car or driver is taken: either names what is no longer free.
    private static bool Why(Outcome<Guid> lost) => lost switch
    {
        Outcome<Guid>.Refused refused => refused.Verdict.Findings.Any(f => f.Rule.StartsWith("V-51", StringComparison.Ordinal) && f.Outcome == LawOutcome.Forbidden),
        Outcome<Guid>.Broken broken => broken.Check == TripChecks.CarIsFree || broken.Check == TripChecks.DriverIsFree,
        _ => false,
    };

    private static Task<Guid> TripAsync(Bureau bureau, DateTime start) => bureau.ApprovedTripAsync(Ct, Samples.Journey(start) with { PlanEnd = start.AddHours(Hours) });

    // Times that do not touch each other, on days from Monday to Friday before the next holiday.
    private static IEnumerable<DateTime> Slots() =>
        from day in Enumerable.Range(1, 43).Select(d => Samples.Today.AddDays(d))
        where day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)
        from hour in Enumerable.Range(0, 5).Select(h => 8 + h * Hours)
        select day.ToDateTime(new TimeOnly(hour, 0));
}

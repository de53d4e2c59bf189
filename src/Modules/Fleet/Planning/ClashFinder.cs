using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Organisations;
using Guiju.Rides.Days;

namespace Guiju.Fleet.Planning;

/// <summary>Why a trip has no car, rule by rule, and the nearest lawful ways out in the order in which they are to be tried.</summary>
internal sealed class ClashFinder(DayCase it, DayPlan plan)
{
    private const int Step = 15;

    /// <summary>The answer for one trip.</summary>
    public Clash Of(int number, UnitTree tree)
    {
        var trip = it.Facts.Waiting[number];
        var causes = Enumerable.Range(0, it.Facts.Cars.Count).Where(c => DayJudge.Serves(trip, it.Facts.Cars[c].UnitId, it.Facts.Cars[c].Custody))
            .SelectMany(c => Against(number, c)).GroupBy(a => a.Rule).Select(g => g.First() with { Cars = g.Count() }).OrderByDescending(a => a.Cars).ToList();
        return new Clash(trip.Id, trip.Code, tree.NameOf(trip.UnitId), it.TimeOf(it.Problem.Trips[number].Start), trip.PlanTo, causes, Ways(number, trip).ToList());
    }

    private List<Cause> Against(int number, int car)
    {
        var (trip, vehicle) = (it.Facts.Waiting[number], it.Facts.Cars[car]);
        if (vehicle.Seats <= trip.Passengers.Count)
        {
            return [new Cause(TripChecks.SeatsSuffice.Code, TripChecks.SeatsSuffice.Statement, "", 1)];
        }

        var findings = it.Judge.Of(trip, vehicle, null).Findings.Where(f => f.Outcome >= LawOutcome.Acknowledge)
            .Select(f => new Cause(f.Rule, f.Message, f.Provision is { Article: { } article } p ? $"{p.Title.Here}{article}" : "", 1)).ToList();
        if (findings.Count > 0)
        {
            return findings;
        }

        if (vehicle.Class != trip.ClassWanted)
        {
            return [new Cause("class", new("车辆类别与批准的用车类别不同。", "The class of the car is not the one that was approved."), "", 1)];
        }

        return IsFree(number, car, 0)
            ? [new Cause("driver", new("有车，但没有可以合规出车的驾驶员。", "There is a car, but no driver who may lawfully drive it."), "", 1)]
            : [new Cause("V-51", TripChecks.CarIsFree.Statement, "", 1)];
    }

    // Own car, platform car, shared ride, later slot, rental, public transport: the order of R6 and of the bureau's rules for renting (V-46).
    private IEnumerable<Way> Ways(int number, Trip trip)
    {
        var other = Others(number, trip).ToList();
        if (other.Find(o => o.Vehicle.UnitId == trip.UnitId) is { Vehicle: { } own })
        {
            yield return new Way(new($"本单位 {own.PlateNo} 有空，但须说明理由或经批准。", $"{own.PlateNo} of the unit is free, but needs a reason or an approval."), $"/fleet/dispatch/{trip.Id}");
        }

        if (other.Find(o => o.Vehicle.UnitId != trip.UnitId) is { Vehicle: { } platform })
        {
            yield return new Way(new($"平台 {platform.PlateNo} 有空，但须说明理由或经批准。", $"{platform.PlateNo} of the platform is free, but needs a reason or an approval."), $"/fleet/dispatch/{trip.Id}");
        }

        foreach (var booked in it.Facts.Booked.Where(b => trip.ShareOk && b.ShareOk && b.LeadId is null && PlaceBook.Key(b.To) == PlaceBook.Key(trip.PlanTo)).Take(1))
        {
            yield return new Way(new($"与已派车的 {booked.Code} 合乘。", $"Share the car of {booked.Code}, which is dispatched."), $"/fleet/trips/{booked.Id}");
        }

        if (LaterSlot(number) is { } later)
        {
            var (time, plate) = (it.TimeOf(later.Start), it.Facts.Cars[later.Car].PlateNo);
            yield return new Way(new($"改在 {time:HH:mm} 出车，{plate} 有空。", $"Leave at {time:HH:mm}: {plate} is free then."), $"/fleet/trips/{trip.Id}");
        }

        yield return new Way(new("本单位和平台都派不出车时，可以按标准租用车辆（一般不超过临时租用天数，优先新能源）。", "Where neither unit nor platform has a car, one may be rented within the standard, for a short time, of new energy first."), $"/fleet/rentals/new?trip={trip.Id}");
        yield return new Way(new("改乘公共交通或出租车，按规定报销。", "Take public transport or a taxi and have it reimbursed."), null);
    }

    // Cars that are free and lawful once somebody gives a reason or an approval, or that are of another class.
    private IEnumerable<(Vehicle Vehicle, int Car)> Others(int number, Trip trip) =>
        from car in Enumerable.Range(0, it.Facts.Cars.Count)
        let vehicle = it.Facts.Cars[car]
        where DayJudge.Serves(trip, vehicle.UnitId, vehicle.Custody) && vehicle.Seats > trip.Passengers.Count && !it.Judge.MayTake(trip, vehicle)
            && it.Judge.Of(trip, vehicle, null).Outcome <= LawOutcome.Approval && IsFree(number, car, 0)
        select (vehicle, car);

    private (int Start, int Car)? LaterSlot(int number)
    {
        var (trip, lawful) = (it.Problem.Trips[number], Enumerable.Range(0, it.Facts.Cars.Count).Where(c => it.Judge.MayTake(it.Facts.Waiting[number], it.Facts.Cars[c]) && it.Facts.Cars[c].Seats > it.Problem.Trips[number].People).ToList());
        for (var start = trip.Start + Step; start + (trip.End - trip.Start) <= 24 * 60; start += Step)
        {
            foreach (var car in lawful)
            {
                if (IsFree(number, car, start - trip.Start))
                {
                    return (start, car);
                }
            }
        }

        return null;
    }

    private bool IsFree(int number, int car, int later)
    {
        var (problem, rest) = (it.Problem, it.Problem.Rules.RestMinutes);
        var (vehicle, ride) = (problem.Cars[car], problem.Rides[number]);
        var (leaves, back) = (problem.Leaves(vehicle, ride) + later, problem.Back(vehicle, ride) + later);
        return vehicle.Taken.All(t => back + rest <= t.From || t.To + rest <= leaves)
            && (plan.Routes.FirstOrDefault(r => r.Car == car)?.Rides.Select(r => problem.Rides[r]) ?? []).All(r => back + rest <= problem.Leaves(vehicle, r) || problem.Back(vehicle, r) + rest <= leaves);
    }
}

/// <summary>A trip without a car: what stands against each car, and the ways out.</summary>
internal sealed record Clash(Guid Id, string Code, string Unit, DateTime Start, string To, IReadOnlyList<Cause> Causes, IReadOnlyList<Way> Ways);

/// <summary>A rule that keeps so many cars from the trip.</summary>
internal sealed record Cause(string Rule, Bilingual Text, string Citation, int Cars);

/// <summary>A way out, with the page where it is gone.</summary>
internal sealed record Way(Bilingual Text, string? Address);

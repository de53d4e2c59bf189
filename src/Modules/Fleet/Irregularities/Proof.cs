using Guiju.Fleet.Sightings;

namespace Guiju.Fleet.Irregularities;

/// <summary>What the detectors made of a simulated time: found and missed by trick, right and wrong by kind of alarm, false alarms on clean journeys.</summary>
internal sealed record Proof
{
    /// <summary>Cars lived.</summary>
    public int Cars { get; private set; }

    /// <summary>Journeys that were no part of a trick.</summary>
    public int CleanTrips { get; private set; }

    /// <summary>Alarms on people that nothing wrong had caused.</summary>
    public int FalseAlarms { get; private set; }

    /// <summary>Sightings that the record itself explained, so that nobody was asked.</summary>
    public int Explained { get; private set; }

    /// <summary>Alarms on devices.</summary>
    public int Devices { get; private set; }

    /// <summary>By trick: played and found.</summary>
    public SortedDictionary<Trick, (int Played, int Found)> Tricks { get; } = [];

    /// <summary>Drives that really were longer than the law allows without a rest, planned by nobody; and those of them that were found.</summary>
    public (int Really, int Found) WithoutRest { get; private set; }

    /// <summary>Alarms that nothing wrong had caused: car, day, what was seen.</summary>
    public List<(string Car, DateOnly Day, Sighting Seen)> Wrongly { get; } = [];

    /// <summary>By kind of alarm: raised, and owed to a trick or to a breach that really was.</summary>
    public SortedDictionary<AlarmKind, (int Raised, int Right)> Kinds { get; } = [];

    /// <summary>False alarms over clean journeys, per cent.</summary>
    public double FalseShare => CleanTrips == 0 ? 0 : 100.0 * FalseAlarms / CleanTrips;

    /// <summary>Lives cars and lets the detectors look at every day of theirs.</summary>
    public static Proof Of(int seed, int cars, (DateOnly From, int Days) time, (Func<DateOnly, bool> Workday, Func<DateOnly, string?> Holiday) calendar, TrickRates rates, Tolerances t)
    {
        var proof = new Proof { Cars = cars };
        for (var number = 1; number <= cars; number++)
        {
            proof.Judge(CarSimulator.Live(seed, number, time, calendar, rates), time, calendar.Holiday, t);
        }

        return proof;
    }

    private void Judge(SimulatedCar car, (DateOnly From, int Days) time, Func<DateOnly, string?> holiday, Tolerances t)
    {
        var found = new HashSet<Played>(ReferenceEqualityComparer.Instance);
        var (tired, seenTired) = (car.WithoutRest(t.DrivingMinutes, t.RestMinutes).ToList(), new HashSet<Stretch>());
        foreach (var (day, seen) in car.Days(time.From, time.Days, holiday, t))
        {
            foreach (var sighting in seen)
            {
                var breach = sighting.Kind == AlarmKind.Fatigue ? tired.Where(d => d.Touches(sighting.Time)).ToList() : [];
                seenTired.UnionWith(sighting.Accepted is null ? breach : []);
                Count(car, day.Day, sighting, found, breach.Count > 0);
            }
        }

        WithoutRest = (WithoutRest.Really + tired.Count, WithoutRest.Found + seenTired.Count);
        CleanTrips += car.Orders.Count(o => !car.Wrong.Contains(o.Id));
        foreach (var trick in car.Tricks)
        {
            var (played, hits) = Tricks.GetValueOrDefault(trick.Kind);
            Tricks[trick.Kind] = (played + 1, hits + (found.Contains(trick) ? 1 : 0));
        }
    }

    private void Count(SimulatedCar car, DateOnly day, Sighting sighting, HashSet<Played> found, bool breach)
    {
        if (sighting.Kind.IsDevice())
        {
            Devices++;
            return;
        }

        if (sighting.Accepted is not null)
        {
            Explained++;
            return;
        }

        found.UnionWith(car.Tricks.Where(p => p.IsFoundBy(sighting.Kind, day)));
        var right = breach || car.Tricks.Any(p => p.Explains(sighting.Kind, day));
        var (raised, owed) = Kinds.GetValueOrDefault(sighting.Kind);
        Kinds[sighting.Kind] = (raised + 1, owed + (right ? 1 : 0));
        FalseAlarms += right ? 0 : 1;
        if (!right)
        {
            Wrongly.Add((car.Car.PlateNo, day, sighting));
        }
    }
}

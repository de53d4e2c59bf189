namespace Guiju.Fleet.Sightings;

/// <summary>One drive without a longer stand in it.</summary>
/// <param name="Start">Last fix before it moved.</param>
/// <param name="End">First fix at which it stood again.</param>
/// <param name="Km">Kilometres of the straight lines between the fixes.</param>
internal sealed record Leg(Fix Start, Fix End, double Km)
{
    /// <summary>How far it went from where it began, metres.</summary>
    public double ExtentM { get; init; }

    /// <summary>When it moved for sure: less what lies within a silence at either end.</summary>
    public Stretch Sure { get; init; }

    /// <summary>Fixes within it.</summary>
    public int Fixes { get; init; }

    /// <summary>From beginning to end.</summary>
    public Stretch Time => new(Start.At, End.At);

    /// <summary>Kilometres an hour over the whole of it.</summary>
    public double MeanKmh => Time.Minutes > 0 ? Km / Time.Minutes * 60 : 0;
}

/// <summary>A silence of the terminal over which the car moved.</summary>
/// <param name="Time">From the last word to the first one after.</param>
/// <param name="Metres">Straight line between the two.</param>
internal sealed record Silence(Stretch Time, double Metres);

/// <summary>A stand between two drives, or before the first and after the last.</summary>
/// <param name="Time">How long.</param>
/// <param name="At">Where.</param>
internal sealed record Stand(Stretch Time, Fix At);

/// <summary>What a car did, read from its fixes: drives, stands and silences.</summary>
internal sealed record Way
{
    private const double WalkingKmh = 3;
    private const double SpikeM = 150;

    /// <summary>Drives, in order.</summary>
    public required IReadOnlyList<Leg> Legs { get; init; }

    /// <summary>Stands, in order.</summary>
    public required IReadOnlyList<Stand> Stands { get; init; }

    /// <summary>Silences over which it moved, in order.</summary>
    public required IReadOnlyList<Silence> Silences { get; init; }

    /// <summary>The fixes that are believed, in order.</summary>
    public required IReadOnlyList<Fix> Fixes { get; init; }

    /// <summary>Reads the fixes; they must stand in order of time.</summary>
    public static Way Of(IReadOnlyList<Fix> told, Tolerances t)
    {
        var fixes = WithoutSpikes(told, t.StandingM);
        var (legs, silences) = (new List<Leg>(), new List<Silence>());
        var (start, last) = (-1, -1);
        for (var i = 1; i < fixes.Count; i++)
        {
            var (before, fix) = (fixes[i - 1], fixes[i]);
            var (metres, minutes) = (before.MetresTo(fix), (fix.At - before.At).TotalMinutes);
            var silent = minutes > t.SilenceMinutes && metres > t.YardM;
            if (silent)
            {
                silences.Add(new Silence(new Stretch(before.At, fix.At), metres));
            }
            else if (metres <= t.StandingM || metres / 1000 / (minutes / 60) < WalkingKmh)
            {
                continue;
            }

            if (start >= 0 && (before.At - fixes[last].At).TotalMinutes >= t.StandMinutes)
            {
                legs.Add(LegOf(fixes, start, last, silences));
                start = -1;
            }

            (start, last) = (start < 0 ? i - 1 : start, i);
        }

        if (start >= 0)
        {
            legs.Add(LegOf(fixes, start, last, silences));
        }

        return new Way { Legs = legs, Silences = silences, Stands = StandsOf(fixes, legs), Fixes = fixes };
    }

    /// <summary>Kilometres driven within a stretch of time.</summary>
    public double KmWithin(Stretch time) => Legs.Where(l => time.Touches(l.Time)).Sum(l => time.Holds(l.Time) ? l.Km : KmOf(Fixes.Where(f => f.At >= time.From && f.At <= time.To && f.At >= l.Start.At && f.At <= l.End.At).ToList()));

    /// <summary>Kilometres of the straight lines between fixes.</summary>
    public static double KmOf(IReadOnlyList<Fix> fixes)
    {
        var sum = 0.0;
        for (var i = 1; i < fixes.Count; i++)
        {
            sum += fixes[i - 1].MetresTo(fixes[i]);
        }

        return sum / 1000;
    }

    // A single fix far from its two neighbours, which lie together, is the receiver's fault; the first and the last one have both neighbours on one side.
    private static List<Fix> WithoutSpikes(IReadOnlyList<Fix> told, double standingM) => told.Count < 3 ? [.. told] : [.. told.Where((fix, i) =>
    {
        var (before, after) = i == 0 ? (told[1], told[2]) : i == told.Count - 1 ? (told[i - 2], told[i - 1]) : (told[i - 1], told[i + 1]);
        return before.MetresTo(after) > standingM || before.MetresTo(fix) < SpikeM;
    })];

    private static Leg LegOf(List<Fix> fixes, int start, int last, List<Silence> silences)
    {
        var within = fixes.GetRange(start, last - start + 1);
        var (first, end) = (within[0], within[^1]);
        return new Leg(first, end, KmOf(within))
        {
            ExtentM = within.Max(f => first.MetresTo(f)),
            Fixes = within.Count,
            Sure = new Stretch(
                silences.Find(s => s.Time.From == first.At)?.Time.To ?? first.At,
                silences.Find(s => s.Time.To == end.At)?.Time.From ?? end.At),
        };
    }

    private static List<Stand> StandsOf(List<Fix> fixes, List<Leg> legs)
    {
        var stands = new List<Stand>();
        if (fixes.Count == 0)
        {
            return stands;
        }

        var since = fixes[0];
        foreach (var leg in legs)
        {
            stands.Add(new Stand(new Stretch(since.At, leg.Start.At), leg.Start));
            since = leg.End;
        }

        stands.Add(new Stand(new Stretch(since.At, fixes[^1].At), since));
        return stands;
    }
}

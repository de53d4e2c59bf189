using Guiju.Fleet.Sightings;

namespace Guiju.Fleet.Irregularities;

/// <summary>What somebody does wrong in the simulated year. How much of it there is, and how large, is drawn here and nowhere else: no detector's figure is known to the simulation.</summary>
internal enum Trick
{
    /// <summary>A drive of one's own without an order; some are covered much later by an order made up.</summary>
    GhostDrive,

    /// <summary>The same with the terminal unplugged: only the odometer tells.</summary>
    SilentDrive,

    /// <summary>A drive on a holiday on which the car is sealed.</summary>
    HolidayDrive,

    /// <summary>An ordinary journey in a car kept for confidential post or for enforcement.</summary>
    WrongClass,

    /// <summary>A journey with a private way round.</summary>
    Detour,

    /// <summary>A journey asked for within the city that goes far out of it.</summary>
    FarAway,

    /// <summary>The car taken home over night.</summary>
    NightAway,

    /// <summary>Much too fast on the expressway.</summary>
    Speeding,

    /// <summary>Fuel on the car's card for another tank, on a day without a journey.</summary>
    FuelElsewhere,

    /// <summary>A fill larger than the tank.</summary>
    FuelTooMuch,

    /// <summary>A second fill shortly after the first.</summary>
    FuelTwice,

    /// <summary>Odometer turned back.</summary>
    Rollback,

    /// <summary>Odometer turned on, to account for fuel that was sold.</summary>
    Padding,

    /// <summary>One repair billed in slices.</summary>
    RepairSlices,
}

/// <summary>One trick that was played.</summary>
/// <param name="Kind">Which.</param>
/// <param name="From">First day on which it may show.</param>
/// <param name="To">Last day.</param>
internal sealed record Played(Trick Kind, DateOnly From, DateOnly To)
{
    private const int NextReading = 6; // days until the next journey tells the odometer
    private const int NextFills = 45;

    private static readonly AlarmKind[] Fuel = [AlarmKind.FuelWithoutTrip, AlarmKind.FuelAboveTank, AlarmKind.FuelTooSoon, AlarmKind.FuelElsewhere];
    private static readonly AlarmKind[] Driving = [AlarmKind.NoOrder, AlarmKind.Holiday, AlarmKind.OutOfTime, AlarmKind.OdometerJump, AlarmKind.NotHome, AlarmKind.LongStand];
    private static readonly AlarmKind[] Meter = [AlarmKind.OdometerBack, AlarmKind.OdometerGap, AlarmKind.OdometerJump];

    /// <summary>Kinds of alarm by which it counts as found.</summary>
    public IReadOnlyList<AlarmKind> Found => Kind switch
    {
        Trick.GhostDrive => [AlarmKind.NoOrder, AlarmKind.OutOfTime, AlarmKind.OdometerJump],
        Trick.SilentDrive => [AlarmKind.OdometerJump, AlarmKind.NoOrder],
        Trick.HolidayDrive => [AlarmKind.Holiday],
        Trick.WrongClass => [AlarmKind.WrongClass],
        Trick.Detour => [AlarmKind.Detour],
        Trick.FarAway => [AlarmKind.OutOfArea, AlarmKind.Detour],
        Trick.NightAway => [AlarmKind.NotHome, AlarmKind.NoOrder, AlarmKind.OutOfTime],
        Trick.Speeding => [AlarmKind.Speeding],
        Trick.FuelElsewhere => [AlarmKind.FuelWithoutTrip, AlarmKind.FuelElsewhere],
        Trick.FuelTooMuch => [AlarmKind.FuelAboveTank, AlarmKind.Consumption],
        Trick.FuelTwice => [AlarmKind.FuelTooSoon, AlarmKind.FuelAboveTank, AlarmKind.Consumption],
        Trick.Rollback => [AlarmKind.OdometerBack, AlarmKind.OdometerGap],
        Trick.Padding => [AlarmKind.OdometerGap],
        _ => [AlarmKind.SplitRepair],
    };

    /// <summary>Whether an alarm of a day is owed to this trick: its own kinds, and what it leaves behind at the next reading or the next fills.</summary>
    public bool Explains(AlarmKind kind, DateOnly day)
    {
        var (first, last) = (From.AddDays(-1), To.AddDays(1));
        return day >= first && day <= last && (Found.Contains(kind) || Kind is Trick.GhostDrive or Trick.SilentDrive or Trick.HolidayDrive or Trick.NightAway or Trick.FarAway or Trick.Detour && Driving.Contains(kind) || kind is AlarmKind.Detour or AlarmKind.OutOfArea or AlarmKind.LongStand && Kind is Trick.Detour or Trick.FarAway)
            || day >= first && day <= To.AddDays(NextReading) && (Kind is Trick.Rollback or Trick.Padding or Trick.GhostDrive or Trick.SilentDrive or Trick.HolidayDrive or Trick.NightAway && Meter.Contains(kind))
            || day >= first && day <= To.AddDays(NextFills) && (Kind is Trick.FuelTooMuch or Trick.FuelTwice or Trick.FuelElsewhere or Trick.Rollback or Trick.Padding) && (kind == AlarmKind.Consumption || Fuel.Contains(kind));
    }

    /// <summary>Whether an alarm of a day finds it.</summary>
    public bool IsFoundBy(AlarmKind kind, DateOnly day) => Found.Contains(kind) && day >= From.AddDays(-1) && day <= To.AddDays(kind is AlarmKind.OdometerJump or AlarmKind.OdometerBack or AlarmKind.OdometerGap or AlarmKind.Consumption ? NextReading : 1);
}

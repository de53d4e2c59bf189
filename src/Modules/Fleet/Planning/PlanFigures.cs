using Guiju.Decisions.Contracts;
using Guiju.Rides.Days;

namespace Guiju.Fleet.Planning;

/// <summary>The figures that a day's plan holds to, as in force on the day; most are settings of the bureau.</summary>
internal sealed class PlanFigures(IFigures figures)
{
    private static readonly string[] Used =
    [
        "fleet.driving.max-minutes", "fleet.driving.min-rest", "fleet.plan.duty-hours", "fleet.plan.away-minutes", "fleet.plan.car-km", "fleet.plan.fuel-weight",
        "fleet.plan.yard-km", "fleet.plan.place-km", "fleet.plan.speed", "fleet.share.wait-minutes", "fleet.share.detour-minutes",
    ];

    /// <summary>All of them, for those who want to know what was reckoned with.</summary>
    public IReadOnlyList<FigureOn> All(DateOnly day) => Used.Select(id => figures.On(id, day)).OfType<FigureOn>().ToList();

    /// <summary>Whether a day can be planned: all of them are in force on it.</summary>
    public bool AreKnown(DateOnly day) => figures.Have(Used, day);

    /// <summary>The rules of the day.</summary>
    /// <exception cref="Guiju.Kernel.BrokenCheckException">A figure is not in force.</exception>
    public DayRules Rules(DateOnly day) => new()
    {
        DrivingMinutes = (int)figures.Need("fleet.driving.max-minutes", day),
        RestMinutes = (int)figures.Need("fleet.driving.min-rest", day),
        AwayMinutes = (int)figures.Need("fleet.plan.away-minutes", day),
        CarKm = (double)figures.Need("fleet.plan.car-km", day),
        KmPerMinute = (double)figures.Need("fleet.plan.speed", day) / 60,
        WaitMinutes = (int)figures.Need("fleet.share.wait-minutes", day),
        DetourMinutes = (int)figures.Need("fleet.share.detour-minutes", day),
    };

    /// <summary>Minutes from a driver's first departure to the last return.</summary>
    public int DutyMinutes(DateOnly day) => (int)(figures.Need("fleet.plan.duty-hours", day) * 60);

    /// <summary>What a kilometre of a fuel car counts.</summary>
    public double FuelWeight(DateOnly day) => (double)figures.Need("fleet.plan.fuel-weight", day);

    /// <summary>Kilometres between two yards, and to a place of which no record tells.</summary>
    public (double Yard, double Place) Unknown(DateOnly day) => ((double)figures.Need("fleet.plan.yard-km", day), (double)figures.Need("fleet.plan.place-km", day));
}

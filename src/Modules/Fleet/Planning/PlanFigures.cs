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

    /// <summary>The rules of the day. A figure that is not in force leaves the planner's own.</summary>
    public DayRules Rules(DateOnly day)
    {
        var usual = new DayRules();
        return usual with
        {
            DrivingMinutes = (int)Number("fleet.driving.max-minutes", day, usual.DrivingMinutes),
            RestMinutes = (int)Number("fleet.driving.min-rest", day, usual.RestMinutes),
            AwayMinutes = (int)Number("fleet.plan.away-minutes", day, usual.AwayMinutes),
            CarKm = (double)Number("fleet.plan.car-km", day, (decimal)usual.CarKm),
            KmPerMinute = (double)Number("fleet.plan.speed", day, (decimal)usual.KmPerMinute * 60) / 60,
            WaitMinutes = (int)Number("fleet.share.wait-minutes", day, usual.WaitMinutes),
            DetourMinutes = (int)Number("fleet.share.detour-minutes", day, usual.DetourMinutes),
        };
    }

    /// <summary>Minutes from a driver's first departure to the last return.</summary>
    public int DutyMinutes(DateOnly day) => (int)(Number("fleet.plan.duty-hours", day, 10) * 60);

    /// <summary>What a kilometre of a fuel car counts.</summary>
    public double FuelWeight(DateOnly day) => (double)Number("fleet.plan.fuel-weight", day, 1);

    /// <summary>Kilometres between two yards, and to a place of which no record tells.</summary>
    public (double Yard, double Place) Unknown(DateOnly day) => ((double)Number("fleet.plan.yard-km", day, 5), (double)Number("fleet.plan.place-km", day, 15));

    private decimal Number(string id, DateOnly day, decimal otherwise) => figures.On(id, day)?.Value as decimal? ?? otherwise;
}

using Guiju.Decisions.Contracts;

namespace Guiju.Fleet.Sightings;

/// <summary>The figures that detectors measure with, as in force on one day; all of them stand in <c>law/fleet/parameters.yaml</c>.</summary>
internal sealed record Tolerances
{
    private static readonly string[] Needed =
    [
        "fleet.sight.standing-m",
        "fleet.sight.yard-m",
        "fleet.sight.stand-minutes",
        "fleet.sight.silence-minutes",
        "fleet.sight.unheard-minutes",
        "fleet.sight.edge-minutes",
        "fleet.order.late-hours",
        "fleet.sight.city-km",
        "fleet.sight.meter-share",
        "fleet.sight.meter-km",
        "fleet.sight.detour-factor",
        "fleet.sight.detour-km",
        "fleet.sight.detour-least-factor",
        "fleet.sight.detour-least-km",
        "fleet.sight.detour-spread",
        "fleet.sight.call-km",
        "fleet.sight.speed-kmh",
        "fleet.driving.max-minutes",
        "fleet.driving.min-rest",
        "fleet.sight.long-stand-minutes",
        "fleet.fuel.tank-tolerance",
        "fleet.fuel.min-gap",
        "fleet.fuel.consumption-tolerance",
        "fleet.fuel.balance-tolerance",
        "fleet.sight.station-m",
        "fleet.sight.repair-yuan",
        "fleet.sight.repair-days",
        "fleet.sight.jump-km",
        "fleet.terminal.offline-hours",
    ];

    /// <summary>Metres within which a car counts as standing.</summary>
    public required double StandingM { get; init; }

    /// <summary>Metres within which it has not left the yard.</summary>
    public required double YardM { get; init; }

    /// <summary>Minutes of standing that end a drive.</summary>
    public required double StandMinutes { get; init; }

    /// <summary>Minutes without a word that count as silence.</summary>
    public required double SilenceMinutes { get; init; }

    /// <summary>Minutes without a word from a car that did not move, which count as silence.</summary>
    public required double UnheardMinutes { get; init; }

    /// <summary>Minutes by which a drive may begin before an order and end after it.</summary>
    public required double EdgeMinutes { get; init; }

    /// <summary>Hours within which an order may be made up.</summary>
    public required double LateHours { get; init; }

    /// <summary>Kilometres around home that count as in the city.</summary>
    public required double CityKm { get; init; }

    /// <summary>Share by which odometer and track may differ.</summary>
    public required double MeterShare { get; init; }

    /// <summary>Kilometres by which they may differ in any case.</summary>
    public required double MeterKm { get; init; }

    /// <summary>Factor over the usual distance of a relation from which a journey stands out.</summary>
    public required decimal DetourFactor { get; init; }

    /// <summary>Kilometres over it from which it does.</summary>
    public required decimal DetourKm { get; init; }

    /// <summary>Factor over the usual distance below which nothing is said, however closely a relation is known.</summary>
    public required decimal DetourLeastFactor { get; init; }

    /// <summary>Kilometres over it below which nothing is said.</summary>
    public required decimal DetourLeastKm { get; init; }

    /// <summary>Times the usual spread of a relation from which a journey stands out.</summary>
    public required decimal DetourSpread { get; init; }

    /// <summary>Kilometres around the place visited within which one more call is nothing to be asked about.</summary>
    public required double CallKm { get; init; }

    /// <summary>Kilometres an hour.</summary>
    public required double SpeedKmh { get; init; }

    /// <summary>Minutes of driving after which one must rest.</summary>
    public required double DrivingMinutes { get; init; }

    /// <summary>Minutes of that rest.</summary>
    public required double RestMinutes { get; init; }

    /// <summary>Minutes of standing elsewhere that are long.</summary>
    public required double LongStandMinutes { get; init; }

    /// <summary>Factor by which a fill may exceed the tank.</summary>
    public required decimal TankFactor { get; init; }

    /// <summary>Kilometres that lie between two fills.</summary>
    public required decimal FillGapKm { get; init; }

    /// <summary>Factor by which consumption may exceed the usual.</summary>
    public required decimal ConsumptionFactor { get; init; }

    /// <summary>Factor by which a car may have burnt more than it does over all its fills together.</summary>
    public required decimal BalanceFactor { get; init; }

    /// <summary>Metres by which a station may lie off the track.</summary>
    public required double StationM { get; init; }

    /// <summary>Yuan from which a repair needs approval.</summary>
    public required decimal RepairYuan { get; init; }

    /// <summary>Days within which bills of one shop are looked at together.</summary>
    public required int RepairDays { get; init; }

    /// <summary>Kilometres that may pass between two orders.</summary>
    public required decimal JumpKm { get; init; }

    /// <summary>Hours a terminal may be silent.</summary>
    public required double OfflineHours { get; init; }

    /// <summary>Whether a day can be looked at: all figures are in force on it.</summary>
    public static bool AreKnown(IFigures figures, DateOnly day) => figures.Have(Needed, day);

    /// <summary>The figures of a day.</summary>
    /// <exception cref="Guiju.Kernel.BrokenCheckException">One of them is not in force.</exception>
    public static Tolerances On(IFigures figures, DateOnly day)
    {
        return new Tolerances
        {
            StandingM = (double)Number("fleet.sight.standing-m"),
            YardM = (double)Number("fleet.sight.yard-m"),
            StandMinutes = (double)Number("fleet.sight.stand-minutes"),
            SilenceMinutes = (double)Number("fleet.sight.silence-minutes"),
            UnheardMinutes = (double)Number("fleet.sight.unheard-minutes"),
            EdgeMinutes = (double)Number("fleet.sight.edge-minutes"),
            LateHours = (double)Number("fleet.order.late-hours"),
            CityKm = (double)Number("fleet.sight.city-km"),
            MeterShare = (double)Number("fleet.sight.meter-share"),
            MeterKm = (double)Number("fleet.sight.meter-km"),
            DetourFactor = Number("fleet.sight.detour-factor"),
            DetourKm = Number("fleet.sight.detour-km"),
            DetourLeastFactor = Number("fleet.sight.detour-least-factor"),
            DetourLeastKm = Number("fleet.sight.detour-least-km"),
            DetourSpread = Number("fleet.sight.detour-spread"),
            CallKm = (double)Number("fleet.sight.call-km"),
            SpeedKmh = (double)Number("fleet.sight.speed-kmh"),
            DrivingMinutes = (double)Number("fleet.driving.max-minutes"),
            RestMinutes = (double)Number("fleet.driving.min-rest"),
            LongStandMinutes = (double)Number("fleet.sight.long-stand-minutes"),
            TankFactor = Number("fleet.fuel.tank-tolerance"),
            FillGapKm = Number("fleet.fuel.min-gap"),
            ConsumptionFactor = Number("fleet.fuel.consumption-tolerance"),
            BalanceFactor = Number("fleet.fuel.balance-tolerance"),
            StationM = (double)Number("fleet.sight.station-m"),
            RepairYuan = Number("fleet.sight.repair-yuan"),
            RepairDays = (int)Number("fleet.sight.repair-days"),
            JumpKm = Number("fleet.sight.jump-km"),
            OfflineHours = (double)Number("fleet.terminal.offline-hours"),
        };

        decimal Number(string id) => figures.Need(id, day);
    }
}

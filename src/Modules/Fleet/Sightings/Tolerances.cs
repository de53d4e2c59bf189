using Guiju.Decisions.Contracts;

namespace Guiju.Fleet.Sightings;

/// <summary>The figures that detectors measure with, as in force on one day; all of them stand in <c>law/fleet/parameters.yaml</c>.</summary>
internal sealed record Tolerances
{
    /// <summary>Metres within which a car counts as standing.</summary>
    public double StandingM { get; init; } = 60;

    /// <summary>Metres within which it has not left the yard.</summary>
    public double YardM { get; init; } = 500;

    /// <summary>Minutes of standing that end a drive.</summary>
    public double StandMinutes { get; init; } = 10;

    /// <summary>Minutes without a word that count as silence.</summary>
    public double SilenceMinutes { get; init; } = 5;

    /// <summary>Minutes by which a drive may begin before an order and end after it.</summary>
    public double EdgeMinutes { get; init; } = 30;

    /// <summary>Hours within which an order may be made up.</summary>
    public double LateHours { get; init; } = 24;

    /// <summary>Kilometres around home that count as in the city.</summary>
    public double CityKm { get; init; } = 60;

    /// <summary>Share by which odometer and track may differ.</summary>
    public double MeterShare { get; init; } = 0.15;

    /// <summary>Kilometres by which they may differ in any case.</summary>
    public double MeterKm { get; init; } = 5;

    /// <summary>Factor over the usual distance of a relation from which a journey stands out.</summary>
    public decimal DetourFactor { get; init; } = 1.5m;

    /// <summary>Kilometres over it from which it does.</summary>
    public decimal DetourKm { get; init; } = 10;

    /// <summary>Kilometres an hour.</summary>
    public double SpeedKmh { get; init; } = 120;

    /// <summary>Minutes of driving after which one must rest.</summary>
    public double DrivingMinutes { get; init; } = 240;

    /// <summary>Minutes of that rest.</summary>
    public double RestMinutes { get; init; } = 20;

    /// <summary>Minutes of standing elsewhere that are long.</summary>
    public double LongStandMinutes { get; init; } = 240;

    /// <summary>Factor by which a fill may exceed the tank.</summary>
    public decimal TankFactor { get; init; } = 1.05m;

    /// <summary>Kilometres that lie between two fills.</summary>
    public decimal FillGapKm { get; init; } = 50;

    /// <summary>Factor by which consumption may exceed the usual.</summary>
    public decimal ConsumptionFactor { get; init; } = 1.3m;

    /// <summary>Metres by which a station may lie off the track.</summary>
    public double StationM { get; init; } = 2000;

    /// <summary>Yuan from which a repair needs approval.</summary>
    public decimal RepairYuan { get; init; } = 2000;

    /// <summary>Days within which bills of one shop are looked at together.</summary>
    public int RepairDays { get; init; } = 7;

    /// <summary>Kilometres that may pass between two orders.</summary>
    public decimal JumpKm { get; init; } = 5;

    /// <summary>Hours a terminal may be silent.</summary>
    public double OfflineHours { get; init; } = 24;

    /// <summary>The figures of a day; where one is not in force its usual value above stands.</summary>
    public static Tolerances On(IFigures figures, DateOnly day)
    {
        var usual = new Tolerances();
        return new Tolerances
        {
            StandingM = Number("fleet.sight.standing-m", usual.StandingM),
            YardM = Number("fleet.sight.yard-m", usual.YardM),
            StandMinutes = Number("fleet.sight.stand-minutes", usual.StandMinutes),
            SilenceMinutes = Number("fleet.sight.silence-minutes", usual.SilenceMinutes),
            EdgeMinutes = Number("fleet.sight.edge-minutes", usual.EdgeMinutes),
            LateHours = Number("fleet.order.late-hours", usual.LateHours),
            CityKm = Number("fleet.sight.city-km", usual.CityKm),
            MeterShare = Number("fleet.sight.meter-share", usual.MeterShare),
            MeterKm = Number("fleet.sight.meter-km", usual.MeterKm),
            DetourFactor = (decimal)Number("fleet.sight.detour-factor", (double)usual.DetourFactor),
            DetourKm = (decimal)Number("fleet.sight.detour-km", (double)usual.DetourKm),
            SpeedKmh = Number("fleet.sight.speed-kmh", usual.SpeedKmh),
            DrivingMinutes = Number("fleet.driving.max-minutes", usual.DrivingMinutes),
            RestMinutes = Number("fleet.driving.min-rest", usual.RestMinutes),
            LongStandMinutes = Number("fleet.sight.long-stand-minutes", usual.LongStandMinutes),
            TankFactor = (decimal)Number("fleet.fuel.tank-tolerance", (double)usual.TankFactor),
            FillGapKm = (decimal)Number("fleet.fuel.min-gap", (double)usual.FillGapKm),
            ConsumptionFactor = (decimal)Number("fleet.fuel.consumption-tolerance", (double)usual.ConsumptionFactor),
            StationM = Number("fleet.sight.station-m", usual.StationM),
            RepairYuan = (decimal)Number("fleet.sight.repair-yuan", (double)usual.RepairYuan),
            RepairDays = (int)Number("fleet.sight.repair-days", usual.RepairDays),
            JumpKm = (decimal)Number("fleet.sight.jump-km", (double)usual.JumpKm),
            OfflineHours = Number("fleet.terminal.offline-hours", usual.OfflineHours),
        };

        double Number(string id, double otherwise) => figures.On(id, day)?.Value is decimal value ? (double)value : otherwise;
    }
}

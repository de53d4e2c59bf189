namespace Guiju.Fleet.Indicators;

/// <summary>What one car was, did and cost in a stretch of days; tallies of several cars add up.</summary>
internal sealed record CarTally
{
    /// <summary>Nothing.</summary>
    public static readonly CarTally None = new();

    /// <summary>Cars held.</summary>
    public int Cars { get; init; }

    /// <summary>Those neither in repair nor sealed.</summary>
    public int Available { get; init; }

    /// <summary>Those of new energy: battery, plug-in hybrid, fuel cell.</summary>
    public int NewEnergy { get; init; }

    /// <summary>Cars held against the renewal years: all, or none where no figure is in force.</summary>
    public int Dated { get; init; }

    /// <summary>Those of them past the years after which they may be renewed.</summary>
    public int Overdue { get; init; }

    /// <summary>Cars held against the least distance: all, or none where no figure is in force.</summary>
    public int Measured { get; init; }

    /// <summary>Those of them that moved less.</summary>
    public int Idle { get; init; }

    /// <summary>Age on the last day, days.</summary>
    public int AgeDays { get; init; }

    /// <summary>Days of the available cars on which one went out.</summary>
    public int DaysOut { get; init; }

    /// <summary>Workdays of the available cars.</summary>
    public int Workdays { get; init; }

    /// <summary>Hours on orders within office hours of workdays, available cars.</summary>
    public decimal HoursOut { get; init; }

    /// <summary>Office hours of the available cars.</summary>
    public decimal OfficeHours { get; init; }

    /// <summary>Journeys that ended.</summary>
    public int Trips { get; init; }

    /// <summary>Journeys whose order was made up afterwards.</summary>
    public int MadeUp { get; init; }

    /// <summary>Journeys on which others might share the ride.</summary>
    public int Shareable { get; init; }

    /// <summary>Journeys dispatched before they began.</summary>
    public int Awaited { get; init; }

    /// <summary>Minutes from the request to the dispatch, of those.</summary>
    public decimal WaitMinutes { get; init; }

    /// <summary>Distance, km.</summary>
    public decimal Km { get; init; }

    /// <summary>Fuel, litres.</summary>
    public decimal Litres { get; init; }

    /// <summary>Distance of the cars that were fuelled, km.</summary>
    public decimal FuelledKm { get; init; }

    /// <summary>Charged energy, kWh.</summary>
    public decimal Kwh { get; init; }

    /// <summary>Distance of the battery cars that were charged, km.</summary>
    public decimal ChargedKm { get; init; }

    /// <summary>Everything that was spent, fines and wages left out, yuan: what drivers entered, what only cards tell of, what the cars cost beside their journeys, and what rented cars were invoiced.</summary>
    public decimal Yuan { get; init; }

    /// <summary>Journeys of rented cars.</summary>
    public int RentedTrips { get; init; }

    /// <summary>Distance of rented cars, km.</summary>
    public decimal RentedKm { get; init; }

    /// <summary>Journeys that the passenger rated.</summary>
    public int Rated { get; init; }

    /// <summary>Those of them with a rating that counts as satisfied.</summary>
    public int Satisfied { get; init; }

    /// <summary>Cars that took the place of another in these days.</summary>
    public int Renewed { get; init; }

    /// <summary>Those of them of new energy.</summary>
    public int RenewedNewEnergy { get; init; }

    /// <summary>Journeys that really shared a car with another.</summary>
    public int Shared { get; init; }

    /// <summary>Journeys that were seen without an order, those left out that turned out to be none.</summary>
    public int NoOrder { get; init; }

    /// <summary>Alarms decided on, those of devices left out.</summary>
    public int AlarmsJudged { get; init; }

    /// <summary>Those of them that were true.</summary>
    public int AlarmsTrue { get; init; }

    /// <summary>Hours from finding to deciding, of those decided on.</summary>
    public decimal AlarmHours { get; init; }

    /// <summary>Terminals in cars.</summary>
    public int Bound { get; init; }

    /// <summary>Those of them that are heard.</summary>
    public int Online { get; init; }

    /// <summary>Both together.</summary>
    public static CarTally operator +(CarTally one, CarTally other) => new()
    {
        Cars = one.Cars + other.Cars, Available = one.Available + other.Available, NewEnergy = one.NewEnergy + other.NewEnergy, Dated = one.Dated + other.Dated, Overdue = one.Overdue + other.Overdue, Measured = one.Measured + other.Measured, Idle = one.Idle + other.Idle,
        AgeDays = one.AgeDays + other.AgeDays, DaysOut = one.DaysOut + other.DaysOut, Workdays = one.Workdays + other.Workdays, HoursOut = one.HoursOut + other.HoursOut, OfficeHours = one.OfficeHours + other.OfficeHours,
        Trips = one.Trips + other.Trips, MadeUp = one.MadeUp + other.MadeUp, Shareable = one.Shareable + other.Shareable, Awaited = one.Awaited + other.Awaited, WaitMinutes = one.WaitMinutes + other.WaitMinutes,
        Km = one.Km + other.Km, Litres = one.Litres + other.Litres, FuelledKm = one.FuelledKm + other.FuelledKm, Kwh = one.Kwh + other.Kwh, ChargedKm = one.ChargedKm + other.ChargedKm, Yuan = one.Yuan + other.Yuan,
        RentedTrips = one.RentedTrips + other.RentedTrips, RentedKm = one.RentedKm + other.RentedKm, Rated = one.Rated + other.Rated, Satisfied = one.Satisfied + other.Satisfied,
        Renewed = one.Renewed + other.Renewed, RenewedNewEnergy = one.RenewedNewEnergy + other.RenewedNewEnergy, Shared = one.Shared + other.Shared, NoOrder = one.NoOrder + other.NoOrder,
        AlarmsJudged = one.AlarmsJudged + other.AlarmsJudged, AlarmsTrue = one.AlarmsTrue + other.AlarmsTrue, AlarmHours = one.AlarmHours + other.AlarmHours, Bound = one.Bound + other.Bound, Online = one.Online + other.Online,
    };
}

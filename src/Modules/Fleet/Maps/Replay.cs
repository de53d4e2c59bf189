using Guiju.Fleet.Geofences;
using Guiju.Fleet.Terminals;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Roads;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Maps;

/// <summary>The way of a car over a journey or a day, for whoever may see the car.</summary>
internal sealed class Replay(GuijuDb db, ActorHolder asker, PositionLog log, GeofenceCrossings crossings, TimeProvider clock)
{
    /// <summary>Most points that are drawn; of more, every so many are.</summary>
    public const int MostPoints = 4000;

    private const double WalkingKmh = 3;

    // Between positions farther apart in time than this, nothing is known.
    private static readonly TimeSpan Gap = TimeSpan.FromMinutes(5);
    private static readonly TimeSpan LongestJourney = TimeSpan.FromDays(3);

    /// <summary>The way of a journey; null where it is not within reach or has not begun.</summary>
    public async Task<View?> OfTripAsync(Guid id, CancellationToken ct)
    {
        var trip = await TripFolder.Readable(db.Set<Trip>().AsNoTracking(), asker.Current).Where(t => t.Id == id && t.RealStart != null)
            .Select(t => new { t.Id, t.Code, t.PlanTo, t.VehicleId, t.RealStart, t.RealEnd }).FirstOrDefaultAsync(ct);
        if (trip?.VehicleId is not { } carId || await db.Set<Vehicle>().AsNoTracking().Seen(asker.Current).Where(v => v.Id == carId).Select(v => v.PlateNo).FirstOrDefaultAsync(ct) is not { } plate)
        {
            return null;
        }

        var from = trip.RealStart.GetValueOrDefault();
        var until = trip.RealEnd ?? clock.UtcNow();
        return await ViewAsync(new View(carId, plate, from, until < from + LongestJourney ? until : from + LongestJourney) { TripId = trip.Id, Trip = $"{trip.Code} {trip.PlanTo}" }, ct);
    }

    /// <summary>The way of a car on a day; null where the car is not within reach.</summary>
    public async Task<View?> OfDayAsync(Guid carId, DateOnly day, CancellationToken ct)
    {
        var plate = await db.Set<Vehicle>().AsNoTracking().Readable(asker.Current).Where(v => v.Id == carId).Select(v => v.PlateNo).FirstOrDefaultAsync(ct);
        var from = clock.ToUtc(day.ToDateTime(TimeOnly.MinValue));
        return plate is null ? null : await ViewAsync(new View(carId, plate, from, from.AddDays(1).AddSeconds(-1)) { Day = day }, ct);
    }

    private async Task<View> ViewAsync(View view, CancellationToken ct)
    {
        var track = await log.TrackAsync(view.CarId, view.From, view.To, ct);
        var (driven, moving, gaps) = (0.0, TimeSpan.Zero, 0);
        for (var i = 1; i < track.Count; i++)
        {
            var (before, now) = (track[i - 1], track[i]);
            driven += GeoPlane.Metres(new GeoPoint(before.Latitude, before.Longitude), new GeoPoint(now.Latitude, now.Longitude));
            var took = now.At - before.At;
            gaps += took > Gap && before.SpeedKmh > WalkingKmh ? 1 : 0;
            moving += took <= Gap && now.SpeedKmh > WalkingKmh ? took : TimeSpan.Zero;
        }

        return view with { Track = track, DrivenM = driven, Moving = moving, Gaps = gaps, Crossings = await crossings.AskAsync(view.CarId, track, ct) };
    }

    /// <summary>A way with what it comes to.</summary>
    /// <param name="CarId">The car.</param>
    /// <param name="PlateNo">Its plate.</param>
    /// <param name="From">From when, UTC.</param>
    /// <param name="To">Until when, UTC.</param>
    internal sealed record View(Guid CarId, string PlateNo, DateTime From, DateTime To)
    {
        /// <summary>The journey, where one was asked for.</summary>
        public Guid? TripId { get; init; }

        /// <summary>Its number and destination.</summary>
        public string Trip { get; init; } = "";

        /// <summary>The day, where one was asked for.</summary>
        public DateOnly? Day { get; init; }

        /// <summary>Positions in the order of time.</summary>
        public IReadOnlyList<LoggedPosition> Track { get; init; } = [];

        /// <summary>Metres from position to position.</summary>
        public double DrivenM { get; init; }

        /// <summary>Time in motion.</summary>
        public TimeSpan Moving { get; init; }

        /// <summary>Times at which nothing was heard of a moving car.</summary>
        public int Gaps { get; init; }

        /// <summary>Borders of geofences crossed.</summary>
        public IReadOnlyList<FenceCrossing> Crossings { get; init; } = [];

        /// <summary>The positions that are drawn.</summary>
        public IEnumerable<LoggedPosition> Drawn
        {
            get
            {
                var every = (Track.Count + MostPoints - 1) / MostPoints;
                return Track.Where((_, i) => every <= 1 || i % every == 0 || i == Track.Count - 1);
            }
        }
    }
}

using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Fleet.Planning;

/// <summary>A day's plan as the API and the command line give it out.</summary>
internal static class PlanModel
{
    /// <summary>Seconds that a page or a request may plan.</summary>
    public const double Seconds = 20;

    /// <summary>Said of a day that cannot be planned.</summary>
    public static readonly Bilingual NoFigures = new("这一天没有施行中的排班数值，不能排班。", "The figures for planning are not in force on this day.");

    /// <summary>The address.</summary>
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/plan", AskAsync).WithName("fleet.plan").Produces<Sheet>();

    /// <summary>The sheet of a plan.</summary>
    public static Sheet Of(DayPlanBoard.View view) => new(
        view.Day,
        view.Waiting,
        Math.Round(view.Plan.Km, 1),
        view.Plan.Routes.Count,
        Math.Round(view.Plan.Cost, 2),
        Math.Round(view.Plan.Bound, 2),
        Math.Round(view.Plan.Gap, 6),
        view.Plan.IsOptimal,
        Math.Round(view.FirstCome.Km, 1),
        view.FirstCome.Routes.Count,
        view.Faults,
        view.Lines.Select(l => new Line(l.Start, l.End, l.Car.PlateNo, l.Driver.Name, Math.Round(l.Km, 1), Math.Round(l.EmptyKm, 1), l.Trips.Select(t => t.Code).ToList(), l.Key)).ToList(),
        view.Unplaced.Select(c => new Left(c.Code, c.Causes.Select(x => new Reason(x.Rule, x.Text, x.Citation, x.Cars)).ToList(), c.Ways.Select(w => w.Text).ToList())).ToList())
    {
        Unserved = view.Plan.Unserved.Count,
        WithoutDriver = view.WithoutDriver,
        FirstComeUnserved = view.FirstCome.Unserved.Count,
        SharedDrives = view.Shared.Drives,
        SharedTrips = view.Shared.Trips,
        SharedPeople = view.Shared.People,
        SharedKm = Math.Round(view.Shared.Km, 1),
        SharedAloneKm = Math.Round(view.Shared.AloneKm, 1),
        SavedKm = view.Saved is null ? null : Math.Round(view.FirstCome.Km - view.Plan.Km, 1),
        DrivenCost = Math.Round(view.Plan.Driven, 2),
        UnservedAtLeast = view.Plan.UnservedAtLeast,
        Scarcest = view.Short is { } few ? new Scarcest(few.At, few.Out, few.Rides) : null,
        DrivenBound = Math.Round(view.Plan.DrivenBound, 2),
    };

    private static async Task<IResult> AskAsync(DateOnly? day, DayPlanBoard board, ActorHolder asker, TimeProvider clock, CancellationToken ct) => !asker.Current.Can(FleetPermissions.Dispatch) ? OutcomeHttp.Denied(FleetPermissions.Dispatch)
        : !board.CanPlan(day ?? clock.Today()) ? OutcomeHttp.Problem(StatusCodes.Status400BadRequest, "day", NoFigures)
        : Results.Json(Of(await board.AskAsync(day ?? clock.Today(), Seconds, ct)), Json.Options);

    /// <summary>A day's plan.</summary>
    /// <param name="Day">The day.</param>
    /// <param name="Trips">Trips that wait for a car.</param>
    /// <param name="Km">Kilometres, empty ones among them.</param>
    /// <param name="Cars">Cars sent.</param>
    /// <param name="Cost">Weighted kilometres, with what cars and trips without a car count for.</param>
    /// <param name="Bound">No plan costs less.</param>
    /// <param name="Gap">Share of the cost that might still be saved.</param>
    /// <param name="Optimal">Proved to be the cheapest.</param>
    /// <param name="FirstComeKm">Kilometres of first come, first served.</param>
    /// <param name="FirstComeCars">Its cars.</param>
    /// <param name="Faults">What a separate check found wrong.</param>
    /// <param name="Lines">Drives.</param>
    /// <param name="Unplaced">Trips without a car.</param>
    internal sealed record Sheet(DateOnly Day, int Trips, double Km, int Cars, double Cost, double Bound, double Gap, bool Optimal, double FirstComeKm, int FirstComeCars, IReadOnlyList<string> Faults, IReadOnlyList<Line> Lines, IReadOnlyList<Left> Unplaced)
    {
        /// <summary>Trips without a car.</summary>
        public int Unserved { get; init; }

        /// <summary>Trips that no plan has a car for.</summary>
        public int UnservedAtLeast { get; init; }

        /// <summary>When drivers are scarcest; null where every minute could be served.</summary>
        public Scarcest? Scarcest { get; init; }

        /// <summary>Trips with a car and no driver for it.</summary>
        public int WithoutDriver { get; init; }

        /// <summary>Trips to which first come, first served gives no car.</summary>
        public int FirstComeUnserved { get; init; }

        /// <summary>Drives that serve several trips.</summary>
        public int SharedDrives { get; init; }

        /// <summary>Trips that they serve.</summary>
        public int SharedTrips { get; init; }

        /// <summary>People on board, drivers not counted.</summary>
        public int SharedPeople { get; init; }

        /// <summary>Kilometres of those drives.</summary>
        public double SharedKm { get; init; }

        /// <summary>Kilometres that the same trips would drive one by one.</summary>
        public double SharedAloneKm { get; init; }

        /// <summary>Kilometres fewer than first come, first served; null where that serves other trips.</summary>
        public double? SavedKm { get; init; }

        /// <summary>The cost without what trips without a car count for.</summary>
        public double DrivenCost { get; init; }

        /// <summary>No plan that leaves as many trips without a car drives for less.</summary>
        public double DrivenBound { get; init; }
    }

    /// <summary>More drives out at once than there are drivers who may drive them.</summary>
    /// <param name="At">When.</param>
    /// <param name="Out">Drives that are out.</param>
    /// <param name="WithoutDriver">Those that lack a driver, whoever drives what.</param>
    internal sealed record Scarcest(DateTime At, int Out, int WithoutDriver);

    /// <summary>One drive.</summary>
    internal sealed record Line(DateTime Start, DateTime End, string Car, string Driver, double Km, double EmptyKm, IReadOnlyList<string> Trips, string Key);

    /// <summary>A trip without a car.</summary>
    internal sealed record Left(string Trip, IReadOnlyList<Reason> Reasons, IReadOnlyList<Bilingual> Ways);

    /// <summary>A rule that keeps so many cars from it.</summary>
    internal sealed record Reason(string Rule, Bilingual Text, string Citation, int Cars);
}

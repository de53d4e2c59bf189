using System.Globalization;
using Guiju.Fleet.Sightings;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Fleet.Truth;

/// <summary>The truth of journeys as the API and the command line give it out.</summary>
internal static class TruthModel
{
    /// <summary>The addresses.</summary>
    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/trips/{id:guid}/truth", OfTripAsync).WithName("fleet.trip-truth").Produces<Sheet>();
        api.MapGet("/truth", OfMonthAsync).WithName("fleet.month-truth").Produces<Month>();
    }

    /// <summary>A sheet as it goes out.</summary>
    public static Sheet Of(TruthSheet sheet) => new(sheet.Id, sheet.Code, sheet.PlateNo, Kebab(sheet.Result), sheet.Told, sheet.Beside,
        sheet.Line.Select(m => new Line(m.At, m.Timed, Kebab(m.By), m.Told)).ToList(),
        sheet.Mismatches.Select(m => new Wrong(Kebab(m.Kind), m.Title, m.From, m.To, m.Figures, m.Excuses.Select(e => new Tried(e.Name, Kebab(e.Standing), e.Because)).ToList(), m.Accepted?.Name)).ToList());

    /// <summary>A month: how many agree, and the sheets of those that do not.</summary>
    public static Month Of(DateOnly month, IReadOnlyList<TruthSheet> sheets) => new(month, sheets.Count, sheets.Count(s => s.Result == TruthResult.Agrees), sheets.Count(s => s.Result == TruthResult.Explained), sheets.Count(s => s.Result == TruthResult.Open),
        sheets.Where(s => s.Result != TruthResult.Agrees).Select(Of).ToList());

    /// <summary>A month as an address or a command writes it; null where it is none.</summary>
    public static DateOnly? MonthOf(string? text) => DateOnly.TryParseExact(text + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;

    private static async Task<IResult> OfTripAsync(Guid id, TripTruth truth, CancellationToken ct) =>
        await truth.AskAsync(id, ct) is { } sheet ? Results.Json(Of(sheet), Json.Options) : OutcomeHttp.Problem(StatusCodes.Status404NotFound, "trip", new("没有这次用车，或者还没有收车。", "There is no such trip, or it is not over."));

    private static async Task<IResult> OfMonthAsync(string? month, Guid? unit, TripTruth truth, ActorHolder asker, CancellationToken ct)
    {
        if (!asker.Current.Can(FleetPermissions.Read))
        {
            return OutcomeHttp.Denied(FleetPermissions.Read);
        }

        return MonthOf(month) is { } first ? Results.Json(Of(first, await truth.MonthAsync(first, unit, ct)), Json.Options)
            : OutcomeHttp.Problem(StatusCodes.Status400BadRequest, "month", new("月份写作 yyyy-MM。", "A month is written yyyy-MM."));
    }

    private static string Kebab<T>(T word)
        where T : struct, Enum => LawCode.Of(word);

    /// <summary>One journey.</summary>
    internal sealed record Sheet(Guid Id, string Code, string PlateNo, string Result, Bilingual Told, IReadOnlyList<Beside> Beside, IReadOnlyList<Line> Line, IReadOnlyList<Wrong> Mismatches);

    /// <summary>A moment.</summary>
    internal sealed record Line(DateTime At, bool Timed, string By, Bilingual Told);

    /// <summary>A mismatch.</summary>
    internal sealed record Wrong(string Kind, Bilingual Title, DateTime From, DateTime To, IReadOnlyList<SeenFigure> Figures, IReadOnlyList<Tried> Explanations, Bilingual? Accepted);

    /// <summary>An explanation that was tried.</summary>
    internal sealed record Tried(Bilingual Name, string Standing, Bilingual Because);

    /// <summary>A month.</summary>
    internal sealed record Month(DateOnly First, int Trips, int Agree, int Explained, int Open, IReadOnlyList<Sheet> Sheets);
}

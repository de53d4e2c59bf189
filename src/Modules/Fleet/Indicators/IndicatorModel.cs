using System.Globalization;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Fleet.Indicators;

/// <summary>The indicators as the API and the command line give them out.</summary>
internal static class IndicatorModel
{
    /// <summary>The address.</summary>
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("/indicators", AskAsync).WithName("fleet.indicators").Produces<Sheet>();

    /// <summary>The sheet of an answer.</summary>
    public static Sheet Of(IndicatorBoard.Part part) => new(
        part.From,
        part.To,
        part.All.Cars,
        part.All.Trips,
        part.Quota.Quota > 0 ? Math.Round(100m * part.Quota.Held / part.Quota.Quota, 2, MidpointRounding.AwayFromZero) : null,
        Indicator.All.Select(i => new Line(i.Key, i.Title, i.Formula, i.Measure.Here, i.Over(part.All), i.Under(part.All), i.Value(part.All))).ToList(),
        part.Units.Select(u => new UnitLine(u.Id, u.Name, u.Tally.Cars, u.Tally.Trips, u.QuotaUse, Indicator.All.ToDictionary(i => i.Key, i => i.Value(u.Tally)))).ToList());

    /// <summary>First and last day: as asked for, else the latest year with an ended journey. Null where they are in the wrong order or more than ten years apart.</summary>
    public static async Task<(DateOnly From, DateOnly To)?> SpanAsync(IndicatorBoard board, DateOnly? from, DateOnly? to, CancellationToken ct)
    {
        var year = from?.Year ?? to?.Year ?? await board.LatestYearAsync(ct);
        var (first, last) = (from ?? new DateOnly(year, 1, 1), to ?? new DateOnly(year, 12, 31));
        return first <= last && last.Year - first.Year <= 10 && last.Year < 9999 ? (first, last) : null;
    }

    /// <summary>A day as an address or a command writes it; null where it is none.</summary>
    public static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static async Task<IResult> AskAsync(DateOnly? from, DateOnly? to, Guid? unit, IndicatorBoard board, ActorHolder asker, CancellationToken ct)
    {
        if (!asker.Current.Can(FleetPermissions.Read))
        {
            return OutcomeHttp.Denied(FleetPermissions.Read);
        }

        return await SpanAsync(board, from, to, ct) is not var (first, last) ? OutcomeHttp.Problem(StatusCodes.Status400BadRequest, "span", new("起止日期颠倒，或者相距超过十年。", "The days are in the wrong order, or more than ten years apart."))
            : Results.Json(Of(await board.AskAsync(first, last, unit, ct)), Json.Options);
    }

    /// <summary>All indicators of a stretch of days.</summary>
    /// <param name="From">First day.</param>
    /// <param name="To">Last day.</param>
    /// <param name="Cars">Cars held.</param>
    /// <param name="Trips">Journeys that ended.</param>
    /// <param name="QuotaUse">Cars held over quota, per cent, where one is fixed.</param>
    /// <param name="Indicators">For all units together.</param>
    /// <param name="Units">Unit by unit.</param>
    internal sealed record Sheet(DateOnly From, DateOnly To, int Cars, int Trips, decimal? QuotaUse, IReadOnlyList<Line> Indicators, IReadOnlyList<UnitLine> Units);

    /// <summary>One indicator with what it is made of.</summary>
    internal sealed record Line(string Key, Bilingual Title, Bilingual Formula, string Measure, decimal Over, decimal Under, decimal? Value);

    /// <summary>One unit with the values of all indicators by key.</summary>
    internal sealed record UnitLine(Guid Id, string Name, int Cars, int Trips, decimal? QuotaUse, IReadOnlyDictionary<string, decimal?> Values);
}

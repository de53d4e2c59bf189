using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Fleet.Reports;

/// <summary>The yearly statistics as the API gives them out: as data and as a paper.</summary>
internal static class ReportAddresses
{
    /// <summary>Media type of the paper.</summary>
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const int Oldest = 1950;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/report", (int? year, YearStatistics statistics, ActorHolder asker, CancellationToken ct) =>
            AnswerAsync(year, statistics, asker, r => Task.FromResult(Results.Json(r, Json.Options)), ct)).WithName("fleet.report").Produces<YearReport>();
        api.MapGet("/report/docx", (int? year, YearStatistics statistics, Bodies bodies, ActorHolder asker, CancellationToken ct) =>
            AnswerAsync(year, statistics, asker, async r => Results.File(ReportPaper.Of(r, IssuerOf(await bodies.TreeAsync(ct), asker.Current)).ToDocx(), Docx, $"vehicles-{r.Year}.docx"), ct)).WithName("fleet.report.docx");
    }

    /// <summary>Who signs: the body of whoever asks, or the city where that is nobody's.</summary>
    public static string IssuerOf(UnitTree tree, Actor asker) =>
        (asker.UnitId is { } home ? tree.BodyOf(home) : tree.All.FirstOrDefault(u => u.Kind == UnitKind.City)) is { } unit ? tree.NameOf(unit.Id) : "";

    /// <summary>Whether statistics of a year can be asked for.</summary>
    public static bool IsYear(int? year) => year is null or (>= Oldest and < 9999);

    private static async Task<IResult> AnswerAsync(int? year, YearStatistics statistics, ActorHolder asker, Func<YearReport, Task<IResult>> found, CancellationToken ct) =>
        !asker.Current.Can(FleetPermissions.Read) ? OutcomeHttp.Denied(FleetPermissions.Read)
        : !IsYear(year) ? OutcomeHttp.Problem(StatusCodes.Status400BadRequest, "year", new("年份不对。", "There is no such year."))
        : await found(await statistics.AskAsync(year, ct));
}

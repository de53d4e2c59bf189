using System.Globalization;
using System.Text;
using System.Text.Json;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Openness;

/// <summary>The published spending for everybody, without signing in, under <c>/api/fleet/open/spending</c>: only what was published, never the record itself.</summary>
internal sealed class OpenSpending(GuijuDb db)
{
    public static void Map(IEndpointRouteBuilder api)
    {
        var open = api.MapGroup("/open/spending").AllowAnonymous().WithTags("open");
        open.MapGet("", async (OpenSpending spending, CancellationToken ct) => Results.Json(await spending.YearsAsync(ct), Json.Options)).WithName("fleet.open.spending").Produces<IReadOnlyList<PublishedYear>>();
        open.MapGet("/{year:int}", async (int year, OpenSpending spending, CancellationToken ct) => await spending.FindAsync(year, ct) is { } found ? Results.Json(found, Json.Options) : OutcomeHttp.Missing()).WithName("fleet.open.spending.year").Produces<SpendingStatement>();
        open.MapGet("/{year:int}/csv", async (int year, OpenSpending spending, CancellationToken ct) =>
            await spending.FindAsync(year, ct) is { } found ? Results.File(Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(Csv(found))).ToArray(), "text/csv; charset=utf-8", $"vehicle-spending-{year}.csv") : OutcomeHttp.Missing()).WithName("fleet.open.spending.csv");
    }

    /// <summary>Years that were published, each with its latest day.</summary>
    public async Task<IReadOnlyList<PublishedYear>> YearsAsync(CancellationToken ct) =>
        (await db.Set<SpendingPublication>().AsNoTracking().Select(p => new { p.Year, p.PublishedOn, p.At }).ToListAsync(ct)).GroupBy(p => p.Year).OrderByDescending(g => g.Key).Select(g => new PublishedYear(g.Key, g.MaxBy(p => p.At)!.PublishedOn)).ToList(); // groups are not empty

    /// <summary>The latest statement of a year; null where none was published.</summary>
    public async Task<SpendingStatement?> FindAsync(int year, CancellationToken ct) =>
        await db.Set<SpendingPublication>().AsNoTracking().Where(p => p.Year == year).OrderByDescending(p => p.At).Select(p => p.Content).FirstOrDefaultAsync(ct) is { } content ? JsonSerializer.Deserialize<SpendingStatement>(content, Json.Options) : null;

    // A table program takes a cell that begins with a sign for a formula; names are quoted and led by nothing of the kind.
    private static string Csv(SpendingStatement statement)
    {
        var text = new StringBuilder("单位代码,单位,购置费（元）,运行费（元）,购置（辆）,在编（辆）\r\n");
        foreach (var l in statement.Units.Append(new("", "合计", statement.PurchaseYuan, statement.RunningYuan, statement.CarsBought, statement.CarsHeld)))
        {
            text.Append(CultureInfo.InvariantCulture, $"{Quoted(l.Code)},{Quoted(l.Name)},{l.PurchaseYuan:0.00},{l.RunningYuan:0.00},{l.CarsBought},{l.CarsHeld}\r\n");
        }

        return text.ToString();
    }

    private static string Quoted(string text) => "\"" + text.TrimStart('=', '+', '-', '@', '\t').Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    /// <summary>A year that was published.</summary>
    internal sealed record PublishedYear(int Year, DateOnly PublishedOn);
}

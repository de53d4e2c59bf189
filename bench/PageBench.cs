using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Guiju.Bench;

/// <summary>
/// An ordinary page under load against a bare statically rendered table that reads the same rows, and against one that reads nothing: processor time of the server for one request.
/// The load comes from a second process, so that only the server is measured.
/// </summary>
internal static class PageBench
{
    private const int Seconds = 6;
    private const int Connections = 16;
    private const int Rounds = 3;

    public static async Task RunAsync(string[] args)
    {
        if (args is ["load", var url, var cookie])
        {
            await LoadAsync(url, cookie);
            return;
        }

        var page = args.Length > 0 ? args[0] : "/fleet/trips";
        var folder = Directory.CreateTempSubdirectory("guiju-bench");
        var app = Server.Build([], builder =>
        {
            builder.Environment.EnvironmentName = "Bench";
            builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Guiju:Database"] = "sqlite:" + Path.Combine(folder.FullName, "bench.db"), ["Guiju:Demonstration:Plant"] = "true", ["Guiju:Prepare"] = "true", ["Serilog:MinimumLevel:Default"] = "Error",
            });
            builder.WebHost.UseUrls("http://127.0.0.1:0");
        });
        app.MapGet("/bench/bare", async (GuijuDb db) => new RazorComponentResult<BareTable>(new { Rows = await db.Database.SqlQueryRaw<BareTable.Row>(BareTable.Query).ToListAsync() })).AllowAnonymous();
        app.MapGet("/bench/still", () => new RazorComponentResult<BareTable>(new { Rows = (IReadOnlyList<BareTable.Row>)[.. Enumerable.Range(0, 20).Select(n => new BareTable.Row($"{n}", "2023-04-12", "方圆市", "张三", "市政府", "会议", "专业用车", "结算"))] })).AllowAnonymous();
        await Composition.PrepareAsync(app.Services, demonstration: true, _ => Task.CompletedTask, CancellationToken.None);
        await app.StartAsync();
        var address = app.Urls.First();
        var session = await SignInAsync(address);
        var (bare, still, real) = (new List<Cost>(), new List<Cost>(), new List<Cost>());
        for (var round = 0; round <= Rounds; round++)
        {
            var (b, s, r) = (await CostAsync(address + "/bench/bare", session), await CostAsync(address + "/bench/still", session), await CostAsync(address + page, session));
            if (round > 0)
            {
                bare.Add(b);
                still.Add(s);
                real.Add(r);
            }
        }

        Measure.Report("page",
        [
            FigureOf("bare table of the same 20 rows", bare, bare), FigureOf("bare table, nothing read", still, bare), FigureOf(page, real, bare),
        ], new { budget = "ordinary page within 2 x the processor time of a bare static-rendered page with the same rows", what = "processor time of the server for one request", connections = Connections });
        await app.StopAsync();
        folder.Delete(recursive: true);
    }

    private static Figure FigureOf(string name, List<Cost> costs, List<Cost> first)
    {
        var times = costs.ConvertAll(c => c.Microseconds);
        return new Figure(name, "µs", Measure.Median(times), times.Min(), times.Max(), Measure.Median(times) / Measure.Median(first.Select(c => c.Microseconds)), Measure.Median(costs.Select(c => c.Bytes)));
    }

    private static async Task<Cost> CostAsync(string url, string cookie)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(PageBench).Assembly.Location);
        }

        foreach (var argument in (string[])["page", "load", url, cookie])
        {
            start.ArgumentList.Add(argument);
        }

        var (before, allocated) = (Process.GetCurrentProcess().TotalProcessorTime, GC.GetTotalAllocatedBytes());
        using var load = Process.Start(start)!;
        var text = await load.StandardOutput.ReadToEndAsync();
        await load.WaitForExitAsync();
        var spent = Process.GetCurrentProcess().TotalProcessorTime - before;
        var served = int.Parse(text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Last(l => l.StartsWith("served ", StringComparison.Ordinal))["served ".Length..], CultureInfo.InvariantCulture);
        return new Cost(spent.TotalMicroseconds / served, (GC.GetTotalAllocatedBytes() - allocated) / (double)served);
    }

    private sealed record Cost(double Microseconds, double Bytes);

    private static async Task LoadAsync(string url, string cookie)
    {
        using var handler = new SocketsHttpHandler { UseCookies = false, MaxConnectionsPerServer = Connections };
        using var http = new HttpClient(handler);
        var (served, began) = (0, Stopwatch.GetTimestamp());
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            while (Stopwatch.GetElapsedTime(began).TotalSeconds < Seconds)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, url);
                request.Headers.Add("Cookie", cookie);
                using var answer = await http.SendAsync(request);
                await answer.Content.ReadAsByteArrayAsync();
                if (!answer.IsSuccessStatusCode)
                {
                    throw new InvalidOperationException($"{url} answered {answer.StatusCode}.");
                }

                Interlocked.Increment(ref served);
            }
        }));
        Console.WriteLine($"served {served}");
    }

    private static async Task<string> SignInAsync(string address)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
        http.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
        using var answer = await http.PostAsJsonAsync(address + "/api/kernel/sign-in", new { userName = "dispatcher", password = DemonstrationAccounts.Password });
        answer.EnsureSuccessStatusCode();
        return string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
    }
}

/// <summary>The least a statically rendered page with twenty rows of eight columns can be.</summary>
public sealed class BareTable : ComponentBase
{
    /// <summary>The rows that the measured page shows.</summary>
    public const string Query = "SELECT code AS a, CAST(day AS text) AS b, CAST(unit_id AS text) AS c, applicant_name AS d, plan_to AS e, purpose AS f, plan_from AS g, CAST(state AS text) AS h FROM fleet_trip ORDER BY code DESC LIMIT 20";

    /// <summary>What is shown.</summary>
    [Parameter, EditorRequired]
    public IReadOnlyList<Row> Rows { get; set; } = [];

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        builder.OpenElement(0, "table");
        foreach (var row in Rows)
        {
            builder.OpenElement(1, "tr");
            foreach (var cell in (string[])[row.A, row.B, row.C, row.D, row.E, row.F, row.G, row.H])
            {
                builder.OpenElement(2, "td");
                builder.AddContent(3, cell);
                builder.CloseElement();
            }

            builder.CloseElement();
        }

        builder.CloseElement();
    }

    /// <summary>Eight texts.</summary>
    public sealed record Row(string A, string B, string C, string D, string E, string F, string G, string H);
}

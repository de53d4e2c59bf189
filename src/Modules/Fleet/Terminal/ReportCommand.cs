using System.CommandLine;
using System.Globalization;
using Guiju.Fleet.Reports;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Fleet.Terminal;

/// <summary><c>guiju fleet report [--year Y] --out FILE</c>: the yearly statistics as an official paper.</summary>
internal static class ReportCommand
{
    public static Command Build(CommandHost host)
    {
        var year = new Option<int?>("--year") { Description = "The year; default: the latest with a journey" };
        var file = new Option<string?>("--out") { Description = "File to write, .docx; without it only the figures are told" };
        var language = new Option<string>("--language") { Description = "zh-CN or en", DefaultValueFactory = _ => "zh-CN" };
        var database = new Option<string?>("--db") { Description = "Database" };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var command = new Command("report", "The yearly statistics of the official cars, worked out from the record.") { year, file, language, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(parsed.GetValue(language) is "en" ? "en" : "zh-CN");
            var asked = ReportAddresses.IsYear(parsed.GetValue(year)) ? parsed.GetValue(year) : throw new InvalidDataException("There is no such year.");
            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            var report = await scope.ServiceProvider.GetRequiredService<YearStatistics>().AskAsync(asked, ct);
            if (parsed.GetValue(file) is { } path)
            {
                var issuer = ReportAddresses.IssuerOf(await scope.ServiceProvider.GetRequiredService<Bodies>().TreeAsync(ct), scope.ServiceProvider.GetRequiredService<ActorHolder>().Current);
                await File.WriteAllBytesAsync(path, ReportPaper.Of(report, issuer).ToDocx(), ct);
                await host.Error.WriteLineAsync(path);
            }

            await host.Out.WriteLineAsync(parsed.GetValue(json) ? Json.Write(report) : Tell(report));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Tell(YearReport report) => string.Join('\n', report.Sections.SelectMany(s => s.Figures).Select(f =>
        string.Create(CultureInfo.InvariantCulture, $"{f.Title.Zh} · {f.Title.En}\t{f.Value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "—"} {f.Measure.Here}")));
}

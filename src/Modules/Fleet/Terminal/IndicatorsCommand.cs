using System.CommandLine;
using System.Globalization;
using Guiju.Fleet.Indicators;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Fleet.Terminal;

/// <summary><c>guiju fleet indicators [--from D] [--to D]</c>: the indicators of all cars, unit by unit.</summary>
internal static class IndicatorsCommand
{
    public static Command Build(CommandHost host)
    {
        var from = new Option<string?>("--from") { Description = "First day yyyy-MM-dd; default: 1 January of the latest year with a journey" };
        var to = new Option<string?>("--to") { Description = "Last day yyyy-MM-dd; default: 31 December of that year" };
        var database = new Option<string?>("--db") { Description = "Database" };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var command = new Command("indicators", "Use, cost and energy of the official cars over some time, for all and unit by unit.") { from, to, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = Actor.System("guiju");
            var board = scope.ServiceProvider.GetRequiredService<IndicatorBoard>();
            var (first, last) = await IndicatorModel.SpanAsync(board, Day(parsed.GetValue(from)), Day(parsed.GetValue(to)), ct) ?? throw new InvalidDataException("The days are in the wrong order, or more than ten years apart.");
            var sheet = IndicatorModel.Of(await board.AskAsync(first, last, null, ct));
            await host.Out.WriteLineAsync(parsed.GetValue(json) ? Json.Write(sheet) : Tell(sheet));
            return ExitCode.Done;
        });
        return command;
    }

    private static DateOnly? Day(string? text) => text is null ? null : IndicatorModel.Day(text) ?? throw new InvalidDataException($"'{text}' is no day: yyyy-MM-dd.");

    private static string Tell(IndicatorModel.Sheet sheet) => string.Create(CultureInfo.InvariantCulture, $"{sheet.From:yyyy-MM-dd} … {sheet.To:yyyy-MM-dd}: {sheet.Cars} cars, {sheet.Trips} journeys\n")
        + string.Join('\n', sheet.Indicators.Select(i => string.Create(CultureInfo.InvariantCulture, $"{i.Title.Zh} · {i.Title.En}\t{i.Value?.ToString("0.00", CultureInfo.InvariantCulture) ?? "—"} {i.Measure}")));
}

using System.CommandLine;
using System.Globalization;
using Guiju.Fleet.Truth;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Fleet.Terminal;

/// <summary><c>guiju fleet truth --trip NUMBER | --month yyyy-MM</c>: order, track, odometer, bills and calendar beside each other. Exit 2 where something is left for a person to explain.</summary>
internal static class TruthCommand
{
    public static Command Build(CommandHost host)
    {
        var trip = new Option<string?>("--trip") { Description = "Number of a trip that is over" };
        var month = new Option<string?>("--month") { Description = "A month yyyy-MM: all its trips, those told that do not agree" };
        var database = new Option<string?>("--db") { Description = "Database" };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var command = new Command("truth", "What order, track, odometer, bills and calendar of a trip come to; what does not agree, and which innocent explanation the record bears out.") { trip, month, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            var (number, first) = (parsed.GetValue(trip), TruthModel.MonthOf(parsed.GetValue(month)));
            if (number is null == first is null)
            {
                throw new InvalidDataException("Give either --trip NUMBER or --month yyyy-MM.");
            }

            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = Actor.System("guiju");
            var truth = scope.ServiceProvider.GetRequiredService<TripTruth>();
            IReadOnlyList<TruthSheet> sheets = first is { } begin ? await truth.MonthAsync(begin, null, ct) : [await truth.AskAsync(number!, ct) ?? throw new InvalidDataException($"There is no trip '{number}' that is over.")]; // one of the two is there
            object told = first is { } shown ? TruthModel.Of(shown, sheets) : TruthModel.Of(sheets[0]);
            await host.Out.WriteLineAsync(parsed.GetValue(json) ? Json.Write(told) : first is null ? Tell(sheets[0]) : TellMonth(sheets));
            return sheets.All(s => s.Result != TruthResult.Open) ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }

    private static string Tell(TruthSheet sheet) => string.Join('\n', (string[])
    [
        $"{sheet.Code} {sheet.PlateNo}: {sheet.Told.Zh} {sheet.Told.En}",
        .. sheet.Beside.Select(b => $"  {b.Name.Zh} {b.Name.En}\t{b.Value?.En ?? "—"}\t{b.Note.En}"),
        .. sheet.Line.Select(m => string.Create(CultureInfo.InvariantCulture, $"  {m.At:yyyy-MM-dd}{(m.Timed ? m.At.ToString(" HH:mm", CultureInfo.InvariantCulture) : "      ")}\t{m.By}\t{m.Told.Zh} {m.Told.En}")),
        .. sheet.Mismatches.SelectMany(TellMismatch),
    ]);

    private static IEnumerable<string> TellMismatch(Mismatch wrong) =>
    [
        $"! {wrong.Title.Zh} {wrong.Title.En}: {string.Join(", ", wrong.Figures.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Name.En} {f.Value} {f.Unit}")))}",
        .. wrong.Excuses.Select(e => $"    {e.Standing}: {e.Name.Zh} {e.Name.En} — {e.Because.En}"),
    ];

    private static string TellMonth(IReadOnlyList<TruthSheet> sheets) => string.Join('\n', (string[])
    [
        $"{sheets.Count} trips: {sheets.Count(s => s.Result == TruthResult.Agrees)} agree, {sheets.Count(s => s.Result == TruthResult.Explained)} explained by the record, {sheets.Count(s => s.Result == TruthResult.Open)} open",
        .. sheets.Where(s => s.Result != TruthResult.Agrees).Select(s => $"{s.Code}\t{s.PlateNo}\t{s.Result}\t{string.Join("; ", s.Mismatches.Select(m => m.Title.En + (m.Accepted is { } why ? $" ({why.Name.En})" : "")))}"),
    ]);
}

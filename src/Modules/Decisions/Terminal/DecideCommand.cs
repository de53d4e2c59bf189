using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Guiju.Decisions.Addresses;
using Guiju.Decisions.Facts;
using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Guiju.Decisions.Terminal;

/// <summary><c>guiju decide [POINT] --facts FILE --on DATE | --describe | --list</c>.</summary>
internal static class DecideCommand
{
    public static Command Build(CommandHost host)
    {
        var point = new Argument<string?>("POINT") { Description = "Control point, e.g. fleet.vehicle.acquire", Arity = ArgumentArity.ZeroOrOne };
        var facts = new Option<string?>("--facts") { Description = "JSON file with the facts by English or Chinese name" };
        var on = new Option<string?>("--on") { Description = "Business date yyyy-MM-dd; default: today" };
        var list = new Option<bool>("--list") { Description = "List the control points" };
        var describe = new Option<bool>("--describe") { Description = "Describe the facts of the control point" };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var command = new Command("decide", "Ask the law at a control point: findings with articles. Exit 0 allowed, 2 refused, 3 cannot decide.") { point, facts, on, list, describe, json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var scope = await host.OpenAsync(null, ct);
            var book = scope.ServiceProvider.GetRequiredService<LawShelf>().Current;
            if (parsed.GetValue(list) || parsed.GetValue(point) is null)
            {
                return await ListAsync(host, book, parsed.GetValue(json));
            }

            if (!book.ControlPoints.TryGetValue(parsed.GetValue(point) ?? "", out var at))
            {
                throw new InvalidDataException($"There is no control point '{parsed.GetValue(point)}'. guiju decide --list names them.");
            }

            var day = Day(parsed.GetValue(on), scope.ServiceProvider.GetRequiredService<TimeProvider>());
            return parsed.GetValue(describe)
                ? await DescribeAsync(host, PointSheet.Of(book, at, day), parsed.GetValue(json))
                : await DecideAsync(host, new Asked(book, at, day, parsed.GetValue(facts)), scope.ServiceProvider.GetRequiredService<IOptions<DecisionSettings>>().Value, parsed.GetValue(json), ct);
        });
        return command;
    }

    private static DateOnly Day(string? text, TimeProvider clock) => text is null
        ? DateOnly.FromDateTime(clock.GetLocalNow().DateTime)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new InvalidDataException($"--on '{text}' is no date yyyy-MM-dd.");

    private static async Task<int> ListAsync(CommandHost host, Lawbook book, bool json)
    {
        var points = book.ControlPoints.Values.OrderBy(p => p.Id, StringComparer.Ordinal)
            .Select(p => new { id = p.Id, title = p.Title, module = p.Id.Split('.')[0], decisions = p.Decisions }).ToList();
        await host.Out.WriteLineAsync(json
            ? Json.Write(new { points })
            : string.Join('\n', points.Select(p => $"{p.id}\t{p.title.Zh} · {p.title.En}\t{string.Join(' ', p.decisions.Select(d => d[(d.IndexOf('#', StringComparison.Ordinal) + 1)..]))}")));
        return ExitCode.Done;
    }

    private static async Task<int> DescribeAsync(CommandHost host, PointSheet sheet, bool json)
    {
        if (json)
        {
            await host.Out.WriteLineAsync(Json.Write(new
            {
                id = sheet.Id,
                title = sheet.Title,
                facts = sheet.Facts.Select(f => new { f.Name, f.English, f.Type, f.List, f.Unit, values = f.Values?.Select(v => v.Code), names = f.Values?.Select(v => v.Name), f.Required, f.Help }),
                decisions = sheet.Decisions,
            }));
            return ExitCode.Done;
        }

        await host.Out.WriteLineAsync($"{sheet.Id}  {sheet.Title.Zh} · {sheet.Title.En}");
        foreach (var fact in sheet.Facts)
        {
            var values = fact.Values is null ? "" : "  " + string.Join(" | ", fact.Values.Select(v => $"{v.Code}={v.Name}"));
            await host.Out.WriteLineAsync($"  {fact.English} ({fact.Name}): {fact.Type}{(fact.List ? " list" : "")}{(fact.Unit is null ? "" : ", " + fact.Unit)}{values}");
        }

        await host.Out.WriteLineAsync("  " + string.Join("  ", sheet.Decisions.Select(d => $"{d.Rule} {d.Title.Zh}")));
        return ExitCode.Done;
    }

    private static async Task<int> DecideAsync(CommandHost host, Asked asked, DecisionSettings settings, bool json, CancellationToken ct)
    {
        if (asked.File is not { } file)
        {
            throw new InvalidDataException("Give the facts: --facts FILE.json");
        }

        var read = FactReader.Read(asked.Point, await ReadAsync(file, ct));
        if (read.Errors.Count > 0)
        {
            throw new InvalidDataException(string.Join('\n', read.Errors.Select(e => $"{e.Message.Zh} {e.Message.En}")));
        }

        var verdict = Judge.Give(asked.Book, asked.Point, asked.On, read, settings);
        await host.Out.WriteLineAsync(json ? Json.Write(VerdictTerminal.Shape(verdict)) : VerdictTerminal.Tell(verdict));
        return verdict.Outcome switch
        {
            LawOutcome.Allowed or LawOutcome.Inform => ExitCode.Done,
            LawOutcome.CannotDecide => ExitCode.CannotDecide,
            _ => ExitCode.Refused,
        };
    }

    private static async Task<Dictionary<string, object?>> ReadAsync(string file, CancellationToken ct)
    {
        var text = await File.ReadAllTextAsync(file, ct);
        try
        {
            return Json.Read<Dictionary<string, object?>>(text);
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"{Path.GetFileName(file)} is no JSON object of facts: {wrong.Message}");
        }
    }

    private sealed record Asked(Lawbook Book, ControlPoint Point, DateOnly On, string? File);
}

using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Guiju.Dmn;
using Guiju.Feel;
using Guiju.Kernel;

namespace Guiju.Decisions.Terminal;

/// <summary><c>guiju dmn check FILE</c> and <c>guiju dmn eval FILE --decision NAME --facts FILE</c>.</summary>
internal static class DmnCommand
{
    public static Command Build(CommandHost host) => new("dmn", "Check or evaluate a DMN model.") { Check(host), Evaluate(host) };

    private static Command Check(CommandHost host)
    {
        var (file, lenient, json) = (FileArgument(), Lenient(), JsonOption());
        var scenarios = new Option<string?>("--scenarios") { Description = "YAML file of scenarios; rows that none of them hits are faults too" };
        var command = new Command("check", "Compile and check a model: mistakes, overlaps, gaps, rows out of reach, types, circles; each with an example. Exit 2 where there are any.") { file, scenarios, lenient, json };
        command.SetAction(async (parsed, _) =>
        {
            var faults = Faults(parsed.GetRequiredValue(file), parsed.GetValue(scenarios), !parsed.GetValue(lenient));
            await host.Out.WriteLineAsync(parsed.GetValue(json)
                ? Json.Write(new { faults = faults.Select(f => new { f.Element, f.Code, f.Line, f.Message, f.MessageZh, f.Start, f.End, warning = f.IsWarning, f.Example }) })
                : faults.Count == 0 ? "没有发现错误 no faults" : string.Join('\n', faults.Select(Tell)));
            return faults.Count == 0 ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }

    private static IReadOnlyList<DmnFault> Faults(string file, string? scenarios, bool strict)
    {
        DmnProgram program;
        try
        {
            program = ModelFile.Compile(file, strict);
        }
        catch (DmnFormatException wrong)
        {
            return [new DmnFault("format", wrong.Element, wrong.Line, wrong.Reason, wrong.ReasonZh)];
        }

        return [.. program.Check(), .. scenarios is null ? [] : ScenarioRuns.Check(program, file, scenarios)];
    }

    private static string Tell(DmnFault fault) => $"{fault.Line}: {fault.Element}: [{fault.Code}] {fault.MessageZh} {fault.Message}" +
        (fault.Example is { Count: > 0 } example ? "\n    例 example: " + string.Join(", ", example.Select(e => $"{e.Key} = {e.Value}")) : "");

    private static Command Evaluate(CommandHost host)
    {
        var (file, lenient, json) = (FileArgument(), Lenient(), JsonOption());
        var decision = new Option<string?>("--decision") { Description = "Name or id of the decision; may be left out where only one is asked from outside" };
        var facts = new Option<string?>("--facts") { Description = "JSON file with the inputs, by name or English name; days and times as texts" };
        var on = new Option<string?>("--on") { Description = "Day yyyy-MM-dd whose figures are taken from parameters.yaml beside the model; default: today" };
        var command = new Command("eval", "Evaluate a decision: value with trace. Exit 3 where a fact is missing.") { file, decision, facts, on, lenient, json };
        command.SetAction(async (parsed, ct) =>
        {
            var path = parsed.GetRequiredValue(file);
            var program = ModelFile.Compile(path, !parsed.GetValue(lenient));
            if (program.Faults.Count > 0)
            {
                throw new InvalidDataException(string.Join('\n', program.Faults.Select(Tell)));
            }

            var reader = new ModelFacts(program.Model);
            var given = reader.Read(parsed.GetValue(facts) is { } factsFile ? await FeelJson.FactsOfAsync(factsFile, ct) : [], out var unknown);
            foreach (var (figure, value) in reader.Figures(path, Day(parsed.GetValue(on))))
            {
                given.TryAdd(figure, value);
            }

            foreach (var (name, nearest) in unknown)
            {
                await host.Error.WriteLineAsync($"模型中没有“{name}”{(nearest is null ? "" : $"，是否指“{nearest}”？")} The model has no input {name}{(nearest is null ? "." : $"; did you mean {nearest}?")}");
            }

            var result = Run(program, Asked(program.Model, parsed.GetValue(decision)), given);
            await host.Out.WriteLineAsync(parsed.GetValue(json) ? Shape(result).ToJsonString(Json.Options) : Tell(result));
            return result.Missing.Count > 0 ? ExitCode.CannotDecide : ExitCode.Done;
        });
        return command;
    }

    private static DmnDecision Asked(DmnModel model, string? name)
    {
        if (name is not null)
        {
            return model.Decision(name) ?? throw new InvalidDataException($"没有名为“{name}”的决策 There is no decision '{name}'; the model has: {Names(model.Decisions)}");
        }

        var required = model.Decisions.SelectMany(d => d.RequiredDecisions).Select(h => h[(h.IndexOf('#', StringComparison.Ordinal) + 1)..]).ToHashSet();
        return model.Decisions.Where(d => !required.Contains(d.Id)).ToList() is [var only]
            ? only
            : throw new InvalidDataException($"请用 --decision 指明决策 Say which with --decision: {Names(model.Decisions)}");
    }

    private static string Names(IEnumerable<DmnDecision> decisions) => string.Join(" | ", decisions.Select(d => d.Name));

    private static DmnResult Run(DmnProgram program, DmnDecision decision, Dictionary<string, object?> facts)
    {
        try
        {
            return program.Evaluate(decision.Id.Length > 0 ? decision.Id : decision.Name, facts);
        }
        catch (FeelLimitException stopped)
        {
            throw new InvalidDataException($"{stopped.MessageZh} Stopped: {stopped.Message}", stopped);
        }
    }

    private static DateOnly Day(string? text) => text is null
        ? DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new InvalidDataException($"--on '{text}' is no date yyyy-MM-dd.");

    private static JsonObject Shape(DmnResult result) => new()
    {
        ["value"] = FeelJson.Of(result.Value),
        ["missing"] = new JsonArray([.. result.Missing.Select(m => (JsonNode)m)]),
        ["hits"] = new JsonArray([.. result.Hits.Select(h => (JsonNode)new JsonObject { ["decision"] = h.DecisionName, ["row"] = h.RuleIndex + 1, ["id"] = h.RuleId, ["outputs"] = FeelJson.Of(h.Outputs) })]),
        ["trace"] = new JsonArray([.. result.Trace.Tables.Select(t => (JsonNode)new JsonObject
        {
            ["table"] = t.Owner.Name,
            ["inputs"] = new JsonArray([.. t.Table.Inputs.Zip(t.Inputs, (column, value) => (JsonNode)new JsonObject { ["expression"] = column.Expression, ["value"] = FeelJson.Of(value) })]),
            ["hits"] = new JsonArray([.. t.Hits.Select(h => (JsonNode)new JsonObject { ["row"] = h.RuleIndex + 1, ["id"] = h.RuleId, ["provision"] = h.Rule.Extension("provision"), ["outputs"] = FeelJson.Of(h.Outputs) })]),
            ["nearly"] = new JsonArray([.. t.NearlyHit().Select(n => (JsonNode)new JsonObject { ["row"] = n.Rule.Index + 1, ["input"] = n.Input.Expression, ["value"] = FeelJson.Of(n.Value), ["test"] = n.Test })]),
        })]),
        ["displacements"] = new JsonArray([.. result.Trace.Displacements.Select(d => (JsonNode)new JsonObject { ["exception"] = d.Exception.Name, ["base"] = d.Base.Name, ["displaces"] = d.Displaces, ["undecided"] = d.IsUndecided })]),
        ["told"] = new JsonObject { ["zh"] = TraceTeller.Tell(result.Trace, chinese: true), ["en"] = TraceTeller.Tell(result.Trace, chinese: false) },
        ["warnings"] = new JsonArray([.. result.Warnings.Select(w => (JsonNode)new JsonObject { ["code"] = w.Code, ["element"] = w.Element, ["message"] = w.Message, ["messageZh"] = w.MessageZh, ["start"] = w.Start, ["end"] = w.End })]),
    };

    private static string Tell(DmnResult result) =>
        (result.Missing.Count > 0 ? $"无法判断 cannot decide: {string.Join(", ", result.Missing)}" : FeelJson.Of(result.Value)?.ToJsonString(Json.Options) ?? "null") +
        string.Concat(new[] { true, false }.SelectMany(zh => TraceTeller.Tell(result.Trace, zh).Split('\n', StringSplitOptions.RemoveEmptyEntries)).Select(l => "\n  " + l.TrimEnd())) +
        string.Concat(result.Warnings.Select(w => $"\n  ! {w.Element}: [{w.Code}] {w.MessageZh} {w.Message}"));

    private static Argument<string> FileArgument() => new("FILE") { Description = "A DMN file" };

    private static Option<bool> Lenient() => new("--lenient") { Description = "Compile as plain DMN: unknown names and missing facts give null" };

    private static Option<bool> JsonOption() => new("--json") { Description = "One JSON object on standard output" };
}

using System.CommandLine;
using System.Text.Json.Nodes;
using Guiju.Dmn;
using Guiju.Kernel;

namespace Guiju.Decisions.Terminal;

/// <summary><c>guiju dmn check FILE</c> and <c>guiju dmn eval FILE --decision NAME --facts FILE</c>.</summary>
internal static class DmnCommand
{
    public static Command Build(CommandHost host) => new("dmn", "Check or evaluate a DMN model.") { Check(host), Evaluate(host) };

    private static Command Check(CommandHost host)
    {
        var (file, lenient, json) = (File(), Lenient(), JsonOption());
        var command = new Command("check", "Read and compile a model; faults with element and example. Exit 2 where there are any.") { file, lenient, json };
        command.SetAction(async (parsed, _) =>
        {
            IReadOnlyList<DmnFault> faults;
            try
            {
                faults = Load(parsed.GetRequiredValue(file), !parsed.GetValue(lenient)).Faults;
            }
            catch (DmnFormatException wrong)
            {
                faults = [new DmnFault("format", Path.GetFileName(parsed.GetRequiredValue(file)), 0, wrong.Message, wrong.Message)];
            }

            await host.Out.WriteLineAsync(parsed.GetValue(json)
                ? Json.Write(new { faults = faults.Select(f => new { f.Element, f.Code, f.Line, f.Message, f.MessageZh, f.Start, f.End, f.Example }) })
                : faults.Count == 0 ? "没有发现错误 no faults" : string.Join('\n', faults.Select(f => $"{f.Line}: {f.Element}: {f.MessageZh} {f.Message}")));
            return faults.Count == 0 ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }

    private static Command Evaluate(CommandHost host)
    {
        var (file, lenient, json) = (File(), Lenient(), JsonOption());
        var decision = new Option<string>("--decision") { Description = "Name or id of the decision", Required = true };
        var facts = new Option<string?>("--facts") { Description = "JSON file with the inputs" };
        var command = new Command("eval", "Evaluate a decision: value with trace. Exit 3 where a fact is missing.") { file, decision, facts, lenient, json };
        command.SetAction(async (parsed, ct) =>
        {
            var program = Load(parsed.GetRequiredValue(file), !parsed.GetValue(lenient));
            if (program.Faults.Count > 0)
            {
                throw new InvalidDataException(string.Join('\n', program.Faults.Select(f => $"{f.Line}: {f.Element}: {f.Message}")));
            }

            var result = program.Evaluate(parsed.GetRequiredValue(decision), parsed.GetValue(facts) is { } path ? FeelJson.Facts(await System.IO.File.ReadAllTextAsync(path, ct)) : []);
            await host.Out.WriteLineAsync(parsed.GetValue(json) ? Shape(result).ToJsonString(Json.Options) : Tell(result));
            return result.Missing.Count > 0 ? ExitCode.CannotDecide : ExitCode.Done;
        });
        return command;
    }

    private static DmnProgram Load(string file, bool strict)
    {
        using var stream = System.IO.File.OpenRead(file);
        return DmnProgram.Compile(DmnXml.Read(stream, Path.GetFileName(file)), new DmnOptions { Strict = strict });
    }

    private static JsonObject Shape(DmnResult result) => new()
    {
        ["value"] = FeelJson.Of(result.Value),
        ["missing"] = new JsonArray([.. result.Missing.Select(m => (JsonNode)m)]),
        ["hits"] = new JsonArray([.. result.Hits.Select(h => (JsonNode)new JsonObject { ["decision"] = h.DecisionName, ["row"] = h.RuleIndex + 1, ["id"] = h.RuleId, ["outputs"] = FeelJson.Of(h.Outputs) })]),
        ["trace"] = new JsonArray([.. result.Trace.Tables.Select(t => (JsonNode)new JsonObject
        {
            ["table"] = t.Owner.Name,
            ["inputs"] = new JsonArray([.. t.Table.Inputs.Zip(t.Inputs, (column, value) => (JsonNode)new JsonObject { ["expression"] = column.Expression, ["value"] = FeelJson.Of(value) })]),
            ["nearly"] = new JsonArray([.. t.NearlyHit().Select(n => (JsonNode)new JsonObject { ["row"] = n.Rule.Index + 1, ["input"] = n.Input.Expression, ["value"] = FeelJson.Of(n.Value), ["test"] = n.Test })]),
        })]),
        ["warnings"] = new JsonArray([.. result.Warnings.Select(w => (JsonNode)new JsonObject { ["code"] = w.Code, ["element"] = w.Element, ["message"] = w.Message, ["messageZh"] = w.MessageZh })]),
    };

    private static string Tell(DmnResult result) =>
        (result.Missing.Count > 0 ? $"无法判断 cannot decide: {string.Join(", ", result.Missing)}" : FeelJson.Of(result.Value)?.ToJsonString(Json.Options) ?? "null") +
        string.Concat(result.Hits.Select(h => $"\n  {h.DecisionName} row {h.RuleIndex + 1}")) +
        string.Concat(result.Trace.Tables.SelectMany(t => t.NearlyHit()).Select(n => $"\n  row {n.Rule.Index + 1} missed only on {n.Input.Expression}: {n.Test}"));

    private static Argument<string> File() => new("FILE") { Description = "A DMN file" };

    private static Option<bool> Lenient() => new("--lenient") { Description = "Compile as plain DMN: unknown names and missing facts give null" };

    private static Option<bool> JsonOption() => new("--json") { Description = "One JSON object on standard output" };
}

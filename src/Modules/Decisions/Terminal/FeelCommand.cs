using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Nodes;
using Guiju.Feel;
using Guiju.Kernel;

namespace Guiju.Decisions.Terminal;

/// <summary><c>guiju feel EXPR [--context FILE] [--strict]</c> and <c>guiju feel --batch FILE</c>.</summary>
internal static class FeelCommand
{
    public static Command Build(CommandHost host)
    {
        var expression = new Argument<string?>("EXPR") { Description = "A FEEL expression", Arity = ArgumentArity.ZeroOrOne };
        var context = new Option<string?>("--context") { Description = "JSON file with the names that the expression may read" };
        var strict = new Option<bool>("--strict") { Description = "Unknown names are errors, full-width operators are refused" };
        var batch = new Option<string?>("--batch") { Description = "JSON lines {id, expr, context, strict}" };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var command = new Command("feel", "Evaluate a FEEL expression: value, type, and warnings with their places.") { expression, context, strict, batch, json };
        command.SetAction(async (parsed, ct) =>
        {
            if (parsed.GetValue(batch) is { } file)
            {
                await BatchAsync(host, file, ct);
                return ExitCode.Done;
            }

            var text = parsed.GetValue(expression) ?? throw new InvalidDataException("Give an expression, or --batch FILE.");
            var facts = parsed.GetValue(context) is { } path ? await FeelJson.FactsOfAsync(path, ct) : [];
            var (result, code) = Evaluate(text, facts, parsed.GetValue(strict));
            if (parsed.GetValue(json))
            {
                await host.Out.WriteLineAsync(result.ToJsonString(Json.Options));
            }
            else if (code == ExitCode.Done)
            {
                await host.Out.WriteLineAsync($"{result["value"]?.ToJsonString(Json.Options) ?? "null"}\t{result["type"]}{Warnings(text, result)}");
            }
            else
            {
                await host.Error.WriteLineAsync(code == ExitCode.CannotDecide ? $"{result["error"]}{Warnings(text, result)}" : Warnings(text, result).TrimStart());
            }

            return code;
        });
        return command;
    }

    private static async Task BatchAsync(CommandHost host, string file, CancellationToken ct)
    {
        await foreach (var line in File.ReadLinesAsync(file, ct))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                await host.Out.WriteLineAsync(One(line).ToJsonString(Json.Options));
            }
        }
    }

    private static JsonObject One(string line)
    {
        JsonNode? id = null;
        try
        {
            using var document = JsonDocument.Parse(line);
            var asked = document.RootElement;
            id = asked.TryGetProperty("id", out var named) ? JsonNode.Parse(named.GetRawText()) : null;
            var facts = asked.TryGetProperty("context", out var context) && context.ValueKind != JsonValueKind.Null ? FeelJson.Facts(context.GetRawText()) : [];
            var expression = asked.TryGetProperty("expr", out var expr) && expr.ValueKind == JsonValueKind.String ? expr.GetString() ?? "" : throw new InvalidDataException("缺少表达式 expr, a text with the expression, is missing.");
            var (result, _) = Evaluate(expression, facts, asked.TryGetProperty("strict", out var strict) && strict.ValueKind == JsonValueKind.True);
            result.Insert(0, "id", id);
            return result;
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException or InvalidDataException)
        {
            return new JsonObject { ["id"] = id, ["value"] = null, ["type"] = null, ["error"] = $"这一行不是有效的提问 This line is no question: {wrong.Message}" };
        }
    }

    private static (JsonObject Result, int Code) Evaluate(string text, Dictionary<string, object?> facts, bool strict)
    {
        try
        {
            var result = FeelExpression.Evaluate(text, facts, strict);
            var undecided = Undecided(result, strict);
            return (new JsonObject
            {
                ["value"] = FeelJson.Of(result.Value),
                ["type"] = result.Type,
                ["warnings"] = new JsonArray([.. result.Warnings.Select(w => Warning(w.Code, w.Message, w.MessageZh, w.Start, w.End))]),
                ["error"] = undecided,
            }, undecided is null ? ExitCode.Done : ExitCode.CannotDecide);
        }
        catch (FeelSyntaxException wrong)
        {
            return (Failed(Warning(wrong.Code, wrong.Message, wrong.MessageZh, wrong.Start, wrong.End)), ExitCode.Failure);
        }
        catch (FeelLimitException wrong)
        {
            return (Failed(Warning(wrong.Limit, wrong.Message, wrong.MessageZh, 0, text.Length)), ExitCode.Failure);
        }
    }

    /// <summary>Why a strict evaluation decides nothing: a fact is missing, or something went wrong where a value should be.</summary>
    private static string? Undecided(FeelResult result, bool strict) =>
        string.Join(", ", result.Missing) is { Length: > 0 } missing ? $"无法判断，缺少：{missing} Cannot decide; needed: {missing}"
        : strict && result is { Value: null, Warnings: [.., var last] } ? $"无法判断：{last.MessageZh} Cannot decide: {last.Message}"
        : null;

    private static JsonObject Warning(string code, string message, string messageZh, int start, int end) =>
        new() { ["code"] = code, ["message"] = message, ["messageZh"] = messageZh, ["start"] = start, ["end"] = end };

    private static JsonObject Failed(JsonObject warning) => new()
    {
        ["value"] = null,
        ["type"] = null,
        ["error"] = $"{warning["messageZh"]} {warning["message"]}",
        ["warnings"] = new JsonArray(warning),
    };

    /// <summary>Each warning with the expression and a mark under the place.</summary>
    private static string Warnings(string text, JsonObject result) => string.Concat(((JsonArray?)result["warnings"] ?? []).OfType<JsonObject>()
        .Select(w => $"\n  [{w["start"]}–{w["end"]}] {w["code"]}: {w["messageZh"]} {w["message"]}{Mark(text, (int?)w["start"] ?? 0, (int?)w["end"] ?? 0)}"));

    private static string Mark(string text, int start, int end) => text.Length > 120 || text.Contains('\n', StringComparison.Ordinal) || end > text.Length || start > end
        ? ""
        : $"\n    {text}\n    {new string(' ', Width(text[..start]))}{new string('^', Math.Max(1, Width(text[start..end])))}";

    /// <summary>Columns on a terminal: Chinese characters and full-width signs take two.</summary>
    private static int Width(string text) => text.Sum(c => c is >= '\u1100' and <= '\u115F' or >= '\u2E80' and <= '\uA4CF' or >= '\uAC00' and <= '\uD7A3' or >= '\uF900' and <= '\uFAFF' or >= '\uFE30' and <= '\uFE6F' or >= '\uFF00' and <= '\uFF60' or >= '\uFFE0' and <= '\uFFE6' ? 2 : 1);
}

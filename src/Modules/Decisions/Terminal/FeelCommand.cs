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
            var facts = parsed.GetValue(context) is { } path ? FeelJson.Facts(await File.ReadAllTextAsync(path, ct)) : [];
            var result = Evaluate(text, facts, parsed.GetValue(strict));
            await host.Out.WriteLineAsync(parsed.GetValue(json) ? result.ToJsonString(Json.Options) : Tell(result));
            return result["error"] is null ? ExitCode.Done : ExitCode.Failure;
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
        try
        {
            using var document = JsonDocument.Parse(line);
            var asked = document.RootElement;
            var facts = asked.TryGetProperty("context", out var context) && context.ValueKind == JsonValueKind.Object ? FeelJson.Facts(context.GetRawText()) : [];
            var result = Evaluate(asked.GetProperty("expr").GetString() ?? "", facts, asked.TryGetProperty("strict", out var strict) && strict.ValueKind == JsonValueKind.True);
            result.Insert(0, "id", asked.TryGetProperty("id", out var id) ? JsonNode.Parse(id.GetRawText()) : null);
            return result;
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or InvalidDataException)
        {
            return new JsonObject { ["id"] = null, ["value"] = null, ["type"] = null, ["error"] = $"This line is no question: {wrong.Message}" };
        }
    }

    private static JsonObject Evaluate(string text, Dictionary<string, object?> facts, bool strict)
    {
        try
        {
            var result = FeelExpression.Evaluate(text, facts, strict);
            var error = result.Missing.Count > 0 ? $"Cannot decide; needed: {string.Join(", ", result.Missing)}" : null;
            return new JsonObject
            {
                ["value"] = FeelJson.Of(result.Value),
                ["type"] = result.Type,
                ["warnings"] = new JsonArray([.. result.Warnings.Select(w => (JsonNode)new JsonObject { ["code"] = w.Code, ["message"] = w.Message, ["messageZh"] = w.MessageZh, ["start"] = w.Start, ["end"] = w.End })]),
                ["error"] = error,
            };
        }
        catch (FeelSyntaxException wrong)
        {
            return Failed(wrong.Message, new JsonObject { ["code"] = wrong.Code, ["message"] = wrong.Message, ["messageZh"] = wrong.MessageZh, ["start"] = wrong.Start, ["end"] = wrong.End });
        }
        catch (FeelLimitException wrong)
        {
            return Failed(wrong.Message, new JsonObject { ["code"] = wrong.Limit, ["message"] = wrong.Message, ["messageZh"] = wrong.MessageZh, ["start"] = 0, ["end"] = text.Length });
        }
    }

    private static JsonObject Failed(string message, JsonObject warning) => new()
    {
        ["value"] = null,
        ["type"] = null,
        ["warnings"] = new JsonArray(warning),
        ["error"] = message,
    };

    private static string Tell(JsonObject result) =>
        $"{result["value"]?.ToJsonString(Json.Options) ?? "null"}\t{result["type"]}" +
        string.Concat(((JsonArray?)result["warnings"] ?? []).Select(w => $"\n  [{w?["start"]}–{w?["end"]}] {w?["messageZh"]} {w?["message"]}"));
}

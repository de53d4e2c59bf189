using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Guiju.Clocks;
using Guiju.Kernel;
using Guiju.Law;
using Microsoft.Extensions.Configuration;

namespace Guiju.Procedures.Clocks;

/// <summary><c>guiju clock --from D --within N --unit U [--suspend A..B]… [--extend N]</c> and <c>guiju clock --batch FILE</c>.</summary>
internal static class ClockCommand
{
    public static Command Build(CommandHost host)
    {
        var from = new Option<string?>("--from") { Description = "Day of the event that starts the clock, yyyy-MM-dd; it is not counted" };
        var within = new Option<string?>("--within") { Description = "Length; negative counts backward from the event" };
        var unit = new Option<string?>("--unit") { Description = "workday, day, month or year" };
        var suspend = new Option<string[]>("--suspend") { Description = "FROM..TO: time that did not run; may be given several times" };
        var extend = new Option<string?>("--extend") { Description = "The one extension, in the same unit" };
        var batch = new Option<string?>("--batch") { Description = "JSON lines {id, from, within, unit, suspend, extend}" };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var command = new Command("clock", "Compute a statutory time limit: raw, rolled and internal end with the derivation.") { from, within, unit, suspend, extend, batch, json };
        command.SetAction(async (parsed, ct) =>
        {
            var teller = Teller();
            if (parsed.GetValue(batch) is { } file)
            {
                if (parsed.GetValue(from) is not null || parsed.GetValue(within) is not null || parsed.GetValue(unit) is not null || parsed.GetValue(suspend) is { Length: > 0 } || parsed.GetValue(extend) is not null)
                {
                    throw new InvalidDataException("--batch 不与其他参数同用。--batch stands alone.");
                }

                await BatchAsync(host, teller, file, ct);
                return ExitCode.Done;
            }

            return await OneAsync(host, teller, () => AskedClock.Of(parsed.GetValue(from), parsed.GetValue(within), parsed.GetValue(unit), parsed.GetValue(suspend) ?? [], parsed.GetValue(extend)), parsed.GetValue(json));
        });
        return command;
    }

    // No database is needed: the calendar and the provisions stand in the law's files.
    private static (Clock Clock, CountingRules Rules) Teller()
    {
        var folder = LawFiles.Find(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        return (new Clock(WorkCalendar.Load(Path.Combine(folder, "calendar"))), CountingRules.Parse(LawFiles.Read(folder)));
    }

    private static async Task<int> OneAsync(CommandHost host, (Clock Clock, CountingRules Rules) teller, Func<ClockQuestion> ask, bool json)
    {
        try
        {
            var question = ask();
            var answer = teller.Clock.Compute(question);
            await host.Out.WriteLineAsync(json ? Told(teller.Rules, question, answer).ToJsonString(Json.Options) : Text(teller.Rules, question, answer));
            return ExitCode.Done;
        }
        catch (ClockException wrong)
        {
            await host.Error.WriteLineAsync(Fault(wrong));
            if (json)
            {
                await host.Out.WriteLineAsync(new JsonObject { ["error"] = Fault(wrong), ["field"] = wrong.Field }.ToJsonString(Json.Options));
            }

            return ExitCode.Failure;
        }
    }

    private static async Task BatchAsync(CommandHost host, (Clock Clock, CountingRules Rules) teller, string file, CancellationToken ct)
    {
        await foreach (var line in File.ReadLinesAsync(file, ct))
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                await host.Out.WriteLineAsync(Line(teller, line).ToJsonString(Json.Options));
            }
        }
    }

    private static JsonObject Line((Clock Clock, CountingRules Rules) teller, string line)
    {
        JsonNode? id = null;
        try
        {
            using var document = JsonDocument.Parse(line);
            var asked = document.RootElement;
            id = asked.ValueKind == JsonValueKind.Object && asked.TryGetProperty("id", out var named) ? JsonNode.Parse(named.GetRawText()) : null;
            var (question, unknown) = AskedClock.Of(asked);
            var told = Told(teller.Rules, question, teller.Clock.Compute(question));
            told.Insert(0, "id", id);
            if (unknown.Count > 0)
            {
                told["warnings"] = new JsonArray([.. unknown.Select(n => (JsonNode)$"{n}: 未使用 not used")]);
            }

            return told;
        }
        catch (ClockException wrong)
        {
            return new JsonObject { ["id"] = id, ["error"] = Fault(wrong), ["field"] = wrong.Field };
        }
        catch (JsonException wrong)
        {
            return new JsonObject { ["id"] = id, ["error"] = $"这一行不是有效的 JSON This line is not valid JSON: {wrong.Message}", ["field"] = "line" };
        }
    }

    private static string Fault(ClockException wrong) => $"{wrong.Field}: {wrong.Zh} {wrong.En}";

    private static JsonObject Told(CountingRules rules, ClockQuestion question, ClockAnswer answer) => new()
    {
        ["raw"] = Day(answer.Raw),
        ["rolled"] = Day(answer.Rolled),
        ["internal"] = Day(answer.Internal),
        ["provisional"] = answer.Provisional,
        ["derivation"] = new JsonArray([.. answer.Derivation.Select(step => (JsonNode)Step(step, rules.Behind(step.Rule, question.From)))]),
    };

    private static JsonObject Step(ClockStep step, ProvisionRef? provision)
    {
        var told = new JsonObject { ["zh"] = step.Zh, ["en"] = step.En, ["rule"] = step.Rule.ToString().ToLowerInvariant() };
        if (provision is not null)
        {
            told["provision"] = new JsonObject { ["address"] = provision.Address, ["title"] = provision.Title.Zh, ["article"] = provision.Article, ["version"] = provision.Version is { } from ? Day(from) : null };
        }

        return told;
    }

    private static string Text(CountingRules rules, ClockQuestion question, ClockAnswer answer) => string.Join('\n', answer.Derivation
        .Select((step, n) => $"{n + 1,3}. {step.Zh}{Behind(rules.Behind(step.Rule, question.From))}\n     {step.En}")
        .Prepend($"届满 raw {Day(answer.Raw)} · 顺延 rolled {Day(answer.Rolled)} · 内部 internal {Day(answer.Internal)}{(answer.Provisional ? " · 暂定 provisional" : "")}"));

    private static string Behind(ProvisionRef? provision) => provision is null ? "" : $"〔{provision.Title.Zh}{provision.Article}〕";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

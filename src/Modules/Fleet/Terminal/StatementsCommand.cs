using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Statements;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.Registers;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Fleet.Terminal;

/// <summary><c>guiju fleet statements FILE --issuer X [--kind fuel] [--unit CODE] [--dry-run]</c>: a card issuer's statement is taken in, or only tried.</summary>
internal static class StatementsCommand
{
    public static Command Build(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "Statement as the issuer gives it: .xlsx or .csv" };
        var issuer = new Option<string>("--issuer") { Description = "Issuer of the cards", Required = true };
        var kind = new Option<string?>("--kind") { Description = "fuel, charge, toll or parking; default: as last time, else fuel" };
        var unit = new Option<string?>("--unit") { Description = "Code of the body that pays, where the statement is one body's alone" };
        var dry = new Option<bool>("--dry-run") { Description = "Try everything, keep nothing" };
        var database = new Option<string?>("--db") { Description = "Database" };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var command = new Command("statements", "Take in a statement of fuel cards, charging cards or toll tags: every line is joined to its car and journey and held against the rules.") { file, issuer, kind, unit, dry, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            var path = parsed.GetRequiredValue(file);
            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = Actor.System("guiju");
            var payer = parsed.GetValue(unit) is { } code ? await UnitAsync(scope.ServiceProvider, code, ct) : (Guid?)null;
            var asked = new StatementAsked(parsed.GetRequiredValue(issuer), KindOf(parsed.GetValue(kind)), payer, Path.GetFileName(path), null);
            try
            {
                await using var content = File.OpenRead(path);
                var answer = await scope.ServiceProvider.GetRequiredService<StatementDesk>().TakeAsync(asked, content, !parsed.GetValue(dry), ct);
                await host.Out.WriteLineAsync(parsed.GetValue(json) ? Json.Write(StatementModel.Of(answer)) : Tell(answer));
                return answer.Tally is null ? ExitCode.Refused : ExitCode.Done;
            }
            catch (SheetRefusedException refused)
            {
                throw new InvalidDataException($"{Path.GetFileName(path)}: {refused.Reason.Zh} {refused.Reason.En}", refused);
            }
        });
        return command;
    }

    private static CostKind? KindOf(string? text) => text is null ? null
        : Enum.TryParse<CostKind>(text, ignoreCase: true, out var kind) && Enum.IsDefined(kind) ? kind : throw new InvalidDataException($"'{text}' is no kind: {string.Join(", ", Enum.GetNames<CostKind>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName))}.");

    private static async Task<Guid> UnitAsync(IServiceProvider services, string code, CancellationToken ct) =>
        (await services.GetRequiredService<UnitTrees>().AsOfAsync(services.GetRequiredService<TimeProvider>().Today(), ct)).All.FirstOrDefault(u => u.Code == code)?.Id ?? throw new InvalidDataException($"There is no unit {code}.");

    private static string Tell(StatementAnswer answer)
    {
        var told = new StringBuilder();
        Say($"标题行 headings in row {answer.File.HeadingRow}: {string.Join(", ", answer.File.Columns.Select(c => $"{c.Value} = {c.Key}"))}");
        foreach (var left in answer.File.LeftOut)
        {
            Say($"未计入 left out, row {left.Row}: {left.Message.Zh} {left.Message.En}");
        }

        foreach (var wrong in answer.File.Errors)
        {
            Say($"错误 wrong, row {wrong.Row} {wrong.Column}: {wrong.Message.Zh} {wrong.Message.En}");
        }

        if (answer.Tally is not { } tally)
        {
            Say($"没有保存任何内容 nothing was kept{(answer.Outcome is Outcome<StatementTally>.Broken broken ? $": {broken.Check.Statement.Zh} {broken.Check.Statement.En}" : "")}");
            return told.ToString().TrimEnd();
        }

        Say($"{(answer.Kept ? "已导入 taken in" : "试导入 tried, nothing kept")}: {tally.Lines} 笔 lines, {tally.AmountYuan:0.00} 元 yuan; 待处理 to be looked at {tally.Open}; 重复 repeated {tally.Repeated.Count}");
        foreach (var (state, count) in tally.States)
        {
            Say($"{EnumWords.Both(state).Zh} {EnumWords.Both(state).En}\t{count}");
        }

        foreach (var (outcome, count) in tally.Outcomes)
        {
            Say($"判定 {EnumWords.Both(outcome).Zh} {EnumWords.Both(outcome).En}\t{count}");
        }

        return told.ToString().TrimEnd();

        void Say(FormattableString text) => told.Append(text.ToString(CultureInfo.InvariantCulture)).Append('\n');
    }
}

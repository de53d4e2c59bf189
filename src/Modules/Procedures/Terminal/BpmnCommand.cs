using System.CommandLine;
using Guiju.Bpmn;
using Guiju.Bpmn.Checking;
using Guiju.Feel;
using Guiju.Kernel;

namespace Guiju.Procedures.Terminal;

/// <summary><c>guiju bpmn check FILE [--publish] [--json]</c>.</summary>
internal static class BpmnCommand
{
    public static Command Build(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "BPMN 2.0 file" };
        var publish = new Option<bool>("--publish") { Description = "Also what is needed before publication: conditions, default flows, people" };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var check = new Command("check", "Check a procedure: what cannot be run, deadlocks, missing joins, dead ends, unreachable nodes, expressions. Exit 2 where there are any faults.") { file, publish, json };
        check.SetAction(async (parsed, ct) =>
        {
            var faults = Faults(await File.ReadAllTextAsync(parsed.GetRequiredValue(file), ct), parsed.GetValue(publish));
            await host.Out.WriteLineAsync(parsed.GetValue(json)
                ? Json.Write(new { faults = faults.Select(f => new { f.Element, f.Code, message = f.En, messageZh = f.Zh, f.Line }) })
                : faults.Count == 0 ? "没有发现错误 no faults" : string.Join('\n', faults.Select(f => $"{f.Line}: {f.Element}: [{f.Code}] {f.Zh} {f.En}")));
            return faults.Count == 0 ? ExitCode.Done : ExitCode.Refused;
        });
        return new Command("bpmn", "Check a BPMN procedure.") { check };
    }

    internal static IReadOnlyList<BpmnFault> Faults(string xml, bool forPublication)
    {
        try
        {
            var model = BpmnXml.Parse(xml);
            return forPublication ? ModelCheck.FindForPublication(model, ExpressionFault) : ModelCheck.Find(model, ExpressionFault);
        }
        catch (BpmnFormatException wrong)
        {
            return wrong.Faults;
        }
    }

    /// <summary>What is wrong with a FEEL expression; null where nothing is.</summary>
    internal static string? ExpressionFault(string expression)
    {
        try
        {
            FeelExpression.Parse(expression);
            return null;
        }
        catch (FeelSyntaxException wrong)
        {
            return $"{wrong.MessageZh} {wrong.Message}";
        }
    }
}

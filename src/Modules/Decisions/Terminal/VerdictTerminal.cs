using System.Globalization;
using System.Text;
using Guiju.Kernel;

namespace Guiju.Decisions.Terminal;

/// <summary>A verdict for terminals: text for people, and the command line's JSON shape.</summary>
internal static class VerdictTerminal
{
    public static object Shape(Verdict verdict) => new
    {
        controlPoint = verdict.ControlPoint,
        on = verdict.On,
        outcome = verdict.Outcome,
        missing = verdict.Missing,
        findings = verdict.Findings.Select(f => new
        {
            rule = f.Rule,
            row = f.Row,
            title = f.Title,
            outcome = f.Outcome,
            stated = f.Stated,
            pack = f.Pack,
            evidence = f.Evidence,
            provision = f.Provision is not { } p ? null : new { address = p.Address, title = p.Title.Zh, english = p.Title.En, number = p.Number, article = p.Article, version = p.Version },
            message = f.Message,
            figure = f.Figure,
            inputs = f.Inputs,
            remedy = f.Remedy,
            approver = f.Approver,
            missing = f.Missing,
            why = f.Why,
        }),
        versions = verdict.Versions,
    };

    public static string Tell(Verdict verdict)
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Mark(verdict.Outcome)}  {verdict.ControlPoint}  {verdict.On:yyyy-MM-dd}\n");
        foreach (var finding in verdict.Findings)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {Mark(finding.Outcome)} {finding.Rule} {finding.Title.Zh}\n      {finding.Message.Zh}\n      {finding.Message.En}\n");
            if (finding.Provision is { } provision)
            {
                text.Append(CultureInfo.InvariantCulture, $"      《{provision.Title.Zh}》{provision.Article} ({finding.Evidence.ToString().ToLowerInvariant()})\n");
            }

            if (finding.Remedy is { } remedy)
            {
                text.Append(CultureInfo.InvariantCulture, $"      → {remedy.Zh}\n      → {remedy.En}\n");
            }
        }

        return text.ToString().TrimEnd();
    }

    private static string Mark(LawOutcome outcome) => outcome switch
    {
        LawOutcome.Allowed => "允许 allowed",
        LawOutcome.Inform => "提示 inform",
        LawOutcome.Acknowledge => "须确认 acknowledge",
        LawOutcome.Approval => "须批准 approval",
        LawOutcome.CannotDecide => "无法判断 cannot decide",
        _ => "禁止 forbidden",
    };
}

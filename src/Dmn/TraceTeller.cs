using System.Text;
using Guiju.Feel;

namespace Guiju.Dmn;

/// <summary>Tells a trace in sentences: why rows hit and, where none did, which condition stood in the way.</summary>
public static class TraceTeller
{
    private const int MostNear = 5;

    /// <summary>All tables of a trace, one paragraph each.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="chinese">Chinese, or else English.</param>
    public static string Tell(Trace trace, bool chinese)
    {
        ArgumentNullException.ThrowIfNull(trace);
        return string.Join(Environment.NewLine, trace.Tables.Select(t => Tell(t, chinese)).Concat(trace.Displacements.Select(d => Tell(d, chinese))));
    }

    /// <summary>Which rule displaced which: the exception the base rule, or the base rule stands because the exception does not apply.</summary>
    public static string Tell(Displacement displacement, bool chinese)
    {
        ArgumentNullException.ThrowIfNull(displacement);
        var (exception, rule) = (Named(displacement.Exception, displacement.ExceptionHit, chinese), Named(displacement.Base, displacement.BaseHit, chinese));
        if (displacement.Displaces)
        {
            var (now, otherwise) = (Says(displacement.ExceptionHit), Says(displacement.BaseHit));
            return chinese
                ? $"但书{exception}排除本则{rule}：本则为{otherwise}，依但书为{now}。"
                : $"The exception {exception} displaces the rule {rule}: {now} instead of {otherwise}.";
        }

        return chinese
            ? $"但书{exception}不适用，仍依本则{rule}：{Says(displacement.BaseHit)}。"
            : $"The exception {exception} does not apply; the rule {rule} stands: {Says(displacement.BaseHit)}.";
    }

    private static string Named(DmnDecision decision, RuleHit? hit, bool chinese)
    {
        var provision = hit?.Rule.Extension("provision") is { } address ? chinese ? $"（{address}）" : $" ({address})" : "";
        var row = hit is null ? "" : chinese ? $"第 {hit.RuleIndex + 1} 行" : $", row {hit.RuleIndex + 1}";
        return (chinese ? $"“{decision.Name}”" : decision.Extension("english") ?? decision.Name) + row + provision;
    }

    private static string Says(RuleHit? hit) => FeelText.Brief(ClrValues.From(hit?.Outputs.Values.FirstOrDefault()));

    /// <summary>One table.</summary>
    public static string Tell(TableTrace table, bool chinese)
    {
        ArgumentNullException.ThrowIfNull(table);
        var text = new StringBuilder(chinese ? $"决策“{table.Owner.Name}”：" : $"Decision {table.Owner.Extension("english") ?? table.Owner.Name}: ");
        var hits = table.Hits.Select(h => Hit(table, h.Rule, chinese)).ToList();
        var near = table.NearlyHit().Take(MostNear).Select(n => Near(n, chinese)).ToList();
        if (hits.Count == 0)
        {
            text.Append(chinese ? "没有命中的行。" : "no row hit. ");
        }

        text.AppendJoin(chinese ? "" : " ", hits.Concat(near));
        return text.ToString().TrimEnd();
    }

    /// <summary>Why one row hit: each column it looks at, with the value and the test that held.</summary>
    public static string Hit(TableTrace table, DmnRule rule, bool chinese)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(rule);
        var reasons = rule.Tests
            .Select((cell, c) => (Cell: cell.Text, Input: Column(table.Table.Inputs[c]), Value: FeelText.Brief(table.Inputs[c])))
            .Where(p => p.Cell is not ("" or "-"))
            .Select(p => Reason(p.Input, p.Value, p.Cell, chinese))
            .ToList();
        var why = reasons.Count == 0 ? chinese ? "无条件" : "unconditionally" : string.Join(chinese ? "，" : ", ", reasons);
        return chinese ? $"命中第 {rule.Index + 1} 行：{why}。" : $"Row {rule.Index + 1} hit: {why}.";
    }

    private static string Near(NearlyHit near, bool chinese)
    {
        var (row, input) = (near.Rule.Index + 1, Column(near.Input));
        if (near.State == CellState.Unknown)
        {
            return near.Value is null
                ? chinese ? $"第 {row} 行未能判断：缺少{input}（条件 {near.Test}）。" : $"Row {row} is open: {input} is missing (test {near.Test})."
                : chinese ? $"第 {row} 行未能判断：条件 {near.Test} 所用的数值缺失。" : $"Row {row} is open: a value used by {near.Test} is missing.";
        }

        var value = FeelText.Brief(near.Value);
        return chinese
            ? $"第 {row} 行只差一项：{input}（{value}）不满足 {near.Test}。"
            : $"Row {row} missed by one condition: {input} ({value}) fails {near.Test}.";
    }

    private static string Reason(string input, string value, string test, bool chinese) =>
        test == value ? $"{input} = {value}" : chinese ? $"{input}（{value}）满足 {test}" : $"{input} ({value}) meets {test}";

    private static string Column(DmnTableInput input) => input.Label is { Length: > 0 } label ? label : input.Expression;
}

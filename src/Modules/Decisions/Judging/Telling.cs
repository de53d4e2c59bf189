using System.Globalization;
using Guiju.Dmn;
using Guiju.Kernel;

namespace Guiju.Decisions.Judging;

/// <summary>Tells from the trace why a row decided.</summary>
internal static class Telling
{
    public static Bilingual? Of(DmnResult result, RuleHit hit)
    {
        var table = result.Trace.Tables.FirstOrDefault(t => t.Owner.Id == hit.DecisionId);
        if (table is null)
        {
            return null;
        }

        var looked = hit.Rule.Tests.Select((cell, column) => (Column: column, Test: cell.Text.Trim())).Where(c => c.Test is not ("-" or ""))
            .Select(c => (Name: table.Table.Inputs[c.Column].Label ?? table.Table.Inputs[c.Column].Expression, Value: Show(table.Inputs[c.Column]), c.Test)).ToList();
        return looked.Count == 0
            ? new Bilingual("此行不设条件。", "This row sets no condition.")
            : new Bilingual(
                string.Join("；", looked.Select(l => $"{l.Name}为“{l.Value}”，符合“{l.Test}”")) + "。",
                string.Join("; ", looked.Select(l => $"{l.Name} is '{l.Value}' and meets '{l.Test}'")) + ".");
    }

    private static string Show(object? value) => value switch
    {
        null => "∅",
        bool truth => truth ? "true" : "false",
        decimal number => number.ToString("0.########", CultureInfo.InvariantCulture),
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        System.Collections.IEnumerable list and not string => string.Join("、", list.Cast<object?>().Select(Show)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}

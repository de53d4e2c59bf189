using System.Globalization;
using Guiju.Decisions.Lawbooks;

namespace Guiju.Decisions.Drafts;

/// <summary>A figure's value as a person types it.</summary>
internal static class FigureValue
{
    /// <summary>Reads it as the figure's type asks; lists are separated by commas.</summary>
    public static bool TryRead(Parameter figure, string typed, out object? value)
    {
        var text = typed.Trim();
        var isList = figure.Values is [{ Value: IEnumerable<object> }, ..];
        value = isList ? List(figure, text) : One(figure, text);
        return value is not null;
    }

    private static List<object>? List(Parameter figure, string text)
    {
        var items = text.Split([',', '，', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(i => One(figure, i)).ToList();
        return items.Contains(null) ? null : items.OfType<object>().ToList();
    }

    private static object? One(Parameter figure, string text) => figure.Type switch
    {
        "number" => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null,
        "boolean" => text switch { "true" or "是" => true, "false" or "否" => false, _ => null },
        _ => text.Length > 0 ? text : null,
    };
}

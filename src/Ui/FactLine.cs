using System.Globalization;
using System.Text.Json;
using Guiju.Kernel;

namespace Guiju.Ui;

/// <summary>A fact that a rule read, in the words of the reader.</summary>
/// <param name="Name">What the fact is called.</param>
/// <param name="Value">Its value as text.</param>
/// <param name="Unit">Unit of the value.</param>
/// <param name="IsNumber">Whether it can be held against a figure.</param>
public sealed record FactLine(string Name, string Value, string? Unit, bool IsNumber)
{
    /// <summary>The facts of a finding; those without words keep their code.</summary>
    public static IReadOnlyList<FactLine> Of(Finding finding, string controlPoint, IFactWords? words) =>
        [.. finding.Inputs.Select(input => Of(input.Key, input.Value, words?.Of(controlPoint, input.Key)))];

    /// <summary>The one fact that a figure was held against: the only number with the figure's unit; null where that is not sure.</summary>
    public static FactLine? Beside(Figure figure, IReadOnlyList<FactLine> facts) =>
        figure.Unit is { } unit && facts.Where(f => f.IsNumber && f.Unit == unit).ToList() is [var only] ? only : null;

    private static FactLine Of(string code, object? value, FactWord? word) =>
        new(word?.Name.Here ?? code, TextOf(value, word), word?.Unit, value is JsonElement json ? json.ValueKind == JsonValueKind.Number : value is decimal or int or long or double);

    private static string TextOf(object? value, FactWord? word) => value switch
    {
        string text => InWords(text, word),
        JsonElement { ValueKind: JsonValueKind.String } json => InWords(json.GetString() ?? "", word),
        JsonElement { ValueKind: JsonValueKind.Array } json => Listed([.. json.EnumerateArray().Select(item => TextOf(item, word))]),
        System.Collections.IEnumerable list => Listed([.. list.Cast<object?>().Select(item => TextOf(item, word))]),
        int or long or double => OfficialText.Value(Convert.ToDecimal(value, CultureInfo.InvariantCulture)),
        _ => OfficialText.Value(value),
    };

    private static string Listed(IReadOnlyList<string> items) => items.Count == 0 ? OfficialText.Value(null) : string.Join(Language.IsEnglish ? ", " : "、", items);

    private static string InWords(string text, FactWord? word) =>
        word is not null && word.Values.TryGetValue(text, out var both) ? both.Here
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? OfficialText.Day(day)
        : OfficialText.Value(text);
}

using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Guiju.Feel;

namespace Guiju.Decisions.Terminal;

/// <summary>FEEL values as JSON and back: numbers stay numbers unless a double would lose digits, temporal values are FEEL texts.</summary>
internal static class FeelJson
{
    private const int SafeDigits = 15;
    private const int MostDepth = 50;

    public static JsonNode? Of(object? value) => Of(value, 0);

    private static JsonNode? Of(object? value, int depth) => value switch
    {
        null => null,
        _ when depth > MostDepth => JsonValue.Create(FeelText.Brief(value)),
        bool truth => JsonValue.Create(truth),
        decimal number => Digits(number) <= SafeDigits ? JsonValue.Create(number) : JsonValue.Create(FeelText.Number(number)),
        string text => JsonValue.Create(text),
        DateOnly date => JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DateTime time => JsonValue.Create(time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        TimeOnly time => JsonValue.Create(time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        FeelContext context => new JsonObject(context.Select(e => KeyValuePair.Create(e.Key, Of(e.Value, depth + 1)))),
        IEnumerable<KeyValuePair<string, object?>> entries => new JsonObject(entries.Select(e => KeyValuePair.Create(e.Key, Of(e.Value, depth + 1)))),
        IEnumerable<object?> items => new JsonArray([.. items.Select(i => Of(i, depth + 1))]),
        _ => JsonValue.Create(FeelText.Plain(value)),
    };

    /// <summary>The facts of a file.</summary>
    /// <exception cref="InvalidDataException">It holds no object of names and values.</exception>
    public static async Task<Dictionary<string, object?>> FactsOfAsync(string file, CancellationToken ct)
    {
        var text = await File.ReadAllTextAsync(file, ct);
        try
        {
            return Facts(text);
        }
        catch (InvalidDataException wrong)
        {
            throw new InvalidDataException($"{Path.GetFileName(file)}: {wrong.Message}", wrong);
        }
    }

    /// <summary>An object's names and values; a text of the form <c>@"2025-01-31"</c> is a day, time or duration as in FEEL.</summary>
    /// <exception cref="InvalidDataException">It is no JSON object, or holds a number too large.</exception>
    public static Dictionary<string, object?> Facts(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Entries(document.RootElement) : throw new InvalidDataException("应为一个 JSON 对象 An object of names and values was expected.");
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException($"不是有效的 JSON Not valid JSON: {wrong.Message}", wrong);
        }
    }

    private static Dictionary<string, object?> Entries(JsonElement value)
    {
        var entries = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var property in value.EnumerateObject())
        {
            if (!entries.TryAdd(property.Name, Plain(property.Value)))
            {
                throw new InvalidDataException($"“{property.Name}”出现了两次 '{property.Name}' stands twice.");
            }
        }

        return entries;
    }

    private static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Text(value.GetString() ?? ""),
        JsonValueKind.Number => Number(value),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => value.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.Object => Entries(value),
        _ => null,
    };

    private static object? Text(string text)
    {
        if (text.Length < 4 || !text.StartsWith("@\"", StringComparison.Ordinal) || !text.EndsWith('"'))
        {
            return text;
        }

        var inner = text.Substring(2, text.Length - 3);
        return (object?)FeelDate.Parse(inner) ?? (object?)FeelDateTime.Parse(inner) ?? (object?)FeelTime.Parse(inner) ?? FeelDuration.Parse(inner) ?? text;
    }

    private static decimal Number(JsonElement value) => value.TryGetDecimal(out var exact) ? exact
        : Math.Abs(value.GetDouble()) < 7e28 ? (decimal)value.GetDouble()
        : throw new InvalidDataException($"数字过大 The number {value.GetRawText()} is too large.");

    private static int Digits(decimal number) => FeelText.Number(Math.Abs(number)).Replace(".", "", StringComparison.Ordinal).TrimStart('0').Length;
}

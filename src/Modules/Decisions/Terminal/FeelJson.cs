using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Guiju.Feel;

namespace Guiju.Decisions.Terminal;

/// <summary>FEEL values as JSON and back: numbers stay numbers unless a double would lose digits, temporal values are FEEL texts.</summary>
internal static class FeelJson
{
    private const int SafeDigits = 15;

    public static JsonNode? Of(object? value) => value switch
    {
        null => null,
        bool truth => JsonValue.Create(truth),
        decimal number => Digits(number) <= SafeDigits ? JsonValue.Create(number) : JsonValue.Create(FeelText.Number(number)),
        string text => JsonValue.Create(text),
        DateOnly date => JsonValue.Create(date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        DateTime time => JsonValue.Create(time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        TimeOnly time => JsonValue.Create(time.ToString("HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        FeelContext context => new JsonObject(context.Select(e => KeyValuePair.Create(e.Key, Of(e.Value)))),
        IEnumerable<KeyValuePair<string, object?>> entries => new JsonObject(entries.Select(e => KeyValuePair.Create(e.Key, Of(e.Value)))),
        IEnumerable<object?> items => new JsonArray([.. items.Select(Of)]),
        _ => JsonValue.Create(FeelText.Plain(value)),
    };

    public static Dictionary<string, object?> Facts(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.Object
            ? document.RootElement.EnumerateObject().ToDictionary(p => p.Name, p => Plain(p.Value))
            : throw new InvalidDataException("An object of names and values was expected.");
    }

    public static object? Plain(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.TryGetDecimal(out var exact) ? exact : value.GetDouble(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Array => value.EnumerateArray().Select(Plain).ToList(),
        JsonValueKind.Object => value.EnumerateObject().ToDictionary(p => p.Name, p => Plain(p.Value)),
        _ => null,
    };

    private static int Digits(decimal number) => FeelText.Number(Math.Abs(number)).Replace(".", "", StringComparison.Ordinal).TrimStart('0').Length;
}

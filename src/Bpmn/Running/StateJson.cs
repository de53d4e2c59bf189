using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Guiju.Bpmn.Running;

/// <summary>A state as text, and back; the same state always gives the same text.</summary>
public static class StateJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new Variables(), new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes a state.</summary>
    public static string Write(CaseState state) => JsonSerializer.Serialize(state, Options);

    /// <summary>Reads a state.</summary>
    public static CaseState Read(string json)
    {
        var state = JsonSerializer.Deserialize<CaseState>(json, Options) ?? throw new JsonException("A state is expected.");
        return state with
        {
            Tokens = [.. state.Tokens.OrEmpty().Select(t => t with { Fired = t.Fired.OrEmpty() })],
            Scopes = state.Scopes.OrEmpty(),
            Items = [.. state.Items.OrEmpty().Select(i => i with { Candidates = i.Candidates.OrEmpty() })],
            Past = state.Past.OrEmpty(),
            Barred = state.Barred.OrEmpty(),
            Linked = state.Linked.OrEmpty(),
        };
    }

    private static ImmutableArray<T> OrEmpty<T>(this ImmutableArray<T> array) => array.IsDefault ? [] : array;

    private sealed class Variables : JsonConverter<ImmutableSortedDictionary<string, object?>>
    {
        public override ImmutableSortedDictionary<string, object?> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            using var document = JsonDocument.ParseValue(ref reader);
            return document.RootElement.EnumerateObject().ToImmutableSortedDictionary(p => p.Name, p => Value(p.Value), StringComparer.Ordinal);
        }

        public override void Write(Utf8JsonWriter writer, ImmutableSortedDictionary<string, object?> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (name, held) in value)
            {
                writer.WritePropertyName(name);
                JsonSerializer.Serialize(writer, held, options);
            }

            writer.WriteEndObject();
        }

        private static object? Value(JsonElement element) => element.ValueKind switch
        {
            JsonValueKind.String => element.GetString(),
            JsonValueKind.Number => element.GetDecimal(),
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.Null => null,
            JsonValueKind.Array => element.EnumerateArray().Select(Value).ToList(),
            _ => throw new JsonException("A variable is a text, a number, a truth value or a list of these."),
        };
    }
}

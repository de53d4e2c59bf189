using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Guiju.Kernel.Identity;

/// <summary>A password or code in a request. It is read from JSON but never written: neither ledger nor log ever holds it.</summary>
[JsonConverter(typeof(Converter))]
public sealed record Secret([property: StringLength(200, MinimumLength = 1), Display(Name = "密码或验证码")] string Value)
{
    /// <inheritdoc/>
    public override string ToString() => "●●●";

    internal sealed class Converter : JsonConverter<Secret>
    {
        public override Secret Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String ? new Secret(reader.GetString() ?? "") : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, Secret value, JsonSerializerOptions options) => writer.WriteStringValue("●●●");
    }
}

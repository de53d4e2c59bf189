using System.Text.Json;
using System.Text.Json.Serialization;
using Guiju.Kernel.Ledger;

namespace Guiju.Procedures.Papers;

/// <summary>The bytes of a file in an act: read as Base64, written to the ledger as their digest alone.</summary>
[JsonConverter(typeof(Converter))]
public sealed record FileContent(ReadOnlyMemory<byte> Bytes)
{
    /// <summary>SM3 of the bytes.</summary>
    public string Digest => Sm3.Of(Bytes.Span);

    private sealed class Converter : JsonConverter<FileContent>
    {
        public override FileContent Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out var bytes) ? new FileContent(bytes) : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, FileContent value, JsonSerializerOptions options) => writer.WriteStringValue($"sm3:{value.Digest} ({value.Bytes.Length} bytes)");
    }
}

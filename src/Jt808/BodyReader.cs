using System.Buffers.Binary;
using System.Text;

namespace Guiju.Jt808;

/// <summary>Reads a body from front to back; running out of bytes is remembered, never thrown.</summary>
internal ref struct BodyReader(ReadOnlySpan<byte> bytes)
{
    private static readonly Encoding Chinese = Encodings();

    private ReadOnlySpan<byte> rest = bytes;

    /// <summary>True once more was asked for than there was.</summary>
    public bool RanOut { get; private set; }

    public readonly int Left => rest.Length;

    public byte Byte() => Take(1) is [var one] ? one : (byte)0;

    public ushort Word() => Take(2) is { Length: 2 } two ? BinaryPrimitives.ReadUInt16BigEndian(two) : (ushort)0;

    public uint DoubleWord() => Take(4) is { Length: 4 } four ? BinaryPrimitives.ReadUInt32BigEndian(four) : 0;

    public ReadOnlySpan<byte> Bytes(int count) => Take(count);

    public ReadOnlySpan<byte> Rest() => Take(rest.Length);

    /// <summary>Text of a fixed length, filled up with zeros or blanks before or behind.</summary>
    public string Text(int count) => Read(Take(count));

    /// <summary>Text up to the end of the body.</summary>
    public string TextToEnd() => Read(Rest());

    /// <summary>Six BCD bytes, yyMMddHHmmss in China Standard Time; null where they are no time.</summary>
    public DateTimeOffset? Time() => Take(6) is { Length: 6 } bcd ? BcdTime.Read(bcd) : null;

    private static string Read(ReadOnlySpan<byte> text) => Chinese.GetString(text.Trim((byte)0)).Trim();

    private static Encoding Encodings()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding("GB18030");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > rest.Length)
        {
            RanOut = true;
            rest = default;
            return default;
        }

        var taken = rest[..count];
        rest = rest[count..];
        return taken;
    }
}

namespace Guiju.Jt808;

/// <summary>Inside a frame the delimiter 7E travels as 7D 02 and 7D itself as 7D 01.</summary>
public static class Escapes
{
    /// <summary>The byte that opens and closes every frame.</summary>
    public const byte Delimiter = 0x7E;

    private const byte Escape = 0x7D;

    /// <summary>Undoes the escapes of <paramref name="escaped"/> (without delimiters) and returns the length; -1 where an escape is broken.</summary>
    public static int Undo(ReadOnlySpan<byte> escaped, Span<byte> plain)
    {
        var length = 0;
        while (!escaped.IsEmpty)
        {
            var next = escaped.IndexOf(Escape);
            var run = next < 0 ? escaped : escaped[..next];
            run.CopyTo(plain[length..]);
            length += run.Length;
            if (next < 0)
            {
                break;
            }

            if (next + 1 >= escaped.Length || escaped[next + 1] is not (0x01 or 0x02))
            {
                return -1;
            }

            plain[length++] = escaped[next + 1] == 0x01 ? Escape : Delimiter;
            escaped = escaped[(next + 2)..];
        }

        return length;
    }

    /// <summary>A whole frame on the wire: delimiters, escapes and check code round header and body.</summary>
    public static byte[] Wrap(ReadOnlySpan<byte> headerAndBody)
    {
        var frame = new List<byte>(headerAndBody.Length + 8) { Delimiter };
        foreach (var one in headerAndBody)
        {
            Add(frame, one);
        }

        Add(frame, CheckCode(headerAndBody));
        frame.Add(Delimiter);
        return [.. frame];
    }

    /// <summary>Exclusive or over header and body.</summary>
    public static byte CheckCode(ReadOnlySpan<byte> headerAndBody)
    {
        byte code = 0;
        foreach (var one in headerAndBody)
        {
            code ^= one;
        }

        return code;
    }

    private static void Add(List<byte> frame, byte one)
    {
        if (one is Delimiter or Escape)
        {
            frame.Add(Escape);
            frame.Add(one == Delimiter ? (byte)0x02 : (byte)0x01);
        }
        else
        {
            frame.Add(one);
        }
    }
}

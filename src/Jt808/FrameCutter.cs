using System.Buffers;

namespace Guiju.Jt808;

/// <summary>Cuts frames out of a stream that may hold garbage, half frames and frames that share one delimiter.</summary>
public static class FrameCutter
{
    /// <summary>The longest frame that is waited for: 1023 bytes of body and the longest header, every byte escaped. Anything longer is garbage.</summary>
    public const int LongestFrame = 2 * (1023 + Header.LongestBytes + 1);

    /// <summary>
    /// Takes the next frame (without delimiters, still escaped) off the front of <paramref name="stream"/>, dropping garbage before it.
    /// False where more bytes are needed. <paramref name="dropped"/> counts the garbage.
    /// </summary>
    public static bool TryCut(ref ReadOnlySequence<byte> stream, out ReadOnlySequence<byte> escaped, out long dropped)
    {
        dropped = 0;
        escaped = default;
        while (true)
        {
            if (stream.PositionOf(Escapes.Delimiter) is not { } opening)
            {
                dropped += stream.Length;
                stream = stream.Slice(stream.End);
                return false;
            }

            dropped += stream.Slice(0, opening).Length;
            stream = stream.Slice(opening);
            var inside = stream.Slice(1);
            if (inside.PositionOf(Escapes.Delimiter) is not { } closing)
            {
                return Starved(ref stream, inside, ref dropped);
            }

            var between = inside.Slice(0, closing);
            if (between.Length is >= Header.ShortestBytes + 1 and <= LongestFrame)
            {
                // The closing delimiter stays: it may open the next frame too.
                escaped = between;
                stream = inside.Slice(closing);
                return true;
            }

            // Nothing or too little or too much between two delimiters: the second may open the real frame.
            dropped += between.Length + (between.IsEmpty ? 0 : 1);
            stream = inside.Slice(closing);
        }
    }

    private static bool Starved(ref ReadOnlySequence<byte> stream, ReadOnlySequence<byte> inside, ref long dropped)
    {
        if (inside.Length > LongestFrame)
        {
            dropped += stream.Length;
            stream = stream.Slice(stream.End);
        }

        return false;
    }
}

using System.Buffers;

namespace Guiju.Jt808;

/// <summary>What is wrong with a frame: a short name and the particulars.</summary>
/// <param name="Name">escape, short, check-code, length, body or encrypted.</param>
/// <param name="Detail">What was found.</param>
public sealed record FrameFault(string Name, string Detail)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Detail}";
}

/// <summary>One frame taken apart. Faults do not hide what can still be read.</summary>
/// <param name="Header">The head; null where there is none to read.</param>
/// <param name="Body">The body as it came.</param>
/// <param name="Faults">What is wrong; empty for a sound frame.</param>
public sealed record Frame(Header? Header, ReadOnlyMemory<byte> Body, IReadOnlyList<FrameFault> Faults)
{
    private static readonly FrameFault[] Sound = [];

    /// <summary>Nothing is wrong with escapes, length and check code.</summary>
    public bool IsIntact => Faults.Count == 0;

    /// <summary>Takes a frame apart; <paramref name="escaped"/> is what stands between two delimiters.</summary>
    public static Frame Read(ReadOnlySpan<byte> escaped)
    {
        var rented = ArrayPool<byte>.Shared.Rent(Math.Max(escaped.Length, 1));
        try
        {
            var length = Escapes.Undo(escaped, rented);
            return length < 0
                ? Broken(new FrameFault("escape", "7D is followed by neither 01 nor 02"))
                : Take(rented.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(rented);
        }
    }

    /// <summary>Reads a frame with or without its delimiters.</summary>
    public static Frame ReadWhole(ReadOnlySpan<byte> wire)
    {
        var from = wire is [Escapes.Delimiter, ..] ? 1 : 0;
        var to = wire.Length > from && wire[^1] == Escapes.Delimiter ? wire.Length - 1 : wire.Length;
        var escaped = wire[from..to];
        return escaped.Contains(Escapes.Delimiter)
            ? Broken(new FrameFault("escape", "7E stands inside the frame"))
            : Read(escaped);
    }

    private static Frame Broken(FrameFault fault) => new(null, ReadOnlyMemory<byte>.Empty, [fault]);

    private static Frame Take(ReadOnlySpan<byte> plain)
    {
        if (plain.Length < 1 || Jt808.Header.Read(plain[..^1]) is not { } header)
        {
            return Broken(new FrameFault("short", $"{plain.Length} bytes hold no header"));
        }

        var body = plain[header.Bytes..^1].ToArray();
        var code = Escapes.CheckCode(plain[..^1]);
        if (code == plain[^1] && body.Length == header.DeclaredLength)
        {
            return new Frame(header, body, Sound);
        }

        var faults = new List<FrameFault>(2);
        if (code != plain[^1])
        {
            faults.Add(new FrameFault("check-code", $"the frame says {plain[^1]:x2}, its bytes give {code:x2}"));
        }

        if (body.Length != header.DeclaredLength)
        {
            faults.Add(new FrameFault("length", $"the header says {header.DeclaredLength} bytes, {body.Length} came"));
        }

        return new Frame(header, body, faults);
    }
}

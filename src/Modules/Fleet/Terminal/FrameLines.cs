using System.Globalization;
using Guiju.Jt808;

namespace Guiju.Fleet.Terminal;

/// <summary>Reads lines that hold a hex frame each and tells what the frames say.</summary>
internal sealed class FrameLines
{
    private const string HexColumn = "frame_hex";

    private int number;
    private int? column;

    /// <summary>What the next line's frame says; null for a head line and for an empty one.</summary>
    public FrameTold? Next(string line)
    {
        number++;
        var cells = line.Split('\t');
        if (number == 1 && Array.FindIndex(cells, c => c.Trim() == HexColumn) is >= 0 and var head)
        {
            column = head;
            return null;
        }

        if (string.IsNullOrWhiteSpace(line))
        {
            return null;
        }

        var hex = (column is { } at && at < cells.Length ? cells[at] : Array.Find(cells, IsHex) ?? "").Trim().Replace(" ", "", StringComparison.Ordinal);
        return IsHex(hex) ? FrameTold.Of(number, Frame.ReadWhole(Convert.FromHexString(hex))) : FrameTold.Unreadable(number, "hex: the line holds no frame in hexadecimal digits");
    }

    private static bool IsHex(string text) =>
        text.Trim() is { Length: >= 2 } trimmed && trimmed.Length % 2 == 0 && trimmed.All(char.IsAsciiHexDigit);
}

/// <summary>One frame as the command line tells it.</summary>
internal sealed record FrameTold(int Line, string? MessageId, string? Message, string? Terminal, IReadOnlyList<Dictionary<string, object?>> Positions, Dictionary<string, object?> Attributes)
{
    /// <summary>Escapes, length and check code agree.</summary>
    public bool Intact { get; init; }

    /// <summary>What is wrong but did not keep the frame from being read.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Why the frame could not be read.</summary>
    public string? Error { get; init; }

    public static FrameTold Unreadable(int line, string error) => new(line, null, null, null, [], []) { Error = error };

    public static FrameTold Of(int line, Frame frame)
    {
        if (frame.Header is not { } header)
        {
            return Unreadable(line, string.Join("; ", frame.Faults));
        }

        var part = header.IsPart && header.Parts > 1;
        var (message, fault) = part ? (new OtherMessage(header.MessageId, frame.Body), null) : MessageReader.Read(header, frame.Body);

        // A damaged frame is believed only where a whole position came out of it; then the damage is a warning.
        var believed = frame.IsIntact || message is { Positions.Count: > 0 };
        var attributes = FrameAttributes.Of(header, believed ? message : null);
        if (fault is not null || message is null)
        {
            attributes["body"] = Convert.ToHexStringLower(frame.Body.Span);
        }

        return new FrameTold(line, header.MessageId.ToString("x4", CultureInfo.InvariantCulture), part ? "packet of a message" : message?.Name, header.Terminal,
            believed && message is not null ? [.. message.Positions.Select(FrameAttributes.Of)] : [], attributes)
        {
            Intact = frame.IsIntact,
            Warnings = believed && fault is null ? [.. frame.Faults.Select(f => f.ToString())] : [],
            Error = fault is not null ? string.Join("; ", frame.Faults.Append(fault)) : believed ? null : string.Join("; ", frame.Faults),
        };
    }
}

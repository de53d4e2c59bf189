using System.Globalization;
using Guiju.Jt808;

namespace Guiju.Fleet.Terminal;

/// <summary>The members under which messages and positions are told.</summary>
internal static class FrameAttributes
{
    public static Dictionary<string, object?> Of(Header header, Message? message)
    {
        var told = new Dictionary<string, object?> { ["serial"] = header.Serial, ["edition"] = header.Edition == Edition.Of2019 ? "2019" : "2013" };
        if (header.IsPart)
        {
            (told["part"], told["parts"]) = (header.Part, header.Parts);
        }

        foreach (var (name, value) in Of(message))
        {
            told[name] = value;
        }

        // The alarm of a message is what anybody looks for first, so it stands beside the positions too.
        if (message?.Positions.SelectMany(p => p.Alarms).Distinct().ToList() is { Count: > 0 } alarms)
        {
            told["alarm"] = string.Join(", ", alarms);
        }

        return told;
    }

    public static Dictionary<string, object?> Of(Position position)
    {
        var told = new Dictionary<string, object?>
        {
            ["time"] = position.Time?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture),
            ["lat"] = position.Latitude,
            ["lon"] = position.Longitude,
            ["altitudeM"] = position.AltitudeM,
            ["speedKmh"] = position.SpeedKmh,
            ["direction"] = position.Direction,
            ["alarms"] = position.Alarms,
            ["fix"] = position.HasFix,
            ["ignition"] = position.Ignition,
            ["status"] = position.StatusBits.ToString("x8", CultureInfo.InvariantCulture),
        };
        foreach (var (name, value) in position.Readings)
        {
            told[name] = value;
        }

        told["items"] = position.Items.Select(i => new { id = i.Id.ToString("x2", CultureInfo.InvariantCulture), hex = Hex(i.Bytes) }).ToList();
        if (position.Tail.Length > 0)
        {
            told["tail"] = Hex(position.Tail);
        }

        return told;
    }

    private static IEnumerable<(string Name, object? Value)> Of(Message? message) => message switch
    {
        Registration r => [("province", r.At.Province), ("city", r.At.City), ("maker", r.Maker), ("model", r.Model), ("terminalId", r.TerminalId), ("plateColour", r.Car.Colour), ("plate", r.Car.Number)],
        Authentication a => [("code", a.Code), ("imei", a.Imei), ("software", a.Software)],
        GeneralAnswer g => [("toSerial", g.ToSerial), ("toMessage", g.ToMessage.ToString("x4", CultureInfo.InvariantCulture)), ("result", g.Result)],
        RegistrationAnswer r => [("toSerial", r.ToSerial), ("result", r.Result), ("code", r.Code)],
        LocationAnswer l => [("toSerial", l.ToSerial)],
        LocationBatch b => [("backlog", b.IsBacklog), ("count", b.Reports.Count), ("unreadable", b.Unreadable.Select(Hex).ToList())],
        Parameters p => [("toSerial", p.ToSerial), ("parameters", p.Values.ToDictionary(v => v.Key.ToString("x8", CultureInfo.InvariantCulture), v => Hex(v.Value)))],
        PassThrough p => [("kind", p.Kind.ToString("x2", CultureInfo.InvariantCulture)), ("content", Hex(p.Content))],
        OtherMessage o => [("body", Hex(o.Content))],
        _ => [],
    };

    private static string Hex(ReadOnlyMemory<byte> bytes) => Convert.ToHexStringLower(bytes.Span);
}

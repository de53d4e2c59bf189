namespace Guiju.Jt808;

/// <summary>Reads the body of a message by its number.</summary>
public static class MessageReader
{
    private const int Of2013 = 37;

    /// <summary>
    /// The message, or the reason why its body cannot be read. A number that is not known gives <see cref="OtherMessage"/>: it is no fault.
    /// </summary>
    public static (Message? Message, FrameFault? Fault) Read(Header header, ReadOnlyMemory<byte> body)
    {
        if (header.Encryption != 0)
        {
            return (null, new FrameFault("encrypted", $"the body is encrypted (way {header.Encryption})"));
        }

        var message = Take(header, body.Span, out var reason) ?? (reason is null ? new OtherMessage(header.MessageId, body) : null);
        return message is null ? (null, new FrameFault("body", $"{header.MessageId:x4}: {reason}")) : (message, null);
    }

    private static Message? Take(Header header, ReadOnlySpan<byte> body, out string? reason)
    {
        var reader = new BodyReader(body);
        Message? message = header.MessageId switch
        {
            MessageIds.TerminalAnswer => new GeneralAnswer(false, reader.Word(), reader.Word(), reader.Byte()),
            MessageIds.PlatformAnswer => new GeneralAnswer(true, reader.Word(), reader.Word(), reader.Byte()),
            MessageIds.Heartbeat => new Heartbeat(),
            MessageIds.Logout => new Logout(),
            MessageIds.Registration => ReadRegistration(ref reader, header.Edition),
            MessageIds.RegistrationAnswer => ReadRegistrationAnswer(ref reader),
            MessageIds.Authentication => ReadAuthentication(ref reader, header.Edition),
            MessageIds.Location => PositionReader.Read(reader.Rest(), header.Edition) is { } position ? new LocationReport(position) : null,
            MessageIds.LocationAnswer => ReadLocationAnswer(ref reader, header.Edition),
            MessageIds.LocationBatch => ReadBatch(ref reader, header.Edition),
            MessageIds.Parameters or MessageIds.SetParameters => ReadParameters(ref reader, header.MessageId == MessageIds.Parameters),
            MessageIds.PassThrough => PassThroughReader.Read(body),
            _ => null,
        };
        var known = Known.Contains(header.MessageId);
        reason = reader.RanOut ? $"the body of {body.Length} bytes ends too early"
            : known && message is null ? $"the body of {body.Length} bytes holds no whole position on the earth"
            : null;
        return reader.RanOut ? null : message;
    }

    private static readonly HashSet<ushort> Known = [MessageIds.Location, MessageIds.LocationAnswer];

    private static Registration ReadRegistration(ref BodyReader reader, Edition edition)
    {
        // Three layouts are about: maker, model, id of 5/8/7 bytes (2011), 5/20/7 (2013), 11/30/30 (2019).
        var (maker, model, id) = edition == Edition.Of2019 ? (11, 30, 30) : reader.Left >= Of2013 ? (5, 20, 7) : (5, 8, 7);
        var at = new Registration.Region(reader.Word(), reader.Word());
        var names = (reader.Text(maker), reader.Text(model), reader.Text(id));
        return new Registration(at, names.Item1, names.Item2, names.Item3, new Registration.Plate(reader.Byte(), reader.TextToEnd()));
    }

    private static RegistrationAnswer ReadRegistrationAnswer(ref BodyReader reader)
    {
        var (serial, result) = (reader.Word(), reader.Byte());
        return new RegistrationAnswer(serial, result, result == 0 ? reader.TextToEnd() : null);
    }

    private static Authentication ReadAuthentication(ref BodyReader reader, Edition edition)
    {
        if (edition == Edition.Of2013)
        {
            return new Authentication(reader.TextToEnd(), null, null);
        }

        var code = reader.Text(reader.Byte());
        return reader.Left >= 35
            ? new Authentication(code, reader.Text(15), reader.Text(20))
            : new Authentication(code, null, null);
    }

    private static LocationAnswer? ReadLocationAnswer(ref BodyReader reader, Edition edition)
    {
        var serial = reader.Word();
        return PositionReader.Read(reader.Rest(), edition) is { } position ? new LocationAnswer(serial, position) : null;
    }

    private static LocationBatch ReadBatch(ref BodyReader reader, Edition edition)
    {
        var (count, kind) = (reader.Word(), reader.Byte());
        var reports = new List<Position>(Math.Min((int)count, 64));
        var unreadable = new List<ReadOnlyMemory<byte>>();
        for (var i = 0; i < count && !reader.RanOut; i++)
        {
            var one = reader.Bytes(reader.Word());
            if (PositionReader.Read(one, edition) is { } position)
            {
                reports.Add(position);
            }
            else if (!reader.RanOut)
            {
                unreadable.Add(one.ToArray());
            }
        }

        return new LocationBatch(kind == 1, reports, unreadable);
    }

    private static Parameters ReadParameters(ref BodyReader reader, bool told)
    {
        var serial = told ? reader.Word() : (ushort)0;
        var count = reader.Byte();
        var values = new Dictionary<uint, ReadOnlyMemory<byte>>();
        for (var i = 0; i < count && !reader.RanOut; i++)
        {
            values[reader.DoubleWord()] = reader.Bytes(reader.Byte()).ToArray();
        }

        return new Parameters(told, serial, values);
    }
}

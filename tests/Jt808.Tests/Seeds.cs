using System.Text;

namespace Guiju.Jt808.Tests;

/// <summary>Frames of every kind that our own encoder makes, in both editions: what mutations begin with.</summary>
internal static class Seeds
{
    private static readonly DateTimeOffset Noon = new(2023, 5, 8, 12, 0, 0, BcdTime.Zone);

    public static IEnumerable<byte[]> All() => Of(Edition.Of2013).Concat(Of(Edition.Of2019));

    /// <summary>A location report.</summary>
    public static byte[] Report(string number, ushort serial, DateTimeOffset at) =>
        Answers.Frame(Head(Edition.Of2019, number), MessageIds.Location, serial, Location(at));

    private static IEnumerable<byte[]> Of(Edition edition)
    {
        var head = Head(edition, "13800138000");
        var (maker, model, id) = edition == Edition.Of2019 ? (11, 30, 30) : (5, 20, 7);
        var code = "0123456789abcdef0123"u8.ToArray();
        var place = Location(Noon);
        yield return Answers.Frame(head, MessageIds.Heartbeat, 1, []);
        yield return Answers.Frame(head, MessageIds.Logout, 2, []);
        yield return Answers.Frame(head, MessageIds.TerminalAnswer, 3, [0, 1, 0x81, 3, 0]);
        yield return Answers.Frame(head, MessageIds.Registration, 4, [0, 11, 0, 101, .. Filled(maker), .. Filled(model), .. Filled(id), 2, .. Encoding.UTF8.GetBytes("A12345")]);
        yield return Answers.Frame(head, MessageIds.Authentication, 5, edition == Edition.Of2019 ? [20, .. code, .. Filled(15), .. Filled(20)] : code);
        yield return Answers.Frame(head, MessageIds.Parameters, 6, [0, 6, 2, 0, 0, 0, 1, 4, 0, 0, 0, 60, 0, 0, 0, 0x55, 4, 0, 0, 0, 120]);
        yield return Answers.Frame(head, MessageIds.Location, 7, place);
        yield return Answers.Frame(head, MessageIds.LocationAnswer, 8, [0, 8, .. place]);
        yield return Answers.Frame(head, MessageIds.LocationBatch, 9, [0, 3, 1, .. Sized(place), .. Sized(place), .. Sized(place)]);
        yield return Answers.Frame(head, MessageIds.PassThrough, 10, [0xF0, .. BcdTime.Write(Noon), 1, 0, 1, 1, 0x01, 0x02, 4, 0, 0, 0x27, 0x10, 0, 0, 0, 3, 2, 0x46, 0xE4, 0x80, 6, 0x65, 0x48, 0xA0]);
        yield return Answers.Frame(head, 0x0F0F, 11, [1, 2, 0x7E, 0x7D, 5]);
        for (var part = 1; part <= 2; part++)
        {
            var body = place[(part == 1 ? 0 : 20)..(part == 1 ? 20 : place.Length)];
            yield return Escapes.Wrap([.. (head with { IsPart = true, Parts = 2, Part = part, Serial = (ushort)(20 + part) }).Write(body.Length), .. body]);
        }
    }

    private static Header Head(Edition edition, string number) =>
        new(MessageIds.Location, edition, number.PadLeft(edition == Edition.Of2019 ? 20 : 12, '0'), 0, 0) { ProtocolVersion = edition == Edition.Of2019 ? (byte)1 : (byte)0 };

    private static byte[] Location(DateTimeOffset at) =>
    [
        0, 0, 0, 2, 0, 0, 0, 3, 2, 0x46, 0xE4, 0x80, 6, 0x65, 0x48, 0xA0, 0, 50, 1, 0x2C, 0, 90, .. BcdTime.Write(at),
        0x01, 4, 0, 0, 0x27, 0x10, 0x02, 2, 1, 0x90, 0x30, 1, 20, 0x31, 1, 9, 0xEB, 5, 0x7E, 0x7D, 1, 2, 3,
    ];

    private static byte[] Sized(byte[] one) => [(byte)(one.Length >> 8), (byte)one.Length, .. one];

    private static byte[] Filled(int length) => [.. Enumerable.Range(0, length).Select(i => (byte)('A' + i % 26))];
}

using System.Buffers;
using CsCheck;

namespace Guiju.Jt808.Tests;

public sealed class FrameTests
{
    private static readonly Header Of2013 = new(MessageIds.Location, Edition.Of2013, "013800138000", 7, 0);
    private static readonly Header Of2019 = new(MessageIds.Location, Edition.Of2019, "00000000013800138000", 7, 0) { ProtocolVersion = 1 };

    [Fact]
    public void Any_body_survives_the_wire_in_both_editions() =>
        Gen.Select(Gen.Byte.Array[0, 1023], Gen.Bool).Sample((body, newer) =>
        {
            var wire = Escapes.Wrap([.. (newer ? Of2019 : Of2013).Write(body.Length), .. body]);
            var frame = Frame.ReadWhole(wire);

            Assert.True(frame.IsIntact);
            Assert.Equal(body, frame.Body.ToArray());
            Assert.Equal(newer ? Of2019.Terminal : Of2013.Terminal, frame.Header!.Value.Terminal);
            Assert.Equal(-1, wire.AsSpan(1, wire.Length - 2).IndexOf((byte)0x7E));
        }, iter: 300);

    [Fact]
    public void A_stream_of_frames_and_garbage_in_any_pieces_gives_every_frame() =>
        Gen.Select(Gen.Byte.Array[0, 60].Array[1, 8], Gen.Int[1, 40], Gen.Bool).Sample((bodies, piece, shared) =>
        {
            var stream = new List<byte> { 1, 2, 3 };
            foreach (var body in bodies)
            {
                var wire = Escapes.Wrap([.. Of2013.Write(body.Length), .. body]);
                stream.AddRange(shared && stream.Count > 3 ? wire[1..] : wire);
            }

            Assert.Equal(bodies, Cut([.. stream], piece));
        }, iter: 300);

    [Fact]
    public void A_half_frame_costs_itself_alone()
    {
        var whole = Escapes.Wrap([.. Of2013.Write(2), 1, 2]);

        Assert.Equal([[1, 2]], Cut([.. whole[..9], .. whole], 5));
        Assert.Equal([[1, 2]], Cut([.. Enumerable.Repeat((byte)0x55, 9000), .. whole], 100));
        Assert.Equal([[1, 2]], Cut([0x7E, .. Enumerable.Repeat((byte)0x55, 9000), .. whole], 100));
    }

    [Theory]
    [InlineData("7e7d037e", "escape")]
    [InlineData("7e0002000001387e", "short")]
    [InlineData("7e00020000013800138000000700007e", "length")]
    [InlineData("7e000200000138001380000007ff7e", "check-code")]
    public void Damage_has_a_name(string hex, string name) =>
        Assert.Contains(Frame.ReadWhole(Convert.FromHexString(hex)).Faults, f => f.Name == name);

    [Fact]
    public void Packets_are_put_together_in_any_order()
    {
        var parts = Enumerable.Range(1, 4).Select(i => (Header: Of2013 with { IsPart = true, Parts = 4, Part = i, Serial = (ushort)(65534 + i) }, Body: new byte[] { (byte)i, (byte)i })).ToArray();
        var collector = new PartCollector();

        Assert.Null(collector.Add(parts[2].Header, parts[2].Body));
        Assert.Null(collector.Add(parts[0].Header, parts[0].Body));
        Assert.Null(collector.Add(parts[0].Header, parts[0].Body));
        Assert.Null(collector.Add(parts[3].Header, parts[3].Body));
        var whole = collector.Add(parts[1].Header, parts[1].Body);

        Assert.Equal([1, 1, 2, 2, 3, 3, 4, 4], whole!.Value.Body.ToArray());
        Assert.Equal(0, collector.Open);
    }

    [Fact]
    public void Answers_name_what_they_answer()
    {
        var general = Frame.ReadWhole(Answers.General(Of2019, 9, Answers.Done));
        var registration = Frame.ReadWhole(Answers.Registration(Of2013, 9, Answers.Done, "abc"));

        Assert.Equal(new GeneralAnswer(true, 7, MessageIds.Location, 0), MessageReader.Read(general.Header!.Value, general.Body).Message);
        Assert.Equal(new RegistrationAnswer(7, 0, "abc"), MessageReader.Read(registration.Header!.Value, registration.Body).Message);
    }

    [Fact]
    public void An_unknown_message_is_kept_whole()
    {
        var (message, fault) = MessageReader.Read(Of2013 with { MessageId = 0x0F0F }, new byte[] { 1, 2, 3 });

        Assert.Null(fault);
        Assert.Equal([1, 2, 3], Assert.IsType<OtherMessage>(message).Content.ToArray());
    }

    private static List<byte[]> Cut(byte[] stream, int piece)
    {
        var found = new List<byte[]>();
        var rest = Array.Empty<byte>();
        foreach (var chunk in stream.Chunk(piece))
        {
            var buffer = new ReadOnlySequence<byte>([.. rest, .. chunk]);
            while (FrameCutter.TryCut(ref buffer, out var escaped, out _))
            {
                var frame = Frame.Read(escaped.ToArray());
                if (frame.IsIntact)
                {
                    found.Add(frame.Body.ToArray());
                }
            }

            rest = buffer.ToArray();
        }

        return found;
    }
}

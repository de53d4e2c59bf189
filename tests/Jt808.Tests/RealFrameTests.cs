namespace Guiju.Jt808.Tests;

public sealed class RealFrameTests
{
    [Fact]
    public void Every_frame_of_real_terminals_says_what_its_line_says()
    {
        var wrong = new List<string>();
        foreach (var (expectation, wire, expected) in Yardstick.Frames())
        {
            var frame = Frame.ReadWhole(wire);
            var (message, fault) = MessageReader.Read(frame.Header!.Value, frame.Body);
            var positions = message?.Positions ?? [];
            var agrees = fault is null && expectation switch
            {
                "position" => positions is [{ Time: not null }],
                "positions (batch)" => positions.Count > 1 && positions.All(p => p.Time is not null),
                "no position (registration)" => positions.Count == 0 && message is Registration { Car.Number.Length: > 5 },
                "no position (authentication)" => positions.Count == 0 && message is Authentication { Code: "authentication" },
                "attribute" => expected == $"alarm = {Assert.Single(Assert.Single(positions).Alarms)}",
                _ => false,
            };
            if (!agrees)
            {
                wrong.Add($"{expectation} {expected}: {Convert.ToHexStringLower(wire)}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void South_and_west_are_negative_and_vendors_items_are_kept()
    {
        var places = Yardstick.Frames().SelectMany(f => Messages(f.Frame)).SelectMany(m => m.Positions).ToList();

        Assert.Contains(places, p => p is { Latitude: < -27 and > -28, Longitude: > 153 });
        Assert.Contains(places, p => p is { Latitude: > 33, Longitude: < -7 and > -8 });
        Assert.Contains(places, p => p.Items.Any(i => i.Id == 0xEB && i.Bytes.Length == 0x24));
        Assert.Contains(places, p => p.Items.Any(i => i.Id == 0xCC));
        Assert.Contains(places, p => p.Tail.Length > 0);
    }

    [Fact]
    public void A_pass_through_of_a_known_maker_gives_place_and_mileage()
    {
        var place = Assert.Single(Yardstick.Frames().SelectMany(f => Messages(f.Frame)).OfType<PassThrough>()).Position;

        Assert.NotNull(place);
        Assert.Equal((23.111772, 114.409784), (place.Latitude, place.Longitude));
        Assert.Equal(new DateTimeOffset(2022, 4, 28, 6, 10, 9, TimeSpan.FromHours(8)), place.Time);
        Assert.Equal(1000085.7, Assert.IsType<double>(place.Readings["mileageKm"]));
    }

    [Fact]
    public void Whatever_stands_in_a_frame_survives_being_written_again()
    {
        foreach (var (_, wire, _) in Yardstick.Frames())
        {
            var frame = Frame.ReadWhole(wire);
            if (frame.IsIntact && frame.Header is { } header)
            {
                Assert.Equal(wire, Escapes.Wrap([.. header.Write(frame.Body.Length), .. frame.Body.Span]));
            }
        }
    }

    [Fact]
    public void Mutated_frames_are_read_or_refused_and_never_break_the_reader()
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("GUIJU_FUZZ"), out var asked) ? asked : 30_000;
        var frames = Yardstick.Frames().Select(f => f.Frame).ToList();
        var random = new Random(808);
        var (intact, damaged) = (0, 0);
        for (var i = 0; i < rounds; i++)
        {
            var frame = Frame.ReadWhole(Mutation.Of(frames[i % frames.Count], random));
            _ = frame.Header is { } header ? MessageReader.Read(header, frame.Body) : default;
            (intact, damaged) = frame.IsIntact ? (intact + 1, damaged) : (intact, damaged + 1);
        }

        Assert.Equal(rounds, intact + damaged);
        Assert.InRange(damaged, rounds / 2, rounds);
    }

    private static IEnumerable<Message> Messages(byte[] wire)
    {
        var frame = Frame.ReadWhole(wire);
        return frame.Header is { } header && MessageReader.Read(header, frame.Body).Message is { } message ? [message] : [];
    }
}

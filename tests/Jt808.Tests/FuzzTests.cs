using System.Buffers;

namespace Guiju.Jt808.Tests;

/// <summary>Damage of every kind against everything that reads: 30 000 mutated frames, or as many as GUIJU_FRAMES says.</summary>
public sealed class FuzzTests
{
    private const int AtOnce = 20;

    [Fact]
    public void Seeds_are_sound_and_say_something()
    {
        foreach (var seed in Seeds.All())
        {
            var frame = Frame.ReadWhole(seed);
            Assert.True(frame.IsIntact, Convert.ToHexString(seed));
            Assert.True(frame.Header!.Value.IsPart || MessageReader.Read(frame.Header.Value, frame.Body).Fault is null, Convert.ToHexString(seed));
        }
    }

    [Fact]
    public void Mutated_frames_alone_and_in_streams_never_break_the_reader()
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("GUIJU_FRAMES"), out var asked) ? asked : 30_000;
        var seeds = Seeds.All().ToList();
        var random = new Random(2019);
        var parts = new PartCollector();
        var (whole, cut, spoken) = (0, 0, 0);
        while (whole < rounds)
        {
            var stream = new List<byte>();
            for (var i = 0; i < AtOnce; i++, whole++)
            {
                var bytes = Mutation.Of(seeds[random.Next(seeds.Count)], random);
                spoken += Understand(Frame.ReadWhole(bytes), parts);
                stream.AddRange(bytes);
            }

            var rest = new ReadOnlySequence<byte>([.. stream]);
            while (FrameCutter.TryCut(ref rest, out var escaped, out _))
            {
                cut++;
                spoken += Understand(Frame.Read(escaped.ToArray()), parts);
            }

            Assert.True(rest.Length <= FrameCutter.LongestFrame + 1, "What waits for its end is never longer than a frame.");
            Assert.InRange(parts.Open, 0, 16);
        }

        Assert.True(cut > 0 && spoken > rounds / 20, "Some frames survive their mutation.");
    }

    private static int Understand(Frame frame, PartCollector parts)
    {
        if (frame.Header is not { } header)
        {
            return 0;
        }

        var body = frame.Body;
        if (header is { IsPart: true, Parts: > 1 })
        {
            if (parts.Add(header, body) is not { } whole)
            {
                return 0;
            }

            (header, body) = whole;
        }

        var (message, fault) = MessageReader.Read(header, body);
        Assert.True(message is null != fault is null, "Either a message or the reason why there is none.");
        Assert.All(message?.Positions ?? [], p => Assert.InRange(p.Latitude, -90, 90));
        Assert.NotEmpty(Answers.General(header, 1, Answers.Done));
        return message is null ? 0 : 1;
    }
}

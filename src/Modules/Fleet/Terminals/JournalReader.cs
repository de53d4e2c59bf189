using Guiju.Jt808;

namespace Guiju.Fleet.Terminals;

/// <summary>Follows the journal and stores the positions of its trusted frames. The journal is the queue: nothing waits in memory.</summary>
internal sealed class JournalReader(FrameJournal journal, PositionTables tables)
{
    private const int FramesAtOnce = 5000;

    // Many small transactions cost more than one: what comes within this time is stored together.
    private static readonly TimeSpan Gather = TimeSpan.FromMilliseconds(250);

    private readonly PartCollector parts = new(mostMessages: 1024);

    /// <summary>Positions stored since the start.</summary>
    public long Stored { get; private set; }

    /// <summary>Stores until cancelled.</summary>
    public async Task FollowAsync(CancellationToken ct)
    {
        var place = await BeginAsync(ct);
        while (!ct.IsCancellationRequested)
        {
            var grown = journal.Grown;
            if (await StepAsync(place, ct) is { } moved)
            {
                place = moved.Place;
                if (!moved.Full)
                {
                    await Task.Delay(Gather, ct);
                }

                continue;
            }

            await grown.WaitAsync(ct);
        }
    }

    /// <summary>Stores all that the journal holds, then returns.</summary>
    public async Task CatchUpAsync(CancellationToken ct)
    {
        var place = await BeginAsync(ct);
        while (await StepAsync(place, ct) is { } moved)
        {
            place = moved.Place;
        }
    }

    // A place that the journal does not reach belongs to another journal: this one is read from its beginning.
    private async Task<(string Segment, long Offset)> BeginAsync(CancellationToken ct)
    {
        var place = await tables.BeginAsync(ct);
        return journal.LengthOf(place.Segment) < place.Offset ? ("", 0) : place;
    }

    private async Task<((string Segment, long Offset) Place, bool Full)?> StepAsync((string Segment, long Offset) from, CancellationToken ct)
    {
        foreach (var day in journal.Segments().Where(s => string.CompareOrdinal(s, from.Segment) >= 0))
        {
            var positions = new List<StoredPosition>();
            var seen = new Dictionary<string, Sighting>();
            var (place, frames) = (day == from.Segment ? from.Offset : 0, 0);
            foreach (var (frame, end) in journal.Read(day, place).Take(FramesAtOnce))
            {
                Collect(frame, positions, seen);
                (place, frames) = (end, frames + 1);
            }

            if (frames > 0)
            {
                await tables.StoreAsync(positions, seen.Values, (day, place), ct);
                Stored += positions.Count;
                return ((day, place), frames == FramesAtOnce);
            }
        }

        return null;
    }

    private void Collect(KeptFrame kept, List<StoredPosition> positions, Dictionary<string, Sighting> seen)
    {
        if (!kept.Trusted || Frame.Read(kept.Escaped.Span) is not { IsIntact: true, Header: { } header } frame)
        {
            return;
        }

        var body = frame.Body;
        var terminal = TerminalNumber.Of(header.Terminal);
        var before = (seen.GetValueOrDefault(terminal) ?? new Sighting(terminal, kept.At)).With(kept.At, []);
        seen[terminal] = before;
        if (header is { IsPart: true, Parts: > 1 })
        {
            if (parts.Add(header, body) is not { } whole)
            {
                return;
            }

            (header, body) = whole;
        }

        var told = MessageReader.Read(header, body).Message?.Positions ?? [];
        seen[terminal] = before.With(kept.At, told);
        for (var part = 0; part < told.Count; part++)
        {
            positions.Add(new StoredPosition(terminal, header.Serial, part, kept.At, told[part]));
        }
    }
}

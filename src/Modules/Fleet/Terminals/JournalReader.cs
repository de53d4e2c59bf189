using Guiju.Jt808;

namespace Guiju.Fleet.Terminals;

/// <summary>Follows the journal and stores the positions of its trusted frames. The journal is the queue: nothing waits in memory.</summary>
internal sealed class JournalReader(FrameJournal journal, PositionTables tables)
{
    private const int FramesAtOnce = 5000;

    private readonly PartCollector parts = new(mostMessages: 1024);

    /// <summary>Positions stored since the start.</summary>
    public long Stored { get; private set; }

    /// <summary>Stores until cancelled.</summary>
    public async Task FollowAsync(CancellationToken ct)
    {
        var (segment, offset) = await tables.BeginAsync(ct);
        while (!ct.IsCancellationRequested)
        {
            var grown = journal.Grown;
            if (await CatchUpAsync(segment, offset, ct) is { } moved)
            {
                (segment, offset) = moved;
                continue;
            }

            await grown.WaitAsync(ct);
        }
    }

    private async Task<(string, long)?> CatchUpAsync(string segment, long offset, CancellationToken ct)
    {
        foreach (var day in journal.Segments().Where(s => string.CompareOrdinal(s, segment) >= 0))
        {
            var positions = new List<StoredPosition>();
            var place = day == segment ? offset : 0;
            var start = place;
            foreach (var (frame, end) in journal.Read(day, place).Take(FramesAtOnce))
            {
                Collect(frame, positions);
                place = end;
            }

            if (place > start)
            {
                await tables.StoreAsync(positions, day, place, ct);
                Stored += positions.Count;
                return (day, place);
            }
        }

        return null;
    }

    private void Collect(KeptFrame kept, List<StoredPosition> positions)
    {
        if (!kept.Trusted || Frame.Read(kept.Escaped.Span) is not { IsIntact: true, Header: { } header } frame)
        {
            return;
        }

        var body = frame.Body;
        if (header is { IsPart: true, Parts: > 1 })
        {
            if (parts.Add(header, body) is not { } whole)
            {
                return;
            }

            (header, body) = whole;
        }

        var part = 0;
        foreach (var position in MessageReader.Read(header, body).Message?.Positions ?? [])
        {
            positions.Add(new StoredPosition(header.Terminal, header.Serial, part++, kept.At, position));
        }
    }
}

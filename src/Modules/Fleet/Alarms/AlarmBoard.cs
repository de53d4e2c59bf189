using Guiju.Fleet.Sightings;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Alarms;

/// <summary>Alarms counted by kind over some days: how many the record explained, how many people were asked about, and how many of the decided ones were true. Devices apart.</summary>
internal sealed class AlarmBoard(GuijuDb db, ActorHolder asker, TimeProvider clock)
{
    private const int UsualDays = 365;

    /// <summary>The days usually looked at: the year that ends with the latest alarm within reach, or today.</summary>
    public async Task<(DateOnly From, DateOnly To)> UsualAsync(CancellationToken ct)
    {
        var latest = await Readable().MaxAsync(a => (DateOnly?)a.Day, ct) ?? clock.Today();
        return (latest.AddDays(1 - UsualDays), latest);
    }

    /// <summary>The counts.</summary>
    public async Task<Part> AskAsync(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var counted = await Readable().Where(a => a.Day >= from && a.Day <= to).GroupBy(a => new { a.Kind, a.State, a.Verdict }).Select(g => new { g.Key.Kind, g.Key.State, g.Key.Verdict, Count = g.Count() }).ToListAsync(ct);
        var rows = counted.GroupBy(c => c.Kind).Select(g => new Row(g.Key)
        {
            All = g.Sum(c => c.Count),
            ByRecord = g.Where(c => c.State == AlarmState.ByRecord).Sum(c => c.Count),
            Asked = g.Where(c => c.State == AlarmState.Asked).Sum(c => c.Count),
            Answered = g.Where(c => c.State == AlarmState.Answered).Sum(c => c.Count),
            Judged = g.Where(c => c.State == AlarmState.Judged).Sum(c => c.Count),
            Confirmed = g.Where(c => c.Verdict == AlarmVerdict.Confirmed).Sum(c => c.Count),
            Device = g.Where(c => c.Verdict == AlarmVerdict.Device).Sum(c => c.Count),
        }).OrderBy(r => r.Kind).ToList();
        return new Part(from, to, rows.Where(r => !r.Kind.IsDevice()).ToList(), rows.Where(r => r.Kind.IsDevice()).ToList());
    }

    /// <summary>The alarms of a day within reach.</summary>
    public Task<List<Alarm>> OnAsync(DateOnly day, CancellationToken ct) => Readable().Where(a => a.Day == day).OrderBy(a => a.Code).ToListAsync(ct);

    private IQueryable<Alarm> Readable() => AlarmFile.Readable(db.AlarmsSeen(asker.Current).AsNoTracking(), asker.Current);

    /// <summary>The answer.</summary>
    internal sealed record Part(DateOnly From, DateOnly To, IReadOnlyList<Row> Use, IReadOnlyList<Row> Devices);

    /// <summary>One kind.</summary>
    internal sealed record Row(AlarmKind Kind)
    {
        public int All { get; init; }

        public int ByRecord { get; init; }

        public int Asked { get; init; }

        public int Answered { get; init; }

        public int Judged { get; init; }

        public int Confirmed { get; init; }

        public int Device { get; init; }

        /// <summary>True ones among the decided, per cent; null while none is decided.</summary>
        public decimal? TrueShare => Judged > 0 ? Math.Round(100m * Confirmed / Judged, 1, MidpointRounding.AwayFromZero) : null;
    }
}

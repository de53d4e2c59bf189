using Guiju.Kernel.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Months;

/// <summary>Notices as their pages show them.</summary>
internal sealed class NoticeFolder(NoticeHand hand, Bodies bodies)
{
    private const int Latest = 60;

    /// <summary>The latest notices that the asker may see.</summary>
    public async Task<IReadOnlyList<Row>> ListAsync(CancellationToken ct)
    {
        var notices = await (await hand.VisibleAsync(ct)).AsNoTracking().OrderByDescending(n => n.PostedAt).Take(Latest).ToListAsync(ct);
        var tree = await bodies.TreeAsync(ct);
        return notices.ConvertAll(n => new Row(n.Id, tree.NameOf(n.UnitId), n.Month, n.From, n.To, n.Lines.Count)
        {
            Objections = n.Objections.Count,
            Unanswered = n.Objections.Count(o => o.Answer.Length == 0),
            Shown = n.To >= hand.Today,
        });
    }

    /// <summary>A notice; null where there is none that the asker may see.</summary>
    public async Task<View?> AskAsync(Guid id, CancellationToken ct) =>
        await (await hand.VisibleAsync(ct)).AsNoTracking().FirstOrDefaultAsync(n => n.Id == id, ct) is not { } notice ? null
            : new View(notice, (await bodies.TreeAsync(ct)).NameOf(notice.UnitId), notice.To >= hand.Today, hand.Keeps(notice.UnitId));

    /// <summary>A notice in the list.</summary>
    internal sealed record Row(Guid Id, string Unit, DateOnly Month, DateOnly From, DateOnly To, int Cars)
    {
        public int Objections { get; init; }

        public int Unanswered { get; init; }

        public bool Shown { get; init; }
    }

    /// <summary>A notice.</summary>
    internal sealed record View(MonthNotice Notice, string Unit, bool Shown, bool MayAnswer);
}

using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Law.Standards;

/// <summary>Reads standards: one with its chain, those whose review is due, the tree of families.</summary>
internal sealed class StandardFile(GuijuDb db, TimeProvider clock, LawFigures figures)
{
    /// <summary>One standard with what it replaced and what replaced it; null where there is none.</summary>
    public async Task<View?> AskAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Standard>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct) is not { } standard)
        {
            return null;
        }

        var chain = new List<Link>();
        var seen = new HashSet<Guid> { id };
        for (var next = standard.ReplacedBy; next is { } later && seen.Add(later);)
        {
            var found = await db.Set<Standard>().AsNoTracking().SingleAsync(s => s.Id == later, ct);
            chain.Add(LinkOf(found));
            next = found.ReplacedBy;
        }

        var before = await db.Set<Standard>().AsNoTracking().Where(s => s.ReplacedBy == id).OrderBy(s => s.Title).ToListAsync(ct);
        return new View(standard, standard.On(clock.Today()), [.. before.Select(LinkOf)], chain, DueOn(standard));
    }

    /// <summary>Standards in force whose review is due on a day.</summary>
    public async Task<IReadOnlyList<Due>> DueAsync(DateOnly day, CancellationToken ct) =>
        (await db.Set<Standard>().AsNoTracking().Where(s => s.AbolishedOn == null).ToListAsync(ct))
        .Select(s => (Standard: s, On: DueOn(s))).Where(d => d.On is { } on && on <= day).OrderBy(d => d.On)
        .Select(d => new Due(d.Standard.Id, d.Standard.Title, d.On.GetValueOrDefault())).ToList();

    /// <summary>How many standards each family has.</summary>
    public async Task<IReadOnlyDictionary<StandardFamily, int>> FamiliesAsync(CancellationToken ct)
    {
        var counts = await db.Set<Standard>().GroupBy(s => s.Family).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return Enum.GetValues<StandardFamily>().ToDictionary(f => f, f => counts.GetValueOrDefault(f));
    }

    /// <summary>Standards that may take another's place.</summary>
    public async Task<IReadOnlyList<Link>> OthersAsync(Guid id, CancellationToken ct) =>
        (await db.Set<Standard>().AsNoTracking().Where(s => s.Id != id && s.AbolishedOn == null).OrderBy(s => s.Title).ToListAsync(ct)).Select(LinkOf).ToList();

    /// <summary>The years between two reviews as the law fixes them today, with the provision; null where no figure is in force.</summary>
    public LawFigure? Rhythm => figures.On("standards.review-years", clock.Today());

    private DateOnly? DueOn(Standard standard) => standard.AbolishedOn is null && Rhythm is { } years ? standard.ReviewBase?.AddYears((int)years.Value) : null;

    private static Link LinkOf(Standard standard) => new(standard.Id, standard.Verified ? $"{standard.Number} {standard.Title}" : standard.Title);

    /// <summary>A standard in a list: its title, its number only where verified.</summary>
    internal sealed record Link(Guid Id, string Name);

    /// <summary>A standard whose review is due.</summary>
    internal sealed record Due(Guid Id, string Title, DateOnly On);

    /// <summary>A standard with its chain.</summary>
    internal sealed record View(Standard Standard, StandardStanding Standing, IReadOnlyList<Link> Before, IReadOnlyList<Link> After, DateOnly? DueOn);
}

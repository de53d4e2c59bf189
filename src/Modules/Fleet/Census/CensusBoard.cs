using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Census;

/// <summary>Rounds of the census as a reader may see them: the units within reach, summed up along the organisation tree.</summary>
internal sealed class CensusBoard(GuijuDb db, ActorHolder asker, Bodies bodies, TimeProvider clock)
{
    /// <summary>All rounds, the latest first, with how many units within reach have answered.</summary>
    public async Task<IReadOnlyList<RoundRow>> RoundsAsync(CancellationToken ct)
    {
        var rounds = await db.Set<CensusRound>().AsNoTracking().OrderByDescending(r => r.OpenedAt).ToListAsync(ct);
        var counts = (await Returns().GroupBy(r => new { r.RoundId, r.State }).Select(g => new { g.Key.RoundId, g.Key.State, Units = g.Count() }).ToListAsync(ct)).ToLookup(c => c.RoundId);
        return rounds.ConvertAll(r => new RoundRow(r.Id, r.Title, r.From, r.AsOf, r.DueOn, r.State, counts[r.Id].Sum(c => c.Units), counts[r.Id].Where(c => c.State is ReturnState.Confirmed or ReturnState.Corrected).Sum(c => c.Units), clock.Today() > r.DueOn));
    }

    /// <summary>One round; null where there is none.</summary>
    public async Task<Round?> RoundAsync(Guid id, CancellationToken ct)
    {
        if ((await RoundsAsync(ct)).FirstOrDefault(r => r.Id == id) is not { } row)
        {
            return null;
        }

        var remark = await db.Set<CensusRound>().Where(r => r.Id == id).Select(r => r.Remark).FirstAsync(ct);
        var returns = await Returns().Where(r => r.RoundId == id).ToListAsync(ct);
        var tree = await bodies.TreeAsync(ct);
        var units = returns.Where(r => tree.Find(r.UnitId) is not null).OrderBy(r => tree.Find(r.UnitId)?.Code, StringComparer.Ordinal).Select(r => Row(r, tree)).ToList();
        var own = units.ToDictionary(u => u.UnitId);
        var summed = units.ConvertAll(u => u with { Below = tree.Subtree(u.UnitId).Count(b => own.ContainsKey(b)) - 1, Whole = Sum(tree.Subtree(u.UnitId).Where(own.ContainsKey).Select(b => own[b].Own)) });
        return new Round(row, remark, Sum(units.Select(u => u.Own)), summed);
    }

    /// <summary>What one unit says in a round; null where it is not asked, or not within reach.</summary>
    public async Task<UnitRow?> UnitAsync(Guid round, Guid unit, CancellationToken ct) =>
        await Returns().FirstOrDefaultAsync(r => r.RoundId == round && r.UnitId == unit, ct) is { } found ? Row(found, await bodies.TreeAsync(ct)) : null;

    private IQueryable<CensusReturn> Returns() => db.Set<CensusReturn>().AsNoTracking().Within(asker.Current, FleetPermissions.Read, r => r.UnitId);

    private UnitRow Row(CensusReturn r, UnitTree tree)
    {
        var own = CensusFigures.Read(r.Figures);
        return new UnitRow(r.UnitId, tree.NameOf(r.UnitId), r.State, own, CensusFigures.Read(r.Prefilled))
        {
            Explanation = r.Explanation,
            AnsweredBy = r.AnsweredBy,
            AnsweredAt = r.AnsweredAt,
            Reminders = r.Reminders,
            Whole = own,
            MayAnswer = asker.Current.Can(FleetPermissions.AnswerCensus) && asker.Current.For(FleetPermissions.AnswerCensus).Covers(r.UnitId),
        };
    }

    private static CensusFigures Sum(IEnumerable<CensusFigures> figures) => figures.Aggregate(CensusFigures.None, (sum, f) => sum.Plus(f));

    /// <summary>A round in the list.</summary>
    internal sealed record RoundRow(Guid Id, string Title, DateOnly From, DateOnly AsOf, DateOnly DueOn, CensusState State, int Units, int Answered, bool Overdue);

    /// <summary>A round with its sums and its units by code.</summary>
    internal sealed record Round(RoundRow Row, string Remark, CensusFigures Sum, IReadOnlyList<UnitRow> Units)
    {
        /// <summary>Units that have not answered although the day is over, or the round ended without them.</summary>
        public IReadOnlyList<UnitRow> Late => Units.Where(u => u.State == ReturnState.Missing || (u.State == ReturnState.Awaited && Row.Overdue)).ToList();
    }

    /// <summary>One unit: its own figures, those of the record, and with the units below.</summary>
    internal sealed record UnitRow(Guid UnitId, string Name, ReturnState State, CensusFigures Own, CensusFigures Prefilled)
    {
        /// <summary>Why they differ.</summary>
        public string Explanation { get; init; } = "";

        /// <summary>Who answered.</summary>
        public string AnsweredBy { get; init; } = "";

        /// <summary>When, UTC.</summary>
        public DateTime? AnsweredAt { get; init; }

        /// <summary>How often it was reminded.</summary>
        public int Reminders { get; init; }

        /// <summary>Units below it in the round.</summary>
        public int Below { get; init; }

        /// <summary>Its own figures and those of all units below.</summary>
        public required CensusFigures Whole { get; init; }

        /// <summary>Whether the reader may answer for it.</summary>
        public bool MayAnswer { get; init; }
    }
}

using Guiju.Decisions.Contracts;
using Guiju.Kernel;

namespace Guiju.Decisions.Sandbox;

/// <summary>Adds up what a trial finds: by record for the whole, by record and group, by rule.</summary>
internal sealed class SandboxTotals(IReadOnlyDictionary<string, Bilingual> rules, int mostKept)
{
    private static readonly Bilingual None = new("（未分）", "(none)");

    private readonly List<SandboxDifference> kept = [];
    private readonly Dictionary<string, (int Newly, int NoLonger, decimal Yuan)> byUnit = [];
    private readonly Dictionary<Bilingual, (int Newly, int NoLonger, decimal Yuan)> byClass = [];
    private readonly Dictionary<Bilingual, (int Newly, int NoLonger, decimal Yuan)> byKind = [];
    private readonly Dictionary<string, (int Newly, int NoLonger, decimal Yuan)> byRule = rules.Keys.ToDictionary(r => r, _ => (0, 0, 0m));
    private readonly List<string> newly = [];
    private readonly List<string> noLonger = [];
    private Running all;
    private (bool Before, bool After, bool Undecided, bool Other) record;

    /// <summary>The differences kept.</summary>
    public IReadOnlyList<SandboxDifference> Kept => kept;

    /// <summary>Begins a record.</summary>
    public void Begin()
    {
        record = default;
        newly.Clear();
        noLonger.Clear();
    }

    /// <summary>What one rule said of the record.</summary>
    public void Count(string reference, RowWord was, RowWord now)
    {
        record.Before |= was.Breaks;
        record.After |= now.Breaks;
        if (now.Breaks && !was.Breaks)
        {
            newly.Add(reference);
        }
        else if (was.Breaks && !now.Breaks)
        {
            noLonger.Add(reference);
        }
    }

    /// <summary>A difference; <paramref name="told"/> fills it in where it is kept.</summary>
    public void Keep(PopulationRecord of, string reference, SandboxChange change, Func<SandboxDifference, SandboxDifference> told)
    {
        all.Differences++;
        record.Undecided |= change == SandboxChange.NewlyUndecided;
        record.Other |= change == SandboxChange.OtherOutcome;
        if (kept.Count < mostKept)
        {
            kept.Add(told(new SandboxDifference
            {
                RecordId = of.Id, Code = of.Code, UnitId = of.UnitId, Class = of.Class, Kind = of.Kind, Yuan = of.Yuan, Page = of.Page,
                Decision = reference, Change = change, ControlPoint = "", Rule = "", Facts = new Dictionary<string, object?>(),
            }));
        }
    }

    /// <summary>Ends the record: it counts once, however many rules it breaks.</summary>
    public void End(PopulationRecord of)
    {
        all.Records++;
        all.Before += record.Before ? 1 : 0;
        all.After += record.After ? 1 : 0;
        all.Undecided += record.Undecided ? 1 : 0;
        all.Other += record.Other ? 1 : 0;
        var yuan = of.Yuan ?? 0;
        foreach (var rule in newly)
        {
            Add(byRule, rule, (1, 0, yuan));
        }

        foreach (var rule in noLonger)
        {
            Add(byRule, rule, (0, 1, 0));
        }

        var change = (Newly: record is { Before: false, After: true } ? 1 : 0, NoLonger: record is { Before: true, After: false } ? 1 : 0, Yuan: record is { Before: false, After: true } ? yuan : 0);
        if (change is (0, 0, _))
        {
            return;
        }

        all.Newly += change.Newly;
        all.NoLonger += change.NoLonger;
        all.NewlyYuan += change.Yuan;
        all.NoLongerYuan += change.NoLonger * yuan;
        Add(byUnit, of.UnitId?.ToString() ?? "", change);
        Add(byClass, of.Class ?? None, change);
        Add(byKind, of.Kind ?? None, change);
    }

    /// <summary>The figures.</summary>
    public SandboxResult Result(IReadOnlyList<string> asked, string inForce, string draft, double seconds, Func<Guid, Bilingual?> unit) => new()
    {
        Rules = asked,
        Records = all.Records,
        BreakingBefore = all.Before,
        BreakingAfter = all.After,
        NewlyBreaking = all.Newly,
        NoLonger = all.NoLonger,
        NewlyUndecided = all.Undecided,
        OtherOutcomes = all.Other,
        NewlyYuan = all.NewlyYuan,
        NoLongerYuan = all.NoLongerYuan,
        ByUnit = Sorted(byUnit, key => key, key => Guid.TryParse(key, out var id) && unit(id) is { } name ? name : None),
        ByClass = Sorted(byClass, key => key.Zh, key => key),
        ByKind = Sorted(byKind, key => key.Zh, key => key),
        ByRule = Sorted(byRule, key => key, key => rules[key]),
        Differences = all.Differences,
        Seconds = seconds,
        InForce = inForce,
        Draft = draft,
    };

    private static void Add<TKey>(Dictionary<TKey, (int Newly, int NoLonger, decimal Yuan)> to, TKey key, (int Newly, int NoLonger, decimal Yuan) more)
        where TKey : notnull
    {
        var sum = to.GetValueOrDefault(key);
        to[key] = (sum.Newly + more.Newly, sum.NoLonger + more.NoLonger, sum.Yuan + more.Yuan);
    }

    private static List<SandboxTally> Sorted<TKey>(Dictionary<TKey, (int Newly, int NoLonger, decimal Yuan)> tallies, Func<TKey, string> code, Func<TKey, Bilingual> name)
        where TKey : notnull =>
        tallies.Select(t => new SandboxTally(code(t.Key), name(t.Key), t.Value.Newly, t.Value.NoLonger, t.Value.Yuan))
            .OrderByDescending(t => t.NewlyBreaking).ThenByDescending(t => t.NoLonger).ThenBy(t => t.Name.Zh, StringComparer.Ordinal).ThenBy(t => t.Key, StringComparer.Ordinal).ToList();

    private struct Running
    {
        public int Records;
        public int Before;
        public int After;
        public int Undecided;
        public int Other;
        public int Newly;
        public int NoLonger;
        public int Differences;
        public decimal NewlyYuan;
        public decimal NoLongerYuan;
    }
}

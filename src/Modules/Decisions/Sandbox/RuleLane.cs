using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Dmn;
using Guiju.Kernel;

namespace Guiju.Decisions.Sandbox;

/// <summary>What a rule says of a record: the row and how heavy it is.</summary>
/// <param name="Row">Row of the table; null where no row covers the case or a fact is missing.</param>
/// <param name="Stated">Outcome that the table states; null where the rule does not apply.</param>
/// <param name="Outcome">Outcome after the cap that the evidence sets.</param>
internal sealed record RowWord(string? Row, LawOutcome? Stated, LawOutcome? Outcome)
{
    /// <summary>The rule is not about this record.</summary>
    public static readonly RowWord NotApplicable = new(null, null, null);

    /// <summary>A fact is missing, or no row covers the case.</summary>
    public static readonly RowWord Undecided = new(null, LawOutcome.CannotDecide, LawOutcome.CannotDecide);

    /// <summary>Whether the record breaks the rule: it asks for a reason, an approval, or forbids.</summary>
    public bool Breaks => Stated is LawOutcome.Acknowledge or LawOutcome.Approval or LawOutcome.Forbidden;

    /// <summary>Whether nothing can be said.</summary>
    public bool IsUndecided => Stated == LawOutcome.CannotDecide;
}

/// <summary>
/// One decision of one lawbook on one day, run over many records. Tables run over columns, with what they take from other decisions worked out as a column of its own;
/// a table that does not fit is worked out once for every combination of facts that occurs.
/// </summary>
internal sealed class RuleLane
{
    private readonly BoundDecision decision;
    private readonly ControlPoint point;
    private readonly Lawbook book;
    private readonly DateOnly on;
    private readonly DecisionSettings settings;
    private readonly Dictionary<DmnRule, RowWord> words = new(ReferenceEqualityComparer.Instance);
    private readonly CombinedFacts<RowWord> asked;
    private readonly Dictionary<string, CombinedFacts<object>> behind = [];
    private readonly ColumnarTable? table;
    private readonly RowWord[] rows = [];

    public RuleLane(Lawbook book, ControlPoint point, BoundDecision decision, DateOnly on, DecisionSettings settings)
    {
        (this.book, this.point, this.decision, this.on, this.settings) = (book, point, decision, on, settings);
        asked = new CombinedFacts<RowWord>(decision, point, on, WordOf);
        table = Columnar();
        rows = table is null ? [] : [.. table.Table.Rules.Select((r, i) => WordOf(r, table.Outputs[i]))];
    }

    /// <summary>The facts it reads.</summary>
    public IReadOnlyList<FactType> Facts => asked.Facts;

    /// <summary>Whether it runs over columns.</summary>
    public bool IsColumnar => table is not null;

    /// <summary>What the rule says of each record.</summary>
    public RowWord[] Run(int count, FactColumns facts)
    {
        if (table is null)
        {
            return asked.Of(count, facts);
        }

        var (said, hits) = (new RowWord[count], new int[count]);
        table.Evaluate(table.Inputs.Distinct().ToDictionary(name => name, name => ColumnOf(name, count, facts)), hits);
        for (var i = 0; i < count; i++)
        {
            said[i] = hits[i] >= 0 ? rows[hits[i]] : RowWord.Undecided;
        }

        return said;
    }

    private FactColumn ColumnOf(string name, int count, FactColumns facts) => behind.TryGetValue(name, out var other)
        ? FactColumns.Of(other.Of(count, facts))
        : asked.Figures.TryGetValue(name, out var figure) ? FactColumns.Of([.. Enumerable.Repeat(figure, count)]) : facts.Column(name);

    private RowWord WordOf(DmnResult result) => result.Missing.Count > 0 || result.Hits.Count == 0
        ? RowWord.Undecided
        // Of several rows that hit, the heaviest stands for the rule, as in a verdict.
        : result.Hits.Select(h => WordOf(h.Rule, h.Outputs.Values)).OrderByDescending(w => w.Stated ?? LawOutcome.Allowed).ThenByDescending(w => w.Stated is not null).First();

    private RowWord WordOf(DmnRule rule, IEnumerable<object?> outputs)
    {
        if (!words.TryGetValue(rule, out var word))
        {
            word = Judge.Weigh(book, point, decision, on, settings, (rule, outputs.ToList())) is { } weighed
                ? new RowWord(rule.Id.Length > 0 ? rule.Id : $"{decision.Decision.Id}/{rule.Index + 1}", weighed.Stated, weighed.Outcome)
                : RowWord.NotApplicable with { Row = rule.Id };
            words[rule] = word;
        }

        return word;
    }

    private ColumnarTable? Columnar()
    {
        if (decision.Decision.Table is not { HitPolicy: HitPolicy.First or HitPolicy.Unique or HitPolicy.Any or HitPolicy.Priority } || asked.Figures.Values.Any(v => v is null))
        {
            return null;
        }

        ColumnarTable fits;
        try
        {
            fits = decision.Program.Columnar(decision.Decision.Id, new ParameterVector(asked.Figures));
        }
        catch (ArgumentException)
        {
            return null; // it does not fit; every combination of facts is asked instead
        }

        foreach (var name in fits.Inputs.Where(n => !asked.Figures.ContainsKey(n) && Facts.All(f => f.Name != n)).Distinct())
        {
            if (decision.Model.Decisions.FirstOrDefault(d => d.VariableName == name) is not { } required || book.At($"{decision.Path}#{required.Id}", on) is not { } bound || bound.Hash != decision.Hash)
            {
                return null;
            }

            behind[name] = new CombinedFacts<object>(bound, point, on, result => result.Missing.Count > 0 ? null! : result.Value!); // null is a missing fact, in a column as in a verdict
        }

        return fits.Inputs.All(n => Facts.FirstOrDefault(f => f.Name == n) is not { IsList: true }) ? fits : null;
    }
}

/// <summary>What a decision comes to for each record, worked out once for every combination of the facts it reads.</summary>
internal sealed class CombinedFacts<TAnswer>
{
    private const int MostKept = 200_000;

    private readonly BoundDecision decision;
    private readonly Func<DmnResult, TAnswer> told;
    private readonly Dictionary<FactKey, TAnswer> kept = [];

    public CombinedFacts(BoundDecision decision, ControlPoint point, DateOnly on, Func<DmnResult, TAnswer> told)
    {
        (this.decision, this.told) = (decision, told);
        Figures = decision.Parameters.ToDictionary(p => p.Key, p => p.Value.On(on)?.Value);
        Facts = decision.Facts.Select(f => point.Facts.FirstOrDefault(p => p.Name == f.VariableName)).OfType<FactType>().ToList();
    }

    /// <summary>The facts it reads.</summary>
    public IReadOnlyList<FactType> Facts { get; }

    /// <summary>The figures of the day, by the name used in the tables; null where none was in force.</summary>
    public IReadOnlyDictionary<string, object?> Figures { get; }

    /// <summary>The answer for each record.</summary>
    public TAnswer[] Of(int count, FactColumns facts)
    {
        var answers = new TAnswer[count];
        var columns = Facts.Select(f => facts.Values(f.Name)).ToArray();
        for (var i = 0; i < count; i++)
        {
            var key = new FactKey(columns, i);
            if (!kept.TryGetValue(key, out var answer))
            {
                answer = Ask(columns, i);
                if (kept.Count < MostKept)
                {
                    kept[key.Copy()] = answer;
                }
            }

            answers[i] = answer;
        }

        return answers;
    }

    private TAnswer Ask(object?[][] columns, int record)
    {
        var values = new Dictionary<string, object?>(Facts.Count + Figures.Count);
        for (var c = 0; c < columns.Length; c++)
        {
            if (columns[c][record] is { } value)
            {
                values[Facts[c].Name] = value;
            }
        }

        foreach (var (name, value) in Figures.Where(f => f.Value is not null))
        {
            values[name] = value;
        }

        return told(decision.Program.Evaluate(decision.Decision.Id, values));
    }
}

/// <summary>A combination of facts that occurs: looked up in place, copied only when it is kept.</summary>
internal readonly struct FactKey : IEquatable<FactKey>
{
    private readonly object?[][] columns;
    private readonly int record;
    private readonly int hash;

    public FactKey(object?[][] columns, int record)
    {
        (this.columns, this.record) = (columns, record);
        var code = default(HashCode);
        foreach (var column in columns)
        {
            code.Add(column[record] is IReadOnlyList<object?> list ? string.Join('\u0001', list) : column[record]);
        }

        hash = code.ToHashCode();
    }

    public FactKey Copy()
    {
        var (from, at) = (columns, record);
        return new FactKey([.. from.Select(c => new[] { c[at] })], 0);
    }

    public bool Equals(FactKey other)
    {
        for (var c = 0; c < columns.Length; c++)
        {
            var (mine, theirs) = (columns[c][record], other.columns[c][other.record]);
            if (mine is IReadOnlyList<object?> list ? !(theirs is IReadOnlyList<object?> second && list.SequenceEqual(second)) : !Equals(mine, theirs))
            {
                return false;
            }
        }

        return true;
    }

    public override bool Equals(object? obj) => obj is FactKey other && Equals(other);

    public override int GetHashCode() => hash;
}

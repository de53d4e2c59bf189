namespace Guiju.Kernel;

/// <summary>What the running act concerns; handlers name it, the desk writes it to the ledger.</summary>
public sealed class Journal
{
    private readonly List<(string Kind, Guid Id)> subjects = [];
    private readonly List<PartVerdict> verdicts = [];

    /// <summary>Records concerned; the first is the main one.</summary>
    public IReadOnlyList<(string Kind, Guid Id)> Subjects => subjects;

    /// <summary>Unit whose record is changed.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>Names a record that the act concerns, e.g. <c>("fleet.trip", trip.Id, trip.UnitId)</c>.</summary>
    public void Concerns(string kind, Guid id, Guid? unitId = null)
    {
        if (!subjects.Contains((kind, id)))
        {
            subjects.Add((kind, id));
        }

        UnitId ??= unitId;
    }

    /// <summary>
    /// Keeps a verdict that the handler asked for itself, on one of many parts that the act brings in (a line of a statement): it is stored with the act
    /// and found at the part. It lets nothing pass and stops nothing.
    /// </summary>
    public void Judged(string kind, Guid id, LawQuestion question, Verdict verdict) => verdicts.Add(new PartVerdict(kind, id, question, verdict));

    /// <summary>What a person had written where the act holds what it was mended to, by heading; null where nothing was mended.</summary>
    internal IReadOnlyDictionary<string, string>? Before { get; set; }

    /// <summary>Begins anew for the next of many acts in the same scope.</summary>
    internal void Clear(IReadOnlyDictionary<string, string>? before)
    {
        subjects.Clear();
        verdicts.Clear();
        UnitId = null;
        Before = before;
    }

    /// <summary>Verdicts on parts, in their order.</summary>
    internal IReadOnlyList<PartVerdict> Verdicts => verdicts;
}

/// <summary>A verdict on one part of what an act brings in.</summary>
internal sealed record PartVerdict(string Kind, Guid Id, LawQuestion Question, Verdict Verdict);

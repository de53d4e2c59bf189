namespace Guiju.Kernel.Ledger;

/// <summary>What a proof of the ledger found.</summary>
/// <param name="Ok">Whether everything agrees.</param>
/// <param name="Entries">Entries read.</param>
/// <param name="Blocks">Blocks read.</param>
/// <param name="Unsealed">Entries that no block holds yet.</param>
/// <param name="Rows">Rows of the record held against their last digest.</param>
/// <param name="Altered">How many alterations there are.</param>
/// <param name="FirstAltered">The first of them; null where everything agrees.</param>
/// <param name="Alterations">The first of them in order: history before rows, older before newer.</param>
public sealed record Proof(bool Ok, long Entries, long Blocks, long Unsealed, long Rows, long Altered, Alteration? FirstAltered, IReadOnlyList<Alteration> Alterations);

/// <summary>Something that is not as the ledger says.</summary>
/// <param name="Table">Table.</param>
/// <param name="Key">Key of the row: id of the entry, number of the block, or the row's own key.</param>
/// <param name="Seq">Position of the entry concerned: of the entry itself, or of the last one that touched the row; null where there is none.</param>
/// <param name="What">What is wrong with it.</param>
public sealed record Alteration(string Table, string Key, long? Seq, Bilingual What);

/// <summary>Collects alterations: all are counted, the first of each rank kept.</summary>
internal sealed class Alterations
{
    private const int Kept = 50;
    private readonly List<Alteration> history = [];
    private readonly List<Alteration> rows = [];

    public long Count { get; private set; }

    public void History(string table, string key, long? seq, Bilingual what) => Keep(history, new Alteration(table, key, seq, what));

    public void Row(string table, string key, long? seq, Bilingual what) => Keep(rows, new Alteration(table, key, seq, what));

    /// <summary>History before rows, older before newer; what no entry knows comes last.</summary>
    public IReadOnlyList<Alteration> InOrder() => [.. history, .. rows];

    private void Keep(List<Alteration> list, Alteration found)
    {
        Count++;
        var at = list.FindIndex(a => (a.Seq ?? long.MaxValue) > (found.Seq ?? long.MaxValue));
        list.Insert(at < 0 ? list.Count : at, found);
        if (list.Count > Kept)
        {
            list.RemoveAt(Kept);
        }
    }
}

using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Ledger;

/// <summary>
/// Writes many acts at once, as planting the demonstration bureau does: rows are added with the entry that leaves them behind,
/// and saved in large batches. Every row has its digest in the ledger, as if each act had come through the desk.
/// </summary>
public sealed class LedgerBulk(GuijuDb db) : IDisposable
{
    private const int Batch = 4000;
    private readonly BulkRows bulk = new(db);
    private readonly List<object> waiting = [];

    /// <summary>Entries written so far.</summary>
    public int Entries { get; private set; }

    /// <summary>Adds one act with the rows in their last state. A row must be given exactly once, with the last act that touched it.</summary>
    public async Task<Guid> AddAsync(BulkAct act, IReadOnlyCollection<object> rows, CancellationToken ct)
    {
        var entry = new LedgerEntry
        {
            Id = act.EntryId,
            At = act.At,
            PersonId = act.PersonId,
            PersonName = act.PersonName,
            UnitId = act.UnitId,
            Act = act.Act,
            Payload = act.Payload,
            Changes = Json.Write(rows.Select(ChangeOf).OfType<string?[]>().OrderBy(c => c[0], StringComparer.Ordinal).ThenBy(c => c[1], StringComparer.Ordinal)),
            Subjects = string.Join(' ', act.Subjects.Select(s => $"{s.Kind}:{s.Id:D}")),
        };
        entry.Hash = Sm3.Of(entry.Canonical());
        waiting.AddRange(rows);
        waiting.Add(entry);
        waiting.AddRange(act.Subjects.Distinct().Select(s => new LedgerSubject { EntryId = entry.Id, Kind = s.Kind, SubjectId = s.Id }));
        Entries++;
        if (waiting.Count >= Batch)
        {
            await FlushAsync(ct);
        }

        return entry.Id;
    }

    /// <summary>Saves what is waiting and lets go of it.</summary>
    public async Task FlushAsync(CancellationToken ct)
    {
        await db.SaveChangesAsync(ct); // whatever the caller keeps outside the ledger
        db.ChangeTracker.Clear();
        await bulk.WriteAsync(waiting, ct);
        waiting.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => bulk.Dispose();

    private string?[]? ChangeOf(object row)
    {
        var type = db.Model.FindEntityType(row.GetType()) ?? throw new InvalidOperationException($"{row.GetType().Name} is not mapped.");
        return RowDigest.Watches(type)
            ? [type.GetTableName(), RowDigest.KeyOf(type, p => p.GetGetter().GetClrValue(row)), RowDigest.Of(type, p => p.GetGetter().GetClrValue(row))]
            : null;
    }
}

/// <summary>One act to be written in bulk.</summary>
public sealed record BulkAct(DateTime At, string Act, string Payload, IReadOnlyList<(string Kind, Guid Id)> Subjects)
{
    /// <summary>Id of the ledger entry, known beforehand so that a verdict may name it.</summary>
    public Guid EntryId { get; init; } = Guid.CreateVersion7();

    /// <summary>Who; null for the system itself.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>The person's name.</summary>
    public string PersonName { get; init; } = "演示数据 demonstration";

    /// <summary>Unit whose record was changed.</summary>
    public Guid? UnitId { get; init; }
}

using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Verdicts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel.Ledger;

/// <summary>Writes an act, its verdict and the digests of the rows it leaves, into the same save.</summary>
internal static class LedgerWriter
{
    public static void Record(GuijuDb db, IServiceProvider services, ActDescription description, string payload, LawQuestion? question, Verdict? verdict)
    {
        var journal = services.GetRequiredService<Journal>();
        var actor = services.GetRequiredService<ActorHolder>().Current;
        var at = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var entryId = Guid.CreateVersion7();
        if (question is not null && verdict is not null)
        {
            db.Add(Store(entryId, at, journal.Subjects.Count > 0 ? journal.Subjects[0] : ("", Guid.Empty), question, verdict));
        }

        db.AddRange(journal.Verdicts.Select(v => Store(entryId, at, (v.Kind, v.Id), v.Question, v.Verdict)));

        Revise(db);
        var entry = new LedgerEntry
        {
            Id = entryId,
            At = at,
            PersonId = actor.PersonId,
            PersonName = actor.Name,
            UnitId = journal.UnitId,
            Act = description.Name,
            Payload = journal.Before is { } before ? WithBefore(payload, before) : payload,
            Changes = Json.Write(ChangesOf(db)),
            Subjects = string.Join(' ', journal.Subjects.Select(s => $"{s.Kind}:{s.Id:D}")),
        };
        entry.Hash = Sm3.Of(entry.Canonical());
        db.Add(entry);
        db.AddRange(journal.Subjects.Select(s => new LedgerSubject { EntryId = entryId, Kind = s.Kind, SubjectId = s.Id }));
    }

    /// <summary>The same for one of many acts whose rows are written in bulk.</summary>
    public static async Task RecordAsync(LedgerBulk bulk, IServiceProvider services, ActDescription description, object act, IReadOnlyList<object> rows, AskedLaw? asked, CancellationToken ct)
    {
        var journal = services.GetRequiredService<Journal>();
        var actor = services.GetRequiredService<ActorHolder>().Current;
        var at = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var payload = Json.Write(act, description.Act);
        var entry = new BulkAct(at, description.Name, journal.Before is { } before ? WithBefore(payload, before) : payload, [.. journal.Subjects]) { PersonId = actor.PersonId, PersonName = actor.Name, UnitId = journal.UnitId };
        var verdicts = journal.Verdicts.Select(v => Store(entry.EntryId, at, (v.Kind, v.Id), v.Question, v.Verdict));
        if (asked is not null)
        {
            verdicts = verdicts.Prepend(Store(entry.EntryId, at, journal.Subjects.Count > 0 ? journal.Subjects[0] : ("", Guid.Empty), asked.Question, asked.Verdict, asked.Packed));
        }

        await bulk.AddAsync(entry, [.. rows, .. verdicts], ct);
    }

    // The act as it was done, and beside it the cells of the file before they were mended.
    private static string WithBefore(string payload, IReadOnlyDictionary<string, string> before)
    {
        var act = System.Text.Json.Nodes.JsonNode.Parse(payload)!.AsObject(); // an act is an object
        act["before"] = System.Text.Json.Nodes.JsonNode.Parse(Json.Write(before));
        return act.ToJsonString(Json.Options);
    }

    private static StoredVerdict Store(Guid entryId, DateTime at, (string Kind, Guid Id) subject, LawQuestion question, Verdict verdict, byte[]? packed = null) => new()
    {
        Id = Guid.CreateVersion7(),
        EntryId = entryId,
        ControlPoint = verdict.ControlPoint,
        On = verdict.On,
        Outcome = verdict.Outcome,
        Lawbook = verdict.Versions.GetValueOrDefault("lawbook", ""),
        Facts = Json.Write(question.Facts),
        Packed = packed ?? Json.Pack(verdict),
        SubjectKind = subject.Kind,
        SubjectId = subject.Id,
        At = at,
    };

    // The revision is part of the row, so it must have its final value before the digest is taken.
    private static void Revise(GuijuDb db)
    {
        db.ChangeTracker.DetectChanges();
        foreach (var entry in db.ChangeTracker.Entries<IRevised>().Where(e => e.State == EntityState.Modified))
        {
            entry.Entity.Revision++;
        }

        db.ChangeTracker.DetectChanges();
    }

    private static List<string?[]> ChangesOf(GuijuDb db) => db.ChangeTracker.Entries()
        .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && RowDigest.Watches(e.Metadata))
        .Select(RowDigest.Of)
        .OrderBy(c => c[0], StringComparer.Ordinal).ThenBy(c => c[1], StringComparer.Ordinal)
        .ToList();
}

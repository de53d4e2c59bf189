using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Verdicts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Ledger;

/// <summary>Reads the ledger for those who may: the register of entries, and one entry with everything it proves.</summary>
public sealed class LedgerBook(GuijuDb db, ActorHolder holder, TimeProvider clock)
{
    /// <summary>Entries of a page.</summary>
    public const int Size = 50;

    private const int LastPage = 100_000;

    private IQueryable<LedgerEntry> Reached => db.Set<LedgerEntry>().AsNoTracking().Within(holder.Current, KernelPermissions.ReadLedger, e => e.UnitId ?? Guid.Empty, e => e.PersonId);

    /// <summary>A page of the register, latest first.</summary>
    public async Task<LedgerPart> ListAsync(LedgerFilter filter, CancellationToken ct)
    {
        var entries = Filtered(filter);
        var page = Math.Clamp(filter.Page, 1, LastPage);

        // Positions first from the index, rows after: an entry's payload is long.
        var seqs = await entries.OrderByDescending(e => e.Seq).Select(e => e.Seq).Skip((page - 1) * Size).Take(Size).ToListAsync(ct);
        var rows = await db.Set<LedgerEntry>().AsNoTracking().Where(e => seqs.Contains(e.Seq)).OrderByDescending(e => e.Seq)
            .Select(e => new LedgerRow(e.Seq, e.Id, e.At, e.PersonName, e.Act, e.Subjects, e.Block)).ToListAsync(ct);
        return new LedgerPart(await entries.LongCountAsync(ct), page, rows);
    }

    /// <summary>One entry with its block, verdicts, changed rows and the check of its hash; null where it is not within reach.</summary>
    public async Task<LedgerSheet?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await Reached.FirstOrDefaultAsync(e => e.Id == id, ct) is not { } entry)
        {
            return null;
        }

        var block = entry.Block is { } number ? await db.Set<LedgerBlock>().AsNoTracking().FirstOrDefaultAsync(b => b.Number == number, ct) : null;
        var verdicts = await db.Set<StoredVerdict>().AsNoTracking().Where(v => v.EntryId == id)
            .Select(v => new VerdictMark(v.Id, v.ControlPoint, v.Outcome, v.On)).ToListAsync(ct);
        var changes = Json.Read<List<string?[]>>(entry.Changes).Select(c => new RowChange(c[0] ?? "", c[1] ?? "", c[2])).ToList();
        return new LedgerSheet(entry, Sm3.Of(entry.Canonical()) == entry.Hash, block, verdicts, changes);
    }

    private IQueryable<LedgerEntry> Filtered(LedgerFilter filter)
    {
        var entries = Reached;
        if (filter.Who?.Trim() is { Length: > 0 } who)
        {
            entries = entries.Where(e => e.PersonName.Contains(who));
        }

        if (!string.IsNullOrWhiteSpace(filter.Act))
        {
            entries = entries.Where(e => e.Act == filter.Act);
        }

        if (filter.Record is { } record)
        {
            entries = entries.Where(e => db.Set<LedgerSubject>().Any(s => s.EntryId == e.Id && s.SubjectId == record));
        }

        if (filter.From is { } from)
        {
            var begin = Start(from);
            entries = entries.Where(e => e.At >= begin);
        }

        if (filter.To is { } to)
        {
            var end = Start(to.AddDays(1));
            entries = entries.Where(e => e.At < end);
        }

        return entries;
    }

    // Days are those of the bureau; instants are stored in UTC.
    private DateTime Start(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), clock.LocalTimeZone);
}

/// <summary>What is looked for in the register of entries.</summary>
public sealed record LedgerFilter
{
    /// <summary>Part of a person's name.</summary>
    public string? Who { get; init; }

    /// <summary>Name of an act.</summary>
    public string? Act { get; init; }

    /// <summary>A record concerned.</summary>
    public Guid? Record { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Page, from 1.</summary>
    public int Page { get; init; } = 1;
}

/// <summary>A line of the register of entries.</summary>
public sealed record LedgerRow(long Seq, Guid Id, DateTime At, string Person, string Act, string Subjects, long? Block);

/// <summary>A page of the register, with the number of all entries found.</summary>
public sealed record LedgerPart(long Total, int Page, IReadOnlyList<LedgerRow> Rows);

/// <summary>A verdict that was given with an act.</summary>
public sealed record VerdictMark(Guid Id, string ControlPoint, LawOutcome Outcome, DateOnly On);

/// <summary>A row that an act left; digest null where it was deleted.</summary>
public sealed record RowChange(string Table, string Key, string? Digest);

/// <summary>One entry with what it proves.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="HashHolds">Whether its content matches its hash.</param>
/// <param name="Block">The block that sealed it; null until sealed.</param>
/// <param name="Verdicts">Verdicts given with it.</param>
/// <param name="Changes">Rows it left.</param>
public sealed record LedgerSheet(LedgerEntry Entry, bool HashHolds, LedgerBlock? Block, IReadOnlyList<VerdictMark> Verdicts, IReadOnlyList<RowChange> Changes);

using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Ledger;

/// <summary>Proves the history itself: each entry's hash, its subjects, the blocks' roots, their chain and signatures; and learns the last digest of every row.</summary>
internal sealed class ChainProof(GuijuDb db, IReadOnlyDictionary<string, string> trusted, Alterations found, RowMarks marks)
{
    private const int Window = 4096;
    private const string Entry = "kernel_ledger_entry";
    private const string Subject = "kernel_ledger_subject";
    private const string Block = "kernel_ledger_block";
    private long subjects;

    public long Entries { get; private set; }

    public long Blocks { get; private set; }

    public long Unsealed { get; private set; }

    public async Task RunAsync(CancellationToken ct)
    {
        await SealedAsync(ct);
        await UnsealedAsync(ct);
        await StraySubjectsAsync(ct);
    }

    private async Task SealedAsync(CancellationToken ct)
    {
        var (previous, expected, passed) = ("", 1L, long.MinValue);
        while (true)
        {
            var after = passed;
            var blocks = await NextBlocksAsync(after, ct);
            var to = blocks.Count == 0 ? long.MaxValue : blocks[^1].Number;
            var byBlock = (await ReadAsync(e => e.Where(x => x.Block > after && x.Block <= to), ct)).ToLookup(e => e.Block!.Value); // filtered to sealed ones
            foreach (var orphans in byBlock.Where(g => blocks.TrueForAll(b => b.Number != g.Key)))
            {
                found.History(Block, $"{orphans.Key}", orphans.First().Seq, new("区块缺失：记录指向的区块不存在", "The block is missing: entries name it, but it is not there"));
            }

            foreach (var block in blocks)
            {
                Examine(block, byBlock[block.Number].ToList(), previous, expected);
                (previous, expected, passed) = (block.Hash, block.Number + 1, block.Number);
                Blocks++;
            }

            if (blocks.Count == 0)
            {
                return;
            }
        }
    }

    // As many whole blocks as hold about a window of entries.
    private async Task<List<LedgerBlock>> NextBlocksAsync(long after, CancellationToken ct)
    {
        var candidates = await db.Set<LedgerBlock>().AsNoTracking().Where(b => b.Number > after).OrderBy(b => b.Number).Take(Window).ToListAsync(ct);
        var sum = 0L;
        return candidates.TakeWhile((b, index) => index == 0 || (sum += b.Entries) <= Window).ToList();
    }

    private void Examine(LedgerBlock block, List<LedgerEntry> entries, string previous, long expected)
    {
        var seq = entries.Count > 0 ? entries[0].Seq : block.LastSeq;
        if (block.Number != expected)
        {
            found.History(Block, $"{expected}", seq, new($"区块 {expected}–{block.Number - 1} 缺失", $"Blocks {expected}–{block.Number - 1} are missing"));
        }

        if (block.Previous != previous)
        {
            found.History(Block, $"{block.Number}", seq, new("与上一区块的链接不符", "It does not follow from the block before it"));
        }

        if (Sm3.Of(block.Canonical()) != block.Hash)
        {
            found.History(Block, $"{block.Number}", seq, new("区块内容与其哈希不符", "The block does not match its hash"));
        }
        else if (!trusted.TryGetValue(block.Key, out var open))
        {
            found.History(Block, $"{block.Number}", seq, new($"由未知密钥 {block.Key} 签名", $"Signed with an unknown key {block.Key}"));
        }
        else if (!Sm2.Verify(open, block.Hash, block.Signature))
        {
            found.History(Block, $"{block.Number}", seq, new("SM2 签名无效", "The SM2 signature is not valid"));
        }

        if (entries.Count != block.Entries)
        {
            var gap = GapIn(entries);
            found.History(Entry, gap is null ? $"block {block.Number}" : $"seq {gap}", gap ?? seq, new(
                $"区块 {block.Number} 应有 {block.Entries} 条记录，现有 {entries.Count} 条{(gap is null ? "" : $"，缺第 {gap} 条")}",
                $"Block {block.Number} sealed {block.Entries} entries, there are {entries.Count}{(gap is null ? "" : $"; no. {gap} is missing")}"));
        }
        else if (LedgerBlock.RootOf(entries.Select(e => e.Hash)) != block.Root)
        {
            found.History(Entry, $"block {block.Number}", seq, new($"区块 {block.Number} 的记录与封存时不同", $"The entries of block {block.Number} are not those that were sealed"));
        }
    }

    // Positions may have gaps of their own (a refused save uses one up), so a gap names the likely place, the count proves the loss.
    private static long? GapIn(List<LedgerEntry> entries) =>
        entries.Zip(entries.Skip(1)).Where(p => p.Second.Seq != p.First.Seq + 1).Select(p => (long?)p.First.Seq + 1).FirstOrDefault();

    private async Task UnsealedAsync(CancellationToken ct)
    {
        var after = long.MinValue;
        while (true)
        {
            var low = after;
            var batch = await ReadAsync(e => e.Where(x => x.Block == null && x.Seq > low).OrderBy(x => x.Seq).Take(Window), ct);
            Unsealed += batch.Count;
            if (batch.Count < Window)
            {
                return;
            }

            after = batch[^1].Seq;
        }
    }

    private async Task<List<LedgerEntry>> ReadAsync(Func<IQueryable<LedgerEntry>, IQueryable<LedgerEntry>> part, CancellationToken ct)
    {
        var query = part(db.Set<LedgerEntry>().AsNoTracking());
        var entries = await query.OrderBy(e => e.Block).ThenBy(e => e.Seq).ToListAsync(ct);
        var stored = (await query.Join(db.Set<LedgerSubject>(), e => e.Id, s => s.EntryId, (e, s) => s).ToListAsync(ct)).ToLookup(s => s.EntryId);
        foreach (var entry in entries)
        {
            Examine(entry, stored[entry.Id].ToList());
        }

        Entries += entries.Count;
        return entries;
    }

    private void Examine(LedgerEntry entry, List<LedgerSubject> stored)
    {
        subjects += stored.Count;
        if (Sm3.Of(entry.Canonical()) != entry.Hash)
        {
            found.History(Entry, entry.Id.ToString("D"), entry.Seq, new("记录内容与其哈希不符", "The entry does not match its hash"));
            return; // what it says of rows cannot be trusted; the rows would only repeat the fault
        }

        var named = entry.Subjects.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToHashSet();
        if (!named.SetEquals(stored.Select(s => $"{s.Kind}:{s.SubjectId:D}")))
        {
            found.History(Subject, entry.Id.ToString("D"), entry.Seq, new("所涉事项与记录不符", "The records concerned are not those that the entry names"));
        }

        try
        {
            foreach (var change in Json.Read<List<string?[]>>(entry.Changes).Where(c => c.Length == 3))
            {
                marks.Note(entry.Seq, change[0] ?? "", change[1] ?? "", change[2]);
            }
        }
        catch (System.Text.Json.JsonException)
        {
            found.History(Entry, entry.Id.ToString("D"), entry.Seq, new("记录所载的变更无法读取", "The changes that the entry states cannot be read"));
        }
    }

    private async Task StraySubjectsAsync(CancellationToken ct)
    {
        if (await db.Set<LedgerSubject>().LongCountAsync(ct) == subjects)
        {
            return;
        }

        foreach (var stray in await db.Set<LedgerSubject>().AsNoTracking().Where(s => !db.Set<LedgerEntry>().Any(e => e.Id == s.EntryId)).Take(10).ToListAsync(ct))
        {
            found.History(Subject, $"{stray.Kind}:{stray.SubjectId:D}", null, new("所属的记录已不存在", "The entry it belongs to is gone"));
        }
    }
}

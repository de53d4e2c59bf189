using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel.Ledger;

/// <summary>
/// Folds entries that no block holds yet into signed, chained blocks. Any number of nodes may seal: the block's number is a key,
/// so of two that seal at once one is refused, looks again and finds the work done.
/// </summary>
public sealed class LedgerSealer(IServiceScopeFactory scopes, LedgerKeys keys, TimeProvider clock)
{
    private const int MostEntries = 4096;
    private const int Attempts = 10;

    /// <summary>Seals everything that is there; <paramref name="newKey"/> goes on with a new key where the old one is lost.</summary>
    public async Task<(int Blocks, int Entries)> SealAsync(bool newKey, CancellationToken ct)
    {
        var (blocks, entries, lost) = (0, 0, 0);
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
            switch (await TryBlockAsync(db, newKey, ct))
            {
                case null when ++lost >= Attempts:
                    return (blocks, entries); // another node is sealing; there will be a next time
                case null:
                    await Task.Delay(TimeSpan.FromMilliseconds(20 * lost), clock, ct);
                    break;
                case 0:
                    return (blocks, entries);
                case { } sealedNow:
                    (blocks, entries, lost) = (blocks + 1, entries + sealedNow, 0);
                    break;
            }
        }
    }

    // Number of entries sealed; null where another node was faster.
    private async Task<int?> TryBlockAsync(GuijuDb db, bool newKey, CancellationToken ct)
    {
        if (!await db.Set<LedgerEntry>().AnyAsync(e => e.Block == null, ct))
        {
            return 0;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var waiting = await db.Set<LedgerEntry>().Where(e => e.Block == null).OrderBy(e => e.Seq).Select(e => new { e.Seq, e.Hash }).Take(MostEntries).ToListAsync(ct);
        if (waiting.Count == 0)
        {
            return 0;
        }

        var last = await db.Set<LedgerBlock>().AsNoTracking().OrderByDescending(b => b.Number).FirstOrDefaultAsync(ct);
        var block = Fold(last, waiting.Select(w => w.Hash).ToList(), waiting[^1].Seq, KeyFor(db, last, newKey));
        db.Add(block);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (db.Provider.IsDuplicate(failure))
        {
            return null;
        }

        // An entry may become visible between the two statements with a lower position than the last; then nothing is sealed this time.
        var (first, end) = (waiting[0].Seq, waiting[^1].Seq);
        var marked = await db.Set<LedgerEntry>().Where(e => e.Block == null && e.Seq >= first && e.Seq <= end)
            .ExecuteUpdateAsync(set => set.SetProperty(e => e.Block, block.Number), ct);
        if (marked != waiting.Count)
        {
            return null;
        }

        await transaction.CommitAsync(ct);
        return marked;
    }

    private LedgerBlock Fold(LedgerBlock? last, List<string> hashes, long end, SigningKey key)
    {
        var at = clock.GetUtcNow().UtcDateTime;
        var draft = new LedgerBlock
        {
            Number = (last?.Number ?? 0) + 1,
            Entries = hashes.Count,
            LastSeq = end,
            Root = LedgerBlock.RootOf(hashes),
            Previous = last?.Hash ?? "",
            Key = key.Fingerprint,
            At = new DateTime(at.Ticks / 10 * 10, DateTimeKind.Utc),
            Hash = "",
            Signature = "",
        };
        draft.Hash = Sm3.Of(draft.Canonical());
        draft.Signature = Sm2.Sign(key.Secret, draft.Hash);
        return draft;
    }

    // A key is made for a ledger without blocks. Making one silently for a ledger that has some would hide that the old one was taken away.
    private SigningKey KeyFor(GuijuDb db, LedgerBlock? last, bool newKey) => keys.SigningFor(db) ?? (last is null || newKey
        ? keys.Create(db)
        : throw new InvalidOperationException(
            $"The ledger has {last.Number} blocks, but their key file {keys.FileFor(db)} is not there. Put it back, or go on with a new key: guiju ledger seal --new-key."));
}

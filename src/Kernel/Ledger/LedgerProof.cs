using Guiju.Kernel.Data;

namespace Guiju.Kernel.Ledger;

/// <summary>
/// Proves that the record is as it was made: every entry against its hash, every block against its entries, the chain and the
/// signatures, and every row against the last act that touched it. Reads one moment's state while others go on working.
/// </summary>
public sealed class LedgerProof(GuijuDb db, LedgerKeys keys)
{
    /// <summary>Runs the whole proof.</summary>
    public async Task<Proof> VerifyAsync(CancellationToken ct)
    {
        await using var moment = await Snapshot.OfAsync(db, ct);
        var (found, marks) = (new Alterations(), new RowMarks());
        var chain = new ChainProof(db, keys.TrustedFor(db), found, marks);
        await chain.RunAsync(ct);
        var rows = new RowProof(db, found, marks);
        await rows.RunAsync(ct);
        var alterations = found.InOrder();
        return new Proof(found.Count == 0, chain.Entries, chain.Blocks, chain.Unsealed, rows.Rows, found.Count, alterations.Count > 0 ? alterations[0] : null, alterations);
    }
}

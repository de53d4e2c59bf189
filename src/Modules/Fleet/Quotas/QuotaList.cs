using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Quotas;

/// <summary>Quotas and cars held within reach, by unit and class, a page at a time.</summary>
internal sealed class QuotaList(GuijuDb db, QuotaLedger ledger, ActorHolder asker, Bodies bodies, TimeProvider clock)
{
    /// <summary>Rows of a page.</summary>
    public const int Size = 20;

    /// <summary>One page; <paramref name="beyondOnly"/> leaves only those with more cars than their quota, or with cars and no quota.</summary>
    public async Task<Part> AskAsync(Guid? unitId, VehicleClass? kind, bool beyondOnly, int page, CancellationToken ct)
    {
        var reach = asker.Current.For(FleetPermissions.Read);
        var (today, tree) = (clock.Today(), await bodies.TreeAsync(ct));
        var coming = (await db.Set<Quota>().AsNoTracking().Where(q => q.From > today).OrderBy(q => q.From).ToListAsync(ct)).ToLookup(q => (q.UnitId, q.Class));
        var rows = (await ledger.AskAsync(reach.All ? null : reach.Units, today, ct))
            .Where(r => (unitId is null || r.UnitId == unitId) && (kind is null || r.Class == kind) && (!beyondOnly || r.Quota is null || r.Beyond > 0))
            .OrderBy(r => tree.Find(r.UnitId)?.Code, StringComparer.Ordinal).ThenBy(r => r.Class).ToList();
        var shown = rows.Skip((page - 1) * Size).Take(Size).Select(r => new Row(r, tree.NameOf(r.UnitId), coming[(r.UnitId, r.Class)].Select(q => new Next(q.From, q.Cars)).FirstOrDefault()));
        return new Part(rows.Count, page, shown.ToList(), rows.Sum(r => r.Quota ?? 0), rows.Sum(r => r.Held), rows.Sum(r => r.Beyond ?? r.Held));
    }

    /// <summary>A page with the sums of all its pages: cars allowed, held, and held beyond the quota.</summary>
    internal sealed record Part(int Total, int Page, IReadOnlyList<Row> Rows, int Quota, int Held, int Beyond);

    /// <summary>One unit and class, and the quota already fixed for later.</summary>
    internal sealed record Row(QuotaLedger.Row Now, string Unit, Next? Next);

    /// <summary>A quota that begins later.</summary>
    internal sealed record Next(DateOnly From, int Cars);
}

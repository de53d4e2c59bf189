using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Papers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Work;

/// <summary>Whose business a case is.</summary>
internal sealed class CaseReach(GuijuDb db, ActorHolder holder)
{
    /// <summary>Whether the person takes part: started it, was asked for a step, or could take one now.</summary>
    public async Task<bool> TakesPartAsync(Case matter, CancellationToken ct)
    {
        var me = holder.Current.PersonId;
        return holder.Current.IsSystem || me is not null && (matter.StarterId == me
            || await db.Set<WorkTask>().AnyAsync(t => t.CaseId == matter.Id && (t.PersonId == me || t.EndedById == me), ct)
            || await db.Set<WorkTask>().For(holder.Current).AnyAsync(t => t.CaseId == matter.Id, ct));
    }

    /// <summary>Whether the person may read it: takes part, administers it, has a copy, was asked about it, or could take an open step of it if it were given back.</summary>
    public async Task<bool> ReadsAsync(Case matter, CancellationToken ct)
    {
        var me = holder.Current.PersonId;
        return holder.Current.For(ProceduresPermissions.Administer).Covers(matter.UnitId) || await TakesPartAsync(matter, ct)
            || me is not null && (await db.Set<Notice>().AnyAsync(n => n.CaseId == matter.Id && n.PersonId == me, ct) || await db.Set<Consultation>().AnyAsync(c => c.CaseId == matter.Id && c.PersonId == me, ct) || await IsOfPoolAsync(matter, ct));
    }

    // Who belongs to the pool that a step was claimed from sees who has it.
    private async Task<bool> IsOfPoolAsync(Case matter, CancellationToken ct)
    {
        var me = holder.Current.PersonId;
        var pools = await db.Set<WorkTask>().Where(t => t.CaseId == matter.Id && t.State == TaskState.Open && t.Permission != null && t.BarredId != me).Select(t => new { t.Permission, t.UnitId }).ToListAsync(ct);
        return pools.Exists(p => holder.Current.For(p.Permission ?? "").Covers(p.UnitId));
    }
}

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

    /// <summary>Whether the person may read it: takes part, administers it, has a copy, or was asked about it.</summary>
    public async Task<bool> ReadsAsync(Case matter, CancellationToken ct)
    {
        var me = holder.Current.PersonId;
        return holder.Current.For(ProceduresPermissions.Administer).Covers(matter.UnitId) || await TakesPartAsync(matter, ct)
            || me is not null && (await db.Set<Notice>().AnyAsync(n => n.CaseId == matter.Id && n.PersonId == me, ct) || await db.Set<Consultation>().AnyAsync(c => c.CaseId == matter.Id && c.PersonId == me, ct));
    }
}

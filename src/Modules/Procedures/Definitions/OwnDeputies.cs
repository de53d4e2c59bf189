using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Definitions;

/// <summary>Who stands for the person, and for whom the person stands.</summary>
internal sealed class OwnDeputies(GuijuDb db, ActorHolder holder)
{
    /// <summary>A line of the list.</summary>
    public sealed record Row(Guid Id, string Person, string Deputy, DateOnly From, DateOnly To, bool Mine);

    public async Task<IReadOnlyList<Row>> ListAsync(CancellationToken ct)
    {
        var me = holder.Current.PersonId;
        return await (
            from d in db.Set<Deputy>().AsNoTracking()
            where d.PersonId == me || d.DeputyId == me
            join p in db.Set<Person>() on d.PersonId equals p.Id
            join s in db.Set<Person>() on d.DeputyId equals s.Id
            orderby d.From descending
            select new Row(d.Id, p.Name, s.Name, d.From, d.To, d.PersonId == me)).Take(100).ToListAsync(ct);
    }
}

/// <summary>取消代理: a person ends what they named themselves; what was asked of the deputy meanwhile stays with the deputy.</summary>
[Needs(ProceduresPermissions.Work), Display(Name = "取消代理")]
public sealed record DropDeputy : IAct<Guid>
{
    /// <summary>The naming.</summary>
    [Required, Display(Name = "代理")] public Guid? DeputyId { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder holder, Journal journal) : IHandler<DropDeputy, Guid>
    {
        public async Task<Guid> HandleAsync(DropDeputy act, CancellationToken ct)
        {
            var me = holder.Current.PersonId;
            var named = await db.Set<Deputy>().FirstOrDefaultAsync(d => d.Id == act.DeputyId && d.PersonId == me, ct) ?? throw new NotWithinReachException("deputy");
            db.Remove(named);
            journal.Concerns(KernelKinds.Person, named.PersonId, holder.Current.UnitId);
            return named.Id;
        }
    }
}

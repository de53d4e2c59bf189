using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Cases;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Home;

/// <summary>A person marks a copy sent to them as read (已阅).</summary>
[Needs(ProceduresPermissions.Home), Display(Name = "阅知抄送")]
public sealed record ReadNotice : IAct<Guid>
{
    /// <summary>The copy.</summary>
    [Display(Name = "抄送")]
    public Guid NoticeId { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder holder, Journal journal, TimeProvider clock) : IHandler<ReadNotice, Guid>
    {
        public async Task<Guid> HandleAsync(ReadNotice act, CancellationToken ct)
        {
            var me = holder.Current.PersonId;
            var notice = await db.Set<Notice>().FirstOrDefaultAsync(n => n.Id == act.NoticeId && n.PersonId == me, ct) ?? throw new NotWithinReachException("notice");
            var matter = await db.Set<Case>().AsNoTracking().FirstAsync(c => c.Id == notice.CaseId, ct);
            notice.ReadAt ??= clock.GetUtcNow().UtcDateTime;
            journal.Concerns(matter.SubjectKind, matter.SubjectId, matter.UnitId);
            return notice.Id;
        }
    }
}

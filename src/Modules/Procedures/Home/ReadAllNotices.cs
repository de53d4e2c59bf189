using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Cases;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Home;

/// <summary>A person marks every copy sent to them as read.</summary>
[Needs(ProceduresPermissions.Home), Display(Name = "阅知全部抄送")]
public sealed record ReadAllNotices : IAct<int>
{
    internal sealed class Handler(GuijuDb db, ActorHolder holder, TimeProvider clock) : IHandler<ReadAllNotices, int>
    {
        private const int Most = 500;

        public async Task<int> HandleAsync(ReadAllNotices act, CancellationToken ct)
        {
            var me = holder.Current.PersonId;
            var notices = await db.Set<Notice>().Where(n => n.PersonId == me && n.ReadAt == null).OrderBy(n => n.SentAt).Take(Most).ToListAsync(ct);
            notices.ForEach(n => n.ReadAt = clock.GetUtcNow().UtcDateTime);
            return notices.Count;
        }
    }
}

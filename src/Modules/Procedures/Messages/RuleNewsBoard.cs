using Guiju.Decisions.Contracts;
using Guiju.Kernel.Data;
using Guiju.Kernel.Verdicts;
using Guiju.Procedures.Cases;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Messages;

/// <summary>Tells whoever started a matter that is still open, and was judged where rules now change. The notice leads to the matter: not everybody may read drafts of rules.</summary>
internal sealed class RuleNewsBoard(GuijuDb db, MessageDesk desk) : IRuleNews
{
    public async Task<int> TellAsync(RuleNews news, CancellationToken ct)
    {
        var points = news.ControlPoints.ToList();
        var touched = await db.Set<Case>().AsNoTracking()
            .Where(c => c.State == CaseState.Open && c.StarterId != null && db.Set<StoredVerdict>().Any(v => v.SubjectId == c.SubjectId && points.Contains(v.ControlPoint)))
            .OrderByDescending(c => c.OpenedAt).Select(c => new { c.StarterId, c.Address }).ToListAsync(ct);
        var latest = touched.DistinctBy(c => c.StarterId).ToList();
        foreach (var matter in latest)
        {
            await desk.TellAsync(matter.StarterId.GetValueOrDefault(), news.Title, matter.Address, ct);
        }

        return latest.Count;
    }
}

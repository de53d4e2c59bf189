using Guiju.Decisions.Contracts;
using Guiju.Kernel.Data;
using Guiju.Kernel.Verdicts;
using Guiju.Procedures.Cases;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Messages;

/// <summary>Tells whoever started a matter that is still open, and was judged where rules now change.</summary>
internal sealed class RuleNewsBoard(GuijuDb db, MessageDesk desk) : IRuleNews
{
    public async Task<int> TellAsync(RuleNews news, CancellationToken ct)
    {
        var points = news.ControlPoints.ToList();
        var people = await db.Set<Case>().AsNoTracking()
            .Where(c => c.State == CaseState.Open && c.StarterId != null && db.Set<StoredVerdict>().Any(v => v.SubjectId == c.SubjectId && points.Contains(v.ControlPoint)))
            .Select(c => c.StarterId).Distinct().ToListAsync(ct);
        foreach (var person in people.OfType<Guid>())
        {
            await desk.TellAsync(person, news.Title, news.Page, ct);
        }

        return people.Count;
    }
}

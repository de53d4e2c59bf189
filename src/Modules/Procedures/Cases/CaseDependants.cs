using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Verdicts;
using Guiju.Law.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Cases;

/// <summary>Open cases within the asker's reach whose last verdict cites a provision.</summary>
internal sealed class CaseDependants(GuijuDb db, ActorHolder asker) : IDependants
{
    private const int MostCases = 300;
    private static readonly Bilingual OpenCase = new("在办事项", "Open case");

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Dependant>> OfWorkAsync(string work, CancellationToken ct)
    {
        var cases = await Within(db.Set<Case>().AsNoTracking().Where(c => c.State == CaseState.Open)).OrderByDescending(c => c.OpenedAt).Take(MostCases).ToListAsync(ct);
        var ids = cases.Select(c => c.SubjectId).ToList();
        var verdicts = (await db.Set<StoredVerdict>().AsNoTracking().Where(v => ids.Contains(v.SubjectId)).OrderByDescending(v => v.At).Take(MostCases * 3).ToListAsync(ct)).ToLookup(v => v.SubjectId);
        return cases.SelectMany(c => (verdicts[c.SubjectId].FirstOrDefault()?.Read().Findings ?? [])
            .Select(f => f.Provision?.Address).OfType<string>().Where(a => a == work || a.StartsWith(work + "~", StringComparison.Ordinal)).Distinct()
            .Select(a => new Dependant(OpenCase, c.Id.ToString(), new(c.Title, c.EnglishTitle), a, c.Address))).ToList();
    }

    private IQueryable<Case> Within(IQueryable<Case> cases)
    {
        var reach = asker.Current.For(ProceduresPermissions.Home);
        var (all, units) = (asker.Current.IsSystem || reach.All, reach.Units);
        return cases.Where(c => all || units.Contains(c.UnitId));
    }
}

using System.Linq.Expressions;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Registers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Law.Duties;

/// <summary>The register of duties.</summary>
internal sealed class DutyList : Register<Duty>
{
    public DutyList()
    {
        Text("title", "职责", d => d.Title).Usual().Sought();
        Text("address", "条款地址", d => d.Address).Sought();
        Choice("frequency", "履行频次", d => d.Frequency).Usual().Foremost();
        Number("owners", "责任单位数", d => d.Owners).Usual().Foremost();
        Flag("faulty", "责任单位不是恰好一个", d => d.Owners != 1).Usual().Foremost();
        Text("evidence", "履行凭据", d => d.Evidence).Usual();
        Date("performedOn", "上次履行", d => d.PerformedOn).Usual();
        InOrderOf("title");
    }

    public override string Key => "law.duties";

    public override Bilingual Title => new("职责清单", "Duties");

    public override string Address => "/law/duties";

    public override string Permission => LawModule.ReadLaw;

    protected override Expression<Func<Duty, Guid>> Id => d => d.Id;

    public override string? AddressOf(Guid row) => $"/law/duties/{row}";

    protected override IQueryable<Duty> Rows(RegisterTools tools) => tools.Db.Set<Duty>().AsNoTracking();
}

/// <summary>One duty with those who answer for it.</summary>
internal sealed class DutyFile(GuijuDb db, DutyUnits units)
{
    /// <summary>The duty; null where there is none.</summary>
    public async Task<View?> AskAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<Duty>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct) is not { } duty)
        {
            return null;
        }

        var tree = await units.TreeAsync(ct);
        var owners = await db.Set<DutyOwner>().AsNoTracking().Where(o => o.DutyId == id).OrderBy(o => o.From).ToListAsync(ct);
        return new View(duty, [.. owners.Select(o => new Owner(o.UnitId, tree.Find(o.UnitId)?.Name ?? "", o.From, o.To))]);
    }

    /// <summary>A duty and all units that answer or answered for it.</summary>
    internal sealed record View(Duty Duty, IReadOnlyList<Owner> Owners)
    {
        /// <summary>Those who answer for it now.</summary>
        public IEnumerable<Owner> Now => Owners.Where(o => o.To is null);

        /// <summary>Day by which it is to be performed again.</summary>
        public DateOnly? DueOn => Duty.DueOn(Owners.Count > 0 ? Owners[0].From : Duty.PerformedOn ?? DateOnly.MinValue) is { } due && due > DateOnly.MinValue.AddYears(1) ? due : null;
    }

    /// <summary>A unit that answers for a duty.</summary>
    internal sealed record Owner(Guid UnitId, string Name, DateOnly From, DateOnly? To);
}

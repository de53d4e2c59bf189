using System.Linq.Expressions;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Organisations;

/// <summary>The register of organisations: those that exist and those that were closed.</summary>
internal sealed class UnitRegister : Register<UnitRegister.Row>
{
    public UnitRegister()
    {
        Text("code", "机构代码", u => u.Code).Usual().Sought();
        Text("name", "机构名称", u => u.Name).Usual().Sought();
        Text("englishName", "英文名称", u => u.EnglishName).Sought();
        Choice("kind", "机构类别", u => u.Kind).Usual().Foremost();
        Choice("level", "行政层级", u => u.Level).Usual().Foremost();
        Unit("parent", "上级机构", u => u.ParentId).Usual().Foremost();
        Number("authorisedStaff", "编制人数", u => u.AuthorisedStaff).Usual();
        Number("people", "在职人数", u => u.People).Usual();
        Date("from", "设立日期", u => u.From).Usual();
        Date("to", "撤销日期", u => u.To).Usual();
        InOrderOf("code");
        Import = new SheetImport<AddUnit, Guid>((names, unit, id) =>
        {
            names.LearnUnit(unit.Code, id);
            names.LearnUnit(unit.Name.Trim(), id);
        });
    }

    public override string Key => "kernel.organisations";

    public override Bilingual Title => new("机构", "Organisations");

    public override string Address => "/organisations";

    public override string Permission => KernelPermissions.ReadUnits;

    protected override Expression<Func<Row, Guid>> Id => u => u.Id;

    public override string? AddressOf(Guid row) => $"/organisations/{row}";

    protected override IQueryable<Row> Rows(RegisterTools tools)
    {
        var today = tools.Today;
        var placements = tools.Db.Set<UnitPlacement>();
        var people = tools.Db.Set<People.Person>();
        return tools.Db.Set<Unit>().AsNoTracking().Within(tools.Asker, KernelPermissions.ReadUnits, u => u.Id).Select(u => new Row
        {
            Id = u.Id,
            Code = u.Code,
            Name = u.Name,
            EnglishName = u.EnglishName,
            Kind = u.Kind,
            Level = u.Level,
            AuthorisedStaff = u.AuthorisedStaff,
            From = u.From,
            To = u.To,
            ParentId = placements.Where(p => p.UnitId == u.Id && p.From <= today && (p.To == null || p.To >= today)).Select(p => p.ParentId).FirstOrDefault(),
            People = people.Count(p => p.UnitId == u.Id && p.From <= today && (p.To == null || p.To >= today)),
        });
    }

    internal sealed class Row
    {
        public Guid Id { get; init; }

        public string Code { get; init; } = "";

        public string Name { get; init; } = "";

        public string EnglishName { get; init; } = "";

        public UnitKind Kind { get; init; }

        public UnitLevel Level { get; init; }

        public Guid? ParentId { get; init; }

        public int AuthorisedStaff { get; init; }

        public int People { get; init; }

        public DateOnly From { get; init; }

        public DateOnly? To { get; init; }
    }
}

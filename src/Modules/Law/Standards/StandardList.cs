using System.Linq.Expressions;
using Guiju.Kernel;
using Guiju.Kernel.Registers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Law.Standards;

/// <summary>The register of standards. A number that is not verified is shown nowhere, not in exports either.</summary>
internal sealed class StandardList : Register<Standard>
{
    public StandardList()
    {
        Text("title", "标准名称", s => s.Title).Usual().Sought();
        Text("number", "标准编号", s => s.Verified ? s.Number : "").Usual().Sought();
        Flag("verified", "编号已核实", s => s.Verified).Usual();
        Choice("kind", "标准种类", s => s.Kind).Usual().Foremost();
        Flag("mandatory", "强制性", s => s.Mandatory).Usual();
        Choice("family", "标准族", s => s.Family).Usual().Foremost();
        Choice("role", "本局角色", s => s.Role);
        Date("publishedOn", "发布日期", s => s.PublishedOn);
        Date("from", "实施日期", s => s.From).Usual();
        Date("abolishedOn", "废止或者被代替日期", s => s.AbolishedOn);
        Date("reviewedOn", "上次复审", s => s.ReviewedOn).Usual();
        InOrderOf("title");
        Import = new SheetImport<RegisterStandard, Guid>();
    }

    public override string Key => "law.standards";

    public override Bilingual Title => new("标准库", "Library of standards");

    public override string Address => "/law/standards";

    public override string Permission => LawModule.ReadLaw;

    protected override Expression<Func<Standard, Guid>> Id => s => s.Id;

    public override string? AddressOf(Guid row) => $"/law/standards/{row}";

    protected override IQueryable<Standard> Rows(RegisterTools tools) => tools.Db.Set<Standard>().AsNoTracking();
}

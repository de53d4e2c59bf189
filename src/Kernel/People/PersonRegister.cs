using System.Linq.Expressions;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.People;

/// <summary>The register of people.</summary>
internal sealed class PersonRegister : Register<Person>
{
    public PersonRegister()
    {
        Text("code", "人员编号", p => p.Code).Usual().Sought();
        Text("name", "姓名", p => p.Name).Usual().Sought();
        Unit("unit", "所在机构", p => p.UnitId).Usual().Foremost();
        Text("post", "职务", p => p.Post).Usual().Sought();
        Text("phone", "电话", p => p.Phone).Usual();
        Flag("drawsAllowance", "领取公务交通补贴", p => p.DrawsAllowance).Usual().Foremost();
        Date("from", "任职日期", p => p.From).Usual();
        Date("to", "离任日期", p => p.To).Usual();
        InOrderOf("code");
        Import = new SheetImport<AddPerson, Guid>();
    }

    public override string Key => "kernel.people";

    public override Bilingual Title => new("人员", "People");

    public override string Address => "/people";

    public override string Permission => KernelPermissions.ReadPeople;

    protected override Expression<Func<Person, Guid>> Id => p => p.Id;

    public override string? AddressOf(Guid row) => $"/people/{row}";

    protected override IQueryable<Person> Rows(RegisterTools tools) =>
        tools.Db.Set<Person>().AsNoTracking().Within(tools.Asker, KernelPermissions.ReadPeople, p => p.UnitId, p => p.Id);
}

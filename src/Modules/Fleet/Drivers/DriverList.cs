using System.Linq.Expressions;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Drivers;

/// <summary>The register of drivers.</summary>
internal sealed class DriverList : Register<Driver>
{
    public DriverList()
    {
        Text("name", "姓名", d => d.Name).Usual().Sought();
        Unit("unit", "所属单位", d => d.UnitId).Usual().Foremost();
        Choice("licenceClass", "准驾车型", d => d.LicenceClass).Usual().Foremost();
        Text("licenceNo", "驾驶证号", d => d.LicenceNo).Sought();
        Date("firstIssuedOn", "初次领证日期", d => d.FirstIssuedOn);
        Date("licenceTo", "驾驶证有效期止", d => d.LicenceTo).Usual();
        Number("points", "累积记分", d => d.Points).Usual();
        Date("medicalOn", "体检日期", d => d.MedicalOn).Usual();
        Choice("staffKind", "人员性质", d => d.StaffKind).Usual();
        Choice("custody", "管理方式", d => d.Custody);
        Text("serviceArea", "服务范围", d => d.ServiceArea);
        Number("rating", "评分", d => d.Rating);
        Text("phone", "联系电话", d => d.Phone).Usual();
        Choice("state", "驾驶员状态", d => d.State).Usual().Foremost().Marked(s => Named.Kind((DriverState)s));
        InOrderOf("name");
        Import = new SheetImport<RegisterDriver, Guid>();
    }

    public override string Key => "fleet.drivers";

    public override Bilingual Title => new("驾驶员台账", "Drivers");

    public override string Address => "/fleet/drivers";

    public override string Permission => FleetPermissions.Read;

    protected override Expression<Func<Driver, Guid>> Id => d => d.Id;

    public override string? AddressOf(Guid row) => $"/fleet/drivers/{row}";

    protected override IQueryable<Driver> Rows(RegisterTools tools) => tools.Db.Set<Driver>().AsNoTracking().Within(tools.Asker, FleetPermissions.Read, d => d.UnitId);
}

using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;
using System.Linq.Expressions;

namespace Guiju.Fleet.Repairs;

/// <summary>The register of repairs, newest first.</summary>
internal sealed class RepairList : Register<RepairOrder>
{
    public RepairList()
    {
        Text("code", "编号", r => r.Code).Usual().Sought();
        Date("reportedOn", "报修日期", r => r.ReportedOn).Usual().Foremost();
        Unit("unit", "使用单位", r => r.UnitId).Usual().Foremost();
        Choice("part", "故障部位", r => r.Part).Usual().Foremost();
        Text("fault", "故障情况", r => r.Fault).Usual().Sought();
        Text("shop", "维修单位", r => r.ShopName).Usual().Sought();
        Money("quote", "报价金额（元）", r => r.QuoteYuan).Usual();
        Money("invoice", "发票金额（元）", r => r.InvoiceYuan).Usual();
        Date("warrantyTo", "质保到期", r => r.WarrantyTo);
        Choice("state", "状态", r => r.State).Usual().Foremost().Marked(s => Named.Kind((RepairState)s));
        InOrderOf("code", descending: true);
    }

    public override string Key => "fleet.repairs";

    public override Bilingual Title => new("维修台账", "Repairs");

    public override string Address => "/fleet/repairs";

    public override string Permission => FleetPermissions.Read;

    protected override Expression<Func<RepairOrder, Guid>> Id => r => r.Id;

    public override string? AddressOf(Guid row) => $"/fleet/repairs/{row}";

    protected override IQueryable<RepairOrder> Rows(RegisterTools tools)
    {
        var hidden = tools.Db.Set<Vehicle>().Hidden(tools.Asker);
        return tools.Db.Set<RepairOrder>().AsNoTracking().Within(tools.Asker, FleetPermissions.Read, r => r.UnitId).Where(r => !hidden.Any(v => v.Id == r.VehicleId));
    }
}

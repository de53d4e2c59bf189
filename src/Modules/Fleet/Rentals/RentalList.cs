using System.Linq.Expressions;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Rentals;

/// <summary>The register of rentals (租车台账), newest first.</summary>
internal sealed class RentalList : Register<Rental>
{
    public RentalList()
    {
        Text("code", "编号", r => r.Code).Usual().Sought();
        Unit("unit", "租用单位", r => r.UnitId).Usual().Foremost();
        Date("from", "取车日期", r => r.From).Usual().Foremost();
        Date("to", "还车日期", r => r.To).Usual();
        Number("days", "租用天数", r => r.Days).Usual();
        Choice("reason", "租用理由", r => r.Reason);
        Text("purpose", "租用事由", r => r.Purpose).Usual().Sought();
        Choice("class", "用车类别", r => r.Class);
        Choice("energy", "能源种类", r => r.Energy);
        Choice("level", "由谁审批", r => r.Level).Foremost();
        Text("supplier", "供应商", r => r.SupplierName).Usual().Sought();
        Text("plate", "号牌", r => r.PlateNo).Sought();
        Money("quote", "合同金额（元）", r => r.QuoteYuan).Usual();
        Date("invoiceOn", "发票日期", r => r.InvoiceOn);
        Money("invoice", "发票金额（元）", r => r.InvoiceYuan).Usual();
        Choice("state", "状态", r => r.State).Usual().Foremost().Marked(s => Named.Kind((RentalState)s));
        InOrderOf("code", descending: true);
    }

    public override string Key => "fleet.rentals";

    public override Bilingual Title => new("租车台账", "Rentals");

    public override string Address => "/fleet/rentals";

    public override string Permission => FleetPermissions.Read;

    protected override Expression<Func<Rental, Guid>> Id => r => r.Id;

    public override string? AddressOf(Guid row) => $"/fleet/rentals/{row}";

    protected override IQueryable<Rental> Rows(RegisterTools tools) => tools.Db.Set<Rental>().AsNoTracking().Within(tools.Asker, FleetPermissions.Read, r => r.UnitId);
}

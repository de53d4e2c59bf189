using System.Linq.Expressions;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Disposals;

/// <summary>The register of disposals.</summary>
internal sealed class DisposalList : Register<Disposal>
{
    public DisposalList()
    {
        Text("plateNo", "号牌号码", d => d.PlateNo).Usual().Sought();
        Unit("unit", "所属单位", d => d.UnitId).Usual().Foremost();
        Choice("route", "处置方式", d => d.Route).Usual().Foremost();
        Choice("ground", "报废依据", d => d.Ground);
        Date("proposedOn", "提出日期", d => d.ProposedOn).Usual();
        Date("doneOn", "处置日期", d => d.DoneOn).Usual();
        Text("receiver", "接收、受让或回收单位", d => d.Receiver).Sought();
        Money("proceeds", "处置收入（元）", d => d.ProceedsYuan).Usual();
        Money("costs", "相关税费（元）", d => d.CostsYuan);
        Choice("income", "收入去向", d => d.Income);
        Date("handedOn", "缴款日期", d => d.HandedOn).Usual();
        Text("voucherNo", "缴款凭证号", d => d.VoucherNo).Sought();
        Date("closedOn", "销账日期", d => d.ClosedOn).Usual();
        Choice("state", "处置进度", d => d.State).Usual().Foremost().Marked(s => (DisposalState)s switch { DisposalState.Closed => "allowed", DisposalState.Refused => "plain", DisposalState.Proposed => "inform", _ => "approval" });
        InOrderOf("proposedOn", descending: true);
    }

    public override string Key => "fleet.disposals";

    public override Bilingual Title => new("车辆处置", "Disposals");

    public override string Address => "/fleet/disposals";

    public override string Permission => FleetPermissions.Read;

    protected override Expression<Func<Disposal, Guid>> Id => d => d.Id;

    public override string? AddressOf(Guid row) => $"/fleet/disposals/{row}";

    protected override IQueryable<Disposal> Rows(RegisterTools tools) => tools.Db.DisposalsSeen(tools.Asker).AsNoTracking().Within(tools.Asker, FleetPermissions.Read, d => d.UnitId);
}

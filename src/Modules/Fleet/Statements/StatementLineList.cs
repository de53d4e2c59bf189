using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Guiju.Kernel;
using Guiju.Ui;
using Microsoft.EntityFrameworkCore;
using System.Linq.Expressions;

namespace Guiju.Fleet.Statements;

/// <summary>The register of statement lines, newest first.</summary>
internal sealed class StatementLineList : Register<StatementLine>
{
    public StatementLineList()
    {
        Instant("at", "交易时间", l => l.At).Usual();
        Text("issuer", "发卡单位", l => l.Issuer).Usual().Sought();
        Choice("kind", "费用种类", l => l.Kind).Usual().Foremost();
        Text("cardNo", "卡号", l => l.CardNo).Sought();
        Text("plateNo", "对账单车牌", l => l.PlateNo).Usual().Sought();
        Unit("unit", "使用单位", l => l.UnitId).Usual().Foremost();
        Money("amount", "金额（元）", l => l.AmountYuan).Usual();
        Number("quantity", "数量（升或千瓦时）", l => l.Quantity).Usual();
        Text("station", "站点或地点", l => l.Station).Usual().Sought();
        Text("grade", "油品", l => l.Grade);
        Text("serial", "流水号", l => l.Serial).Sought();
        Choice("state", "对账结果", l => l.State).Usual().Foremost().Marked(s => StatementMarks.Of((LineState)s));
        Choice("outcome", "合规判定", l => l.Outcome).Usual().Marked(o => OutcomeMarks.Class((LawOutcome)o));
        Flag("open", "待处理", l => l.Open).Usual().Foremost();
        Date("bookedIn", "计入月份", l => l.BookedIn);
        Text("settledBy", "处理人", l => l.SettledBy);
        Number("row", "文件行号", l => l.Row);
        InOrderOf("at", descending: true);
    }

    public override string Key => "fleet.statement-lines";

    public override Bilingual Title => new("卡费对账", "Card statements");

    public override string Address => "/fleet/statements";

    public override string Permission => FleetPermissions.Read;

    protected override Expression<Func<StatementLine, Guid>> Id => l => l.Id;

    public override string? AddressOf(Guid row) => $"/fleet/statements/lines/{row}";

    protected override IQueryable<StatementLine> Rows(RegisterTools tools)
    {
        var hidden = tools.Db.Set<Vehicle>().Hidden(tools.Asker);
        return tools.Db.Set<StatementLine>().AsNoTracking().Within(tools.Asker, FleetPermissions.Read, l => l.UnitId).Where(l => !hidden.Any(v => v.Id == l.VehicleId));
    }
}

/// <summary>How states of lines are marked.</summary>
internal static class StatementMarks
{
    public static string Of(LineState state) => state switch
    {
        LineState.Joined or LineState.Entered => "allowed",
        LineState.NotOurs => "plain",
        _ => "approval",
    };
}

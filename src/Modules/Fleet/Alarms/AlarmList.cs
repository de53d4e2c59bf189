using System.Linq.Expressions;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Alarms;

/// <summary>The register of alarms, newest first.</summary>
internal sealed class AlarmList : Register<Alarm>
{
    public AlarmList()
    {
        Text("code", "编号", a => a.Code).Usual().Sought();
        Date("day", "日期", a => a.Day).Usual().Foremost();
        Choice("kind", "报警种类", a => a.Kind).Usual().Foremost();
        Text("plate", "号牌", a => a.PlateNo).Usual().Sought();
        Unit("unit", "责任单位", a => a.UnitId).Usual().Foremost();
        Text("trip", "派车单", a => a.TripCode).Usual().Sought();
        Instant("from", "起", a => a.From);
        Instant("to", "止", a => a.To);
        Flag("device", "设备报警", a => a.Device).Foremost();
        Choice("state", "状态", a => a.State).Usual().Foremost().Marked(s => AlarmFile.Mark((AlarmState)s));
        Choice("verdict", "认定结论", a => a.Verdict).Usual().Foremost();
        InOrderOf("day", descending: true);
    }

    public override string Key => "fleet.alarms";

    public override Bilingual Title => new("用车报警台账", "Register of alarms");

    public override string Address => "/fleet/alarms/list";

    public override string Permission => FleetPermissions.Read;

    protected override Expression<Func<Alarm, Guid>> Id => a => a.Id;

    public override string? AddressOf(Guid row) => $"/fleet/alarms/{row}";

    protected override IQueryable<Alarm> Rows(RegisterTools tools) => tools.Db.AlarmsSeen(tools.Asker).AsNoTracking().Within(tools.Asker, FleetPermissions.Read, a => a.UnitId);
}

using System.Linq.Expressions;
using Guiju.Decisions.Contracts;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Guiju.Fleet.Terminals;

/// <summary>The register of terminals with their health, so that one can ask for those that are offline, have no fix or a wrong clock.</summary>
internal sealed class TerminalList : Register<TerminalRow>
{
    private readonly Func<HealthBounds> bounds;

    public TerminalList(TimeProvider clock, IFigures figures, IOptions<FleetOptions> options)
    {
        bounds = () => HealthBounds.Of(clock, figures, options);
        Text("number", "终端号", t => t.Number).Usual().Sought();
        Text("plateNo", "号牌号码", t => t.PlateNo).Usual().Sought();
        Unit("unit", "使用单位", t => t.UnitId).Usual().Foremost();
        Choice("health", "终端状况", t => t.Health).Usual().Foremost().Marked(h => MarkOf((TerminalHealth)h));
        Instant("heardAt", "最近上报", t => t.HeardAt).Usual();
        Instant("fixAt", "最近定位", t => t.FixAt).Usual();
        Number("clock", "时钟快慢", t => t.ClockAheadS).In(new("秒", "s"));
        Choice("protocol", "协议版本", t => t.Protocol).Usual();
        Text("model", "终端型号", t => t.Model).Sought();
        Date("fittedOn", "安装日期", t => t.FittedOn).Usual();
        Date("removedOn", "拆除日期", t => t.RemovedOn);
        Text("because", "拆除原因", t => t.RemovedBecause);
        InOrderOf("number");
    }

    public override string Key => "fleet.terminals";

    public override Bilingual Title => new("车载终端", "Terminals");

    public override string Address => "/fleet/terminals";

    public override string Permission => FleetPermissions.Read;

    protected override Expression<Func<TerminalRow, Guid>> Id => t => t.Id;

    public override string? AddressOf(Guid row) => $"/fleet/terminals/{row}";

    /// <summary>How a health is marked.</summary>
    public static string MarkOf(TerminalHealth health) => health switch
    {
        TerminalHealth.Sound => "allowed",
        TerminalHealth.Removed => "plain",
        _ => "approval",
    };

    protected override IQueryable<TerminalRow> Rows(RegisterTools tools) => TerminalRow.Of(tools.Db, tools.Db.Set<Vehicle>().AsNoTracking().Readable(tools.Asker), bounds());
}

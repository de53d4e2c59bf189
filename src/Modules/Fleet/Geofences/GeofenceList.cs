using System.Linq.Expressions;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Geofences;

/// <summary>The register of geofences.</summary>
internal sealed class GeofenceList : Register<Geofence>
{
    public GeofenceList()
    {
        Text("name", "围栏名称", f => f.Name).Usual().Sought();
        Unit("unit", "所属单位", f => f.UnitId).Usual().Foremost();
        Choice("shape", "形状", f => f.Shape).Usual();
        Number("width", "半径或半宽（米）", f => f.WidthM);
        Choice("direction", "方向", f => f.Direction).Usual();
        Choice("severity", "严重程度", f => f.Severity).Usual().Foremost();
        Choice("state", "状态", f => f.State).Usual().Foremost().Marked(s => (FenceState)s == FenceState.InUse ? "allowed" : "plain");
        InOrderOf("name");
    }

    public override string Key => "fleet.geofences";

    public override Bilingual Title => new("电子围栏", "Geofences");

    public override string Address => "/fleet/geofences";

    public override string Permission => FleetPermissions.Read;

    protected override Expression<Func<Geofence, Guid>> Id => f => f.Id;

    public override string? AddressOf(Guid row) => $"/fleet/geofences/{row}";

    protected override IQueryable<Geofence> Rows(RegisterTools tools) => tools.Db.Set<Geofence>().AsNoTracking().Within(tools.Asker, FleetPermissions.Read, f => f.UnitId);
}

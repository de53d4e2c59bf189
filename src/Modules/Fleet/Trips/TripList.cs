using System.Linq.Expressions;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Trips;

/// <summary>The register of trips, newest first. The number begins with the day, so its index serves the order too.</summary>
internal sealed class TripList : Register<Trip>
{
    public TripList()
    {
        Text("code", "编号", t => t.Code).Usual().Sought();
        Date("day", "日期", t => t.Day).Usual().Foremost();
        Unit("unit", "用车单位", t => t.UnitId).Usual().Foremost();
        Text("applicant", "申请人", t => t.ApplicantName).Usual();
        Text("to", "目的地", t => t.PlanTo).Usual().Sought();
        Text("from", "出发地", t => t.PlanFrom);
        Text("purpose", "事由", t => t.Purpose).Sought();
        Choice("reason", "用车理由", t => t.Reason).Usual();
        Choice("scope", "出行范围", t => t.Scope);
        Choice("class", "车辆类别", t => t.ClassWanted);
        Flag("share", "同意合乘", t => t.ShareOk);
        Flag("holiday", "节假日用车", t => t.Holiday);
        Flag("emergency", "应急用车", t => t.Emergency);
        Instant("start", "出车时间", t => t.RealStart);
        Instant("end", "收车时间", t => t.RealEnd);
        Number("km", "行驶（公里）", t => t.OdoIn - t.OdoOut).Usual();
        Number("rating", "评分", t => t.Rating);
        Text("complaint", "意见和投诉", t => t.Complaint);
        Choice("state", "状态", t => t.State).Usual().Foremost().Marked(s => Named.Kind((TripState)s));
        InOrderOf("code", descending: true);
    }

    public override string Key => "fleet.trips";

    public override Bilingual Title => new("用车台账", "Trips");

    public override string Address => "/fleet/trips";

    public override string Permission => FleetPermissions.Read;

    protected override Expression<Func<Trip, Guid>> Id => t => t.Id;

    public override string? AddressOf(Guid row) => $"/fleet/trips/{row}";

    protected override IQueryable<Trip> Rows(RegisterTools tools) => tools.Db.Set<Trip>().AsNoTracking().Within(tools.Asker, FleetPermissions.Read, t => t.UnitId);
}

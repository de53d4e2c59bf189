using System.Linq.Expressions;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Hotline;

/// <summary>The register of complaints of the 12345 hotline, newest first.</summary>
internal sealed class ComplaintList : Register<Complaint>
{
    public ComplaintList()
    {
        Text("number", "热线工单编号", c => c.Number).Usual().Sought();
        Date("receivedOn", "受理日期", c => c.ReceivedOn).Usual().Foremost();
        Unit("unit", "承办单位", c => c.UnitId).Usual().Foremost();
        Choice("channel", "来源", c => c.Channel).Usual();
        Text("plate", "反映的号牌", c => c.PlateNo).Usual().Sought();
        Text("content", "诉求内容", c => c.Content).Usual().Sought();
        Date("dueOn", "答复期限", c => c.DueOn).Usual().Foremost();
        Date("answeredOn", "答复日期", c => c.AnsweredOn).Usual();
        Text("answeredBy", "答复人", c => c.AnsweredBy);
        Text("answer", "答复内容", c => c.Answer);
        Date("closedOn", "办结日期", c => c.ClosedOn);
        Choice("state", "状态", c => c.State).Usual().Foremost().Marked(s => Kind((ComplaintState)s));
        InOrderOf("receivedOn", descending: true);
    }

    public override string Key => "fleet.complaints";

    public override Bilingual Title => new("12345 诉求", "12345 complaints");

    public override string Address => "/fleet/complaints";

    public override string Permission => FleetPermissions.Read;

    protected override Expression<Func<Complaint, Guid>> Id => c => c.Id;

    /// <summary>How a state is marked.</summary>
    public static string Kind(ComplaintState state) => state switch
    {
        ComplaintState.Received => "approval",
        ComplaintState.Answered => "inform",
        _ => "allowed",
    };

    public override string? AddressOf(Guid row) => $"/fleet/complaints/{row}";

    protected override IQueryable<Complaint> Rows(RegisterTools tools) => tools.Db.Complaints(tools.Asker).AsNoTracking().Within(tools.Asker, FleetPermissions.Read, c => c.UnitId);
}

/// <summary>A complaint as its page shows it.</summary>
internal sealed class ComplaintFile(GuijuDb db, ActorHolder asker, Bodies bodies, TimeProvider clock)
{
    /// <summary>The complaint; null where there is none within reach.</summary>
    public async Task<View?> AskAsync(Guid id, CancellationToken ct)
    {
        var complaint = await db.Complaints(asker.Current).AsNoTracking().Within(asker.Current, FleetPermissions.Read, c => c.UnitId).FirstOrDefaultAsync(c => c.Id == id, ct);
        return complaint is null ? null : new View(complaint, (await bodies.TreeAsync(ct)).NameOf(complaint.UnitId), clock.ToLocal(complaint.ReceivedAt))
        {
            IsLate = (complaint.AnsweredOn ?? clock.Today()) > complaint.DueOn,
            MayHandle = complaint.State != ComplaintState.Closed && asker.Current.For(FleetPermissions.HandleComplaints).Covers(complaint.UnitId),
        };
    }

    /// <summary>The file; the time is local.</summary>
    internal sealed record View(Complaint Complaint, string Unit, DateTime ReceivedAt)
    {
        public bool IsLate { get; init; }

        public bool MayHandle { get; init; }
    }
}

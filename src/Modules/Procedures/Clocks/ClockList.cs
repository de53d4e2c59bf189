using System.Linq.Expressions;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Clocks;

/// <summary>The register of statutory clocks, the most pressing first.</summary>
internal sealed class ClockList : Register<RunningClock>
{
    public ClockList()
    {
        Text("title", "事项名称", c => c.Title).Usual().Sought();
        Choice("state", "期限状态", c => c.State).Usual().Foremost().Marked(s => (ClockState)s switch { ClockState.Running => "inform", ClockState.Suspended => "approval", _ => "plain" });
        Date("aim", "内部目标日", c => c.Aim).Usual().Foremost();
        Date("rolled", "法定届满日", c => c.Rolled).Usual();
        Date("raw", "届满日（未顺延）", c => c.Raw);
        Date("from", "起算日", c => c.From).Usual();
        Flag("provisional", "暂定", c => c.Provisional).Usual();
        Text("kind", "期限种类", c => c.Kind);
        Text("person", "承办人", c => c.Person).Usual().Sought();
        Unit("unit", "单位", c => c.UnitId).Usual();
        Date("stoppedOn", "办结日", c => c.StoppedOn).Usual();
        Text("lateReason", "超期原因", c => c.LateReason);
        InOrderOf("aim");
    }

    public override string Key => "procedures.clocks";

    public override Bilingual Title => new("法定期限台账", "Statutory clocks");

    public override string Address => "/clocks";

    public override string Permission => ProceduresPermissions.KeepClocks;

    protected override Expression<Func<RunningClock, Guid>> Id => c => c.Id;

    public override string? AddressOf(Guid row) => $"/clocks/{row}";

    protected override IQueryable<RunningClock> Rows(RegisterTools tools) =>
        tools.Db.Set<RunningClock>().AsNoTracking().Within(tools.Asker, ProceduresPermissions.KeepClocks, c => c.UnitId, c => c.PersonId);
}

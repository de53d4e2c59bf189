using System.Linq.Expressions;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Numbers;

/// <summary>The register of document numbers: used, reserved and void, without gap.</summary>
internal sealed class NumberList : Register<IssuedNumber>
{
    public NumberList()
    {
        Text("printed", "文号", n => n.Printed).Usual().Sought();
        Number("year", "年份", n => n.Year).Usual().Foremost();
        Number("number", "序号", n => n.Number).Usual();
        Choice("state", "文号状态", n => n.State).Usual().Foremost().Marked(s => (NumberState)s switch { NumberState.Used => "allowed", NumberState.Reserved => "approval", _ => "plain" });
        Text("purpose", "文件或原因", n => n.Purpose).Usual().Sought();
        Unit("unit", "单位", n => n.UnitId).Usual();
        Text("takenBy", "取号人", n => n.TakenBy).Usual().Sought();
        Instant("takenAt", "取号时间", n => n.TakenAt).Usual();
        InOrderOf("takenAt", descending: true);
    }

    public override string Key => "procedures.numbers";

    public override Bilingual Title => new("发文字号登记簿", "Document numbers");

    public override string Address => "/letters/numbers";

    public override string Permission => ProceduresPermissions.ReadLetters;

    protected override Expression<Func<IssuedNumber, Guid>> Id => n => n.Id;

    protected override IQueryable<IssuedNumber> Rows(RegisterTools tools) =>
        tools.Db.Set<IssuedNumber>().AsNoTracking().Within(tools.Asker, ProceduresPermissions.ReadLetters, n => n.UnitId);
}

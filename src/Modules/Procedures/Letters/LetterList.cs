using System.Linq.Expressions;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Letters;

/// <summary>The register of official documents.</summary>
internal sealed class LetterList : Register<Letter>
{
    public LetterList()
    {
        Text("title", "标题", l => l.Title).Usual().Sought();
        Text("number", "文号", l => l.Number).Usual().Sought();
        Choice("state", "公文状态", l => l.State).Usual().Foremost().Marked(s => (LetterState)s switch { LetterState.Issued => "allowed", LetterState.Draft => "inform", _ => "plain" });
        Choice("form", "格式", l => l.Form);
        Text("addressee", "主送机关", l => l.Addressee).Usual().Sought();
        Date("on", "成文日期", l => l.On).Usual();
        Text("drafter", "起草人", l => l.Drafter).Usual().Sought();
        Text("signer", "签发人", l => l.Signer).Usual();
        Unit("unit", "单位", l => l.UnitId);
        Instant("draftedAt", "起草时间", l => l.DraftedAt).Usual();
        InOrderOf("draftedAt", descending: true);
    }

    public override string Key => "procedures.letters";

    public override Bilingual Title => new("公文台账", "Official documents");

    public override string Address => "/letters";

    public override string Permission => ProceduresPermissions.ReadLetters;

    protected override Expression<Func<Letter, Guid>> Id => l => l.Id;

    public override string? AddressOf(Guid row) => $"/letters/{row}";

    protected override IQueryable<Letter> Rows(RegisterTools tools) =>
        tools.Db.Set<Letter>().AsNoTracking().Within(tools.Asker, ProceduresPermissions.ReadLetters, l => l.UnitId, l => l.DrafterId);
}

using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Numbers;
using Guiju.Ui;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Letters;

/// <summary>Official documents as pages and API read them.</summary>
internal sealed class LetterFile(GuijuDb db, ActorHolder holder, UnitTrees trees, TimeProvider clock)
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>A document within reach, or null.</summary>
    public Task<Letter?> FindAsync(Guid id, CancellationToken ct) =>
        db.Set<Letter>().AsNoTracking().Within(holder.Current, ProceduresPermissions.ReadLetters, l => l.UnitId, l => l.DrafterId).FirstOrDefaultAsync(l => l.Id == id, ct);

    /// <summary>As it is printed, with the office that prints it.</summary>
    public async Task<OfficialLetter> PrintedAsync(Letter letter, CancellationToken ct)
    {
        var office = (await trees.AsOfAsync(Today, ct)).Find(letter.UnitId)?.Name ?? letter.Issuer;
        return letter.Printed(office);
    }

    /// <summary>Series that the person may issue under.</summary>
    public async Task<IReadOnlyList<Choice>> SeriesAsync(string permission, CancellationToken ct) =>
        (await db.Set<NumberSeries>().AsNoTracking().Within(holder.Current, permission, s => s.UnitId).OrderBy(s => s.Mark).Select(s => new { s.Id, s.Mark, s.Title }).ToListAsync(ct))
        .ConvertAll(s => new Choice(s.Id.ToString(), $"{s.Mark}（{s.Title}）"));

    /// <summary>Reserved numbers of this year that the person may use.</summary>
    public async Task<IReadOnlyList<Choice>> ReservedAsync(string permission, CancellationToken ct)
    {
        var year = Today.Year;
        return (await db.Set<IssuedNumber>().AsNoTracking().Within(holder.Current, permission, n => n.UnitId).Where(n => n.State == NumberState.Reserved && n.Year == year)
            .OrderBy(n => n.Number).Select(n => new { n.Id, n.Printed, n.Purpose }).Take(200).ToListAsync(ct)).ConvertAll(n => new Choice(n.Id.ToString(), $"{n.Printed}：{n.Purpose}"));
    }

    /// <summary>What a template is filled with from a case within reach.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FieldsAsync(Guid? caseId, CancellationToken ct)
    {
        var tree = await trees.AsOfAsync(Today, ct);
        var fields = new Dictionary<string, string>
        {
            ["今天"] = $"{Today.Year}年{Today.Month}月{Today.Day}日",
            ["本机关"] = holder.Current.UnitId is { } mine ? NameOfBody(tree, mine) : "",
        };
        var matter = caseId is { } id ? await db.Set<Case>().AsNoTracking().Within(holder.Current, ProceduresPermissions.DraftLetters, c => c.UnitId, c => c.StarterId).FirstOrDefaultAsync(c => c.Id == id, ct) : null;
        if (matter is null)
        {
            return fields;
        }

        var opinions = await db.Set<WorkTask>().AsNoTracking().Where(t => t.CaseId == matter.Id && t.State == TaskState.Answered && t.Opinion != "").OrderBy(t => t.EndedAt).Select(t => t.Opinion).ToListAsync(ct);
        (fields["事项"], fields["发起人"], fields["单位"]) = (matter.Title, matter.Starter, NameOfBody(tree, matter.UnitId));
        (fields["结果"], fields["意见"]) = (ResultWords.Of(matter.Result).Zh, string.Join("；", opinions));
        fields["受理日期"] = $"{matter.On.Year}年{matter.On.Month}月{matter.On.Day}日";
        return fields;
    }

    // An inner office writes in the name of its body.
    private static string NameOfBody(UnitTree tree, Guid unit)
    {
        for (Guid? at = unit; at is { } here; at = tree.ParentOf(here))
        {
            if (tree.Find(here) is { Kind: not UnitKind.InnerOffice } body)
            {
                return body.Name;
            }
        }

        return tree.Find(unit)?.Name ?? "";
    }
}

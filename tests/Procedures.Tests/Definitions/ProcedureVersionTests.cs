using Guiju.Bpmn.Comparing;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Procedures.Definitions;
using Guiju.Procedures.Tests.Work;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Tests.Definitions;

public sealed class ProcedureVersionTests
{
    private static readonly DateOnly Today = new(2023, 5, 8);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_is_drawn_over_by_its_author_alone_and_never_once_it_is_published()
    {
        await using var desk = await MatterDesk.OpenAsync();
        var draft = MatterDesk.Value(await desk.Office.DoAsync(desk.Office.Clerk, new DrawProcedure { Xml = MatterDesk.Xml }, Ct));
        var better = MatterDesk.Xml.Replace("name=\"会签\"", "name=\"各处会签\"", StringComparison.Ordinal);

        Broken("ProcedureChecks.OwnDraft", await desk.Office.DoAsync(desk.Second, new DrawProcedure { VersionId = draft, Xml = better }, Ct));
        Assert.Equal(draft, MatterDesk.Value(await desk.Office.DoAsync(desk.Office.Clerk, new DrawProcedure { VersionId = draft, Xml = better }, Ct)));
        Broken("ProcedureChecks.SameProcedure", await desk.Office.DoAsync(desk.Office.Clerk, new DrawProcedure { VersionId = draft, Xml = better.Replace("procedures.matter", "procedures.other", StringComparison.Ordinal) }, Ct));
        MatterDesk.Value(await desk.Office.DoAsync(desk.Office.Head, new PublishProcedure { VersionId = draft, From = Today }, Ct));
        Broken("ProcedureChecks.IsDraft", await desk.Office.DoAsync(desk.Office.Clerk, new DrawProcedure { VersionId = draft, Xml = MatterDesk.Xml }, Ct));

        var found = (await desk.Office.AskAsync((ProcedureBoard b) => b.CompareAsync("procedures.matter", null, draft.ToString(), Ct), desk.Office.Clerk))!.Value;
        Assert.Empty(found.Differences); // it is in force now
        Assert.Equal(better, await desk.UseAsync(desk.Office.Head, db => db.Set<ProcedureVersion>().Where(v => v.Id == draft).Select(v => v.Xml).FirstAsync(Ct)));
    }

    [Fact]
    public async Task What_cannot_be_read_is_not_even_a_draft()
    {
        await using var desk = await MatterDesk.OpenAsync();

        Broken("ProcedureChecks.Faulty", await desk.Office.DoAsync(desk.Office.Clerk, new DrawProcedure { Xml = "<definitions/>" }, Ct));
        Broken("ProcedureChecks.Faulty", await desk.Office.DoAsync(desk.Office.Clerk, new DrawProcedure { Xml = "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>" }, Ct));
        Broken("ProcedureChecks.CodeFits", await desk.Office.DoAsync(desk.Office.Clerk, new DrawProcedure { Xml = MatterDesk.Xml.Replace("id=\"procedures.matter\"", "id=\"../etc\"", StringComparison.Ordinal) }, Ct));
    }

    [Fact]
    public async Task A_step_that_names_what_does_not_exist_is_not_published()
    {
        await using var desk = await MatterDesk.OpenAsync();
        foreach (var (from, to) in new[] { ("value=\"matters.approve\"", "value=\"matters.nonsense\""), ("<guiju:step notByStarter=\"true\"/><guiju:assign by=\"subject\"", "<guiju:step clock=\"no.such\"/><guiju:assign by=\"subject\"") })
        {
            var draft = MatterDesk.Value(await desk.Office.DoAsync(desk.Office.Clerk, new DrawProcedure { Xml = MatterDesk.Xml.Replace(from, to, StringComparison.Ordinal) }, Ct));

            Broken("ProcedureChecks.Faulty", await desk.Office.DoAsync(desk.Office.Head, new PublishProcedure { VersionId = draft, From = Today }, Ct));
        }
    }

    [Fact]
    public async Task Running_cases_stay_on_their_version_and_new_ones_run_in_the_one_in_force()
    {
        await using var desk = await MatterDesk.OpenAsync();
        var earlier = await desk.StartAsync(desk.Office.Clerk);
        var draft = await desk.PublishAsync(MatterDesk.Xml.Replace("targetRef=\"sign\"", "targetRef=\"handle\"", StringComparison.Ordinal).Replace("<sequenceFlow id=\"f4\" sourceRef=\"sign\" targetRef=\"handle\"/>", "", StringComparison.Ordinal)
            .Replace("<userTask id=\"sign\" name=\"会签\"><extensionElements><guiju:step notByStarter=\"true\"/><guiju:assign by=\"subject\" value=\"signers\"/></extensionElements><multiInstanceLoopCharacteristics/></userTask>", "", StringComparison.Ordinal));
        var later = await desk.StartAsync(desk.Office.Clerk);

        MatterDesk.Value(await desk.AnswerAsync(earlier, desk.Office.Head));
        MatterDesk.Value(await desk.AnswerAsync(later, desk.Office.Head));

        Assert.Equal(["sign", "sign"], await desk.OpenAsync(earlier));
        Assert.Equal(["handle"], await desk.OpenAsync(later));
        var view = (await desk.Office.AskAsync((ProcedureBoard b) => b.FindAsync("procedures.matter", Ct), desk.Office.Clerk))!;
        Assert.Equal([(true, 1), (false, 1)], view.Versions.Select(v => (v.InForce, v.Open)));
        var found = (await desk.Office.AskAsync((ProcedureBoard b) => b.CompareAsync("procedures.matter", view.Versions[1].Key, draft.ToString(), Ct), desk.Office.Clerk))!.Value;
        Assert.Contains(found.Differences, d => d is { Element: "sign", Change: Change.Removed });
    }

    private static void Broken(string code, Outcome<Guid> outcome) => Assert.Equal(code, Assert.IsType<Outcome<Guid>.Broken>(outcome).Check.Code);
}

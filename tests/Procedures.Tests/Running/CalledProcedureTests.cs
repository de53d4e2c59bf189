using Guiju.Kernel;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Definitions;
using Guiju.Procedures.Tests.Work;
using Guiju.Procedures.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Procedures.Tests.Running;

/// <summary>A step of a procedure that is a procedure of its own, in another file.</summary>
public sealed class CalledProcedureTests
{
    private const string Seal = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:guiju="urn:guiju:bpmn:1" id="d" targetNamespace="t"><process id="office.seal" name="用印"><startEvent id="s"/>
        <userTask id="review" name="用印审核"><extensionElements><guiju:step notByStarter="true"/><guiju:assign by="permission" value="matters.approve"/></extensionElements></userTask>
        <userTask id="stamp" name="盖章"><extensionElements><guiju:assign by="starter"/></extensionElements></userTask><endEvent id="e"/>
        <sequenceFlow id="f1" sourceRef="s" targetRef="review"/><sequenceFlow id="f2" sourceRef="review" targetRef="stamp"/><sequenceFlow id="f3" sourceRef="stamp" targetRef="e"/></process></definitions>
        """;

    private static readonly string Caller = MatterDesk.Xml
        .Replace("<userTask id=\"sign\"", "<callActivity id=\"seal\" name=\"用印\" calledElement=\"office.seal\"/><sequenceFlow id=\"f31\" sourceRef=\"seal\" targetRef=\"sign\"/><userTask id=\"sign\"", StringComparison.Ordinal)
        .Replace("sourceRef=\"review\" targetRef=\"sign\"", "sourceRef=\"review\" targetRef=\"seal\"", StringComparison.Ordinal);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task The_called_procedure_runs_within_the_case_with_its_steps_opinions_and_ways_back(string kind)
    {
        await using var desk = await MatterDesk.OpenAsync(kind);
        await desk.PublishAsync(Seal);
        await desk.PublishAsync(Caller);
        var matter = await desk.StartAsync(desk.Office.Clerk);

        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Office.Head));
        Assert.Equal(["office.seal/review"], await desk.OpenAsync(matter));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Office.Head, "同意用印。"));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Office.Clerk));
        Assert.Equal(["sign", "sign"], await desk.OpenAsync(matter));
        MatterDesk.Value(await desk.Office.DoAsync(desk.Second, new SendTaskBack { TaskId = await desk.TaskOfAsync(matter, desk.Second), To = Bpmn.Running.BackTo.Chosen, Step = "office.seal/review", Opinion = "印章有误" }, Ct));
        Assert.Equal(["office.seal/review"], await desk.OpenAsync(matter));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Office.Head));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Office.Clerk));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Second));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Third));
        Assert.Equal(["handle"], await desk.OpenAsync(matter));

        await using var scope = desk.Office.Scoped(desk.Office.Clerk);
        var view = await scope.ServiceProvider.GetRequiredService<CaseFile>().AskAsync(matter, Ct);
        Assert.Contains(view!.Lines, l => l.Step.Zh == "用印审核" && l.Opinion == "同意用印。");
        Assert.Contains(view.Backs, b => b.Step == "office.seal/stamp" && b.Title.Zh == "盖章");
    }

    [Fact]
    public async Task A_running_case_stays_on_the_called_version_it_began_with()
    {
        await using var desk = await MatterDesk.OpenAsync();
        await desk.PublishAsync(Seal);
        await desk.PublishAsync(Caller);
        var before = await desk.StartAsync(desk.Office.Clerk);
        await desk.PublishAsync(Seal.Replace("targetRef=\"stamp\"", "targetRef=\"e\"", StringComparison.Ordinal).Replace("<sequenceFlow id=\"f3\" sourceRef=\"stamp\" targetRef=\"e\"/>", "", StringComparison.Ordinal)
            .Replace("<userTask id=\"stamp\" name=\"盖章\"><extensionElements><guiju:assign by=\"starter\"/></extensionElements></userTask>", "", StringComparison.Ordinal));
        var after = await desk.StartAsync(desk.Office.Clerk);

        foreach (var matter in (Guid[])[before, after])
        {
            MatterDesk.Value(await desk.AnswerAsync(matter, desk.Office.Head));
            MatterDesk.Value(await desk.AnswerAsync(matter, desk.Office.Head));
        }

        Assert.Equal(["office.seal/stamp"], await desk.OpenAsync(before));
        Assert.Equal(["sign", "sign"], await desk.OpenAsync(after));
    }

    [Fact]
    public async Task What_is_called_must_be_in_force_and_must_not_call_back()
    {
        await using var desk = await MatterDesk.OpenAsync();

        Assert.Contains("seal call-elsewhere", await FaultsAsync(desk, Caller));
        await desk.PublishAsync(Seal);
        Assert.DoesNotContain(await FaultsAsync(desk, Caller), f => f.StartsWith("seal ", StringComparison.Ordinal));
        await desk.PublishAsync(Caller);
        var back = Seal.Replace("<userTask id=\"stamp\" name=\"盖章\"><extensionElements><guiju:assign by=\"starter\"/></extensionElements></userTask>", "<callActivity id=\"stamp\" calledElement=\"procedures.matter\"/>", StringComparison.Ordinal);
        Assert.Contains("stamp endless-call", await FaultsAsync(desk, back));
        Assert.Contains("review long-id", await FaultsAsync(desk, Seal.Replace("office.seal", "office." + new string('s', 50), StringComparison.Ordinal)));
    }

    private static async Task<List<string>> FaultsAsync(MatterDesk desk, string xml)
    {
        await using var scope = desk.Office.Scoped(desk.Office.Clerk);
        return [.. (await scope.ServiceProvider.GetRequiredService<ProcedureFaults>().FindAsync(xml, Ct)).Select(f => $"{f.Element} {f.Code}")];
    }
}

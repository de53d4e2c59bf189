using Guiju.Kernel;
using Guiju.Kernel.People;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Work;

namespace Guiju.Procedures.Tests.Work;

/// <summary>认领、归还: what a pool could take is one person's until it is given back, on the page of the case and on the page of the trade.</summary>
public sealed class ClaimTests
{
    private const string Trade = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:guiju="urn:guiju:bpmn:1" id="d" targetNamespace="t"><process id="matters.matter" name="事项"><startEvent id="s"/>
        <userTask id="approve" name="审批"><extensionElements><guiju:assign by="permission" value="matters.approve"/></extensionElements></userTask>
        <userTask id="file" name="归档"><extensionElements><guiju:assign by="starter"/></extensionElements></userTask><endEvent id="e"/>
        <sequenceFlow id="f1" sourceRef="s" targetRef="approve"/><sequenceFlow id="f2" sourceRef="approve" targetRef="file"/><sequenceFlow id="f3" sourceRef="file" targetRef="e"/></process></definitions>
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Of_two_who_claim_at_once_one_has_it_until_it_is_given_back(string kind)
    {
        await using var desk = await MatterDesk.OpenAsync(kind);
        var (head, other) = (desk.Office.Head, await SecondHeadAsync(desk));
        var matter = await desk.StartAsync(desk.Office.Clerk);
        var task = await desk.TaskOfAsync(matter, head);

        var outcomes = await Task.WhenAll(new[] { head, other, head, other }.Select(p => Task.Run(() => desk.Office.DoAsync(p, new ClaimTask { TaskId = task }, Ct))));

        Assert.Single(outcomes, o => o is Outcome<Guid>.Done);
        var winner = Array.FindIndex(outcomes, o => o is Outcome<Guid>.Done) % 2 == 0 ? head : other;
        var loser = winner == head ? other : head;
        Assert.Null(await desk.TaskOfAsync(matter, loser));
        Assert.Equal("CaseChecks.StepIsOpen", Assert.IsType<Outcome<Guid>.Broken>(await desk.Office.DoAsync(loser, new ClaimTask { TaskId = task }, Ct)).Check.Code);
        Assert.IsType<Outcome<Guid>.Missing>(await desk.Office.DoAsync(desk.Third, new ClaimTask { TaskId = task }, Ct)); // who has nothing to do with it learns nothing
        MatterDesk.Value(await desk.Office.DoAsync(winner, new GiveTaskBack { TaskId = await desk.TaskOfAsync(matter, winner) }, Ct));
        MatterDesk.Value(await desk.Office.DoAsync(loser, new ClaimTask { TaskId = await desk.TaskOfAsync(matter, loser) }, Ct));
        Assert.Null(await desk.TaskOfAsync(matter, winner));
        MatterDesk.Value(await desk.AnswerAsync(matter, loser));
    }

    [Fact]
    public async Task What_was_claimed_is_nobody_elses_on_the_page_of_its_trade_either()
    {
        await using var desk = await MatterDesk.OpenAsync();
        var (head, other) = (desk.Office.Head, await SecondHeadAsync(desk));
        await desk.PublishAsync(Trade);
        var id = Guid.CreateVersion7();
        MatterDesk.Value(await desk.Office.DoAsync(desk.Office.Clerk, new FileMatter(id, "领用设备"), Ct));

        MatterDesk.Value(await desk.Office.DoAsync(head, new ClaimTask { TaskId = await desk.TaskOfAsync(id, head) }, Ct));
        var refused = Assert.IsType<Outcome<Guid>.Broken>(await desk.Office.DoAsync(other, new AnswerMatter(id, "approved", ""), Ct));

        Assert.Equal("ProcedureChecks.not-yours", refused.Check.Code);
        MatterDesk.Value(await desk.Office.DoAsync(head, new AnswerMatter(id, "approved", ""), Ct));
    }

    private static async Task<Person> SecondHeadAsync(MatterDesk desk)
    {
        var other = Office.Employed("H2", "孙平", desk.Office.Organ);
        await desk.Office.AddAsync(Ct, other, Office.Holding(other, "head", Scope.UnitAndBelow));
        return other;
    }
}

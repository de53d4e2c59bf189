using Guiju.Bpmn.Running;
using Guiju.Kernel.People;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Procedures.Tests.Work;

/// <summary>Where other engines leave people without a task, or with one too many, after a step was sent back: what stands in the lists of tasks, not only in the engine.</summary>
public sealed class SentBackTaskTests
{
    // 拟稿 → 并行(甲1→甲2 | 乙1→乙2) → 承办
    private const string Ways = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:guiju="urn:guiju:bpmn:1" id="d" targetNamespace="t"><process id="procedures.matter" name="请示"><startEvent id="s"/>
        <userTask id="draft" name="拟稿"><extensionElements><guiju:assign by="starter"/></extensionElements></userTask><parallelGateway id="fork"/><parallelGateway id="join"/>
        <userTask id="a1" name="甲一"><extensionElements><guiju:assign by="person" value="C2"/></extensionElements></userTask><userTask id="a2" name="甲二"><extensionElements><guiju:assign by="person" value="C2"/></extensionElements></userTask>
        <userTask id="b1" name="乙一"><extensionElements><guiju:assign by="person" value="C3"/></extensionElements></userTask><userTask id="b2" name="乙二"><extensionElements><guiju:assign by="person" value="C3"/></extensionElements></userTask>
        <userTask id="handle" name="承办"><extensionElements><guiju:assign by="starter"/></extensionElements></userTask><endEvent id="e"/>
        <sequenceFlow id="f0" sourceRef="s" targetRef="draft"/><sequenceFlow id="f1" sourceRef="draft" targetRef="fork"/><sequenceFlow id="f2" sourceRef="fork" targetRef="a1"/><sequenceFlow id="f3" sourceRef="fork" targetRef="b1"/>
        <sequenceFlow id="f4" sourceRef="a1" targetRef="a2"/><sequenceFlow id="f5" sourceRef="b1" targetRef="b2"/><sequenceFlow id="f6" sourceRef="a2" targetRef="join"/><sequenceFlow id="f7" sourceRef="b2" targetRef="join"/>
        <sequenceFlow id="f8" sourceRef="join" targetRef="handle"/><sequenceFlow id="f9" sourceRef="handle" targetRef="e"/></process></definitions>
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")] // ruoyi-vue-pro 668, AntFlow PR 7
    public async Task Sent_back_in_a_joint_signing_there_is_one_task_at_the_earlier_step_and_none_further_on(string kind)
    {
        await using var desk = await MatterDesk.OpenAsync(kind);
        var matter = await AtSigningAsync(desk);
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Second));

        await BackAsync(desk, matter, desk.Third, BackTo.Previous);

        Assert.Equal(["review"], await desk.OpenAsync(matter));
        Assert.NotNull(await desk.TaskOfAsync(matter, desk.Office.Head));
        Assert.DoesNotContain("handle", await EverAsync(desk, matter));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")] // ruoyi-vue-pro 727
    public async Task Sent_back_to_a_joint_signing_each_signer_has_a_task_again(string kind)
    {
        await using var desk = await MatterDesk.OpenAsync(kind);
        var matter = await AtSigningAsync(desk);
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Second));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Third));

        await BackAsync(desk, matter, desk.Office.Clerk, BackTo.Previous);

        Assert.Equal(["sign", "sign"], await desk.OpenAsync(matter));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Second));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Third));
        Assert.Equal(["handle"], await desk.OpenAsync(matter));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")] // ruoyi-vue-pro 566, 1128; flowable 3999
    public async Task Sent_back_within_one_way_before_the_fork_and_into_the_neighbouring_way_the_lists_follow(string kind)
    {
        await using var desk = await MatterDesk.OpenAsync(kind);
        await desk.PublishAsync(Ways);
        var matter = await desk.StartAsync(desk.Office.Clerk);

        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Second));
        await BackAsync(desk, matter, desk.Second, BackTo.Previous);
        Assert.Equal(["a1", "b1"], await desk.OpenAsync(matter));

        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Second));
        await BackAsync(desk, matter, desk.Second, BackTo.Chosen, "draft");
        Assert.Equal(["draft"], await desk.OpenAsync(matter));

        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Office.Clerk));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Second));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Second));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Third));
        await BackAsync(desk, matter, desk.Third, BackTo.Chosen, "a1");
        Assert.Equal(["a1"], await desk.OpenAsync(matter));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Second));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Second));
        Assert.Equal(["b2"], await desk.OpenAsync(matter));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Third));
        Assert.Equal(["handle"], await desk.OpenAsync(matter));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")] // cnblogs 22954044: moving, ending a multi-instance and collapsing parallel ways
    public async Task A_jump_out_of_a_signing_or_a_fork_withdraws_every_task_that_it_cuts_off(string kind)
    {
        await using var desk = await MatterDesk.OpenAsync(kind);
        var signing = await AtSigningAsync(desk);
        await desk.PublishAsync(Ways);
        var forked = await desk.StartAsync(desk.Office.Clerk);

        foreach (var (matter, from) in ((Guid, string)[])[(signing, "sign"), (forked, "a1")])
        {
            MatterDesk.Value(await desk.Office.Services.GetRequiredService<Kernel.Identity.SystemDesk>().PerformAsync("test", new JumpCase { CaseId = await desk.CaseOfAsync(matter), From = from, Step = "handle", Reason = "特批" }, Ct));
            Assert.Equal(["handle"], await desk.OpenAsync(matter));
        }

        Assert.Equal(4, await desk.UseAsync(desk.Office.Head, db => db.Set<WorkTask>().CountAsync(t => t.State == TaskState.Withdrawn, Ct)));
    }

    private static async Task<Guid> AtSigningAsync(MatterDesk desk)
    {
        var matter = await desk.StartAsync(desk.Office.Clerk);
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Office.Head));
        return matter;
    }

    private static async Task BackAsync(MatterDesk desk, Guid matter, Person by, BackTo to, string? step = null) =>
        MatterDesk.Value(await desk.Office.DoAsync(by, new SendTaskBack { TaskId = await desk.TaskOfAsync(matter, by), To = to, Step = step, Opinion = "请补充" }, Ct));

    private static async Task<string[]> EverAsync(MatterDesk desk, Guid matter)
    {
        var id = await desk.CaseOfAsync(matter);
        return await desk.UseAsync(desk.Office.Head, db => db.Set<WorkTask>().Where(t => t.CaseId == id).Select(t => t.Step).ToArrayAsync(Ct));
    }
}

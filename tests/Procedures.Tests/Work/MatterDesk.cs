using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.People;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Definitions;
using Guiju.Procedures.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Procedures.Tests.Work;

/// <summary>An office whose matters run in a procedure: draft, review by the head, joint signing, carrying out.</summary>
internal sealed class MatterDesk(Office office) : IAsyncDisposable
{
    public const string Xml = """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:guiju="urn:guiju:bpmn:1" id="d" targetNamespace="t"><process id="procedures.matter" name="请示"><startEvent id="s"/>
        <userTask id="draft" name="拟稿"><extensionElements><guiju:assign by="starter"/></extensionElements></userTask>
        <userTask id="review" name="审核"><extensionElements><guiju:step notByStarter="true"/><guiju:assign by="permission" value="matters.approve"/></extensionElements></userTask>
        <userTask id="sign" name="会签"><extensionElements><guiju:step notByStarter="true"/><guiju:assign by="subject" value="signers"/></extensionElements><multiInstanceLoopCharacteristics/></userTask>
        <userTask id="handle" name="承办"><extensionElements><guiju:assign by="starter"/></extensionElements></userTask><endEvent id="e"/>
        <sequenceFlow id="f1" sourceRef="s" targetRef="draft"/><sequenceFlow id="f2" sourceRef="draft" targetRef="review"/><sequenceFlow id="f3" sourceRef="review" targetRef="sign"/>
        <sequenceFlow id="f4" sourceRef="sign" targetRef="handle"/><sequenceFlow id="f5" sourceRef="handle" targetRef="e"/></process></definitions>
        """;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public Office Office => office;

    public Person Second { get; } = Office.Employed("C2", "吴明", office.Organ);

    public Person Third { get; } = Office.Employed("C3", "郑和", office.Organ);

    public static async Task<MatterDesk> OpenAsync(string kind = "SQLite")
    {
        var desk = new MatterDesk(await Office.OpenAsync(kind, Ct));
        await desk.Office.AddAsync(Ct, desk.Second, desk.Third);
        await desk.PublishAsync(Xml);
        return desk;
    }

    public async Task<Guid> PublishAsync(string xml)
    {
        var version = Value(await office.DoAsync(office.Clerk, new DrawProcedure { Xml = xml }, Ct));
        Value(await office.DoAsync(office.Head, new PublishProcedure { VersionId = version, From = new DateOnly(2023, 5, 8) }, Ct));
        return version;
    }

    public async Task<Guid> StartAsync(Person by, string signers = "C2 C3") =>
        Value(await office.DoAsync(by, new StartMatter { Title = "购置设备请示", Text = "拟购置设备。", Signers = signers }, Ct));

    public async Task<Outcome<Guid>> AnswerAsync(Guid matter, Person by, string? opinion = "同意。") =>
        await TaskOfAsync(matter, by) is { } task ? await office.DoAsync(by, new AnswerTask { TaskId = task, Opinion = opinion }, Ct) : new Outcome<Guid>.Missing();

    public Task<Guid?> TaskOfAsync(Guid matter, Person by) => UseAsync(by, async db =>
    {
        var id = await db.Set<Case>().Where(c => c.SubjectId == matter).Select(c => c.Id).FirstAsync(Ct);
        return await db.Set<WorkTask>().For(Office.As(by)).Where(t => t.CaseId == id).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(Ct);
    });

    public Task<Guid> CaseOfAsync(Guid matter) => UseAsync(office.Head, db => db.Set<Case>().Where(c => c.SubjectId == matter).Select(c => c.Id).FirstAsync(Ct));

    public Task<string[]> OpenAsync(Guid matter) => UseAsync(office.Head, async db =>
    {
        var id = await db.Set<Case>().Where(c => c.SubjectId == matter).Select(c => c.Id).FirstAsync(Ct);
        return await db.Set<WorkTask>().Where(t => t.CaseId == id && t.State == TaskState.Open).OrderBy(t => t.Step).ThenBy(t => t.Id).Select(t => t.Step).ToArrayAsync(Ct);
    });

    public async Task<T> UseAsync<T>(Person by, Func<GuijuDb, Task<T>> use)
    {
        await using var scope = office.Scoped(by);
        return await use(scope.ServiceProvider.GetRequiredService<GuijuDb>());
    }

    public static Guid Value(Outcome<Guid> outcome) => outcome is Outcome<Guid>.Done done ? done.Value : throw new InvalidOperationException(outcome.ToString());

    public ValueTask DisposeAsync() => office.DisposeAsync();
}

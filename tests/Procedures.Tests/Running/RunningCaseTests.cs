using System.Text.Json;
using Guiju.Kernel;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Clocks;
using Guiju.Procedures.Home;
using Guiju.Procedures.Running;
using Guiju.Procedures.Tests.Work;
using Guiju.Procedures.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Procedures.Tests.Running;

/// <summary>What moves a case from outside: times, messages, services; and its statutory clocks.</summary>
public sealed class RunningCaseTests
{
    private const string Handle = "<userTask id=\"handle\" name=\"承办\"><extensionElements><guiju:assign by=\"starter\"/></extensionElements></userTask>";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_due_timer_is_fired_exactly_once_however_many_servers_look(string kind)
    {
        await using var desk = await MatterDesk.OpenAsync(kind);
        await desk.PublishAsync(With("<boundaryEvent id=\"late\" attachedToRef=\"review\"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></boundaryEvent><sequenceFlow id=\"f9\" sourceRef=\"late\" targetRef=\"handle\"/>"));
        var matter = await desk.StartAsync(desk.Office.Clerk);

        Assert.Equal(0, await FireAsync(desk));
        desk.Office.Clock.Advance(TimeSpan.FromDays(3) + TimeSpan.FromMinutes(1));
        Assert.Equal(1, await FireAsync(desk));
        Assert.Equal(["handle"], await desk.OpenAsync(matter));
        Assert.Equal(0, await FireAsync(desk));
        Assert.Equal(0, await desk.UseAsync(desk.Office.Head, db => db.Set<CaseTimer>().CountAsync(Ct)));
    }

    [Fact]
    public async Task A_step_taken_in_time_takes_its_timer_with_it()
    {
        await using var desk = await MatterDesk.OpenAsync();
        await desk.PublishAsync(With("<boundaryEvent id=\"late\" attachedToRef=\"review\"><timerEventDefinition><timeDuration>P3D</timeDuration></timerEventDefinition></boundaryEvent><sequenceFlow id=\"f9\" sourceRef=\"late\" targetRef=\"handle\"/>"));
        var matter = await desk.StartAsync(desk.Office.Clerk);
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Office.Head));

        desk.Office.Clock.Advance(TimeSpan.FromDays(9));

        Assert.Equal(0, await FireAsync(desk));
        Assert.Equal(["sign", "sign"], await desk.OpenAsync(matter));
    }

    [Fact]
    public async Task A_repeated_reminder_comes_as_often_as_it_says_and_leaves_the_step_open()
    {
        await using var desk = await MatterDesk.OpenAsync();
        await desk.PublishAsync(With("<boundaryEvent id=\"late\" cancelActivity=\"false\" attachedToRef=\"review\"><timerEventDefinition><timeCycle>R2/P1D</timeCycle></timerEventDefinition></boundaryEvent><endEvent id=\"told\"/><sequenceFlow id=\"f9\" sourceRef=\"late\" targetRef=\"told\"/>"));
        var matter = await desk.StartAsync(desk.Office.Clerk);

        var fired = 0;
        for (var day = 0; day < 5; day++)
        {
            desk.Office.Clock.Advance(TimeSpan.FromDays(1));
            fired += await FireAsync(desk);
        }

        Assert.Equal(2, fired);
        Assert.Equal(["review"], await desk.OpenAsync(matter));
    }

    [Fact]
    public async Task A_message_and_a_service_reported_back_move_the_case_on_with_what_they_bring()
    {
        await using var desk = await MatterDesk.OpenAsync();
        await desk.PublishAsync(With("", MatterDesk.Xml.Replace(Handle, "<serviceTask id=\"handle\" name=\"登记\"/><receiveTask id=\"wait\" messageRef=\"m\"/>", StringComparison.Ordinal)
            .Replace("<sequenceFlow id=\"f5\" sourceRef=\"handle\" targetRef=\"e\"/>", "<sequenceFlow id=\"f5\" sourceRef=\"handle\" targetRef=\"wait\"/><sequenceFlow id=\"f6\" sourceRef=\"wait\" targetRef=\"e\"/>", StringComparison.Ordinal)
            .Replace("targetNamespace=\"t\">", "targetNamespace=\"t\"><message id=\"m\" name=\"回执\"/>", StringComparison.Ordinal)));
        var matter = await desk.StartAsync(desk.Office.Clerk);
        var id = await desk.CaseOfAsync(matter);
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Office.Head));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Second));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Third));

        Assert.IsType<Outcome<Guid>.Broken>(await SystemAsync(desk, new ReceiveMessage { CaseId = id, Message = "回执" }));
        MatterDesk.Value(await SystemAsync(desk, new ReportStepDone { CaseId = id, Step = "handle" }));
        Assert.IsType<Outcome<Guid>.Broken>(await SystemAsync(desk, new ReceiveMessage { CaseId = id, Message = "别的" }));
        MatterDesk.Value(await SystemAsync(desk, new ReceiveMessage { CaseId = id, Message = "回执", Variables = new Dictionary<string, JsonElement> { ["result"] = JsonSerializer.SerializeToElement("received") } }));

        Assert.Equal("received", await desk.UseAsync(desk.Office.Head, db => db.Set<Case>().Where(c => c.Id == id).Select(c => c.Result).FirstAsync(Ct)));
    }

    [Fact]
    public async Task A_clock_of_the_procedure_starts_stands_still_and_stops_with_the_steps_that_name_it()
    {
        await using var desk = await MatterDesk.OpenAsync();
        var (kind, pause) = Kind(desk);
        await desk.PublishAsync(MatterDesk.Xml.Replace("<guiju:step notByStarter=\"true\"/><guiju:assign by=\"permission\"", $"<guiju:step notByStarter=\"true\" clock=\"{kind}\"/><guiju:assign by=\"permission\"", StringComparison.Ordinal)
            .Replace("<guiju:step notByStarter=\"true\"/><guiju:assign by=\"subject\"", $"<guiju:step notByStarter=\"true\" clock=\"{kind}\"/><guiju:assign by=\"subject\"", StringComparison.Ordinal)
            .Replace("name=\"拟稿\"><extensionElements>", $"name=\"拟稿\"><extensionElements><guiju:step clockPause=\"{pause}\"/>", StringComparison.Ordinal));
        var matter = await desk.StartAsync(desk.Office.Clerk);

        var running = await ClockAsync(desk, matter);
        Assert.Equal((ClockState.Running, new DateOnly(2023, 5, 8)), (running.State, running.From));
        Assert.Equal(running.Rolled.AddDays(1), DateOnly.FromDateTime((await desk.UseAsync(desk.Office.Head, db => db.Set<WorkTask>().Where(t => t.State == TaskState.Open).Select(t => t.Due).FirstAsync(Ct)))!.Value));

        desk.Office.Clock.Advance(TimeSpan.FromDays(1));
        MatterDesk.Value(await desk.Office.DoAsync(desk.Office.Head, new SendTaskBack { TaskId = await desk.TaskOfAsync(matter, desk.Office.Head), To = Guiju.Bpmn.Running.BackTo.Starter, Opinion = "请补正" }, Ct));
        Assert.Equal(ClockState.Suspended, (await ClockAsync(desk, matter)).State);
        desk.Office.Clock.Advance(TimeSpan.FromDays(7));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Office.Clerk));
        var resumed = await ClockAsync(desk, matter);
        Assert.Equal(ClockState.Running, resumed.State);
        Assert.True(resumed.Rolled > running.Rolled);

        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Office.Head));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Second));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Third));
        Assert.Equal(ClockState.Stopped, (await ClockAsync(desk, matter)).State);
    }

    [Fact]
    public async Task What_a_duty_officer_hands_over_can_be_answered_by_whoever_gets_it()
    {
        await using var desk = await MatterDesk.OpenAsync();
        var matter = await desk.StartAsync(desk.Office.Head); // the head is the only one who reviews
        var task = await desk.TaskOfAsync(matter, desk.Office.DutyOfficer);

        MatterDesk.Value(await desk.Office.DoAsync(desk.Office.DutyOfficer, new HandOverTask { TaskId = task!.Value, PersonCode = "C2" }, Ct));
        Assert.Null(await desk.TaskOfAsync(matter, desk.Office.DutyOfficer));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Second));
        Assert.Equal(["sign", "sign"], await desk.OpenAsync(matter));
    }

    [Fact]
    public async Task Duty_officers_cannot_hand_a_request_back_to_whoever_made_it()
    {
        await using var desk = await MatterDesk.OpenAsync();
        var matter = await desk.StartAsync(desk.Office.Head);
        var task = await desk.TaskOfAsync(matter, desk.Office.DutyOfficer);

        var refused = Assert.IsType<Outcome<Guid>.Broken>(await desk.Office.DoAsync(desk.Office.DutyOfficer, new HandOverTask { TaskId = task!.Value, PersonCode = "H1" }, Ct));

        Assert.Equal("CaseChecks.NotOwnRequest", refused.Check.Code);
    }

    private static string With(string more, string? xml = null) => (xml ?? MatterDesk.Xml).Replace("</process>", more + "</process>", StringComparison.Ordinal);

    private static (string Kind, string Pause) Kind(MatterDesk desk)
    {
        var kind = desk.Office.Services.GetRequiredService<ClockBook>().Kinds.First(k => k.Pauses.Count > 0);
        return (kind.Code, kind.Pauses[0].Code);
    }

    private static Task<RunningClock> ClockAsync(MatterDesk desk, Guid matter) => desk.UseAsync(desk.Office.Head, db => db.Set<RunningClock>().AsNoTracking().SingleAsync(c => c.SubjectId == matter, Ct));

    // Two servers look at the same moment, twice each.
    private static async Task<int> FireAsync(MatterDesk desk)
    {
        var timers = desk.Office.Services.GetRequiredService<DueTimers>();
        return (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => timers.RunAsync(Ct))))).Sum();
    }

    private static Task<Outcome<Guid>> SystemAsync(MatterDesk desk, IAct<Guid> act) => desk.Office.Services.GetRequiredService<Kernel.Identity.SystemDesk>().PerformAsync("test", act, Ct);
}

using System.Text.Json;
using Guiju.Bpmn;
using Guiju.Kernel;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Definitions;
using Guiju.Procedures.Running;
using Guiju.Procedures.Tests.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Procedures.Tests.Running;

/// <summary>Procedures that nobody starts: a time comes, or a message arrives.</summary>
public sealed class SelfStartTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task When_its_time_comes_a_procedure_starts_exactly_once_however_many_servers_look(string kind)
    {
        await using var desk = await MatterDesk.OpenAsync(kind);
        await desk.PublishAsync(Weekly("R/2023-05-09T09:00/P7D"));

        Assert.Equal(0, await RunAsync(desk));
        desk.Office.Clock.Advance(TimeSpan.FromDays(1) + TimeSpan.FromHours(9));
        Assert.Equal(1, await RunAsync(desk));
        Assert.Equal(0, await RunAsync(desk));
        desk.Office.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal(1, await RunAsync(desk));
        Assert.Equal(["每周报送 2023-05-09", "每周报送 2023-05-16"], await TitlesAsync(desk));
        Assert.Equal(["report", "report"], await desk.UseAsync(desk.Office.Head, db => db.Set<WorkTask>().Where(t => t.State == TaskState.Open).Select(t => t.Step).ToArrayAsync(Ct)));
    }

    [Fact]
    public async Task Of_several_times_that_were_missed_the_last_is_made_up_for_and_none_from_before_it_was_published()
    {
        await using var desk = await MatterDesk.OpenAsync();
        await desk.PublishAsync(Weekly("R/2023-01-02T09:00/P1D"));

        Assert.Equal(0, await RunAsync(desk));
        desk.Office.Clock.Advance(TimeSpan.FromDays(5));
        Assert.Equal(1, await RunAsync(desk));
        Assert.Equal(["每周报送 2023-05-12"], await TitlesAsync(desk));
    }

    [Fact]
    public async Task A_newer_version_takes_the_times_of_the_older_with_it()
    {
        await using var desk = await MatterDesk.OpenAsync();
        await desk.PublishAsync(Weekly("R/2023-05-09T09:00/P7D"));
        await desk.PublishAsync(Weekly("2023-06-01").Replace("timeCycle", "timeDate", StringComparison.Ordinal));

        desk.Office.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(0, await RunAsync(desk));
        desk.Office.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Equal(1, await RunAsync(desk));
        Assert.Equal(["每周报送 2023-06-01"], await TitlesAsync(desk));
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task A_message_starts_a_case_with_what_it_brings_and_the_same_one_only_once(string kind)
    {
        await using var desk = await MatterDesk.OpenAsync(kind);
        await desk.PublishAsync(Upon("来信"));
        var message = new StartByMessage { Message = "来信", Key = "A-7", Title = "群众来信", Text = "反映停车秩序。", Variables = new Dictionary<string, JsonElement> { ["urgent"] = JsonSerializer.SerializeToElement(true) } };

        var many = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => SystemAsync(desk, message))));
        var matter = MatterDesk.Value(await SystemAsync(desk, message));

        Assert.Contains(many, o => o is Outcome<Guid>.Done);
        Assert.All(many.OfType<Outcome<Guid>.Done>(), o => Assert.Equal(matter, o.Value));
        Assert.Equal(["群众来信"], await TitlesAsync(desk));
        Assert.Equal(["hurry"], await desk.OpenAsync(matter));
        Assert.NotEqual(matter, MatterDesk.Value(await SystemAsync(desk, message with { Key = "A-8" })));
    }

    [Fact]
    public async Task A_message_that_nothing_waits_for_and_a_unit_that_is_not_there_are_refused()
    {
        await using var desk = await MatterDesk.OpenAsync();
        await desk.PublishAsync(Upon("来信"));

        Assert.Equal("ProcedureChecks.NothingStarts", Assert.IsType<Outcome<Guid>.Broken>(await SystemAsync(desk, new StartByMessage { Message = "别的" })).Check.Code);
        Assert.Equal("ProcedureChecks.UnitExists", Assert.IsType<Outcome<Guid>.Broken>(await SystemAsync(desk, new StartByMessage { Message = "来信", Unit = "99" })).Check.Code);
        Assert.IsType<Outcome<Guid>.Denied>(await desk.Office.DoAsync(desk.Office.Clerk, new StartByMessage { Message = "来信" }, Ct));
    }

    [Theory]
    [InlineData("R/P7D", "unit=\"99\"", "unknown-name")]
    [InlineData("R/2023-05-09T09:00/P7D", "", "no-unit")]
    [InlineData("每周一", "unit=\"01\"", "no-time")]
    public async Task A_start_by_time_says_when_and_for_whom_before_it_is_published(string time, string unit, string code)
    {
        await using var desk = await MatterDesk.OpenAsync();
        await using var scope = desk.Office.Scoped(desk.Office.Clerk);

        var faults = await scope.ServiceProvider.GetRequiredService<ProcedureFaults>().FindAsync(Weekly(time).Replace("unit=\"01\"", unit, StringComparison.Ordinal), Ct);

        Assert.Contains(faults, f => f.Element == "weekly" && f.Code == code);
    }

    [Theory]
    [InlineData("cycle", "R/P1M", "2023-03-01T00:00Z", "2023-03-01T00:00Z")]
    [InlineData("cycle", "R/P1M", "2023-02-27T00:00Z", null)]
    [InlineData("cycle", "R2/P1D", "2023-06-01T00:00Z", "2023-02-03T00:00Z")]
    [InlineData("cycle", "R/2023-01-31/P1M", "2023-04-30T12:00Z", "2023-04-30T00:00Z")]
    [InlineData("cycle", "R/2023-01-01T08:00:00+08:00/P1D", "2023-05-01T00:00Z", "2023-05-01T00:00Z")]
    [InlineData("duration", "PT36H", "2023-03-01T00:00Z", "2023-02-02T12:00Z")]
    [InlineData("date", "2023-01-31", "2023-03-01T00:00Z", null)]
    [InlineData("date", "2023-03-01", "2023-03-01T00:00Z", "2023-03-01T00:00Z")]
    [InlineData("date", "9999-12-31", "2023-03-01T00:00Z", null)]
    public void The_last_time_at_which_it_should_have_started_follows_from_the_drawing(string form, string time, string now, string? last)
    {
        var since = new DateTimeOffset(2023, 2, 1, 0, 0, 0, TimeSpan.Zero);
        var start = new FlowNode { Id = "s", Kind = NodeKind.Start, Trigger = Trigger.Timer, TimerForm = form, TriggerValue = time };

        Assert.Equal(last is null ? null : DateTimeOffset.Parse(last, System.Globalization.CultureInfo.InvariantCulture), StartTime.Last(start, since, DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static string Weekly(string time) => $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:guiju="urn:guiju:bpmn:1" id="d" targetNamespace="t"><process id="office.weekly" name="每周报送">
        <startEvent id="weekly" name="到时"><extensionElements><guiju:step unit="01"/></extensionElements><timerEventDefinition><timeCycle>{time}</timeCycle></timerEventDefinition></startEvent>
        <userTask id="report" name="报送"><extensionElements><guiju:assign by="permission" value="matters.approve"/></extensionElements></userTask><endEvent id="e"/>
        <sequenceFlow id="f1" sourceRef="weekly" targetRef="report"/><sequenceFlow id="f2" sourceRef="report" targetRef="e"/></process></definitions>
        """;

    private static string Upon(string message) => $"""
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:guiju="urn:guiju:bpmn:1" id="d" targetNamespace="t"><message id="m" name="{message}"/><process id="office.letter" name="来信办理">
        <startEvent id="came"><extensionElements><guiju:step unit="01"/></extensionElements><messageEventDefinition messageRef="m"/></startEvent><exclusiveGateway id="x" default="f3"/>
        <userTask id="hurry" name="急办"><extensionElements><guiju:assign by="permission" value="matters.approve"/></extensionElements></userTask>
        <userTask id="handle" name="办理"><extensionElements><guiju:assign by="permission" value="matters.approve"/></extensionElements></userTask><endEvent id="e"/>
        <sequenceFlow id="f1" sourceRef="came" targetRef="x"/><sequenceFlow id="f2" sourceRef="x" targetRef="hurry"><conditionExpression>urgent = true</conditionExpression></sequenceFlow><sequenceFlow id="f3" sourceRef="x" targetRef="handle"/>
        <sequenceFlow id="f4" sourceRef="hurry" targetRef="e"/><sequenceFlow id="f5" sourceRef="handle" targetRef="e"/></process></definitions>
        """;

    private static Task<string[]> TitlesAsync(MatterDesk desk) => desk.UseAsync(desk.Office.Head, db => db.Set<Case>().Where(c => c.Procedure != "procedures.matter").OrderBy(c => c.OpenedAt).Select(c => c.Title).ToArrayAsync(Ct));

    // Two servers look at the same moment, twice each.
    private static async Task<int> RunAsync(MatterDesk desk)
    {
        var timers = desk.Office.Services.GetRequiredService<DueTimers>();
        return (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => timers.RunAsync(Ct))))).Sum();
    }

    private static Task<Outcome<Guid>> SystemAsync(MatterDesk desk, IAct<Guid> act) => desk.Office.Services.GetRequiredService<Kernel.Identity.SystemDesk>().PerformAsync("test", act, Ct);
}

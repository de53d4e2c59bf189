using Guiju.Bpmn.Running;
using Guiju.Kernel;
using Guiju.Kernel.People;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Definitions;
using Guiju.Procedures.Home;
using Guiju.Procedures.Work;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Tests.Work;

public sealed class CaseVerbTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_matter_runs_from_draft_to_its_end_each_step_with_whom_the_procedure_names()
    {
        await using var desk = await MatterDesk.OpenAsync();
        var matter = await desk.StartAsync(desk.Office.Clerk);

        Assert.Equal(["review"], await desk.OpenAsync(matter));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Office.Head));
        Assert.Equal(["sign", "sign"], await desk.OpenAsync(matter));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Second));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Third));
        Assert.Equal(["handle"], await desk.OpenAsync(matter));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Office.Clerk));

        var started = Assert.Single((await desk.Office.AskAsync((HomeLists h) => h.StartedAsync(new HomeFilter(), Ct), desk.Office.Clerk)).Rows);
        Assert.Equal(("approved", false), (started.Result, started.Open));
        var seen = await desk.Office.AskAsync((CaseFile f) => f.AskAsync(matter, Ct), desk.Second);
        Assert.Equal(5, seen!.Lines.Count);
        Assert.Null(await desk.Office.AskAsync((CaseFile f) => f.AskAsync(matter, Ct), desk.Office.DutyOfficer));
    }

    [Fact]
    public async Task Sent_back_from_the_joint_signing_everybody_is_asked_again()
    {
        await using var desk = await MatterDesk.OpenAsync();
        var matter = await desk.StartAsync(desk.Office.Clerk);
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Office.Head));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Second));

        MatterDesk.Value(await desk.Office.DoAsync(desk.Third, new SendTaskBack { TaskId = await desk.TaskOfAsync(matter, desk.Third), To = BackTo.Starter, Straight = true, Opinion = "材料不全" }, Ct));
        Assert.Equal(["draft"], await desk.OpenAsync(matter));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Office.Clerk, "已补充"));
        Assert.Equal(["sign", "sign"], await desk.OpenAsync(matter));
    }

    [Fact]
    public async Task Taken_back_handed_over_entrusted_and_signed_beside_the_tasks_follow()
    {
        await using var desk = await MatterDesk.OpenAsync();
        var matter = await desk.StartAsync(desk.Office.Clerk);
        var id = await desk.CaseOfAsync(matter);
        MatterDesk.Value(await desk.Office.DoAsync(desk.Office.Clerk, new RetractAnswer { CaseId = id }, Ct));
        Assert.Equal(["draft"], await desk.OpenAsync(matter));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Office.Clerk));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Office.Head));

        MatterDesk.Value(await desk.Office.DoAsync(desk.Second, new PassTask { TaskId = await desk.TaskOfAsync(matter, desk.Second), How = Passing.Entrust, PersonCode = "H1" }, Ct));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Office.Head, "建议同意"));
        Assert.NotNull(await desk.TaskOfAsync(matter, desk.Second));
        MatterDesk.Value(await desk.Office.DoAsync(desk.Third, new PassTask { TaskId = await desk.TaskOfAsync(matter, desk.Third), How = Passing.SignBeside, PersonCode = "D1" }, Ct));
        Assert.Equal(3, (await desk.OpenAsync(matter)).Length);
        MatterDesk.Value(await desk.Office.DoAsync(desk.Third, new RemoveTask { CaseId = id, PersonCode = "D1" }, Ct));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Second));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Third));
        Assert.Equal(["handle"], await desk.OpenAsync(matter));
    }

    [Fact]
    public async Task A_running_case_stays_on_its_version_when_another_is_published()
    {
        await using var desk = await MatterDesk.OpenAsync();
        var old = await desk.StartAsync(desk.Office.Clerk);
        await desk.PublishAsync(MatterDesk.Xml.Replace("targetRef=\"sign\"", "targetRef=\"handle\"", StringComparison.Ordinal).Replace("<sequenceFlow id=\"f4\" sourceRef=\"sign\" targetRef=\"handle\"/>", "", StringComparison.Ordinal)
            .Replace("<userTask id=\"sign\"", "<!--", StringComparison.Ordinal).Replace("<userTask id=\"handle\"", "--><userTask id=\"handle\"", StringComparison.Ordinal));
        var later = await desk.StartAsync(desk.Office.Clerk);

        MatterDesk.Value(await desk.AnswerAsync(old, desk.Office.Head));
        MatterDesk.Value(await desk.AnswerAsync(later, desk.Office.Head));
        Assert.Equal(["sign", "sign"], await desk.OpenAsync(old));
        Assert.Equal(["handle"], await desk.OpenAsync(later));
    }

    [Fact]
    public async Task A_procedure_is_published_by_another_than_its_author_and_not_with_faults()
    {
        await using var desk = await MatterDesk.OpenAsync();
        var version = MatterDesk.Value(await desk.Office.DoAsync(desk.Office.Clerk, new DrawProcedure { Xml = MatterDesk.Xml }, Ct));

        var own = Assert.IsType<Outcome<Guid>.Broken>(await desk.Office.DoAsync(desk.Office.Clerk, new PublishProcedure { VersionId = version, From = new DateOnly(2023, 5, 8) }, Ct));
        Assert.Equal("ProcedureChecks.SecondPerson", own.Check.Code);
        var faulty = MatterDesk.Value(await desk.Office.DoAsync(desk.Office.Clerk, new DrawProcedure { Xml = MatterDesk.Xml.Replace("<sequenceFlow id=\"f5\" sourceRef=\"handle\" targetRef=\"e\"/>", "", StringComparison.Ordinal) }, Ct));
        var refused = Assert.IsType<Outcome<Guid>.Broken>(await desk.Office.DoAsync(desk.Office.Head, new PublishProcedure { VersionId = faulty, From = new DateOnly(2023, 5, 8) }, Ct));
        Assert.Equal("ProcedureChecks.Faulty", refused.Check.Code);
    }

    [Theory, InlineData("SQLite"), InlineData("PostgreSQL")]
    public async Task Of_many_who_act_at_once_exactly_one_wins_each_step(string kind)
    {
        await using var desk = await MatterDesk.OpenAsync(kind);
        for (var round = 0; round < 3; round++)
        {
            var matter = await desk.StartAsync(desk.Office.Clerk);
            var id = await desk.CaseOfAsync(matter);
            var task = await desk.TaskOfAsync(matter, desk.Office.Head);
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => n % 2 == 0
                ? desk.Office.DoAsync(desk.Office.Head, new AnswerTask { TaskId = task }, Ct)
                : desk.Office.DoAsync(desk.Office.Clerk, new RetractAnswer { CaseId = id }, Ct))));

            Assert.Single(outcomes, o => o is Outcome<Guid>.Done);
            Assert.All(outcomes, o => Assert.True(o is Outcome<Guid>.Done or Outcome<Guid>.Stale or Outcome<Guid>.Broken or Outcome<Guid>.Missing, o.ToString()));
        }
    }

    [Fact]
    public async Task No_path_of_deputies_delegation_or_added_signers_lets_anybody_approve_an_own_request()
    {
        await using var desk = await MatterDesk.OpenAsync();
        var (office, people) = (desk.Office, new[] { desk.Office.Head, desk.Office.Clerk, desk.Second, desk.Third });

        // Everybody is everybody's deputy in some round; whoever starts never takes, nor is stood for in, review or signing.
        var dice = new Random(5);
        for (var round = 0; round < 12; round++)
        {
            var starter = people[dice.Next(people.Length)];
            var named = people[dice.Next(people.Length)];
            var deputy = people[dice.Next(people.Length)];
            await office.DoAsync(named, new NameDeputy { PersonCode = deputy.Code, From = new DateOnly(2023, 5, 1), To = new DateOnly(2023, 6, 1) }, Ct);
            var matter = await desk.StartAsync(starter, "H1 C1 C2 C3");
            for (var step = 0; step < 25; step++)
            {
                var who = people[dice.Next(people.Length)];
                var task = await desk.TaskOfAsync(matter, who);
                var to = people[dice.Next(people.Length)].Code;
                IAct<Guid> act = dice.Next(3) == 0 ? new PassTask { TaskId = task, How = (Passing)dice.Next(5), PersonCode = to } : new AnswerTask { TaskId = task };
                await office.DoAsync(who, act, Ct);
            }
        }

        var wrong = await desk.UseAsync(office.Head, db => (
            from t in db.Set<WorkTask>()
            join c in db.Set<Case>() on t.CaseId equals c.Id
            where (t.Step == "review" || t.Step == "sign") && (t.PersonId == c.StarterId || t.BehalfId == c.StarterId || t.State == TaskState.Answered && t.EndedById == c.StarterId)
            select t.Step).CountAsync(Ct));
        Assert.Equal(0, wrong);
        Assert.True(await desk.UseAsync(office.Head, db => db.Set<WorkTask>().CountAsync(t => t.State == TaskState.Answered && t.Step == "sign", Ct)) > 5);
    }

    [Fact]
    public async Task Nobody_found_the_step_falls_to_the_duty_officers()
    {
        await using var desk = await MatterDesk.OpenAsync();
        var matter = await desk.StartAsync(desk.Office.Head); // the head is the only one who reviews

        Assert.NotNull(await desk.TaskOfAsync(matter, desk.Office.DutyOfficer));
        MatterDesk.Value(await desk.AnswerAsync(matter, desk.Office.DutyOfficer));
        Assert.Equal(["sign", "sign"], await desk.OpenAsync(matter));
    }
}

using Guiju.Kernel;
using Guiju.Procedures.Home;

namespace Guiju.Procedures.Tests;

public sealed class CaseworkTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_step_waits_for_those_whose_permission_reaches_the_unit_and_for_nobody_else()
    {
        await using var office = await Office.OpenAsync(Ct);
        var elsewhere = Office.Employed("H2", "孙远", office.Other);
        await office.AddAsync(Ct, elsewhere, Office.Holding(elsewhere, "head", Kernel.People.Scope.UnitAndBelow));

        Done(await office.DoAsync(office.Clerk, new FileMatter(Guid.CreateVersion7(), "申请用车"), Ct));

        Assert.Equal("申请用车", Assert.Single((await WaitingAsync(office, office.Head)).Rows).Title);
        Assert.Empty((await WaitingAsync(office, elsewhere)).Rows);
        Assert.Empty((await WaitingAsync(office, office.Clerk)).Rows);
        Assert.Empty((await WaitingAsync(office, office.DutyOfficer)).Rows);
    }

    [Fact]
    public async Task A_named_person_alone_sees_the_step()
    {
        await using var office = await Office.OpenAsync(Ct);

        Done(await office.DoAsync(office.Head, new FileMatter(Guid.CreateVersion7(), "交回车辆") { Named = office.Clerk.Id }, Ct));

        Assert.Single((await WaitingAsync(office, office.Clerk)).Rows);
        Assert.Empty((await WaitingAsync(office, office.Head)).Rows);
    }

    [Fact]
    public async Task An_answered_step_moves_from_to_do_to_done_with_result_and_opinion()
    {
        await using var office = await Office.OpenAsync(Ct);
        var matter = Guid.CreateVersion7();
        Done(await office.DoAsync(office.Clerk, new FileMatter(matter, "申请用车"), Ct));

        Done(await office.DoAsync(office.Head, new AnswerMatter(matter, "approved", "同意。"), Ct));

        Assert.Empty((await WaitingAsync(office, office.Head)).Rows);
        var done = Assert.Single((await office.AskAsync((HomeLists h) => h.DoneAsync(new HomeFilter(), Ct), office.Head)).Rows);
        Assert.Equal(("approved", "同意。", false), (done.Result, done.Opinion, done.Open));
        var started = Assert.Single((await office.AskAsync((HomeLists h) => h.StartedAsync(new HomeFilter(), Ct), office.Clerk)).Rows);
        Assert.Equal(("approved", ""), (started.Result, started.Step));
        Assert.Equal(new HomeCounts(0, 0, 1, 0, 0, 0), await office.AskAsync((HomeLists h) => h.CountAsync(Ct), office.Head));
    }

    [Fact]
    public async Task Of_two_people_who_answer_one_after_the_other_the_second_is_told()
    {
        await using var office = await Office.OpenAsync(Ct);
        var matter = Guid.CreateVersion7();
        Done(await office.DoAsync(office.Clerk, new FileMatter(matter, "申请用车"), Ct));
        Done(await office.DoAsync(office.Head, new AnswerMatter(matter, "approved", ""), Ct));

        var second = Assert.IsType<Outcome<Guid>.Broken>(await office.DoAsync(office.Head, new AnswerMatter(matter, "refused", ""), Ct));

        Assert.Equal("CaseChecks.CaseIsOpen", second.Check.Code);
    }

    [Fact]
    public async Task Of_many_people_who_answer_at_once_exactly_one_wins()
    {
        await using var office = await Office.OpenAsync(Ct);
        for (var round = 0; round < 5; round++)
        {
            var matter = Guid.CreateVersion7();
            Done(await office.DoAsync(office.Clerk, new FileMatter(matter, $"事项{round}"), Ct));

            var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(n =>
                Task.Run(() => n % 2 == 0 ? office.DoAsync(office.Head, new AnswerMatter(matter, "approved", ""), Ct) : office.DoAsync(office.Clerk, new WithdrawMatter(matter), Ct))));

            Assert.Single(outcomes, o => o is Outcome<Guid>.Done);
            Assert.All(outcomes, o => Assert.True(o is Outcome<Guid>.Done or Outcome<Guid>.Stale or Outcome<Guid>.Broken, o.ToString()));
        }
    }

    [Fact]
    public async Task A_record_has_one_open_case_at_most()
    {
        await using var office = await Office.OpenAsync(Ct);
        var matter = Guid.CreateVersion7();
        Done(await office.DoAsync(office.Clerk, new FileMatter(matter, "申请用车"), Ct));

        Assert.IsType<Outcome<Guid>.Broken>(await office.DoAsync(office.Clerk, new FileMatter(matter, "申请用车"), Ct));

        Done(await office.DoAsync(office.Clerk, new WithdrawMatter(matter), Ct));
        Done(await office.DoAsync(office.Clerk, new FileMatter(matter, "再次申请用车"), Ct));
    }

    [Fact]
    public async Task Filing_at_once_from_two_windows_opens_one_case()
    {
        await using var office = await Office.OpenAsync(Ct);
        var matter = Guid.CreateVersion7();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => office.DoAsync(office.Clerk, new FileMatter(matter, "申请用车"), Ct))));

        Assert.Single(outcomes, o => o is Outcome<Guid>.Done);
        Assert.Equal(5, outcomes.Count(o => o is Outcome<Guid>.Broken));
    }

    [Fact]
    public async Task Whoever_started_a_matter_neither_sees_nor_takes_the_step_that_approves_it()
    {
        await using var office = await Office.OpenAsync(Ct);
        var matter = Guid.CreateVersion7();

        Done(await office.DoAsync(office.Head, new FileMatter(matter, "主任自己申请") { NotByStarter = true }, Ct));

        Assert.Empty((await WaitingAsync(office, office.Head)).Rows);
        var refused = Assert.IsType<Outcome<Guid>.Broken>(await office.DoAsync(office.Head, new AnswerMatter(matter, "approved", ""), Ct));
        Assert.Equal("CaseChecks.NotOwnRequest", refused.Check.Code);
        Assert.True(Assert.Single((await WaitingAsync(office, office.DutyOfficer)).Rows).OnDuty); // the head was the only one
    }

    private static void Done<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Done>(outcome);

    private static Task<HomePart> WaitingAsync(Office office, Kernel.People.Person person) =>
        office.AskAsync((HomeLists h) => h.WaitingAsync(new HomeFilter(), Ct), person);
}

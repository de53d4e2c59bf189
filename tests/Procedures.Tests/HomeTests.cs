using Guiju.Kernel;
using Guiju.Procedures.Home;

namespace Guiju.Procedures.Tests;

public sealed class HomeTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_overdue_comes_first_and_what_has_no_limit_last()
    {
        await using var office = await Office.OpenAsync(Ct);
        var now = office.Clock.GetUtcNow().UtcDateTime;
        foreach (var (title, due) in new (string, DateTime?)[] { ("不限时", null), ("明天到期", now.AddDays(1)), ("已逾期", now.AddHours(-1)) })
        {
            Assert.IsType<Outcome<Guid>.Done>(await office.DoAsync(office.Clerk, new FileMatter(Guid.CreateVersion7(), title) { Due = due }, Ct));
            office.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var list = await office.AskAsync((HomeLists h) => h.WaitingAsync(new HomeFilter(), Ct), office.Head);
        var overdue = await office.AskAsync((HomeLists h) => h.WaitingAsync(new HomeFilter { Overdue = true }, Ct), office.Head);

        Assert.Equal(["已逾期", "明天到期", "不限时"], list.Rows.Select(r => r.Title));
        Assert.Equal([true, false, false], list.Rows.Select(r => r.Overdue));
        Assert.Equal("已逾期", Assert.Single(overdue.Rows).Title);
        Assert.Equal(1, (await office.AskAsync((HomeLists h) => h.CountAsync(Ct), office.Head)).Overdue);
    }

    [Fact]
    public async Task A_step_that_nobody_could_take_falls_to_the_duty_officer_who_hands_it_on()
    {
        await using var office = await Office.OpenAsync(Ct);
        Assert.IsType<Outcome<Guid>.Done>(await office.DoAsync(office.Clerk, new FileMatter(Guid.CreateVersion7(), "无人可办") { UnitId = office.Other.Id }, Ct));
        var task = Assert.Single((await office.AskAsync((HomeLists h) => h.WaitingAsync(new HomeFilter(), Ct), office.DutyOfficer)).Rows);
        Assert.True(task.OnDuty);

        var unknown = Assert.IsType<Outcome<Guid>.Broken>(await office.DoAsync(office.DutyOfficer, new HandOverTask { TaskId = task.Id, PersonCode = "X9" }, Ct));
        Assert.Equal(nameof(HandOverTask.PersonCode), unknown.Field);
        Assert.IsType<Outcome<Guid>.Denied>(await office.DoAsync(office.Clerk, new HandOverTask { TaskId = task.Id, PersonCode = "C1" }, Ct));
        Assert.IsType<Outcome<Guid>.Done>(await office.DoAsync(office.DutyOfficer, new HandOverTask { TaskId = task.Id, PersonCode = "C1" }, Ct));

        Assert.Empty((await office.AskAsync((HomeLists h) => h.WaitingAsync(new HomeFilter(), Ct), office.DutyOfficer)).Rows);
        Assert.Single((await office.AskAsync((HomeLists h) => h.WaitingAsync(new HomeFilter(), Ct), office.Clerk)).Rows);
    }

    [Fact]
    public async Task A_copy_is_unread_until_its_reader_and_nobody_else_marks_it()
    {
        await using var office = await Office.OpenAsync(Ct);
        Assert.IsType<Outcome<Guid>.Done>(await office.DoAsync(office.Clerk, new FileMatter(Guid.CreateVersion7(), "抄送一下") { Copy = office.DutyOfficer.Id }, Ct));
        var copy = Assert.Single((await office.AskAsync((HomeLists h) => h.CopiedAsync(new HomeFilter(), Ct), office.DutyOfficer)).Rows);
        Assert.True(copy.Unread);

        Assert.IsType<Outcome<Guid>.Missing>(await office.DoAsync(office.Head, new ReadNotice { NoticeId = copy.Id }, Ct));
        Assert.IsType<Outcome<Guid>.Done>(await office.DoAsync(office.DutyOfficer, new ReadNotice { NoticeId = copy.Id }, Ct));

        Assert.False(Assert.Single((await office.AskAsync((HomeLists h) => h.CopiedAsync(new HomeFilter(), Ct), office.DutyOfficer)).Rows).Unread);
        Assert.Equal(0, (await office.AskAsync((HomeLists h) => h.CountAsync(Ct), office.DutyOfficer)).Unread);
    }

    [Fact]
    public async Task Lists_are_filtered_by_words_and_paged()
    {
        await using var office = await Office.OpenAsync(Ct);
        for (var n = 1; n <= 25; n++)
        {
            Assert.IsType<Outcome<Guid>.Done>(await office.DoAsync(office.Clerk, new FileMatter(Guid.CreateVersion7(), $"第{n:00}号申请"), Ct));
            office.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var second = await office.AskAsync((HomeLists h) => h.StartedAsync(new HomeFilter { Page = 2 }, Ct), office.Clerk);
        var found = await office.AskAsync((HomeLists h) => h.StartedAsync(new HomeFilter { Words = "17号" }, Ct), office.Clerk);

        Assert.Equal((25, 5), (second.Total, second.Rows.Count));
        Assert.Equal("第17号申请", Assert.Single(found.Rows).Title);
        Assert.Equal("审批", found.Rows[0].Step);
        Assert.Empty((await office.AskAsync((HomeLists h) => h.StartedAsync(new HomeFilter { Procedure = "fleet.trip" }, Ct), office.Clerk)).Rows);
    }
}

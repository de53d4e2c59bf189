using Guiju.Clocks;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Procedures.Clocks;
using Guiju.Procedures.Home;
using Guiju.Procedures.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Procedures.Tests.Clocks;

/// <summary>Clocks on matters. The office's today is Monday, 8 May 2023.</summary>
public sealed class RunningClockTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_clock_tells_its_end_with_the_articles_behind_it()
    {
        await using var office = await Office.OpenAsync(Ct);
        var id = await StartAsync(office, "disclosure.answer", "2023-05-04");

        var view = await ViewAsync(office, id);

        Assert.Equal(new DateOnly(2023, 5, 31), view.Clock.Rolled);
        Assert.Equal("第三十三条第二款", view.Provision?.Article);
        Assert.Contains(view.Derivation, l => l.Provision?.Article == "第二百零一条第一款");
        Assert.Contains(view.Derivation, l => l.Text.Zh.Contains("2023年5月6日（周六）调休上班", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asking_a_third_party_suspends_the_clock_and_the_answer_lets_it_run_on()
    {
        await using var office = await Office.OpenAsync(Ct);
        var id = await StartAsync(office, "disclosure.answer", "2023-05-04");
        Done(await office.DoAsync(office.Clerk, new SuspendClock { ClockId = id, Kind = "third-party", Sent = new(2023, 5, 8), Note = "征求某公司意见" }, Ct));
        Broken("IsRunning", await office.DoAsync(office.Clerk, new SuspendClock { ClockId = id, Kind = "third-party", Sent = new(2023, 5, 8), Note = "再问" }, Ct));
        office.Clock.Advance(TimeSpan.FromDays(9));

        Done(await office.DoAsync(office.Clerk, new ResumeClock { ClockId = id, On = new(2023, 5, 17) }, Ct));

        var expected = new Clock(office.Services.GetRequiredService<WorkCalendar>()).Compute(new DateOnly(2023, 5, 4), 20, ClockUnit.Workday, [new(new(2023, 5, 8), new(2023, 5, 17))]);
        var view = await ViewAsync(office, id);
        Assert.Equal((expected.Raw, ClockState.Running), (view.Clock.Raw, view.Clock.State));
        Assert.Single(view.Pauses);
    }

    [Fact]
    public async Task What_does_not_suspend_a_clock_is_refused()
    {
        await using var office = await Office.OpenAsync(Ct);
        var id = await StartAsync(office, "petition.notice", "2023-05-04");

        Broken("MayPause", await office.DoAsync(office.Clerk, new SuspendClock { ClockId = id, Kind = "third-party", Sent = new(2023, 5, 8), Note = "x" }, Ct));
        Broken("MayExtend", await office.DoAsync(office.Head, new ExtendClock { ClockId = id, By = 5, Reason = "情况复杂" }, Ct));
        Broken("KnownKind", await office.DoAsync(office.Clerk, new StartClock { Kind = "nothing", Title = "无此期限", From = new(2023, 5, 4) }, Ct));
        Broken("NotInFuture", await office.DoAsync(office.Clerk, new StartClock { Kind = "petition.notice", Title = "将来", From = new(2023, 5, 9) }, Ct));
    }

    [Fact]
    public async Task A_clock_is_extended_once_within_its_limit_and_by_who_may()
    {
        await using var office = await Office.OpenAsync(Ct);
        var id = await StartAsync(office, "petition.opinion", "2023-05-04");

        Assert.IsType<Outcome<Guid>.Denied>(await office.DoAsync(office.Clerk, new ExtendClock { ClockId = id, By = 30, Reason = "情况复杂" }, Ct));
        Broken("ExtensionWithinLimit", await office.DoAsync(office.Head, new ExtendClock { ClockId = id, By = 31, Reason = "情况复杂" }, Ct));
        Done(await office.DoAsync(office.Head, new ExtendClock { ClockId = id, By = 30, Reason = "情况复杂" }, Ct));
        Broken("ExtendedOnce", await office.DoAsync(office.Head, new ExtendClock { ClockId = id, By = 1, Reason = "再延" }, Ct));

        Assert.Equal(new DateOnly(2023, 5, 4).AddDays(90), (await ViewAsync(office, id)).Clock.Raw);
    }

    [Fact]
    public async Task An_overdue_clock_stops_only_with_its_reason_and_others_do_not_see_it()
    {
        await using var office = await Office.OpenAsync(Ct);
        var id = await StartAsync(office, "petition.notice", "2023-05-04");
        office.Clock.Advance(TimeSpan.FromDays(20));

        Broken("ExtendedInTime", await office.DoAsync(office.Head, new ExtendClock { ClockId = await StartAsync(office, "petition.opinion", "2023-01-04"), By = 5, Reason = "情况复杂" }, Ct));
        Broken("LateNeedsReason", await office.DoAsync(office.Clerk, new StopClock { ClockId = id, On = new(2023, 5, 26) }, Ct));
        Assert.IsType<Outcome<Guid>.Missing>(await office.DoAsync(office.DutyOfficer, new StopClock { ClockId = id, On = new(2023, 5, 26), Reason = "外人" }, Ct));
        Done(await office.DoAsync(office.Clerk, new StopClock { ClockId = id, On = new(2023, 5, 26), Reason = "材料迟到" }, Ct));

        Assert.True((await ViewAsync(office, id)).Overdue);
    }

    [Theory]
    [MemberData(nameof(Office.Databases), MemberType = typeof(Office))]
    public async Task Each_reminder_is_given_once_however_many_nodes_look(string database)
    {
        await using var office = await Office.OpenAsync(database, new Dictionary<string, string?>(), Ct);
        await StartAsync(office, "petition.notice", "2023-05-08"); // raw 23 May, a Tuesday
        var given = new List<int>();
        for (var day = 0; day <= 18; day++)
        {
            var nodes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => office.Services.GetRequiredService<Reminding>().RunAsync(Ct))));
            given.Add(nodes.Sum());
            office.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(4, given.Sum());
        Assert.Equal([8, 10, 14, 16], given.Select((n, day) => (n, day)).Where(g => g.n > 0).Select(g => g.day));
        Assert.Equal(4, (await office.AskAsync((HomeLists h) => h.CountAsync(Ct), office.Clerk)).Messages);
        Done(await office.DoAsync(office.Clerk, new ReadMessages(), Ct));
        Assert.Equal(0, (await office.AskAsync((HomeLists h) => h.CountAsync(Ct), office.Clerk)).Messages);
    }

    [Fact]
    public async Task A_new_notice_computes_open_clocks_anew_and_leaves_stopped_ones()
    {
        await using var office = await Office.OpenAsync(Ct);
        var (open, closed) = (await StartAsync(office, "disclosure.answer", "2023-05-04"), await StartAsync(office, "disclosure.answer", "2023-05-04"));
        Done(await office.DoAsync(office.Clerk, new StopClock { ClockId = closed, On = new(2023, 5, 8) }, Ct));
        await using (var scope = office.Scoped(office.Clerk))
        {
            // As if both had been computed under other notices.
            await scope.ServiceProvider.GetRequiredService<GuijuDb>().Set<RunningClock>().ExecuteUpdateAsync(
                set => set.SetProperty(c => c.CalendarVersion, "old").SetProperty(c => c.Rolled, new DateOnly(2023, 6, 1)).SetProperty(c => c.Aim, new DateOnly(2023, 6, 1)), Ct);
        }

        await office.Services.GetRequiredService<Reminding>().RunAsync(Ct);

        Assert.Equal(new DateOnly(2023, 5, 31), (await ViewAsync(office, open)).Clock.Rolled);
        Assert.Equal(new DateOnly(2023, 6, 1), (await ViewAsync(office, closed)).Clock.Rolled);
        Assert.Contains((await office.AskAsync((HomeLists h) => h.MessagesAsync(new HomeFilter(), Ct), office.Clerk)).Rows, m => m.Title.Contains("2023-06-01 变为 2023-05-31", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_kind_of_the_catalogue_cites_a_provision_that_is_there_or_is_the_bureaus_own()
    {
        var book = Book();

        Assert.True(book.Kinds.Count > 15);
        Assert.All(book.Kinds, kind => Assert.True(kind.Provision is null ? kind.Code.StartsWith("bureau.", StringComparison.Ordinal) : book.Provision(kind.Provision, new DateOnly(2026, 1, 5))?.Article is not null, kind.Code));
        Assert.All(book.Kinds.SelectMany(k => k.Pauses.Select(p => p.Provision).Append(k.Extension?.Provision)).OfType<string>(), address => Assert.NotNull(book.Provision(address, new DateOnly(2026, 1, 5))?.Article));
    }

    private static ClockBook Book()
    {
        var folder = Law.LawFiles.Find(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());
        return ClockBook.Parse(Law.LawFiles.Read(folder), WorkCalendar.Load(Path.Combine(folder, "calendar")));
    }

    private static async Task<Guid> StartAsync(Office office, string kind, string from) =>
        Assert.IsType<Outcome<Guid>.Done>(await office.DoAsync(office.Clerk, new StartClock { Kind = kind, Title = "某事项", From = DateOnly.ParseExact(from, "yyyy-MM-dd") }, Ct)).Value;

    private static async Task<ClockFile.View> ViewAsync(Office office, Guid id) => (await office.AskAsync((ClockFile f) => f.FindAsync(id, Ct), office.Clerk))!;

    private static void Done<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Done>(outcome);

    private static void Broken(string check, Outcome<Guid> outcome) => Assert.EndsWith(check, Assert.IsType<Outcome<Guid>.Broken>(outcome).Check.Code, StringComparison.Ordinal);
}

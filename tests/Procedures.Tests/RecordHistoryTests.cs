using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.People;
using Guiju.Procedures.Contracts;
using Guiju.Procedures.Home;
using Guiju.Procedures.Timeline;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Tests;

public sealed class RecordHistoryTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_record_tells_its_acts_opinions_and_copies_in_order()
    {
        await using var office = await Office.OpenAsync(Ct);
        var matter = Guid.CreateVersion7();
        Done(await office.DoAsync(office.Clerk, new FileMatter(matter, "申请用车") { Copy = office.DutyOfficer.Id }, Ct));
        office.Clock.Advance(TimeSpan.FromHours(2));
        Done(await office.DoAsync(office.Head, new AnswerMatter(matter, "approved", "同意，注意安全。"), Ct));

        var told = await HistoryAsync(office, matter);

        Assert.Equal(["林清", "林清", "周正"], told.Select(i => i.Person));
        Assert.Equal("何守", told[1].CopiedTo);
        var answer = Assert.Single(told[2].Answers);
        Assert.Equal(("审批", "同意", "同意，注意安全。"), (answer.Step.Zh, answer.Result.Zh, answer.Opinion));
        Assert.All(told.Where(i => i.CopiedTo is null), i => Assert.NotNull(i.EntryId));
        Assert.DoesNotContain(told, i => i.Waiting);
    }

    [Fact]
    public async Task What_a_record_waits_for_stands_last_with_those_who_could_take_it()
    {
        await using var office = await Office.OpenAsync(Ct);
        var matter = Guid.CreateVersion7();
        Done(await office.DoAsync(office.Clerk, new FileMatter(matter, "申请用车") { Due = office.Clock.GetUtcNow().UtcDateTime.AddHours(1) }, Ct));
        office.Clock.Advance(TimeSpan.FromHours(2));

        var last = (await HistoryAsync(office, matter))[^1];

        Assert.Equal((true, "周正", true), (last.Waiting, last.Person, last.Overdue));
    }

    [Fact]
    public async Task An_answer_that_no_single_act_explains_stands_on_its_own()
    {
        await using var office = await Office.OpenAsync(Ct);
        var matter = Guid.CreateVersion7();
        var day = new DateTime(2023, 3, 1, 1, 0, 0, DateTimeKind.Utc);
        var planted = new PlantedCase(
                new CaseOpening("matters.matter", new("旧事", "Old matter"), "matters.matter", matter, office.Organ.Id, "/matters/1", new DateOnly(2023, 3, 1)), office.Clerk.Id, office.Clerk.Name, day)
            .Ask(new Step("approve", new("审批", "Approve"), Office.Approve, null, null), day)
            .Answer("approve", "approved", "同意", office.Head.Id, office.Head.Name, day.AddHours(1))
            .CopyTo(office.DutyOfficer.Id, office.Head.Name, day.AddHours(1), null)
            .Close("settled", day.AddDays(1));
        await office.AskAsync(async (GuijuDb db) =>
        {
            using var bulk = new LedgerBulk(db);
            await bulk.AddAsync(new BulkAct(day.AddDays(1), "matters.SettleMatter", "{}", [("matters.matter", matter)]), planted.Rows.ToList(), Ct);
            await bulk.FlushAsync(Ct);
            return 0;
        }, office.Head);

        var told = await HistoryAsync(office, matter);

        Assert.Equal(["审批", "抄送", "matters.SettleMatter"], told.Select(i => i.Title.Zh));
        Assert.Equal("同意", Assert.Single(told[0].Answers).Opinion);
        Assert.Equal("settled", Assert.Single((await office.AskAsync((HomeLists h) => h.StartedAsync(new HomeFilter(), Ct), office.Clerk)).Rows).Result);
        Assert.Equal(1, (await office.AskAsync((HomeLists h) => h.CountAsync(Ct), office.Head)).Done);
    }

    [Fact]
    public async Task Acts_have_titles_in_both_languages_and_unknown_ones_keep_their_name()
    {
        await using var office = await Office.OpenAsync(Ct);
        await office.AskAsync((ActTitles titles) =>
        {
            Assert.Equal(new Bilingual("转办", "Hand over"), titles.Of("procedures.HandOverTask"));
            Assert.Equal(new Bilingual("fleet.RequestTrip", "Request trip"), titles.Of("fleet.RequestTrip"));
            return Task.FromResult(0);
        }, office.Head);
    }

    [Fact]
    public async Task Everything_that_casework_writes_is_in_the_ledger()
    {
        await using var office = await Office.OpenAsync(Ct);
        var matter = Guid.CreateVersion7();
        Done(await office.DoAsync(office.Clerk, new FileMatter(matter, "申请用车") { Copy = office.DutyOfficer.Id }, Ct));
        var copy = Assert.Single((await office.AskAsync((HomeLists h) => h.CopiedAsync(new HomeFilter(), Ct), office.DutyOfficer)).Rows);
        Done(await office.DoAsync(office.DutyOfficer, new ReadNotice { NoticeId = copy.Id }, Ct));
        Done(await office.DoAsync(office.Head, new AnswerMatter(matter, "refused", "材料不全"), Ct));

        var proof = await office.AskAsync((LedgerProof p) => p.VerifyAsync(Ct), office.Head);

        Assert.DoesNotContain(proof.Alterations, a => a.Table.StartsWith("procedures", StringComparison.Ordinal));
        Assert.Equal(3, await office.AskAsync((GuijuDb db) => db.Set<LedgerEntry>().CountAsync(Ct), office.Head));
    }

    private static void Done<T>(Outcome<T> outcome) => Assert.IsType<Outcome<T>.Done>(outcome);

    private static Task<IReadOnlyList<TimelineItem>> HistoryAsync(Office office, Guid matter) =>
        office.AskAsync((RecordHistory h) => h.OfAsync("matters.matter", matter, Ct), office.Head);
}

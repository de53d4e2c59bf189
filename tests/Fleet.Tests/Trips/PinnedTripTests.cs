using Guiju.Decisions.Lawbooks;
using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Verdicts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Tests.Trips;

public sealed class PinnedTripTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_trip_keeps_the_rules_it_was_filed_under_and_a_new_one_meets_the_new_rules()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var before = await bureau.DoneAsync(bureau.Clerk, Samples.Journey(), Ct);
        var old = await LawbookOfAsync(bureau, before);

        await PublishAsync(bureau, old);
        var after = await bureau.DoneAsync(bureau.Clerk, Samples.Journey(), Ct);
        await bureau.DoneAsync(bureau.Head, new ApproveTrip { Id = before, Opinion = "同意" }, Ct);
        await bureau.DoneAsync(bureau.Head, new ApproveTrip { Id = after, Opinion = "同意" }, Ct);

        Assert.NotEqual(old, await LawbookOfAsync(bureau, after));
        Assert.All(await LawbooksAsync(bureau, before), version => Assert.Equal(old, version));
        Assert.All(await LawbooksAsync(bureau, after), version => Assert.NotEqual(old, version));
    }

    // A change of a figure that holds from today on, as the workbench publishes it.
    private static Task<bool> PublishAsync(Bureau bureau, string lawbook) => bureau.AskAsync<LawShelf, bool>(bureau.Desk, async shelf =>
    {
        Assert.Equal(lawbook, shelf.Current.Version);
        var files = new Dictionary<string, string> { ["parameters.yaml"] = "- id: fleet.renew.years\n  values:\n    - {from: 2023-05-08, to: null, value: 9, provision: cn/general-offices/2017/71, evidence: reported, recorded: 2023-05-08}\n" };
        await bureau.ReadAsync(async db =>
        {
            await shelf.KeepAsync(db, bureau.Clock, Ct);
            db.Add(new PublishedAmendment { Number = 1, From = new DateOnly(2023, 5, 8), Title = "改", EnglishTitle = "Change", Authors = "甲", ApproverName = "乙", Lawbook = "", Packed = Json.Pack(files) });
            await db.SaveChangesAsync(Ct);
            await shelf.KeepAsync(db, bureau.Clock, Ct);
            return true;
        });
        return true;
    });

    private static async Task<string> LawbookOfAsync(Bureau bureau, Guid trip) => (await LawbooksAsync(bureau, trip))[0];

    private static Task<List<string>> LawbooksAsync(Bureau bureau, Guid trip) =>
        bureau.ReadAsync(db => db.Set<StoredVerdict>().AsNoTracking().Where(v => v.SubjectId == trip).OrderBy(v => v.At).Select(v => v.Lawbook).ToListAsync(Ct));
}

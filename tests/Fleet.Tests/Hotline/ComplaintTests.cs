using Guiju.Fleet.Hotline;
using Guiju.Kernel;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Tests.Hotline;

public sealed class ComplaintTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Bureau.Databases), MemberType = typeof(Bureau))]
    public async Task A_complaint_is_linked_to_its_car_answered_by_a_workday_and_closed(string database)
    {
        await using var bureau = await Bureau.OpenAsync(database, Ct);
        var car = await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id), Ct);
        var id = await bureau.DoneAsync(bureau.Desk, Said("H-1", "京a·00001"), Ct);

        var taken = await OneAsync(bureau, id);
        Assert.Equal((car, bureau.Organ.Id, new DateOnly(2023, 5, 11)), (taken.VehicleId, taken.UnitId, taken.DueOn)); // Saturday the 6th was worked; the fifth workday is Thursday
        Assert.Equal(ComplaintChecks.IsAnswered, await BrokenAsync(bureau, new CloseComplaint { Id = id }));
        await bureau.DoneAsync(bureau.Desk, new AnswerComplaint { Id = id, Founded = true, Answer = "情况属实，已批评教育。" }, Ct);
        await bureau.DoneAsync(bureau.Desk, new AnswerComplaint { Id = id, Founded = false, Answer = "经查，该车当日执行公务。" }, Ct); // may be put right until it is closed
        await bureau.DoneAsync(bureau.Desk, new CloseComplaint { Id = id }, Ct);
        Assert.Equal(ComplaintChecks.StillOpen, await BrokenAsync(bureau, new AnswerComplaint { Id = id, Founded = false, Answer = "再答" }));

        var done = await OneAsync(bureau, id);
        Assert.Equal((ComplaintState.Closed, false, "许平", Samples.Today), (done.State, done.Founded, done.AnsweredBy, done.AnsweredOn));
    }

    [Fact]
    public async Task A_plate_that_nobody_knows_stays_as_it_was_named_and_a_number_comes_in_once()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var id = await bureau.DoneAsync(bureau.Desk, Said("H-1", "京Z99999"), Ct);

        var taken = await OneAsync(bureau, id);
        Assert.Equal((null, "京Z99999", bureau.Authority.Id), (taken.VehicleId, taken.PlateNo, taken.UnitId));
        Assert.Equal(ComplaintChecks.NumberIsNew, await BrokenAsync(bureau, Said(" H-1 ", null)));
        Assert.Equal(ComplaintChecks.NotInTheFuture, await BrokenAsync(bureau, Said("H-2", null) with { ReceivedAt = new DateTime(2023, 5, 9, 9, 0, 0) }));
    }

    [Fact]
    public async Task Only_the_vehicle_desk_answers_and_secret_cars_stay_with_those_who_may_see_them()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id) with { SecrecyExempt = true }, Ct);
        var id = await bureau.DoneAsync(bureau.Desk, Said("H-1", "京A00001"), Ct);
        await bureau.DoneAsync(bureau.Desk, Said("H-2", null), Ct);

        Assert.IsType<Outcome<Guid>.Denied>(await bureau.DoAsync(bureau.Dispatcher, new AnswerComplaint { Id = id, Founded = true, Answer = "属实" }, Ct));
        await using var desk = bureau.Scoped(bureau.Desk);
        await using var dispatcher = bureau.Scoped(bureau.Dispatcher);
        Assert.Equal(2, (await Lists.RowsAsync(desk.ServiceProvider, "fleet.complaints", Ct)).Count);
        Assert.Single(await Lists.RowsAsync(dispatcher.ServiceProvider, "fleet.complaints", Ct));
        Assert.Null(await bureau.AskAsync<ComplaintFile, ComplaintFile.View?>(bureau.Dispatcher, f => f.AskAsync(id, Ct)));
        Assert.True((await bureau.AskAsync<ComplaintFile, ComplaintFile.View?>(bureau.Desk, f => f.AskAsync(id, Ct)))!.MayHandle);
    }

    private static TakeComplaint Said(string number, string? plate) => new() { Number = number, ReceivedAt = new DateTime(2023, 5, 5, 9, 30, 0), Channel = ComplaintChannel.Phone, Content = "公务车停在饭店门前", PlateNo = plate };

    private static Task<Complaint> OneAsync(Bureau bureau, Guid id) => bureau.ReadAsync(db => db.Set<Complaint>().AsNoTracking().SingleAsync(c => c.Id == id, Ct));

    private static async Task<SystemCheck> BrokenAsync(Bureau bureau, IAct<Guid> act) => Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Desk, act, Ct)).Check;
}

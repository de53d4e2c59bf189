using Guiju.Fleet.Costs;
using Guiju.Fleet.Quotas;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;

namespace Guiju.Fleet.Tests.Quotas;

public sealed class QuotaListTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_list_sets_cars_held_beside_the_quota_and_tells_the_next_one()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 1), Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 2), Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Other.Id, 3), Ct);
        await bureau.DoneAsync(bureau.Desk, Fix(bureau.Organ.Id, 1, new DateOnly(2023, 1, 1)), Ct);
        await bureau.DoneAsync(bureau.Desk, Fix(bureau.Organ.Id, 3, new DateOnly(2024, 1, 1)), Ct);

        var all = await bureau.AskAsync<QuotaList, QuotaList.Part>(bureau.Desk, list => list.AskAsync(null, null, true, 1, Ct));
        var row = (await bureau.AskAsync<QuotaList, QuotaList.Part>(bureau.Head, list => list.AskAsync(null, VehicleClass.Research, false, 1, Ct))).Rows.Single();

        Assert.Equal((2, 1, 3, 2), (all.Total, all.Quota, all.Held, all.Beyond)); // one beyond, one without any quota
        Assert.Equal((1, 2, 1), (row.Now.Quota, row.Now.Held, row.Now.Beyond));
        Assert.Equal(new QuotaList.Next(new DateOnly(2024, 1, 1), 3), row.Next);
    }

    [Fact]
    public async Task A_desk_keeps_the_registers_of_its_own_reach_only()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);

        Assert.IsType<Outcome<Guid>.Missing>(await bureau.DoAsync(bureau.UnitDesk, Fix(bureau.Other.Id, 1, Samples.Today), Ct));
        Assert.IsType<Outcome<Guid>.Missing>(await bureau.DoAsync(bureau.UnitDesk, Samples.Car(bureau.Other.Id), Ct));
        Assert.IsType<Outcome<Guid>.Missing>(await bureau.DoAsync(bureau.UnitDesk, Samples.Driver(bureau.Other.Id), Ct));
        await bureau.DoneAsync(bureau.UnitDesk, Fix(bureau.Organ.Id, 1, Samples.Today), Ct);
        await bureau.DoneAsync(bureau.UnitDesk, Samples.Car(bureau.Organ.Id), Ct);
    }

    [Fact]
    public async Task A_contract_stands_on_the_list_once()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var act = new AddPayee { Name = "定点加油站", Service = ServiceKind.Fuel, ContractNo = "C-1", From = new DateOnly(2023, 1, 1), To = new DateOnly(2023, 3, 31) };
        await bureau.DoneAsync(bureau.Desk, act, Ct);

        Assert.Equal(CostChecks.PayeeIsNew, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Desk, act with { ContractNo = "C-2" }, Ct)).Check);
        await bureau.DoneAsync(bureau.Desk, act with { From = new DateOnly(2023, 4, 1), To = new DateOnly(2024, 3, 31) }, Ct);

        var listed = await bureau.AskAsync<PayeeList, PayeeList.Part>(bureau.Desk, list => list.AskAsync("加油", null, 1, Ct));
        Assert.Equal([PayeeList.Standing.InForce, PayeeList.Standing.Ended], listed.Rows.Select(r => r.Standing));
    }

    private static SetQuota Fix(Guid unit, int cars, DateOnly from) => new() { UnitId = unit, Class = VehicleClass.Research, Cars = cars, From = from, DocNo = "编" };
}

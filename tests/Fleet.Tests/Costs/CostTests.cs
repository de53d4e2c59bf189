using Guiju.Fleet.Costs;
using Guiju.Fleet.Months;
using Guiju.Fleet.Quotas;
using Guiju.Fleet.Vehicles;

namespace Guiju.Fleet.Tests.Costs;

public sealed class CostTests
{
    private static readonly (Guid, Guid) Of = (Guid.CreateVersion7(), Guid.CreateVersion7());

    [Fact]
    public void Fuel_and_charging_have_a_quantity_and_tolls_have_none()
    {
        var line = new AddTripCost { Kind = CostKind.Fuel, On = Samples.Today, AmountYuan = 300 };

        Broken.By(CostChecks.QuantityForFuelAndCharge, () => TripCost.Enter(Guid.CreateVersion7(), Of, line, null), "Quantity");
        Broken.By(CostChecks.QuantityForFuelAndCharge, () => TripCost.Enter(Guid.CreateVersion7(), Of, line with { Kind = CostKind.Toll, Quantity = 3 }, null));
        Assert.Equal(40, TripCost.Enter(Guid.CreateVersion7(), Of, line with { Quantity = 40 }, null).Quantity);
    }

    [Fact]
    public void A_contract_ends_after_it_begins() =>
        Broken.By(CostChecks.ContractEndsAfterStart, () => Payee.Contract(Guid.CreateVersion7(), "加油站", ServiceKind.Fuel, "C1", Samples.Today, Samples.Today.AddDays(-1)));

    [Fact]
    public void A_month_is_closed_only_when_it_has_ended()
    {
        var may = new CarMonthSum(new DateOnly(2023, 5, 1), 0, 0, 0, 0, 0, 0, 0);

        Broken.By(MonthChecks.HasEnded, () => MonthClosing.Close(Guid.CreateVersion7(), Of, may, null, (Samples.Now, new DateOnly(2023, 5, 31))));
        Assert.Equal(may.Month, MonthClosing.Close(Guid.CreateVersion7(), Of, may, null, (Samples.Now, new DateOnly(2023, 6, 1))).Month);
    }

    [Fact]
    public void A_new_quota_ends_the_one_before()
    {
        var first = Quota.Fix(Guid.CreateVersion7(), (Of.Item1, VehicleClass.Research), 3, new DateOnly(2022, 1, 1), "编1", null);
        var second = Quota.Fix(Guid.CreateVersion7(), (Of.Item1, VehicleClass.Research), 2, new DateOnly(2023, 1, 1), "编2", first);

        Assert.Equal(new DateOnly(2022, 12, 31), first.To);
        Broken.By(QuotaChecks.FollowsTheOneBefore, () => Quota.Fix(Guid.CreateVersion7(), (Of.Item1, VehicleClass.Research), 1, second.From, "编3", second));
    }
}

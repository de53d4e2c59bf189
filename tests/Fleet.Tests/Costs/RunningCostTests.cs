using Guiju.Fleet.Census;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Indicators;
using Guiju.Fleet.Openness;

namespace Guiju.Fleet.Tests.Costs;

/// <summary>One and the same money is told wherever running costs are told.</summary>
public sealed class RunningCostTests
{
    private static readonly (DateOnly From, DateOnly To) Year = (new(2023, 1, 1), new(2023, 12, 31));

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Indicators_census_and_what_is_published_count_insurance_and_leave_out_fines_and_wages()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var car = await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id), Ct);
        var insurer = await bureau.DoneAsync(bureau.Desk, new AddPayee { Name = "保险公司", Service = ServiceKind.Insurance, ContractNo = "C", From = Year.From, To = Year.To }, Ct);
        foreach (var (kind, yuan) in new[] { (CarCostKind.CommercialInsurance, 3000m), (CarCostKind.Wash, 40m), (CarCostKind.Fine, 200m), (CarCostKind.DriverAllowance, 500m) })
        {
            await bureau.DoneAsync(bureau.Dispatcher, new AddCarCost { VehicleId = car, Kind = kind, On = Samples.Today, AmountYuan = yuan, PayeeId = CarCost.Renews(kind) ? insurer : null, PayeeName = CarCost.Renews(kind) ? null : "某单位", DocNo = "1", ValidTo = CarCost.Renews(kind) ? Samples.Today.AddYears(1) : null, Justification = "说明" }, Ct);
        }

        var board = await bureau.AskAsync<IndicatorBoard, IndicatorBoard.Part>(bureau.Head, b => b.AskAsync(Year.From, Year.To, null, Ct));
        var census = (await bureau.AskAsync<CensusRecord, IReadOnlyDictionary<Guid, CensusFigures>>(bureau.Desk, r => r.AskAsync(Year.From, Year.To, Ct)))[bureau.Organ.Id];
        var published = await bureau.AskAsync<SpendingSum, SpendingStatement>(bureau.Desk, s => s.AskAsync(2023, Ct));

        Assert.Equal(3040, board.All.Yuan);
        Assert.Equal(3040, CensusLine.All.Where(l => l.Group == CensusGroup.Cost).Sum(l => census[l.Key]));
        Assert.Equal(3040, CensusLine.All.Where(l => l.Group == CensusGroup.EnergyCost).Sum(l => census[l.Key]));
        Assert.Equal(3040, published.RunningYuan);
    }
}

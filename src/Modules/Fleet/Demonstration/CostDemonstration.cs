using System.Globalization;
using System.Text;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Repairs;
using Guiju.Fleet.Statements;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Demonstration;

/// <summary>A fuel statement of June 2023, in which some lines wait for a person, and two repairs that are done.</summary>
internal sealed class CostDemonstration(GuijuDb db, StatementDesk statements, (ActorSource People, ActorHolder Asker) who, TimeProvider clock) : IDemonstration
{
    private const string Issuer = "方圆石油定点加油站";
    private static readonly DateOnly June = new(TripPlanning.Year, 6, 1);

    public int Order => 25;

    public Bilingual Title { get; } = new("加油卡对账单与维修", "A fuel statement and repairs");

    public async Task<IReadOnlyDictionary<string, int>> PlantAsync(CancellationToken ct)
    {
        var planter = who.Asker.Current;
        who.Asker.Current = await who.People.ForAsync(Planted.Id("person:B001"), ct);
        var answer = await statements.TakeAsync(new StatementAsked(Issuer, CostKind.Fuel, null, "2023年6月加油明细.csv", null), new MemoryStream(Encoding.UTF8.GetBytes(await StatementAsync(ct))), true, ct);
        who.Asker.Current = planter;
        var rows = await RepairsAsync(ct);
        using var ledger = new LedgerBulk(db);
        await ledger.AddAsync(new BulkAct(clock.UtcNow(), "fleet.PlantFleet", "{}", rows.OfType<RepairOrder>().Select(r => (FleetKinds.Repair, r.Id)).ToList()), rows, ct);
        await ledger.FlushAsync(ct);
        return new Dictionary<string, int> { ["statement lines"] = answer.Tally?.Lines ?? 0, ["repairs"] = rows.Count / 2 };
    }

    // What drivers entered on some journeys, one amount that differs, one day without a journey, one car that is not ours.
    private async Task<string> StatementAsync(CancellationToken ct)
    {
        var last = June.AddMonths(1);
        var fillings = await db.Set<TripCost>().AsNoTracking().Where(c => c.Kind == CostKind.Fuel && c.On >= June && c.On < last).Join(db.Set<Trip>(), c => c.TripId, t => t.Id, (c, t) => new { c, t.RealStart, t.VehicleId })
            .Join(db.Set<Vehicle>(), x => x.VehicleId, v => (Guid?)v.Id, (x, v) => new { x.c.AmountYuan, x.c.Quantity, x.RealStart, v.PlateNo, v.Energy }).OrderBy(x => x.RealStart).Take(6).ToListAsync(ct);
        var text = new StringBuilder("交易流水号,交易时间,车牌号,油品,数量（升）,交易金额（元）,网点名称\n");
        foreach (var (filling, n) in fillings.Select((f, n) => (f, n)))
        {
            Line(n, clock.ToLocal(filling.RealStart.GetValueOrDefault()).AddMinutes(20), filling.PlateNo, filling.Energy == EnergyKind.Diesel ? "0#柴油" : "95#汽油", filling.Quantity ?? 0, filling.AmountYuan + (n == 5 ? 100 : 0));
        }

        var night = June.AddDays(24).ToDateTime(new TimeOnly(23, 10));
        Line(6, night, fillings.Count > 0 ? fillings[0].PlateNo : "京A60001", "95#汽油", 75, 600);
        Line(7, night.AddHours(-9), "京B12345", "95#汽油", 40, 320);
        return text.ToString();

        void Line(int number, DateTime at, string plate, string grade, decimal litres, decimal yuan) =>
            text.Append(CultureInfo.InvariantCulture, $"FY2023{number:0000},{at:yyyy-MM-dd HH:mm:ss},{plate},{grade},{litres:0.00},{yuan:0.00},方圆一站\n");
    }

    private async Task<List<object>> RepairsAsync(CancellationToken ct)
    {
        var cars = await db.Set<Vehicle>().AsNoTracking().OrderBy(v => v.PlateNo).Take(2).ToListAsync(ct);
        var shop = await db.Set<Payee>().FirstOrDefaultAsync(p => p.Service == ServiceKind.Repair, ct);
        var hand = new TripHand(null, "演示数据", clock.UtcNow());
        return cars.SelectMany((car, n) =>
        {
            var day = June.AddDays(5 + n * 9);
            var repair = RepairOrder.Report(string.Create(CultureInfo.InvariantCulture, $"修-{day:yyyyMMdd}-0001"), (car.Id, car.UnitId), new ReportRepair { Part = n == 0 ? CarPart.Upkeep : CarPart.Brakes, Fault = n == 0 ? "到保养里程" : "刹车异响", OdometerKm = null }, hand, day);
            repair.Quote((shop?.Id, shop?.Name ?? ""), n == 0 ? "机油、机滤，工时一小时" : "前刹车片一副，工时两小时", 480 + 300 * n, RepairLevel.Dispatcher);
            repair.Decide(true, "同意", hand);
            repair.Finish(new FinishRepair { FinishedOn = day.AddDays(1), PartsReplaced = 2, NewPartPhotos = 2, OldPartPhotos = 2, OldPartsReturned = true }, day.AddDays(91));
            repair.Settle(480 + 300 * n);
            return (object[])[repair, CarCost.Enter(new PlantedCost { Kind = CarCostKind.Repair, On = day.AddDays(2), AmountYuan = 480 + 300 * n, DocNo = $"FP{n}", Note = repair.Code }, (car.Id, car.UnitId), shop, June, repair.Id)];
        }).ToList();
    }

    private sealed record PlantedCost : CarCostLine;
}

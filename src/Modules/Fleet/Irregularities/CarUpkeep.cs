using Guiju.Fleet.Costs;
using Guiju.Fleet.Sightings;

namespace Guiju.Fleet.Irregularities;

/// <content>Workshop, filling station, and the terminal that dies.</content>
internal sealed partial class CarSimulator
{
    private static readonly string[] Faults = ["保养", "轮胎", "制动", "电瓶", "空调", "灯光", "悬架", "雨刮"];
    private static readonly string[] Shops = ["方圆汽车维修中心", "城南汽修"];

    private void Repair(DateOnly day)
    {
        var (shop, slices) = (chance.Of(Shops), rates.Of.TryGetValue(Trick.RepairSlices, out var times) && chance.In(times / 5));
        driven.StandTo(driven.Now.AddMinutes(chance.Between(15, 60)));
        if (driven.Now.Hour < 18 && chance.In(0.5))
        {
            Go(new Spot(home.X + chance.Normal(0, 4), home.Y + chance.Normal(0, 4)), 1.3);
            driven.StandTo(driven.Now.AddMinutes(chance.Between(40, 150)));
            Go(home, 1.3);
        }

        if (!slices)
        {
            record.Repairs.Add(new RepairFacts(chance.In(0.08) ? day.AddDays(1) : day, shop, chance.Of(Faults), (decimal)Math.Round(chance.Skewed(700, 0.7))));
            if (chance.In(0.08))
            {
                record.Repairs.Add(new RepairFacts(day.AddDays(chance.Below(6)), shop, chance.Of(Faults), (decimal)Math.Round(chance.Skewed(500, 0.6))));
            }

            return;
        }

        var (whole, count, fault) = (chance.Between(2200, 9000), 2 + chance.Below(3), chance.Of(Faults));
        var last = day;
        for (var i = 0; i < count; i++)
        {
            last = day.AddDays(i == 0 || chance.In(0.5) ? 0 : chance.Below(9));
            record.Repairs.Add(new RepairFacts(last, shop, chance.In(0.7) ? fault : chance.Of(Faults), (decimal)Math.Round(whole / count * chance.Between(0.9, 1.1))));
        }

        Play(Trick.RepairSlices, day, record.Repairs.TakeLast(count).Max(r => r.On));
    }

    // Fuelled on the way where the gauge says so; sometimes not to the full, sometimes dishonestly.
    private void Enough(OrderFacts order, DateOnly day)
    {
        if (litres > tank * chance.Between(0.22, 0.4))
        {
            if (PlaysOnJourney(Trick.FuelTwice) && record.Fuel.Count > 0 && litres > tank * 0.5)
            {
                record.Fuel.Add(Bill(day, order, tank * chance.Between(0.5, 1)));
                Play(Trick.FuelTwice, day);
            }

            return;
        }

        var fill = (chance.In(0.1) ? tank * chance.Between(0.2, 0.45) : tank * chance.Between(0.92, 1)) - (chance.In(0.1) ? 0 : Math.Max(0, litres));
        fill = Math.Clamp(fill, 5, tank - Math.Max(0, litres));
        litres = Math.Max(0, litres) + fill;
        var greedy = rates.Of.TryGetValue(Trick.FuelTooMuch, out var times) && chance.In(times / 30);
        record.Fuel.Add(Bill(day, order, greedy ? tank * chance.Between(1.02, 1.6) : fill));
        if (greedy)
        {
            Play(Trick.FuelTooMuch, day);
        }
    }

    private FuelFacts Bill(DateOnly day, OrderFacts? order, double quantity)
    {
        var card = chance.In(0.75);
        return new FuelFacts(!card && order is not null && chance.In(0.15) ? day.AddDays(1) : day, CostKind.Fuel, (decimal)Math.Round(quantity, 2))
        {
            At = card ? order is null ? day.ToDateTime(TimeOnly.MinValue).AddHours(chance.Between(8, 20)) : driven.Now : null,
            OdometerKm = chance.In(0.9) && order is not null ? Round(meter) : null,
            Station = card && chance.In(0.8) ? new Spot(driven.At.X + chance.Normal(0, 0.3) + (order is null ? chance.Normal(0, 9) : 0), driven.At.Y + chance.Normal(0, 0.3)).Place : null,
            TripId = order?.Id,
        };
    }

    // A terminal that dies for some days, once or twice in a car's year; the journeys go on.
    private void LoseTerminal(DateOnly from, int days)
    {
        for (var n = chance.Below(2) + (chance.In(days / 365.0) ? 1 : 0); n > 0; n--)
        {
            var (at, lasts) = (from.ToDateTime(TimeOnly.MinValue).AddDays(chance.Between(0, days)), chance.Skewed(1.5, 0.8));
            foreach (var day in record.Fixes.Keys.ToList())
            {
                record.Fixes[day].RemoveAll(f => f.At >= at && f.At <= at.AddDays(lasts));
            }
        }
    }
}

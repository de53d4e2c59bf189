using Guiju.Fleet.Costs;
using Guiju.Fleet.Irregularities;
using Guiju.Fleet.Sightings;
using Guiju.Fleet.Vehicles;

namespace Guiju.Fleet.Tests.Sightings;

/// <summary>Single days on which one detector must see, and beside each one on which it must not.</summary>
public sealed class DetectorTests
{
    private const string Relation = "机关大院→会议中心";

    private static readonly DateOnly Today = new(2023, 5, 9);
    private static readonly Spot Home = new(0, 0);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_way_that_is_always_the_same_shows_a_shorter_way_round_and_a_changing_one_does_not()
    {
        var t = await MeasuresAsync();
        var around = Journey(28, Track((new Spot(5, 5), false), (new Spot(10, 0), true), (new Spot(5, 5), false))); // eight kilometres more than the usual twenty

        Assert.Null(Assert.Single(Seen(around with { Past = Past(20, 0.5m) }, AlarmKind.Detour, t)).Accepted);
        Assert.Empty(Seen(around with { Past = Past(20, 3) }, AlarmKind.Detour, t)); // half of the journeys differ by three kilometres
        Assert.Empty(Seen(Journey(28, Track((new Spot(10, 0), true))) with { Past = Past(20, 0.5m) }, AlarmKind.Detour, t)); // the track knows nothing of it
        Assert.Empty(Seen(around with { Past = Past(23, 0.5m) }, AlarmKind.Detour, t));
    }

    [Fact]
    public async Task One_more_call_beside_the_place_explains_what_the_way_over_it_makes_up_for()
    {
        var t = await MeasuresAsync();
        Excuse? Accepted(decimal km, List<Fix> track) => Assert.Single(Seen(Journey(km, track) with { Past = Past(20, 0.5m) }, AlarmKind.Detour, t)).Accepted;

        Assert.Equal("就近另办一事", Accepted(27.5m, Track((new Spot(10, 0), true), (new Spot(10, 5.9), true)))?.Name.Zh);
        Assert.Equal("就近另办一事", Accepted(27.5m, Track((new Spot(10, 0), false), (new Spot(10, 5.9), true)))?.Name.Zh); // got out without a stand: the way there alone is longer
        Assert.Null(Accepted(29, Track((new Spot(10, 0), true), (new Spot(10, 8), true)))); // eight kilometres off is not beside it
    }

    [Fact]
    public async Task A_return_noted_after_the_next_departure_gives_one_journey_what_the_next_one_lacks()
    {
        var t = await MeasuresAsync();
        var one = Track((new Spot(10, 0), true));
        var other = one.ConvertAll(f => f with { At = f.At.AddMinutes((one[^2].At - one[0].At).TotalMinutes + 10) });
        OrderFacts first = Journey(20, one).Orders[0], second = Journey(20, other).Orders[0] with { Id = Guid.Parse("00000000-0000-0000-0000-000000000002"), Code = "派-2" };
        CarDay On(decimal km) => new(Car, Today, new DayFacts(null, false))
        {
            Fixes = [.. one.SkipLast(1), .. other],
            Orders = [first with { RealEnd = other[0].At.AddMinutes(14) }, second with { RealStart = other[0].At.AddMinutes(15), OdoIn = second.OdoOut + km }],
        };

        Assert.All(Seen(On(20), AlarmKind.OdometerGap, t), s => Assert.Equal("出车或收车时间登记有误", s.Accepted?.Name.Zh));
        Assert.Equal(2, Seen(On(20), AlarmKind.OdometerGap, t).Count);
        Assert.Contains(Seen(On(40), AlarmKind.OdometerGap, t), s => s.Accepted is null); // twenty kilometres stay that no track tells
    }

    [Fact]
    public async Task A_journey_over_which_nothing_was_heard_may_have_been_driven_as_the_odometer_says()
    {
        var t = await MeasuresAsync();
        var whole = Track((new Spot(10, 0), true));
        var day = Journey(20, whole);

        Assert.Equal("终端失联期间的里程", Assert.Single(Seen(day with { Fixes = [whole[0], whole[^1]] }, AlarmKind.OdometerGap, t)).Accepted?.Name.Zh);
        Assert.Null(Assert.Single(Seen(Journey(40, whole), AlarmKind.OdometerGap, t)).Accepted);
    }

    [Fact]
    public async Task The_tanks_balance_over_several_fills_shows_what_cannot_have_gone_in()
    {
        var t = await MeasuresAsync();
        var past = new CarPast { MeanLitresOn100Km = 10, LitresOn100Km = 10, Fills = [Fill(-9, 1000, 30), Fill(-6, 1200, 40)], LastFuel = Fill(-6, 1200, 40) };
        CarDay On(FuelFacts fuel) => Journey(20, Track((new Spot(10, 0), true))) with { Fuel = [fuel], Past = past };

        // 30 and 40 litres less 21.6 burnt make 48.4; 200 km later 26.8 are left at least, and 40 more do not go into 60.
        var seen = Assert.Single(Seen(On(Fill(0, 1400, 40)), AlarmKind.FuelAboveTank, t));
        Assert.Contains(seen.Figures, f => f.Name.En == "At least left in it" && f.Value == 26.8m);
        Assert.Empty(Seen(On(Fill(0, 1400, 35)), AlarmKind.FuelAboveTank, t));
        Assert.Empty(Seen(On(Fill(0, 900, 40)), AlarmKind.FuelAboveTank, t)); // a lower reading tells nothing of what was burnt
        Assert.Empty(Seen(On(Fill(0, 1400, 40)) with { Past = past with { MeanLitresOn100Km = null } }, AlarmKind.FuelAboveTank, t));
        Assert.Single(Seen(On(Fill(0, 1400, 40)) with { Past = past with { Fills = [Fill(-9, 1000, null), Fill(-6, 1200, 60)] } }, AlarmKind.FuelAboveTank, t));
    }

    [Fact]
    public async Task A_second_fill_far_beyond_what_was_burnt_is_too_soon_however_far_the_car_drove()
    {
        var t = await MeasuresAsync();
        var past = new CarPast { LitresOn100Km = 10, Fills = [Fill(-3, 1000, 40)], LastFuel = Fill(-3, 1000, 40) };
        CarDay On(FuelFacts fuel) => Journey(20, Track((new Spot(10, 0), true))) with { Fuel = [fuel], Past = past };

        Assert.Null(Assert.Single(Seen(On(Fill(0, 1200, 35)), AlarmKind.FuelTooSoon, t)).Accepted); // twenty litres were burnt; 75 do not go into 60
        Assert.Empty(Seen(On(Fill(0, 1200, 25)), AlarmKind.FuelTooSoon, t)); // little more than was burnt
        Assert.Empty(Seen(On(Fill(0, 1200, 35)) with { Past = past with { LastFuel = Fill(-3, 1000, 20) } }, AlarmKind.FuelTooSoon, t)); // the fill before was a small one
        Assert.Equal("只补所耗", Assert.Single(Seen(On(Fill(0, 1040, 5)), AlarmKind.FuelTooSoon, t)).Accepted?.Name.Zh);
    }

    [Fact]
    public async Task A_fill_whose_bill_names_no_reading_is_held_against_the_one_on_return()
    {
        var t = await MeasuresAsync();
        var day = Journey(20, Track((new Spot(10, 0), true)));
        var order = day.Orders[0];
        var fuel = new FuelFacts(Today, CostKind.Fuel, 45) { TripId = order.Id };
        var past = new CarPast { MeanLitresOn100Km = 10, Fills = [Fill(-1, order.OdoIn.GetValueOrDefault() - 50, 50)] };

        Assert.Equal(order, Assert.Single(Seen(day with { Fuel = [fuel], Past = past }, AlarmKind.FuelAboveTank, t)).Order);
        Assert.Empty(Seen(day with { Fuel = [fuel with { TripId = null }], Past = past }, AlarmKind.FuelAboveTank, t));
    }

    [Fact]
    public async Task Bills_for_one_and_the_same_thing_count_together_however_large_each_is()
    {
        var t = await MeasuresAsync();
        CarDay On(params RepairFacts[] bills) => new CarDay(Car, Today, new DayFacts(null, false)) { Repairs = bills };

        Assert.Single(Seen(On(Bill(-3, "制动", 2600), Bill(0, "制动", 2700)), AlarmKind.SplitRepair, t));
        Assert.Empty(Seen(On(Bill(-3, "轮胎", 2600), Bill(0, "制动", 2700)), AlarmKind.SplitRepair, t)); // each was approved for what it is
        Assert.Single(Seen(On(Bill(-3, "制动", 1200), Bill(0, "制动", 1300)), AlarmKind.SplitRepair, t));
        Assert.Empty(Seen(On(Bill(-20, "制动", 2600), Bill(0, "制动", 2700)), AlarmKind.SplitRepair, t));
        Assert.Empty(Seen(On(Bill(-3, "制动", 300), Bill(0, "制动", 400)), AlarmKind.SplitRepair, t));
    }

    [Fact]
    public void The_simulation_knows_who_really_drove_too_long()
    {
        var car = new SimulatedCar(Car);
        car.Drives.AddRange([At(8, 0, 130), At(10, 20, 130), At(13, 0, 60)]); // ten minutes between the first two

        Assert.Equal([new Stretch(At(8, 0, 0).From, At(10, 20, 130).To)], car.WithoutRest(240, 20));
        Assert.Empty(car.WithoutRest(240, 10));

        static Stretch At(int hour, int minute, int lasts) => new(Today.ToDateTime(new TimeOnly(hour, minute)), Today.ToDateTime(new TimeOnly(hour, minute)).AddMinutes(lasts));
    }

    private static CarFacts Car { get; } = new(Guid.Empty, "京A00001", Guid.Empty, VehicleClass.Other) { TankLitres = 60, Home = Home.Place };

    private static async Task<Tolerances> MeasuresAsync()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        return await bureau.MeasuresAsync(Today);
    }

    private static List<Sighting> Seen(CarDay day, AlarmKind kind, Tolerances t) => Lookout.Look(day, t).Where(s => s.Kind == kind).ToList();

    private static CarPast Past(decimal km, decimal spread) => new() { Usual = new Dictionary<string, (decimal, int, decimal)> { [Relation] = (km, 9, spread) } };

    private static FuelFacts Fill(int day, decimal km, decimal? litres) => new(Today.AddDays(day), CostKind.Fuel, litres) { OdometerKm = km };

    private static RepairFacts Bill(int day, string fault, decimal yuan) => new(Today.AddDays(day), "城南汽修", fault, yuan);

    private static CarDay Journey(decimal km, List<Fix> fixes)
    {
        return new CarDay(Car, Today, new DayFacts(null, false))
        {
            Fixes = fixes,
            Orders = [new OrderFacts(Guid.Parse("00000000-0000-0000-0000-000000000001"), "派-1", fixes[1].At, fixes[^2].At) { Relation = Relation, RealStart = fixes[1].At, RealEnd = fixes[^2].At, OdoOut = 2000, OdoIn = 2000 + km }],
        };
    }

    // From home over the calls and straight back, half a kilometre a minute; a stand of three quarters of an hour where asked.
    private static List<Fix> Track(params (Spot At, bool Stands)[] calls)
    {
        var (at, now, fixes) = (Home, Today.ToDateTime(new TimeOnly(8, 0)), new List<Fix>());
        fixes.Add(Told(now, at));
        foreach (var (to, stands) in calls.Append((Home, false)))
        {
            var minutes = Math.Ceiling(at.To(to) / 0.5);
            for (var n = 0; n <= minutes; n++)
            {
                now = now.AddMinutes(1);
                fixes.Add(Told(now, at.Toward(to, n / minutes)));
            }

            at = to;
            for (var n = 0; stands && n < 3; n++)
            {
                now = now.AddMinutes(15);
                fixes.Add(Told(now, at));
            }
        }

        fixes.Add(Told(now.AddMinutes(100), Home));
        return fixes;

        static Fix Told(DateTime at, Spot spot) => new(at, spot.Place.Latitude, spot.Place.Longitude, 0, null, 0);
    }
}

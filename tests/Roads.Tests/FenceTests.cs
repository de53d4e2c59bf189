using CsCheck;

namespace Guiju.Roads.Tests;

public sealed class FenceTests
{
    private static readonly GeoPoint Centre = new(38.2, 107.3);
    private static readonly GeoPlane Plane = new(Centre);
    private static readonly DateTimeOffset Begun = new(2023, 5, 8, 8, 0, 0, TimeSpan.FromHours(8));

    private static readonly Gen<GeoPoint> Near = Gen.Select(Gen.Double[-3000, 3000], Gen.Double[-3000, 3000]).Select((x, y) => Plane.Off(new PlanePoint(x, y)));

    // A polygon round the centre with corners at any distance is never crossed by itself.
    private static readonly Gen<GeoPoint[]> Stars = Gen.Double[300, 2000].Array[3, 12].Select(far =>
        far.Select((r, i) => Plane.Off(new PlanePoint(r * Math.Cos(2 * Math.PI * i / far.Length), r * Math.Sin(2 * Math.PI * i / far.Length)))).ToArray());

    private static readonly Gen<Fence> Fences = Gen.OneOf(
        Stars.Select(Fence.Polygon),
        Gen.Select(Near, Gen.Double[100, 1500]).Select(Fence.Circle),
        Gen.Select(Near.Array[2, 5], Gen.Double[50, 500]).Select((line, half) => Fence.Corridor(line, half)));

    private static readonly Gen<Whereabouts[]> Tracks = Near.Array[2, 30].Select(places => places.Select((p, i) => new Whereabouts(Begun.AddSeconds(30 * i), p)).ToArray());

    [Fact]
    public void There_and_back_on_the_plane_is_the_same_place() => Near.Sample(at =>
    {
        var back = Plane.Off(Plane.On(at));
        Assert.Equal(at.Latitude, back.Latitude, 9);
        Assert.Equal(at.Longitude, back.Longitude, 9);
    });

    [Fact]
    public void Nobody_is_farther_from_the_border_than_the_way_there() => Gen.Select(Fences, Near, Near).Sample((fence, a, b) =>
        Assert.True(Math.Abs(fence.Margin(a) - fence.Margin(b)) <= Plane.On(a).To(Plane.On(b)) * 1.01 + 0.1));

    [Fact]
    public void A_polygon_is_the_same_wherever_it_begins_and_whichever_way_it_runs() => Gen.Select(Stars, Near, Gen.Int[0, 11]).Sample((points, at, shift) =>
    {
        var fence = Fence.Polygon(points);
        var turned = Fence.Polygon([.. points.Skip(shift % points.Length), .. points.Take(shift % points.Length)]);
        var backwards = Fence.Polygon([.. points.Reverse()]);
        Assert.True(Math.Abs(fence.Margin(at)) < 2 || fence.Holds(at) == turned.Holds(at) && fence.Holds(at) == backwards.Holds(at));
    });

    [Fact]
    public void A_corridor_holds_its_line_and_a_circle_its_centre_and_nothing_beyond() => Gen.Select(Near, Near, Gen.Double[30, 500], Gen.Double[0, 1]).Sample((a, b, width, share) =>
    {
        var between = new GeoPoint(a.Latitude + (b.Latitude - a.Latitude) * share, a.Longitude + (b.Longitude - a.Longitude) * share);
        Assert.InRange(Fence.Corridor([a, b], width).Margin(between), width - 1, width);
        Assert.Equal(width, Fence.Circle(a, width).Margin(a), 6);
        var north = Plane.Off(new PlanePoint(Plane.On(a).X, Plane.On(a).Y + width * 1.1));
        Assert.False(Fence.Circle(a, width).Holds(north));
    });

    [Fact]
    public void Crossings_go_in_and_out_by_turns_in_time_on_the_border_and_end_where_the_track_ends() => Gen.Select(Fences, Tracks).Sample((fence, track) =>
    {
        var crossings = FenceWatch.Crossings(fence, track).ToList();

        for (var i = 0; i < crossings.Count; i++)
        {
            Assert.InRange(crossings[i].At, track[0].At, track[^1].At);
            Assert.True(Math.Abs(fence.Margin(crossings[i].Where)) < FenceWatch.JitterM + 21, "A crossing lies on the border.");
            Assert.True(i == 0 || crossings[i].At >= crossings[i - 1].At && crossings[i].Inward != crossings[i - 1].Inward);
        }

        if (crossings.Count > 0 && Math.Abs(fence.Margin(track[^1].Where)) > FenceWatch.JitterM)
        {
            Assert.Equal(fence.Holds(track[^1].Where), crossings[^1].Inward);
        }
    }, iter: 300);

    [Fact]
    public void The_way_back_crosses_the_other_way_round() => Gen.Select(Fences, Tracks).Sample((fence, track) =>
    {
        if (track.All(p => Math.Abs(fence.Margin(p.Where)) > FenceWatch.JitterM))
        {
            var back = track.Reverse().Select((p, i) => p with { At = Begun.AddSeconds(30 * i) });
            Assert.Equal(FenceWatch.Crossings(fence, track).Count(), FenceWatch.Crossings(fence, back).Count());
        }
    }, iter: 300);

    [Fact]
    public void A_car_that_passes_through_between_two_positions_is_seen_and_one_that_wavers_on_the_border_is_not()
    {
        var fence = Fence.Circle(Centre, 300);
        Whereabouts At(double x, int seconds) => new(Begun.AddSeconds(seconds), Plane.Off(new PlanePoint(x, 0)));

        var through = FenceWatch.Crossings(fence, [At(-900, 0), At(900, 60)]).ToList();
        Assert.Equal([true, false], through.Select(c => c.Inward));
        Assert.Equal(20, (through[0].At - Begun).TotalSeconds, 0);
        Assert.Equal(40, (through[1].At - Begun).TotalSeconds, 0);
        Assert.Empty(FenceWatch.Crossings(fence, [At(900, 0), At(310, 10), At(295, 20), At(305, 30), At(290, 40), At(900, 50)]));
        Assert.Equal([true], FenceWatch.Crossings(fence, [At(900, 0), At(310, 10), At(295, 20), At(305, 30), At(100, 40)]).Select(c => c.Inward));
        Assert.Empty(FenceWatch.Crossings(fence, [At(0, 0), At(100, 10)]));
    }

    [Fact]
    public void Hours_may_run_past_midnight_and_belong_to_the_day_on_which_they_began()
    {
        var nights = new FenceHours(new HashSet<DayOfWeek> { DayOfWeek.Friday }, new TimeOnly(22, 0), new TimeOnly(6, 0));

        Assert.True(nights.Count(new DateTime(2023, 5, 12, 23, 0, 0))); // Friday night
        Assert.True(nights.Count(new DateTime(2023, 5, 13, 5, 59, 0)));
        Assert.False(nights.Count(new DateTime(2023, 5, 13, 6, 0, 0)));
        Assert.False(nights.Count(new DateTime(2023, 5, 12, 5, 0, 0))); // Thursday night
        Assert.False(nights.Count(new DateTime(2023, 5, 13, 23, 0, 0)));
        Assert.True(FenceHours.Always.Count(new DateTime(2023, 5, 14, 12, 0, 0)));
    }
}

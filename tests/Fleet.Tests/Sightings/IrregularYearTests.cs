using Guiju.Decisions.Contracts;
using Guiju.Fleet.Alarms;
using Guiju.Fleet.Irregularities;
using Guiju.Fleet.Planning;
using Guiju.Fleet.Sightings;
using Guiju.Kernel;

namespace Guiju.Fleet.Tests.Sightings;

/// <summary>A quarter of a simulated year: the whole one is run by the bench.</summary>
public sealed class IrregularYearTests
{
    private static readonly DateOnly From = new(2023, 1, 1);
    private static readonly (Func<DateOnly, bool>, Func<DateOnly, string?>) Calendar = (
        day => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && Holiday(day) is null, Holiday);

    [Fact]
    public async Task Most_tricks_are_found_and_hardly_a_clean_journey_is_accused()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var proof = Proof.Of(seed: 11, cars: 40, (From, 120), Calendar, TrickRates.Usual, await bureau.MeasuresAsync(From));

        Assert.True(proof.CleanTrips > 3500, $"{proof.CleanTrips} clean journeys");
        Assert.True(proof.FalseShare <= 1, $"{proof.FalseAlarms} false alarms on {proof.CleanTrips} clean journeys");
        var (played, found) = (proof.Tricks.Values.Sum(t => t.Played), proof.Tricks.Values.Sum(t => t.Found));
        Assert.True(found >= played * 0.8, $"{found} of {played} found: {string.Join(", ", proof.Tricks.Select(t => $"{t.Key} {t.Value.Found}/{t.Value.Played}"))}");
    }

    [Fact]
    public async Task Where_nobody_plays_a_trick_hardly_anybody_is_asked()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var proof = Proof.Of(seed: 12, cars: 25, (From, 120), Calendar, TrickRates.None, await bureau.MeasuresAsync(From));

        Assert.Empty(proof.Tricks);
        Assert.True(proof.FalseShare <= 1, $"{proof.FalseAlarms} alarms on {proof.CleanTrips} clean journeys: {string.Join(", ", proof.Kinds.Select(k => $"{k.Key} {k.Value.Raised}"))}");
        Assert.True(proof.Explained > 0, "Late orders, drives to the workshop and dead terminals are explained by the record.");
    }

    [Fact]
    public async Task Where_a_figure_is_not_in_force_nothing_is_measured_and_nothing_stands_in_for_it()
    {
        await using var bureau = await Bureau.OpenAsync(Ct);
        var before = new DateOnly(2010, 1, 1);

        Assert.False(await bureau.AskAsync<IFigures, bool>(bureau.Desk, f => Task.FromResult(Tolerances.AreKnown(f, before))));
        var broken = Assert.IsType<Outcome<int>.Broken>(await bureau.DoAsync(bureau.Desk, new WatchDay { Day = before }, Ct));
        Assert.Equal("NeededFigures.InForce", broken.Check.Code);
        Assert.False(await bureau.AskAsync<DayPlanBoard, bool>(bureau.Dispatcher, b => Task.FromResult(b.CanPlan(before))));
    }

    [Fact]
    public void The_same_seed_lives_the_same_year()
    {
        var (one, other) = (CarSimulator.Live(5, 3, (From, 40), Calendar, TrickRates.Usual), CarSimulator.Live(5, 3, (From, 40), Calendar, TrickRates.Usual));

        Assert.Equal(one.Orders, other.Orders);
        Assert.Equal(one.Fixes.Values.SelectMany(f => f), other.Fixes.Values.SelectMany(f => f));
        Assert.Equal(one.Tricks, other.Tricks);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static string? Holiday(DateOnly day) => day is { Month: 1, Day: >= 21 and <= 27 } or { Month: 1, Day: 1 } or { Month: 4, Day: 5 } or { Month: 4, Day: >= 29 } ? "假期" : null;
}

using Guiju.Fleet.Series;
using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Tests.Series;

/// <summary>A recurring trip files a request for each of its days, leaves out public holidays, and never files one twice.</summary>
public sealed class TripSeriesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Requests_are_filed_ahead_and_public_holidays_left_out()
    {
        await using var bureau = await OpenAsync();
        bureau.Clock.SetUtcNow(new DateTimeOffset(2023, 6, 18, 1, 0, 0, TimeSpan.Zero)); // Sunday before the Dragon Boat Festival, Thursday 22 June
        var sample = await bureau.DoneAsync(bureau.Clerk, Samples.Journey(new DateTime(2023, 6, 19, 9, 0, 0)), Ct);
        var id = await bureau.DoneAsync(bureau.Clerk, new StartSeries { TripId = sample, Weekdays = [2, 4], To = new DateOnly(2023, 7, 31), DaysAhead = 10 }, Ct);

        Assert.Equal(2, await MakeAsync(bureau)); // Tuesday 20 and 27 June; Thursday 22 is off
        Assert.Equal(0, await MakeAsync(bureau));
        var series = await bureau.ReadAsync(db => db.Set<TripSeries>().AsNoTracking().SingleAsync(s => s.Id == id, Ct));
        Assert.Equal([(new DateOnly(2023, 6, 20), true), (new DateOnly(2023, 6, 22), false), (new DateOnly(2023, 6, 27), true)], series.Notes.Select(n => (n.Day, n.TripId is not null)));
        Assert.Contains("放假", series.Notes[1].Reason, StringComparison.Ordinal);
        var filed = await bureau.TripAsync(series.Notes[0].TripId.GetValueOrDefault(), Ct);
        Assert.Equal((bureau.Clerk.Id, TripState.Submitted, new DateTime(2023, 6, 20, 1, 0, 0, DateTimeKind.Utc)), (filed.ApplicantId.GetValueOrDefault(), filed.State, filed.PlanStart));

        bureau.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(1, await MakeAsync(bureau)); // Thursday 29 June has come into sight
        await bureau.DoneAsync(bureau.Clerk, new EndSeries { Id = id }, Ct);
        bureau.Clock.Advance(TimeSpan.FromDays(10));
        Assert.Equal(0, await MakeAsync(bureau));
        Assert.Equal(SeriesChecks.StillRuns, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Clerk, new EndSeries { Id = id }, Ct)).Check);
    }

    [Fact]
    public async Task Two_servers_at_once_file_each_request_once()
    {
        await using var bureau = await OpenAsync();
        var sample = await bureau.DoneAsync(bureau.Clerk, Samples.Journey(), Ct);
        await bureau.DoneAsync(bureau.Clerk, new StartSeries { TripId = sample, Weekdays = [1, 2, 3, 4, 5], To = new DateOnly(2023, 6, 30), DaysAhead = 14 }, Ct);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => MakeAsync(bureau), Ct)));
        await MakeAsync(bureau);

        var days = await bureau.ReadAsync(db => db.Set<Trip>().Where(t => t.Id != sample).Select(t => t.Day).ToListAsync(Ct));
        Assert.Equal(10, days.Count); // two working weeks
        Assert.Equal(days.Count, days.Distinct().Count());
    }

    [Fact]
    public async Task A_series_is_of_ones_own_request_names_its_days_and_ends_within_a_year()
    {
        await using var bureau = await OpenAsync();
        var sample = await bureau.DoneAsync(bureau.Clerk, Samples.Journey(), Ct);
        var act = new StartSeries { TripId = sample, Weekdays = [1], To = new DateOnly(2023, 6, 30), DaysAhead = 3 };

        Assert.IsType<Outcome<Guid>.Missing>(await bureau.DoAsync(bureau.Chauffeur, act, Ct));
        Assert.Equal(SeriesChecks.NamesWeekdays, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Clerk, act with { Weekdays = [] }, Ct)).Check);
        Assert.Equal(SeriesChecks.NamesWeekdays, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Clerk, act with { Weekdays = [7] }, Ct)).Check);
        Assert.Equal(SeriesChecks.EndsWithinAYear, Assert.IsType<Outcome<Guid>.Broken>(await bureau.DoAsync(bureau.Clerk, act with { To = new DateOnly(2025, 1, 1) }, Ct)).Check);
    }

    // The platform files in the applicant's name, so the roles of the record count here.
    private static async Task<Bureau> OpenAsync()
    {
        var bureau = await Bureau.OpenAsync(Ct);
        await bureau.AddAsync(Ct, new Role { Code = "applicant", Title = "用车人", EnglishTitle = "Applicant", Permissions = [FleetPermissions.Request] },
            new Assignment { Id = Guid.CreateVersion7(), PersonId = bureau.Clerk.Id, Role = "applicant", Scope = Scope.Own, UnitId = bureau.Organ.Id, From = new DateOnly(2018, 1, 1) });
        return bureau;
    }

    private static Task<int> MakeAsync(Bureau bureau) => bureau.AskAsync<SeriesMaker, int>(bureau.Clerk, maker => maker.RunAsync(Ct));
}

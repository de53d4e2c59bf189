using Guiju.Clocks;
using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Guiju.Fleet.Series;

/// <summary>Opens a series for its applicant.</summary>
internal sealed class SeriesFolder(GuijuDb db, ActorHolder asker, Journal journal)
{
    /// <summary>The series, tracked; only the applicant's own.</summary>
    public async Task<TripSeries> OpenAsync(Guid? id, CancellationToken ct)
    {
        var series = await db.Set<TripSeries>().FirstOrDefaultAsync(s => s.Id == id && s.ApplicantId == asker.Current.PersonId, ct) ?? throw new NotWithinReachException("series");
        journal.Concerns(SeriesActs.Kind, series.Id, series.UnitId);
        return series;
    }
}

/// <summary>The kind of record as ledger and timelines name it.</summary>
internal static class SeriesActs
{
    public const string Kind = "fleet.trip-series";
}

/// <summary>The applicant's series, and requests that can be made one.</summary>
internal sealed class SeriesBoard(GuijuDb db, ActorHolder asker)
{
    private const int Most = 50;

    /// <summary>Both, newest first.</summary>
    public async Task<(IReadOnlyList<TripSeries> Series, IReadOnlyList<(Guid Id, string Text)> Samples)> AskAsync(CancellationToken ct)
    {
        var me = asker.Current.PersonId;
        var series = await db.Set<TripSeries>().AsNoTracking().Where(s => s.ApplicantId == me).OrderByDescending(s => s.To).ThenByDescending(s => s.Id).Take(Most).ToListAsync(ct);
        var trips = await db.Set<Trip>().AsNoTracking().Where(t => t.ApplicantId == me && t.State != TripState.Draft && t.State != TripState.Cancelled).OrderByDescending(t => t.Code).Take(Most).Select(t => new { t.Id, t.Code, t.Purpose, t.PlanTo }).ToListAsync(ct);
        return (series, trips.ConvertAll(t => (t.Id, $"{t.Code} {t.Purpose} → {t.PlanTo}")));
    }
}

/// <summary>Files the requests of series whose time has come, each through the desk under the applicant's name, and leaves out days off by the State Council's notice.</summary>
internal sealed class SeriesMaker(IServiceScopeFactory scopes, ActorSource people, WorkCalendar calendar, TimeProvider clock)
{
    private const string Off = "国务院放假通知的放假日，不申请。";

    /// <summary>One round; returns how many requests were filed.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var today = clock.Today();
        List<TripSeries> running;
        await using (var scope = scopes.CreateAsyncScope())
        {
            running = await scope.ServiceProvider.GetRequiredService<GuijuDb>().Set<TripSeries>().AsNoTracking().Where(s => s.To >= today).OrderBy(s => s.Id).ToListAsync(ct);
        }

        var filed = 0;
        foreach (var series in running)
        {
            for (var one = series; one.Due(today) is { } day;)
            {
                var off = calendar.IsStatutoryRest(day);
                if (await DoAsync(one, new NoteSeries { Id = one.Id, Day = day, Reason = off ? Off : null }, ct) is not Outcome<Guid>.Done)
                {
                    break; // another server has it in hand, or the applicant has gone
                }

                one.Take(day, null);
                if (off)
                {
                    continue;
                }

                var outcome = await DoAsync(one, one.On(day), ct);
                filed += outcome is Outcome<Guid>.Done ? 1 : 0;
                await DoAsync(one, new NoteSeries { Id = one.Id, Day = day, Taken = true, TripId = (outcome as Outcome<Guid>.Done)?.Value, Reason = ReasonOf(outcome) }, ct);
            }
        }

        return filed;
    }

    private async Task<Outcome<Guid>> DoAsync(TripSeries series, IAct<Guid> act, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = await people.ForAsync(series.ApplicantId, ct);
        return await scope.ServiceProvider.GetRequiredService<Desk>().PerformAsync(act, ct);
    }

    private static string ReasonOf(Outcome<Guid> outcome) => outcome switch
    {
        Outcome<Guid>.Done => "",
        Outcome<Guid>.Refused { Verdict.Findings: [var heaviest, ..] } => heaviest.Message.Zh,
        Outcome<Guid>.Broken broken => broken.Check.Statement.Zh,
        _ => "申请没有提交，请按单次申请办理。",
    };
}

/// <summary>Looks after the series every few minutes while a web node runs. A failure is logged and tried again.</summary>
internal sealed class SeriesJob(SeriesMaker maker, TimeProvider clock, ILogger<SeriesJob> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await maker.RunAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "Recurring trips could not be filed");
            }
        }
    }
}

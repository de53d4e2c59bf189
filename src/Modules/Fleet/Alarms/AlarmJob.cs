using Guiju.Decisions.Contracts;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Guiju.Fleet.Alarms;

/// <summary>Looks at yesterday, and at the days before for late receipts and late orders. Days in which nothing new is seen leave no trace.</summary>
internal sealed class NightWatch(IServiceScopeFactory scopes, SystemDesk desk, IFigures figures, TimeProvider clock)
{
    private const string Name = "用车核查 alarms";
    private const int UsualDays = 3;

    /// <summary>One night; how many alarms it kept.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var (today, kept) = (clock.Today(), 0);
        var back = figures.On("fleet.sight.look-back-days", today)?.Value is decimal days ? (int)days : UsualDays;
        for (var n = back; n >= 1; n--)
        {
            var day = today.AddDays(-n);
            if (await IsNewAsync(day, ct))
            {
                kept += await desk.PerformAsync(Name, new WatchDay { Day = day }, ct) is Outcome<int>.Done done ? done.Value : 0;
            }
        }

        return kept;
    }

    private async Task<bool> IsNewAsync(DateOnly day, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = Actor.System(Name);
        return (await scope.ServiceProvider.GetRequiredService<DayWatch>().NewAsync(day, null, ct)).Count > 0;
    }
}

/// <summary>Runs the night watch once a night while a web node runs. Any number of nodes may: of two that see the same, the second one's keeping is refused by the database and it finds nothing the next night. A failure is logged and tried again an hour later.</summary>
internal sealed class AlarmJob(NightWatch watch, IOptions<FleetOptions> options, TimeProvider clock, ILogger<AlarmJob> log) : BackgroundService
{
    private static readonly TimeSpan AfterFailure = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var wait = UntilNight();
        while (true)
        {
            await Task.Delay(wait, clock, stoppingToken);
            try
            {
                var kept = await watch.RunAsync(stoppingToken);
                log.LogInformation("Night watch over the official cars kept {Kept} alarms", kept);
                wait = UntilNight();
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The night watch over the official cars failed");
                wait = AfterFailure;
            }
        }
    }

    private TimeSpan UntilNight()
    {
        var now = clock.GetLocalNow().DateTime;
        var next = now.Date + options.Value.WatchAt.ToTimeSpan();
        return (next > now ? next : next.AddDays(1)) - now;
    }
}

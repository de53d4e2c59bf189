using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Definitions;
using Guiju.Procedures.Messages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Guiju.Procedures.Running;

/// <summary>Finds the times that have come, in cases and for procedures that start by themselves, and has them fired. Any number of servers may do so at once: each firing is an act of its own, and the second one finds nothing.</summary>
internal sealed class DueTimers(IServiceScopeFactory scopes, SystemDesk desk, TimeProvider clock)
{
    private const int Round = 100;
    private const string Name = "流程 procedures";

    /// <summary>One round; returns how many were fired here.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = clock.GetUtcNow().UtcDateTime;
        var due = await (
            from t in scope.ServiceProvider.GetRequiredService<GuijuDb>().Set<CaseTimer>().AsNoTracking()
            where t.Due != null && t.Due <= now
            orderby t.Due
            select new { t.CaseId, t.Token, t.Node }).Take(Round).ToListAsync(ct);
        var fired = 0;
        foreach (var timer in due)
        {
            fired += await desk.PerformAsync(Name, new FireTimer { CaseId = timer.CaseId, Token = timer.Token, Node = timer.Node }, ct) is Outcome<Guid>.Done ? 1 : 0;
        }

        foreach (var start in await scope.ServiceProvider.GetRequiredService<DueStarts>().FindAsync(ct))
        {
            fired += await desk.PerformAsync(Name, start, ct) is Outcome<Guid>.Done ? 1 : 0;
        }

        return fired;
    }
}

/// <summary>Fires due timers every few seconds while a web node runs. A failure is logged once and tried again.</summary>
internal sealed class TimerJob(DueTimers timers, IOptions<MessageSettings> settings, TimeProvider clock, ILogger<TimerJob> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(settings.Value.EverySeconds), clock);
        var told = "";
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await timers.RunAsync(stoppingToken);
                told = "";
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                if (told != failure.Message)
                {
                    log.LogError(failure, "Due timers of procedures could not be fired");
                    told = failure.Message;
                }
            }
        }
    }
}

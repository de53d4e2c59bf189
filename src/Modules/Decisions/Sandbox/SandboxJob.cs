using Guiju.Decisions.Drafts;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Guiju.Decisions.Sandbox;

/// <summary>Does the runs that wait, one at a time on each node; a run is claimed by the node that does it, and taken over by another where that one gave no sign for a while.</summary>
internal sealed class SandboxJob(IServiceScopeFactory scopes, TimeProvider clock, ILogger<SandboxJob> log) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan Sign = TimeSpan.FromMilliseconds(400);
    private static readonly TimeSpan Silent = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                while (await NextAsync(stoppingToken))
                {
                }
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "A sandbox run could not be taken up");
            }
        }
    }

    /// <summary>Claims and does one run; false where none waits.</summary>
    internal async Task<bool> NextAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        var (now, silent) = (Now, Now - Silent);
        var run = await db.Set<SandboxRun>().AsNoTracking().Where(r => r.State == SandboxState.Waiting || r.State == SandboxState.Running && r.SignAt < silent).OrderBy(r => r.AskedAt).FirstOrDefaultAsync(ct);
        if (run is null || await db.Set<SandboxRun>().Where(r => r.Id == run.Id && r.State == run.State && r.SignAt == run.SignAt)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.State, SandboxState.Running).SetProperty(r => r.SignAt, now), ct) == 0)
        {
            return false;
        }

        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(ct);
        try
        {
            await RunAsync(scope.ServiceProvider, run, cancelled.CancelAsync, cancelled.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            log.LogInformation("Sandbox run {Run} was cancelled", run.Id);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            log.LogError(failure, "Sandbox run {Run} failed", run.Id);
            var fault = failure.Message.Length > 500 ? failure.Message[..500] : failure.Message;
            await db.Set<SandboxRun>().Where(r => r.Id == run.Id && r.State == SandboxState.Running).ExecuteUpdateAsync(set => set.SetProperty(r => r.State, SandboxState.Failed).SetProperty(r => r.Fault, fault), CancellationToken.None);
        }

        return true;
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private async Task RunAsync(IServiceProvider services, SandboxRun run, Func<Task> cancel, CancellationToken ct)
    {
        var (db, book, runner) = (services.GetRequiredService<GuijuDb>(), services.GetRequiredService<DraftBook>(), services.GetRequiredService<SandboxRunner>());
        await services.GetRequiredService<Lawbooks.LawShelf>().RefreshAsync(db, ct);
        var draft = await db.Set<RuleDraft>().AsNoTracking().FirstAsync(d => d.Id == run.DraftId, ct);
        var files = await book.VersionAsync(run.DraftId, run.DraftVersion, ct) is { } version ? version.Files() : new Dictionary<string, string>();
        var tried = await book.TriedAsync(draft, files, run.On, ct);
        var last = clock.GetTimestamp();
        var (result, differences) = await runner.RunAsync((book.InForce, tried), runner.Find(run.Population) ?? throw new InvalidOperationException($"There is no population {run.Population} any more."), run.On, async done =>
        {
            if (clock.GetElapsedTime(last) > Sign)
            {
                last = clock.GetTimestamp();
                if (!await SignAsync(run.Id, done, ct))
                {
                    await cancel();
                }
            }
        }, ct);
        var (figures, list) = (Json.Pack(result), Json.Pack(differences));
        await db.Set<SandboxRun>().Where(r => r.Id == run.Id && r.State == SandboxState.Running).ExecuteUpdateAsync(set => set
            .SetProperty(r => r.State, SandboxState.Done).SetProperty(r => r.Done, result.Records).SetProperty(r => r.Result, figures).SetProperty(r => r.Differences, list), ct);
    }

    // In a scope of its own: the run's context is reading the population. False where somebody has cancelled it.
    private async Task<bool> SignAsync(Guid id, int done, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = Now;
        return await scope.ServiceProvider.GetRequiredService<GuijuDb>().Set<SandboxRun>().Where(r => r.Id == id && r.State == SandboxState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Done, done).SetProperty(r => r.SignAt, now), ct) == 1;
    }
}

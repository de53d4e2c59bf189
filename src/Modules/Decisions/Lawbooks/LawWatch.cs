using Guiju.Kernel.Data;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Guiju.Decisions.Lawbooks;

/// <summary>Looks every two seconds whether something was published, so that all nodes ask the same law.</summary>
internal sealed class LawWatch(LawShelf shelf, IServiceScopeFactory scopes, TimeProvider clock, ILogger<LawWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            await Task.Delay(Pause, clock, stoppingToken);
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                await shelf.RefreshAsync(scope.ServiceProvider.GetRequiredService<GuijuDb>(), stoppingToken);
            }
            catch (System.Data.Common.DbException unreachable)
            {
                log.LogWarning(unreachable, "The database could not be asked for published rules; asked again in {Pause}.", Pause);
            }
        }
    }
}

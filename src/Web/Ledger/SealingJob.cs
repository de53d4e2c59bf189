using Guiju.Kernel.Ledger;

namespace Guiju.Web.Ledger;

/// <summary>Seals the ledger every few seconds while the web node runs. A failure is logged and tried again; acts go on meanwhile.</summary>
internal sealed class SealingJob(LedgerSealer sealer, LedgerSettings settings, TimeProvider clock, ILogger<SealingJob> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(Math.Max(1, settings.SealEverySeconds)), clock);
        var told = "";
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await sealer.SealAsync(newKey: false, stoppingToken);
                told = "";
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                // The same failure comes back every few seconds: say it once.
                if (told != failure.Message)
                {
                    log.LogError(failure, "The ledger could not be sealed");
                    told = failure.Message;
                }
            }
        }
    }
}

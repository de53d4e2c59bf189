using Guiju.Procedures.Clocks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Guiju.Procedures.Messages;

/// <summary>Gives reminders and empties the outbox every few seconds while a web node runs. A failure is logged once and tried again.</summary>
internal sealed class MessageJob(Reminding reminding, Posting posting, IOptions<MessageSettings> settings, TimeProvider clock, ILogger<MessageJob> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(settings.Value.EverySeconds), clock);
        var told = "";
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await reminding.RunAsync(stoppingToken);
                await posting.SendAsync(stoppingToken);
                told = "";
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                if (told != failure.Message)
                {
                    log.LogError(failure, "Reminders could not be given or messages not sent");
                    told = failure.Message;
                }
            }
        }
    }
}

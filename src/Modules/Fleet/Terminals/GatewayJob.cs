using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Guiju.Fleet.Terminals;

/// <summary>Runs the gateway inside the page server where <c>Guiju:Fleet:Terminals:Serve</c> says so. A gateway that cannot start does not take the pages with it.</summary>
internal sealed class GatewayJob(RunningGateway gateway, IOptions<FleetOptions> options, TimeProvider clock, ILogger<GatewayJob> log) : BackgroundService
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var settings = options.Value.Terminals;
        while (settings.Serve && !stoppingToken.IsCancellationRequested)
        {
            try
            {
                await gateway.RunAsync(settings, port =>
                {
                    log.LogInformation("终端网关 terminals connect to port {Port}", port);
                    return Task.CompletedTask;
                }, stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                log.LogError(failure, "The gateway of terminals failed; it is tried again");
                await Task.Delay(Again, clock, stoppingToken);
            }
        }
    }
}

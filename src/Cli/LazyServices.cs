using Guiju.Web;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Guiju.Cli;

/// <summary>The application's services, built when a command first needs them.</summary>
internal sealed class LazyServices : IAsyncDisposable
{
    private IHost? host;

    public Task<IServiceProvider> OpenAsync(string? database, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (host is null)
        {
            var builder = Host.CreateApplicationBuilder();
            builder.Configuration.AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true);
            builder.Configuration.AddEnvironmentVariables();
            builder.Logging.ClearProviders().AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace).SetMinimumLevel(LogLevel.Warning);
            builder.Services.AddBureau(builder.Configuration, database);
            host = builder.Build();
        }

        return Task.FromResult(host.Services);
    }

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable)
        {
            await disposable.DisposeAsync();
        }
    }
}

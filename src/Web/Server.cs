using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.FileProviders;
using OpenTelemetry.Resources;
using Scalar.AspNetCore;
using Serilog;

namespace Guiju.Web;

/// <summary>The web host.</summary>
public static class Server
{
    /// <summary>Builds the application; <paramref name="adjust"/> lets tests and the command line change settings first, <paramref name="modules"/> takes the place of <see cref="Modules.All"/>.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null, IReadOnlyList<IModule>? modules = null)
    {
        // The pages' assets belong to this assembly, whichever program serves them.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ApplicationName = typeof(Server).Assembly.GetName().Name });
        builder.WebHost.UseStaticWebAssets();
        builder.Configuration.Sources.Insert(0, new JsonConfigurationSource { Path = "appsettings.json", Optional = true, FileProvider = new PhysicalFileProvider(AppContext.BaseDirectory) });
        adjust?.Invoke(builder);
        builder.Services.AddSerilog(log => log.ReadFrom.Configuration(builder.Configuration).WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture));
        builder.Services.AddBureau(builder.Configuration, modules: modules);
        builder.Services.AddGuijuIdentity(builder.Configuration);
        builder.Services.ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions));
        builder.Services.AddHostedService<Ledger.SealingJob>();
        builder.Services.AddGuijuWeb();
        builder.Services.AddHealthChecks();
        builder.Services.AddOpenApi("guiju", ApiDescription.Configure);
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("guiju"))
            .WithMetrics(metrics => metrics.AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel"))
            .WithTracing(tracing => tracing.AddSource("Guiju"));
        var app = builder.Build();
        app.UseGuijuWeb();
        app.UseAuthentication();
        app.UseActor();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.MapHealthChecks("/health").AllowAnonymous();
        app.MapOpenApi("/openapi/{documentName}.json").AllowAnonymous();
        app.MapScalarApiReference("/api-reference", reference => reference.WithTitle("Guiju API").WithOpenApiRoutePattern("/openapi/guiju.json")).AllowAnonymous();
        app.MapModules();
        app.MapGuijuPages();
        return app;
    }

    // Says where the bureau is to be found and, where it is the demonstration, who may come in.
    private static void Greet(WebApplication app)
    {
        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Guiju");
        log.LogInformation("Guiju 规矩: {Addresses}", string.Join(' ', app.Urls));
        var demonstration = app.Services.GetRequiredService<DemonstrationAccounts>();
        if (demonstration.Shown)
        {
            log.LogInformation("演示账户 demonstration accounts, password {Password}: {Accounts}", DemonstrationAccounts.Password,
                string.Join(", ", demonstration.All.Select(a => $"{a.UserName} ({a.Title} {a.EnglishTitle})")));
        }
    }

    /// <summary>Brings the database up where the setting says so, then serves until stopped.</summary>
    public static async Task RunAsync(WebApplication app, CancellationToken ct)
    {
        if (app.Environment.IsDevelopment() || app.Configuration.GetValue<bool>("Guiju:Prepare"))
        {
            var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Guiju");
            await Composition.PrepareAsync(app.Services, app.Configuration.GetValue("Guiju:Demonstration:Plant", app.Environment.IsDevelopment()),
                step => { log.LogInformation("{Step}", step); return Task.CompletedTask; }, ct);
        }
        else
        {
            await Composition.ReadyAsync(app.Services, ct);
        }

        app.Lifetime.ApplicationStarted.Register(() => Greet(app));
        await app.RunAsync(ct);
    }
}

using Guiju.Kernel;
using Serilog;

namespace Guiju.Web;

/// <summary>The web host.</summary>
public static class Server
{
    /// <summary>Builds the application; <paramref name="adjust"/> lets tests and the command line change settings first.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(args);
        adjust?.Invoke(builder);
        builder.Services.AddSerilog(log => log.ReadFrom.Configuration(builder.Configuration).WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture));
        builder.Services.AddBureau(builder.Configuration);
        builder.Services.ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions));
        builder.Services.AddHealthChecks();
        builder.Services.AddOpenApi("guiju");
        var app = builder.Build();
        app.MapHealthChecks("/health").AllowAnonymous();
        foreach (var module in Modules.All)
        {
            module.MapEndpoints(app.MapGroup($"/api/{module.Name}").RequireAuthorization());
        }

        return app;
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

        await app.RunAsync(ct);
    }
}

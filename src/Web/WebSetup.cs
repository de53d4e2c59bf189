using System.Text.Encodings.Web;
using System.Text.Unicode;
using Guiju.Ui;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Guiju.Web;

/// <summary>Pages: rendering, languages, headers, assets.</summary>
public static class WebSetup
{
    /// <summary>Registers what pages need.</summary>
    public static IServiceCollection AddGuijuWeb(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddHttpContextAccessor();
        services.AddCascadingAuthenticationState();
        services.AddScoped<PageDesk>();
        services.AddSingleton<KeptMarkup>();
        services.AddExceptionHandler<ProgramFaults>();
        services.AddAntiforgery(antiforgery => antiforgery.Cookie.SameSite = SameSiteMode.Strict);
        services.Configure<KestrelServerOptions>(server => server.AddServerHeader = false);
        // Chinese is written as it is, not as character references: a seventh less work for each page.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.Configure<RequestLocalizationOptions>(languages =>
        {
            languages.SetDefaultCulture(Preferences.Chinese).AddSupportedCultures(Preferences.Chinese, Preferences.English).AddSupportedUICultures(Preferences.Chinese, Preferences.English);
            languages.RequestCultureProviders = [new CustomRequestCultureProvider(context =>
                Task.FromResult<ProviderCultureResult?>(new ProviderCultureResult(Preferences.LanguageOf(context))))];
        });
        return services;
    }

    /// <summary>Puts the page pipeline together: errors, headers, languages, assets. Authentication comes after it, then <see cref="MapGuijuPages"/>.</summary>
    public static WebApplication UseGuijuWeb(this WebApplication app)
    {
        app.UseMiddleware<SecurityHeaders>();
        app.UseRequestLocalization();
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/status/{0}", createScopeForStatusCodePages: true);
        app.Use(ProgramFaults.KeepStatusAsync);
        app.Use(StaleForms.OnlyReadAsync);
        return app;
    }

    /// <summary>Maps assets, the pages of all modules and the switches of language and theme.</summary>
    public static WebApplication MapGuijuPages(this WebApplication app)
    {
        app.Use(StaleForms.RefuseAsync);
        app.Use(StaleForms.LeadBackAsync);
        app.MapStaticAssets().AllowAnonymous();
        Preferences.Map(app);
        app.MapPost("/sign-out", async (HttpContext http, Kernel.Identity.FrontDoor door, Microsoft.AspNetCore.Antiforgery.IAntiforgery forgery, CancellationToken ct) =>
        {
            if (!await forgery.IsRequestValidAsync(http))
            {
                return Results.StatusCode(StatusCodes.Status400BadRequest);
            }

            await door.LeaveAsync(ct);
            return Results.LocalRedirect("/sign-in");
        }).AllowAnonymous().ExcludeFromDescription();
        app.MapRazorComponents<App>().AddAdditionalAssemblies([.. Routes.AssembliesOf(app.Services.GetServices<Kernel.IModule>())]);
        return app;
    }
}

using Guiju.Kernel.Demonstration;
using Guiju.Kernel.People;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Guiju.Kernel.Identity;

/// <summary>Puts accounts, sessions and the cookie together.</summary>
public static class IdentityRegistration
{
    /// <summary>Signing in, for a web host. Accounts themselves are registered by the kernel for every host.</summary>
    public static IServiceCollection AddGuijuIdentity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpContextAccessor();
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.AddAuthorization();
        services.AddScoped<SignInManager<Account>>();
        services.AddScoped<ISecurityStampValidator, SecurityStampValidator<Account>>();
        services.AddScoped<SessionGate>();
        services.AddSingleton<SessionQuestion>();
        services.AddScoped<Sessions>();
        services.AddScoped<FrontDoor>();
        services.AddScoped<SecondFactor>();
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<IOptions<IdentitySettings>, IHostEnvironment>((cookie, settings, environment) => SetCookie(cookie, settings.Value, environment));
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme)
            .Configure<IOptions<IdentitySettings>, IHostEnvironment>((cookie, settings, environment) => Harden(cookie, "guiju-code", settings.Value, environment));
        return services;
    }

    /// <summary>Accounts, actors and their acts, for every host.</summary>
    internal static void AddAccounts(this IServiceCollection services)
    {
        services.AddOptions<IdentitySettings>().BindConfiguration("Guiju:Identity").ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<DemonstrationSettings>().BindConfiguration("Guiju:Demonstration");
        services.AddSingleton(provider => new DemonstrationAccounts(provider.GetRequiredService<IOptions<DemonstrationSettings>>(), provider.GetService<IHostEnvironment>()));
        services.AddScoped<IDemonstration, DemonstrationAccounts.Planting>();
        services.AddIdentityCore<Account>()
            .AddUserStore<AccountStore>()
            .AddPasswordValidator<NotTheName>()
            .AddTokenProvider<AuthenticatorTokenProvider<Account>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddOptions<IdentityOptions>().Configure<IOptions<IdentitySettings>>((identity, settings) => SetRules(identity, settings.Value));
        services.AddDataProtection();
        services.AddSingleton<SignInRate>();
        services.AddSingleton<SystemDesk>();
        services.AddSingleton<ActorSource>();
        services.AddSingleton<ReachWatch>();
        services.AddScoped<AccountBook>();
        services.ConfigureDbContext<Data.GuijuDb>((provider, options) => options.AddInterceptors(provider.GetRequiredService<ReachWatch>()));
    }

    private static void SetRules(IdentityOptions identity, IdentitySettings settings)
    {
        identity.Password.RequiredLength = settings.PasswordLength;
        identity.Password.RequireDigit = true;
        identity.Password.RequireLowercase = true;
        identity.Password.RequireUppercase = true;
        identity.Password.RequireNonAlphanumeric = true;
        identity.Password.RequiredUniqueChars = 5;
        identity.Lockout.AllowedForNewUsers = true;
        identity.Lockout.MaxFailedAccessAttempts = settings.LockAfter;
        identity.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(settings.LockMinutes);
        identity.User.RequireUniqueEmail = false;
    }

    private static void SetCookie(CookieAuthenticationOptions cookie, IdentitySettings settings, IHostEnvironment environment)
    {
        Harden(cookie, "guiju", settings, environment);
        cookie.LoginPath = "/sign-in";
        cookie.LogoutPath = "/sign-out";
        cookie.AccessDeniedPath = "/denied";
        cookie.ReturnUrlParameter = "to";
        cookie.ExpireTimeSpan = TimeSpan.FromHours(settings.SessionHours);
        cookie.SlidingExpiration = false; // the session table slides; the cookie only names the session
        cookie.EventsType = typeof(SessionGate);
    }

    private static void Harden(CookieAuthenticationOptions cookie, string name, IdentitySettings settings, IHostEnvironment environment)
    {
        var secure = settings.SecureCookie ?? !environment.IsDevelopment();
        cookie.Cookie.Name = secure ? "__Host-" + name : name; // browsers accept the prefix over HTTPS only
        cookie.Cookie.SecurePolicy = secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        cookie.Cookie.SameSite = SameSiteMode.Lax; // strict would sign people out who follow a link from a letter
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.Path = "/";
    }
}

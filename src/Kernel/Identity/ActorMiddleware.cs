using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel.Identity;

/// <summary>Sets the actor of every request. Somebody who must first change the password or add a second factor can do just that.</summary>
public static class ActorMiddleware
{
    private static readonly string[] OpenMeanwhile = ["/account", "/sign-out", "/api/kernel/account", "/api/kernel/sign-out", "/api/kernel/me"];

    /// <summary>Loads the actor of the signed-in person; goes after <c>UseAuthentication</c> and before <c>UseAuthorization</c>.</summary>
    public static IApplicationBuilder UseActor(this IApplicationBuilder app) => app.Use(SetAsync);

    private static async Task SetAsync(HttpContext http, RequestDelegate next)
    {
        if (SignedIn.Of(http) is not { } me)
        {
            await next(http);
            return;
        }

        var actor = await http.RequestServices.GetRequiredService<ActorSource>().ForAsync(me.PersonId, http.RequestAborted);
        if (me.Duty != FirstDuty.None)
        {
            actor = actor with { Grants = actor.Grants.Where(g => g.Key == KernelPermissions.OwnAccount).ToDictionary() };
            if (!Array.Exists(OpenMeanwhile, path => http.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase)) && IsGuarded(http.GetEndpoint()))
            {
                await SendOffAsync(http, me.Duty);
                return;
            }
        }

        http.RequestServices.GetRequiredService<ActorHolder>().Current = actor;
        await next(http);
    }

    // What strangers may fetch (style sheets, scripts, the switch of languages) stays open, else the very page that asks would be bare.
    private static bool IsGuarded(Endpoint? endpoint) => endpoint is not null && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null;

    private static Task SendOffAsync(HttpContext http, FirstDuty duty)
    {
        if (http.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase))
        {
            return OutcomeHttp.Problem(StatusCodes.Status403Forbidden, duty == FirstDuty.ChangePassword ? "password-change-first" : "second-factor-first",
                duty == FirstDuty.ChangePassword
                    ? new("请先修改密码。", "Please change your password first.")
                    : new("请先启用二次验证。", "Please add a second factor first.")).ExecuteAsync(http);
        }

        http.Response.Redirect(duty == FirstDuty.ChangePassword ? "/account/password" : "/account/second-factor");
        return Task.CompletedTask;
    }
}

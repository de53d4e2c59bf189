using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Guiju.Kernel.Identity;

/// <summary>Addresses of signing in and of accounts under <c>/api/kernel</c>.</summary>
internal static class IdentityAddresses
{
    private const int PageRows = 50;

    /// <summary>Name, password and, where a second factor is asked for, its code.</summary>
    internal sealed record Credentials(string UserName, string Password, string? Code);

    /// <summary>Who is signed in and what they may do.</summary>
    internal sealed record Me(Guid PersonId, string Name, Guid? UnitId, FirstDuty Duty, IReadOnlyDictionary<string, MyReach> Permissions);

    /// <summary>How far a permission goes.</summary>
    internal sealed record MyReach(bool All, int Units, bool Own);

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/sign-in", SignInAsync).AllowAnonymous().DisableAntiforgery().WithName("kernel.sign-in").Accepts<Credentials>("application/json");
        api.MapPost("/sign-out", async (HttpContext http, FrontDoor door, CancellationToken ct) =>
        {
            if (ForeignRequest.Refusal(http.Request) is { } refusal)
            {
                return refusal;
            }

            await door.LeaveAsync(ct);
            return Results.NoContent();
        }).DisableAntiforgery().WithName("kernel.sign-out");
        api.MapGet("/me", (HttpContext http, ActorHolder holder) => SignedIn.Of(http) is { } me
            ? Results.Json(new Me(me.PersonId, holder.Current.Name, holder.Current.UnitId, me.Duty,
                holder.Current.Grants.ToDictionary(g => g.Key, g => new MyReach(g.Value.All, g.Value.Units.Count, g.Value.Own))), Json.Options)
            : OutcomeHttp.Unknown()).WithName("kernel.me").Produces<Me>();
        MapAccounts(api);
    }

    private static void MapAccounts(IEndpointRouteBuilder api)
    {
        api.MapGet("/accounts", async (string? words, int? skip, int? take, AccountBoard board, ActorHolder holder, CancellationToken ct) =>
            holder.Current.Can(KernelPermissions.KeepAccounts)
                ? Results.Json(await board.ListAsync(words, skip ?? 0, take ?? PageRows, ct), Json.Options)
                : OutcomeHttp.Denied(KernelPermissions.KeepAccounts)).WithName("kernel.accounts").Produces<AccountBoard.Page>();
        api.MapGet("/sign-ins", async (string? words, int? skip, int? take, SignInLog log, ActorHolder holder, CancellationToken ct) =>
            holder.Current.Can(KernelPermissions.ReadSignIns)
                ? Results.Json(await log.ListAsync(words, null, null, null, skip ?? 0, take ?? PageRows, ct), Json.Options)
                : OutcomeHttp.Denied(KernelPermissions.ReadSignIns)).WithName("kernel.sign-ins").Produces<SignInLog.Page>();
        api.MapAct<OpenAccount, OpenedAccount>("/accounts");
        api.MapAct<ResetPassword, OpenedAccount>("/accounts/{accountId:guid}/reset-password");
        api.MapAct<LockAccount, Guid>("/accounts/{accountId:guid}/lock");
        api.MapAct<UnlockAccount, Guid>("/accounts/{accountId:guid}/unlock");
        api.MapAct<ResetSecondFactor, Guid>("/accounts/{accountId:guid}/reset-second-factor");
        api.MapPost("/account/second-factor/key", async (HttpContext http, SecondFactor factor, CancellationToken ct) =>
            ForeignRequest.Refusal(http.Request) ?? (SignedIn.Of(http) is not { } me ? OutcomeHttp.Unknown()
                : await factor.KeyAsync(me, ct) is { } key ? Results.Json(key, Json.Options) : OutcomeHttp.Missing()))
            .DisableAntiforgery().WithName("kernel.second-factor-key").Produces<SecondFactor.Key>();
        api.MapGet("/account/sessions", async (HttpContext http, Sessions sessions, CancellationToken ct) =>
            SignedIn.Of(http) is { } me ? Results.Json(await sessions.AliveAsync(me.AccountId, ct), Json.Options) : OutcomeHttp.Unknown())
            .WithName("kernel.sessions").Produces<IReadOnlyList<Sessions.View>>();
        api.MapAct<ChangeOwnPassword, Guid>("/account/password").AddEndpointFilter(CarryOverAsync);
        api.MapAct<ConfirmSecondFactor, Guid>("/account/second-factor").AddEndpointFilter(CarryOverAsync);
    }

    private static async Task<IResult> SignInAsync(HttpContext http, FrontDoor door, CancellationToken ct)
    {
        if (ForeignRequest.Refusal(http.Request) is { } refusal)
        {
            return refusal;
        }

        Credentials? given;
        try
        {
            given = await http.Request.ReadFromJsonAsync<Credentials>(Json.Options, ct);
        }
        catch (System.Text.Json.JsonException)
        {
            given = null;
        }

        if (given is not { UserName.Length: > 0 and <= 100, Password.Length: > 0 and <= 200 })
        {
            return OutcomeHttp.Invalid([new FieldError(nameof(Credentials.UserName), new("请填写用户名和密码。", "Please fill in user name and password."))]);
        }

        var entry = await door.EnterAsync(given.UserName, given.Password, given.Code, ct);
        return entry switch
        {
            Entry.In => Results.NoContent(),
            Entry.CodeAsked => OutcomeHttp.Problem(StatusCodes.Status401Unauthorized, "code-asked", new("请输入验证码。", "Please give the code of your second factor.")),
            Entry.TooMany => OutcomeHttp.Problem(StatusCodes.Status429TooManyRequests, "too-many", AccountChecks.NotTooOften.Statement),
            _ => OutcomeHttp.Problem(StatusCodes.Status401Unauthorized, "refused-entry", FrontDoor.Refusal),
        };
    }

    // The session in which the change was made goes on; all others have ended.
    private static async ValueTask<object?> CarryOverAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var answer = await next(context);
        if (SignedIn.Of(context.HttpContext) is { } me && answer is IStatusCodeHttpResult { StatusCode: null or StatusCodes.Status200OK })
        {
            var sessions = (Sessions)context.HttpContext.RequestServices.GetService(typeof(Sessions))!; // registered with signing in
            await sessions.CarryOverAsync(me, context.HttpContext.RequestAborted);
        }

        return answer;
    }
}

using System.Net;
using System.Net.Http.Json;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Web.Tests;

/// <summary>Walks every act and every address with every role: nobody gets further than the roles say.</summary>
public sealed class EveryDoorTests
{
    // Addresses that nobody needs to sign in for.
    private static readonly string[] Open = ["/health", "/openapi/", "/api-reference", "/language/", "/theme/", "/sign-in", "/sign-out", "/status/", "/error", "/api/kernel/sign-in", "/_framework", "/scalar", "/api/fleet/open/"];

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task A_stranger_reaches_nothing_but_the_door(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        using var client = app.Anonymous();
        var open = new List<string>();
        foreach (var (method, path) in Addresses(app))
        {
            using var answer = await client.SendAsync(Request(method, path));
            if (!IsOpen(path) && answer.StatusCode is not (HttpStatusCode.Unauthorized or HttpStatusCode.Redirect or HttpStatusCode.Found or HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed))
            {
                open.Add($"{method} {path} → {(int)answer.StatusCode}");
            }
        }

        Assert.Empty(open);
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task Every_address_answers_every_role_without_falling_over(string database)
    {
        await using var app = await GuijuApp.OnAsync(database, secondFactor: false);
        var fallen = new List<string>();
        foreach (var account in DemonstrationAccounts.Default)
        {
            var client = await app.AsAsync(account.UserName);
            foreach (var (method, path) in Addresses(app).Where(a => !a.Path.Contains("sign-out", StringComparison.Ordinal)))
            {
                using var answer = await client.SendAsync(Request(method, path));
                if ((int)answer.StatusCode >= 500)
                {
                    fallen.Add($"{account.UserName}: {method} {path} → {(int)answer.StatusCode}");
                }
            }
        }

        Assert.Empty(fallen);
    }

    [Theory]
    [MemberData(nameof(GuijuApp.Databases), MemberType = typeof(GuijuApp))]
    public async Task Every_act_is_denied_to_every_role_without_its_permission(string database)
    {
        await using var app = await GuijuApp.OnAsync(database);
        var wrong = new List<string>();
        foreach (var account in DemonstrationAccounts.Default)
        {
            await using var scope = app.Services.CreateAsyncScope();
            var person = Guiju.Kernel.Demonstration.Planted.Id("person:" + account.PersonCode);
            var actor = await scope.ServiceProvider.GetRequiredService<ActorSource>().ForAsync(person, CancellationToken.None);
            scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = actor;
            var desk = scope.ServiceProvider.GetRequiredService<Desk>();
            foreach (var act in scope.ServiceProvider.GetRequiredService<ActCatalogue>().All)
            {
                var denied = await IsDeniedAsync(desk, act);
                if (denied == actor.Can(act.Permission))
                {
                    wrong.Add($"{account.UserName}: {act.Name} {(denied ? "denied although permitted" : "not denied")}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static async Task<bool> IsDeniedAsync(Desk desk, ActDescription act)
    {
        var empty = System.Runtime.CompilerServices.RuntimeHelpers.GetUninitializedObject(act.Act);
        var perform = typeof(Desk).GetMethod(nameof(Desk.PerformAsync))!.MakeGenericMethod(act.Result);
        try
        {
            var task = (Task)perform.Invoke(desk, [empty, CancellationToken.None])!;
            await task;
            return task.GetType().GetProperty("Result")!.GetValue(task)!.GetType().Name == "Denied";
        }
        catch (Exception failure) when (failure is NullReferenceException or ArgumentException or InvalidOperationException)
        {
            return false; // an empty act got past the permission and stumbled over its emptiness
        }
    }

    private static HttpRequestMessage Request(string method, string path) => new(new HttpMethod(method), path)
    {
        Content = method is "POST" or "PUT" or "DELETE" ? JsonContent.Create(new { }) : null,
    };

    private static bool IsOpen(string path) => Open.Any(o => path.StartsWith(o, StringComparison.Ordinal)) || Path.HasExtension(path);

    private static List<(string Method, string Path)> Addresses(GuijuApp app) => app.Services.GetServices<EndpointDataSource>()
        .SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        .SelectMany(e => (e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]).Select(m => (m, PathOf(e.RoutePattern))))
        .Where(a => a.m is "GET" or "POST" && !Path.HasExtension(a.Item2)).Distinct().ToList();

    private static string PathOf(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(part => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternSeparatorPart separator => separator.Content,
        RoutePatternParameterPart parameter => parameter.ParameterPolicies.Any(p => p.Content == "int") ? "404" : parameter.ParameterPolicies.Any(p => p.Content == "guid") || parameter.Name.EndsWith("id", StringComparison.OrdinalIgnoreCase) ? "00000000-0000-7000-8000-000000000001" : "x",
        _ => "",
    }))));
}

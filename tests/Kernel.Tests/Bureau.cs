using System.Net.Http.Json;
using Guiju.Data.Sqlite;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Guiju.Kernel.Tests;

/// <summary>A small bureau with the kernel's addresses over a database of its own: a city, two organs with an office each, and a few people.</summary>
internal sealed class Bureau : IAsyncDisposable
{
    public const string Password = "Right-Password-1";
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"guiju_{Guid.CreateVersion7():N}");
    private readonly WebApplication app;

    private Bureau(IReadOnlyDictionary<string, string?> settings, IModule[] modules)
    {
        Directory.CreateDirectory(folder);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Testing", ContentRootPath = folder });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(settings)
        {
            ["Guiju:Identity:SecureCookie"] = "false",
            ["Guiju:Ledger:KeyFile"] = Path.Combine(folder, "keys.json"),
        });
        builder.Logging.ClearProviders();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<ILaw, NoonLaw>();
        builder.Services.AddGuiju(builder.Configuration, new SqliteDatabase(Path.Combine(folder, "bureau.db")), [new KernelModule(), .. modules]);
        builder.Services.AddGuijuIdentity(builder.Configuration);
        builder.Services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1000); // these passwords guard nothing
        app = builder.Build();
        app.UseAuthentication();
        app.UseActor();
        app.UseAuthorization();
        app.MapModules();
    }

    public FakeTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow()); // lock-out and codes run on the real clock

    public DateOnly Today => DateOnly.FromDateTime(Clock.GetLocalNow().DateTime);

    public DateOnly Begin => Today.AddYears(-3);

    public Guid City { get; private set; }

    public Guid Finance { get; private set; }

    public Guid FinanceOffice { get; private set; }

    public Guid Culture { get; private set; }

    public Guid CultureOffice { get; private set; }

    public IServiceProvider Services => app.Services;

    public static async Task<Bureau> OpenAsync(CancellationToken ct, IReadOnlyDictionary<string, string?>? settings = null, params IModule[] modules)
    {
        var bureau = new Bureau(settings ?? new Dictionary<string, string?>(), modules);
        await bureau.UseAsync((GuijuDb db) => Preparation.CreateAsync(db, ct));
        await RoleSync.RunAsync(bureau.Services, ct);
        bureau.City = await bureau.MustAsync(new AddUnit { Code = "00", Name = "测试市", Kind = UnitKind.City, From = bureau.Begin }, ct);
        bureau.Finance = await bureau.UnitAsync("01", "财政局", bureau.City, UnitKind.Government, ct);
        bureau.FinanceOffice = await bureau.UnitAsync("0101", "财政局办公室", bureau.Finance, UnitKind.InnerOffice, ct);
        bureau.Culture = await bureau.UnitAsync("02", "文化局", bureau.City, UnitKind.Government, ct);
        bureau.CultureOffice = await bureau.UnitAsync("0201", "文化局办公室", bureau.Culture, UnitKind.InnerOffice, ct);
        await bureau.app.StartAsync(ct);
        return bureau;
    }

    public Task<Guid> UnitAsync(string code, string name, Guid above, UnitKind kind, CancellationToken ct) =>
        MustAsync(new AddUnit { Code = code, Name = name, ParentId = above, Kind = kind, From = Begin }, ct);

    /// <summary>Adds a person with roles, all from the first day.</summary>
    public async Task<Guid> PersonAsync(string code, Guid unit, CancellationToken ct, params (string Role, Scope Scope)[] roles)
    {
        var id = await MustAsync(new AddPerson { Code = code, Name = "张" + code, UnitId = unit, From = Begin }, ct);
        foreach (var (role, scope) in roles)
        {
            await MustAsync(new GrantRole { PersonId = id, Role = role, Scope = scope, From = Begin }, ct);
        }

        return id;
    }

    /// <summary>Opens an account with the password of these tests.</summary>
    public async Task<Guid> AccountAsync(Guid person, string userName, CancellationToken ct)
    {
        var opened = await MustAsync(new OpenAccount { PersonId = person, UserName = userName }, ct);
        Assert.IsType<Outcome<Guid>.Done>(await AsAsync(person, new ChangeOwnPassword { Current = new(opened.TemporaryPassword), New = new(Password) }, ct));
        return opened.AccountId;
    }

    /// <summary>Performs an act as the system.</summary>
    public Task<Outcome<T>> DoAsync<T>(IAct<T> act, CancellationToken ct) => UseAsync((Desk desk) => desk.PerformAsync(act, ct));

    /// <summary>Performs an act as the system; it must be done.</summary>
    public async Task<T> MustAsync<T>(IAct<T> act, CancellationToken ct) => Assert.IsType<Outcome<T>.Done>(await DoAsync(act, ct)).Value;

    /// <summary>Performs an act as a person.</summary>
    public async Task<Outcome<T>> AsAsync<T>(Guid person, IAct<T> act, CancellationToken ct)
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = await Services.GetRequiredService<ActorSource>().ForAsync(person, ct);
        return await scope.ServiceProvider.GetRequiredService<Desk>().PerformAsync(act, ct);
    }

    public async Task<T> UseAsync<TWhat, T>(Func<TWhat, Task<T>> use, Actor? actor = null)
        where TWhat : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = actor ?? Actor.System("测试");
        return await use(scope.ServiceProvider.GetRequiredService<TWhat>());
    }

    /// <summary>A browser with cookies of its own.</summary>
    public HttpClient Browser() => new(new Cookies(app.GetTestServer().CreateHandler())) { BaseAddress = new Uri("http://localhost") };

    /// <summary>Signs in; returns the status.</summary>
    public static async Task<System.Net.HttpStatusCode> SignInAsync(HttpClient browser, string userName, string password, CancellationToken ct, string? code = null) =>
        (await browser.PostAsJsonAsync("/api/kernel/sign-in", new { userName, password, code }, ct)).StatusCode;

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private sealed class Cookies(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private readonly System.Net.CookieContainer jar = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (jar.GetCookieHeader(request.RequestUri!) is { Length: > 0 } cookies)
            {
                request.Headers.Add("Cookie", cookies);
            }

            var response = await base.SendAsync(request, cancellationToken);
            if (response.Headers.TryGetValues("Set-Cookie", out var set))
            {
                foreach (var cookie in set)
                {
                    jar.SetCookies(request.RequestUri!, cookie);
                }
            }

            return response;
        }
    }
}

using System.Collections.Concurrent;
using System.Net.Http.Json;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Guiju.Web.Tests;

/// <summary>
/// The whole application over HTTP on one database. The demonstration bureau (with few trips) is planted once per database kind;
/// each application gets its own copy, so that no test sees another's data.
/// </summary>
public sealed class GuijuApp : IAsyncDisposable
{
    private static readonly SemaphoreSlim Planting = new(1, 1);
    private static string? sqliteTemplate;
    private static bool postgresTemplate;

    private readonly WebApplicationFactory<Program> factory;
    private readonly ConcurrentDictionary<string, HttpClient> clients = new();
    private readonly string database;

    private GuijuApp(string database, bool secondFactor)
    {
        this.database = database;
        factory = Factory(database, secondFactor);
    }

    public IServiceProvider Services => factory.Services;

    public static string? Postgres => Environment.GetEnvironmentVariable("GUIJU_POSTGRES");

    /// <summary>The databases that tests run on; PostgreSQL shows as skipped where none is set.</summary>
    public static TheoryData<string> Databases
    {
        get
        {
            var rows = new TheoryData<string> { "SQLite" };
            rows.Add(new TheoryDataRow<string>("PostgreSQL") { Skip = Postgres is null ? "GUIJU_POSTGRES is not set" : null });
            return rows;
        }
    }

    /// <summary>An application of its own; <paramref name="secondFactor"/> false: administrators get in without one.</summary>
    public static async Task<GuijuApp> OnAsync(string kind, bool secondFactor = true)
    {
        await Planting.WaitAsync();
        try
        {
            return new GuijuApp(kind == "SQLite" ? await CopySqliteAsync() : await CopyPostgresAsync(), secondFactor);
        }
        finally
        {
            Planting.Release();
        }
    }

    /// <summary>A database with nothing in it, gone when it is disposed of.</summary>
    public static async Task<EmptyDatabase> EmptyAsync(string kind)
    {
        if (kind == "SQLite")
        {
            return new EmptyDatabase("sqlite:" + Path.Combine(Directory.CreateTempSubdirectory("guiju-web-tests").FullName, "empty.db"));
        }

        var name = $"guiju_{Guid.CreateVersion7():N}";
        await OnServerAsync($"CREATE DATABASE \"{name}\"");
        return new EmptyDatabase($"{Postgres![..Postgres!.LastIndexOf('/')]}/{name}");
    }

    /// <summary>A client signed in as a demonstration account.</summary>
    public async Task<HttpClient> AsAsync(string user)
    {
        if (clients.TryGetValue(user, out var known))
        {
            return known;
        }

        var client = Anonymous();
        var answer = await client.PostAsJsonAsync("/api/kernel/sign-in", new { userName = user, password = DemonstrationAccounts.Password });
        Assert.True(answer.IsSuccessStatusCode, $"{user}: {await answer.Content.ReadAsStringAsync()}");
        return clients.GetOrAdd(user, client);
    }

    public HttpClient Anonymous()
    {
        var client = factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false, BaseAddress = new Uri("https://localhost") });
        client.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await factory.DisposeAsync();
        await DropAsync(database);
    }

    private static async Task DropAsync(string database)
    {
        if (database.StartsWith("sqlite:", StringComparison.Ordinal))
        {
            File.Delete(database["sqlite:".Length..]);
        }
        else
        {
            NpgsqlConnection.ClearAllPools();
            await OnServerAsync($"DROP DATABASE IF EXISTS \"{database[(database.LastIndexOf('/') + 1)..]}\" WITH (FORCE)");
        }
    }

    private static WebApplicationFactory<Program> Factory(string database, bool secondFactor) => new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
    {
        host.UseEnvironment("Testing");
        host.UseSetting("Guiju:Database", database);
        host.UseSetting("Guiju:Ledger:KeyFile", Path.Combine(Path.GetTempPath(), "guiju-web-tests", "ledger.json"));
        host.UseSetting("Guiju:Identity:SecondFactorForAdministrators", secondFactor.ToString());
        host.UseSetting("Serilog:MinimumLevel:Default", "Error");
    });

    private static async Task<string> CopySqliteAsync()
    {
        if (sqliteTemplate is null)
        {
            var file = Path.Combine(Directory.CreateTempSubdirectory("guiju-web-tests").FullName, "template.db");
            await PlantAsync("sqlite:" + file);
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            sqliteTemplate = file;
        }

        var copy = Path.Combine(Path.GetDirectoryName(sqliteTemplate)!, $"{Guid.CreateVersion7():N}.db");
        File.Copy(sqliteTemplate, copy);
        return "sqlite:" + copy;
    }

    private static async Task<string> CopyPostgresAsync()
    {
        var server = Postgres![..Postgres!.LastIndexOf('/')];
        var template = $"guiju_web_template_{Environment.ProcessId}";
        if (!postgresTemplate)
        {
            await OnServerAsync($"CREATE DATABASE {template}");
            await PlantAsync($"{server}/{template}");
            NpgsqlConnection.ClearAllPools();
            postgresTemplate = true;
        }

        var copy = $"guiju_{Guid.CreateVersion7():N}";
        await OnServerAsync($"CREATE DATABASE \"{copy}\" TEMPLATE {template}");
        return $"{server}/{copy}";
    }

    private static async Task PlantAsync(string database)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Guiju:Database"] = database,
            ["Guiju:Fleet:DemonstrationTrips"] = "400",
            ["Guiju:Demonstration:Plant"] = "true",
        }).Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(settings).AddLogging().AddBureau(settings).AddGuijuIdentity(settings);
        await using var provider = services.BuildServiceProvider();
        await Composition.PrepareAsync(provider, demonstration: true, _ => Task.CompletedTask, CancellationToken.None);
    }

    private static async Task OnServerAsync(string sql)
    {
        var address = new Uri(Postgres!);
        await using var connection = new NpgsqlConnection($"Host={address.Host};Port={address.Port};Username={address.UserInfo.Split(':')[0]};Database=postgres");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>An empty database by its address.</summary>
    public sealed record EmptyDatabase(string Address) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            await DropAsync(Address);
        }
    }
}

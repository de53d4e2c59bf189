using Guiju.Data.Postgres;
using Guiju.Data.Sqlite;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Ledger;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Guiju.Kernel.Tests.Ledger;

/// <summary>A record of people with its ledger, over a database of its own that a test may edit by hand.</summary>
internal sealed class Archive : IAsyncDisposable
{
    private readonly string name = $"guiju_{Guid.CreateVersion7():N}";
    private readonly string folder;
    private readonly ServiceProvider services;
    private readonly string? server;

    private Archive(string kind)
    {
        folder = Path.Combine(Path.GetTempPath(), name);
        server = kind == "PostgreSQL" ? Environment.GetEnvironmentVariable("GUIJU_POSTGRES") : null;
        Assert.SkipWhen(kind == "PostgreSQL" && server is null, "GUIJU_POSTGRES is not set: PostgreSQL was not tried.");
        IDatabase database = server is null ? new SqliteDatabase(Path.Combine(folder, "record.db")) : new PostgresDatabase(Own(server));
        services = new ServiceCollection()
            .AddSingleton<ILaw, KindLaw>()
            .AddGuiju(
                new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Guiju:Ledger:KeyFile"] = KeyFile }).Build(),
                database, [new ArchiveModule()])
            .BuildServiceProvider();
    }

    public string KeyFile => Path.Combine(folder, "keys", "ledger-sm2.json");

    public LedgerSealer Sealer => services.GetRequiredService<LedgerSealer>();

    public static async Task<Archive> OpenAsync(string kind, CancellationToken ct)
    {
        var archive = new Archive(kind);
        Directory.CreateDirectory(archive.folder);
        if (archive.server is { } server)
        {
            await RunOnServerAsync(server, $"CREATE DATABASE {archive.name}", ct);
        }

        await archive.UseAsync((GuijuDb db) => Preparation.CreateAsync(db, ct));
        return archive;
    }

    /// <summary>Enrols people by acts, in one block for each call.</summary>
    public async Task EnrolAsync(int people, CancellationToken ct)
    {
        for (var n = 0; n < people; n++)
        {
            Assert.IsType<Outcome<Guid>.Done>(await DoAsync(new Enrol { Code = $"{Guid.CreateVersion7():N}", Name = $"人员{n}" }, ct));
        }

        await Sealer.SealAsync(newKey: false, ct);
    }

    public Task<Outcome<T>> DoAsync<T>(IAct<T> act, CancellationToken ct) => UseAsync((Desk desk) => desk.PerformAsync(act, ct));

    public Task<Proof> ProveAsync(CancellationToken ct) => UseAsync((LedgerProof proof) => proof.VerifyAsync(ct));

    /// <summary>Edits the database as somebody with access to its files would.</summary>
    public async Task EditAsync(string sql, CancellationToken ct) =>
        Assert.NotEqual(0, await UseAsync((GuijuDb db) => db.Database.ExecuteSqlRawAsync(sql, ct)));

    public async Task<T> UseAsync<TWhat, T>(Func<TWhat, Task<T>> use)
        where TWhat : notnull
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = Actor.System("测试");
        return await use(scope.ServiceProvider.GetRequiredService<TWhat>());
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await RunOnServerAsync(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)", CancellationToken.None);
        }

        Directory.Delete(folder, recursive: true);
    }

    private string Own(string address) => new UriBuilder(address) { Path = name }.Uri.ToString();

    private static async Task RunOnServerAsync(string address, string sql, CancellationToken ct)
    {
        var uri = new Uri(address);
        var user = uri.UserInfo.Split(':', 2);
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder
        {
            Host = uri.Host,
            Port = uri.Port > 0 ? uri.Port : 5432,
            Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null,
            Database = uri.AbsolutePath.Trim('/'),
            Pooling = false,
        }.ToString());
        await connection.OpenAsync(ct);
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }
}

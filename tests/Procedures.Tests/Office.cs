using Guiju.Data.Postgres;
using Guiju.Data.Sqlite;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.People;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Guiju.Procedures.Tests;

/// <summary>A small organ over a database of its own: an office with a head and a clerk, a duty officer, a clock that stands still.</summary>
public sealed class Office : IAsyncDisposable
{
    public const string Approve = "matters.approve";

    private readonly string file = Path.Combine(Path.GetTempPath(), $"guiju-{Guid.CreateVersion7():N}.db");
    private readonly ServiceProvider services;

    private readonly string? server;

    private Office(string? server = null)
    {
        this.server = server;
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddGuiju(new ConfigurationBuilder().Build(), server is null ? new SqliteDatabase(file) : new PostgresDatabase(server), [new ProceduresModule(), new MattersModule()]);
        services = collection.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2023, 5, 8, 1, 0, 0, TimeSpan.Zero));

    public Unit Organ { get; } = Body("01", "方圆市民政局");

    public Unit Other { get; } = Body("02", "方圆市水务局");

    public Person Head { get; private set; } = null!; // set by OpenAsync before anybody sees the office

    public Person Clerk { get; private set; } = null!; // as above

    public Person DutyOfficer { get; private set; } = null!; // as above

    public static Task<Office> OpenAsync(CancellationToken ct) => OpenAsync(new Office(), ct);

    /// <summary>The same on PostgreSQL, in a database of its own; skipped, and seen to be, where no server is named.</summary>
    public static async Task<Office> OpenAsync(string kind, CancellationToken ct)
    {
        if (kind != "PostgreSQL")
        {
            return await OpenAsync(ct);
        }

        var named = Environment.GetEnvironmentVariable("GUIJU_POSTGRES");
        Assert.SkipWhen(named is null, "GUIJU_POSTGRES is not set: PostgreSQL was not tried.");
        var name = $"guiju_{Guid.CreateVersion7():N}";
        await RunOnServerAsync(named!, $"CREATE DATABASE {name}", ct); // skipped otherwise
        return await OpenAsync(new Office(new UriBuilder(named!) { Path = name }.Uri.ToString()), ct); // skipped otherwise
    }

    private static async Task RunOnServerAsync(string address, string sql, CancellationToken ct)
    {
        var uri = new Uri(address);
        var user = uri.UserInfo.Split(':', 2);
        await using var connection = new Npgsql.NpgsqlConnection(new Npgsql.NpgsqlConnectionStringBuilder
        {
            Host = uri.Host, Port = uri.Port > 0 ? uri.Port : 5432, Username = Uri.UnescapeDataString(user[0]),
            Password = user.Length > 1 ? Uri.UnescapeDataString(user[1]) : null, Database = uri.AbsolutePath.Trim('/'), Pooling = false,
        }.ToString());
        await connection.OpenAsync(ct);
        await using var command = new Npgsql.NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<Office> OpenAsync(Office office, CancellationToken ct)
    {
        office.Head = Employed("H1", "周正", office.Organ);
        office.Clerk = Employed("C1", "林清", office.Organ);
        office.DutyOfficer = Employed("D1", "何守", office.Other);
        await office.AddAsync(ct,
            office.Organ, office.Other, office.Head, office.Clerk, office.DutyOfficer,
            new Role { Code = "head", Title = "主任", EnglishTitle = "Head", Permissions = [Approve] },
            new Role { Code = "duty", Title = "值班", EnglishTitle = "Duty", Permissions = [ProceduresPermissions.Duty] },
            Holding(office.Head, "head", Scope.UnitAndBelow), Holding(office.DutyOfficer, "duty", Scope.All));
        return office;
    }

    public static Person Employed(string code, string name, Unit unit) =>
        new() { Id = Guid.CreateVersion7(), Code = code, Name = name, UnitId = unit.Id, From = new DateOnly(2018, 1, 1) };

    public static Assignment Holding(Person person, string role, Scope scope) =>
        new() { Id = Guid.CreateVersion7(), PersonId = person.Id, Role = role, Scope = scope, UnitId = scope == Scope.All ? null : person.UnitId, From = new DateOnly(2018, 1, 1) };

    /// <summary>What a person may do here: everybody may file matters, the head approves those of the organ.</summary>
    public static Actor As(Person person)
    {
        var unit = new Reach(false, new HashSet<Guid> { person.UnitId }, true);
        var grants = new Dictionary<string, Reach> { ["matters.file"] = unit, [ProceduresPermissions.Home] = unit, [ProceduresPermissions.Work] = unit, [ProceduresPermissions.Draw] = unit, [ProceduresPermissions.Publish] = unit };
        if (person.Code.StartsWith('H'))
        {
            grants[Approve] = unit;
        }
        else if (person.Code.StartsWith('D'))
        {
            grants[ProceduresPermissions.Duty] = Reach.Everything;
        }

        return new Actor(person.Id, person.Name, person.UnitId, grants);
    }

    public async Task<Outcome<T>> DoAsync<T>(Person person, IAct<T> act, CancellationToken ct)
    {
        await using var scope = Scoped(person);
        return await scope.ServiceProvider.GetRequiredService<Desk>().PerformAsync(act, ct);
    }

    public async Task<T> AskAsync<TQuestion, T>(Func<TQuestion, Task<T>> ask, Person person)
        where TQuestion : notnull
    {
        await using var scope = Scoped(person);
        return await ask(scope.ServiceProvider.GetRequiredService<TQuestion>());
    }

    public async Task AddAsync(CancellationToken ct, params object[] rows)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        await Preparation.CreateAsync(db, ct);
        db.AddRange(rows);
        await db.SaveChangesAsync(ct);
        services.GetRequiredService<UnitTrees>().Forget();
    }

    public AsyncServiceScope Scoped(Person person)
    {
        var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = As(person);
        return scope;
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (server is not null)
        {
            Npgsql.NpgsqlConnection.ClearAllPools();
            await RunOnServerAsync(Environment.GetEnvironmentVariable("GUIJU_POSTGRES")!, $"DROP DATABASE IF EXISTS {new Uri(server).AbsolutePath.Trim('/')} WITH (FORCE)", CancellationToken.None); // it named the server
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var left in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(file) + "*"))
        {
            File.Delete(left);
        }
    }

    private static Unit Body(string code, string name) =>
        new() { Id = Guid.CreateVersion7(), Code = code, Name = name, EnglishName = "Organ " + code, Kind = UnitKind.Government, From = new DateOnly(2018, 1, 1) };
}

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
    private readonly bool postgres;
    private readonly ServiceProvider services;

    private Office(string kind, IReadOnlyDictionary<string, string?> settings)
    {
        postgres = kind == "PostgreSQL";
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddGuiju(new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), postgres ? new PostgresDatabase(OwnPostgres()) : new SqliteDatabase(file), [new ProceduresModule(), new MattersModule()]);
        collection.AddSingleton<SystemDesk>();
        collection.AddSingleton<ActorSource>();
        services = collection.BuildServiceProvider();
    }

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

    public IServiceProvider Services => services;

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2023, 5, 8, 1, 0, 0, TimeSpan.Zero));

    public Unit Organ { get; } = Body("01", "方圆市民政局");

    public Unit Other { get; } = Body("02", "方圆市水务局");

    public Person Head { get; private set; } = null!; // set by OpenAsync before anybody sees the office

    public Person Clerk { get; private set; } = null!; // as above

    public Person DutyOfficer { get; private set; } = null!; // as above

    public static Task<Office> OpenAsync(CancellationToken ct) => OpenAsync("SQLite", new Dictionary<string, string?>(), ct);

    /// <summary>The same on a database of that kind; skipped, and seen to be, where no server is named.</summary>
    public static async Task<Office> OpenAsync(string kind, CancellationToken ct)
    {
        Assert.SkipWhen(kind == "PostgreSQL" && Postgres is null, "GUIJU_POSTGRES is not set: PostgreSQL was not tried.");
        return await OpenAsync(kind, new Dictionary<string, string?>(), ct);
    }

    public static async Task<Office> OpenAsync(string kind, IReadOnlyDictionary<string, string?> settings, CancellationToken ct)
    {
        var office = new Office(kind, settings);
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
        var grants = new Dictionary<string, Reach> { ["matters.file"] = unit };
        foreach (var permission in (string[])[ProceduresPermissions.Home, ProceduresPermissions.Work, ProceduresPermissions.Draw, ProceduresPermissions.Publish, ProceduresPermissions.KeepClocks, ProceduresPermissions.ReadLetters, ProceduresPermissions.DraftLetters])
        {
            grants[permission] = unit;
        }

        if (person.Code.StartsWith('H'))
        {
            grants[Approve] = unit;
            grants[ProceduresPermissions.ExtendClocks] = unit;
            grants[ProceduresPermissions.IssueLetters] = unit;
            grants[ProceduresPermissions.KeepNumbers] = unit;
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
        if (postgres)
        {
            await using var scope = services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<GuijuDb>().Database.EnsureDeletedAsync();
        }

        await services.DisposeAsync();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        foreach (var left in Directory.GetFiles(Path.GetTempPath(), Path.GetFileName(file) + "*"))
        {
            File.Delete(left);
        }
    }

    private string OwnPostgres() => new UriBuilder(Postgres!) { Path = Path.GetFileNameWithoutExtension(file).Replace('-', '_') }.Uri.ToString(); // asked for only where it is set

    private static Unit Body(string code, string name) =>
        new() { Id = Guid.CreateVersion7(), Code = code, Name = name, EnglishName = "Organ " + code, Kind = UnitKind.Government, From = new DateOnly(2018, 1, 1) };
}

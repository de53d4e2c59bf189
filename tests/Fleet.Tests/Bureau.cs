using System.Runtime.CompilerServices;
using Guiju.Data.Postgres;
using Guiju.Data.Sqlite;
using Guiju.Decisions;
using Guiju.Fleet.Drivers;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.People;
using Guiju.Procedures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Guiju.Fleet.Tests;

/// <summary>A small bureau over a database of its own, under the real law: one organ with its people, a platform, a clock that stands at 8 May 2023, nine o'clock in Beijing.</summary>
public sealed class Bureau : IAsyncDisposable
{
    private static readonly IModule[] Modules = [new DecisionsModule(), new ProceduresModule(), new FleetModule()];

    private const string DeskOfOneUnit = "fleet-desk/unit";

    private readonly string file = Path.Combine(Path.GetTempPath(), $"guiju-{Guid.CreateVersion7():N}.db");
    private readonly ServiceProvider services;
    private readonly bool postgres;

    private Bureau(string kind)
    {
        postgres = kind == "PostgreSQL";
        Clock.SetLocalTimeZone(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Guiju:Law"] = LawFolder() }).Build();
        services = new ServiceCollection().AddSingleton<TimeProvider>(Clock).AddSingleton<IConfiguration>(settings)
            .AddGuiju(settings, postgres ? new PostgresDatabase(OwnPostgres()) : new SqliteDatabase(file), Modules).BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(Samples.Now, TimeSpan.Zero));

    public Unit Authority { get; } = Body("0301", "市机关事务管理局");

    public Unit Organ { get; } = Body("0309", "市民政局");

    public Unit Other { get; } = Body("0318", "市水务局");

    public Person Clerk { get; private set; } = null!; // set by OpenAsync before anybody sees the bureau

    public Person Head { get; private set; } = null!; // as above

    public Person Leader { get; private set; } = null!; // as above

    public Person Dispatcher { get; private set; } = null!; // as above

    public Person Desk { get; private set; } = null!; // as above

    public Person Chauffeur { get; private set; } = null!; // as above

    /// <summary>A vehicle desk whose reach is the organ alone.</summary>
    public Person UnitDesk { get; private set; } = null!; // as above

    /// <summary>The databases that tests run on; PostgreSQL shows as skipped where none is set.</summary>
    public static TheoryData<string> Databases => ["SQLite", new TheoryDataRow<string>("PostgreSQL") { Skip = Environment.GetEnvironmentVariable("GUIJU_POSTGRES") is null ? "GUIJU_POSTGRES is not set" : null }];

    public static Task<Bureau> OpenAsync(CancellationToken ct) => OpenAsync("SQLite", ct);

    public static async Task<Bureau> OpenAsync(string kind, CancellationToken ct)
    {
        Assert.SkipWhen(kind == "PostgreSQL" && Environment.GetEnvironmentVariable("GUIJU_POSTGRES") is null, "GUIJU_POSTGRES is not set: PostgreSQL was not tried.");
        var bureau = new Bureau(kind);
        bureau.Clerk = Employed("applicant", "林清", bureau.Organ);
        bureau.Head = Employed("office-head", "周正", bureau.Organ);
        bureau.Leader = Employed("principal-leader", "沈明", bureau.Organ);
        bureau.Dispatcher = Employed("dispatcher", "何守", bureau.Authority);
        bureau.Desk = Employed("fleet-desk", "许平", bureau.Authority);
        bureau.Chauffeur = Employed("driver", "马驰", bureau.Organ);
        bureau.UnitDesk = Employed(DeskOfOneUnit, "杜衡", bureau.Organ);
        Person[] people = [bureau.Clerk, bureau.Head, bureau.Leader, bureau.Dispatcher, bureau.Desk, bureau.Chauffeur, bureau.UnitDesk];
        await bureau.AddAsync(ct, [bureau.Authority, bureau.Organ, bureau.Other, .. people]);
        return bureau;
    }

    public async Task<Outcome<T>> DoAsync<T>(Person person, IAct<T> act, CancellationToken ct)
    {
        await using var scope = Scoped(person);
        return await scope.ServiceProvider.GetRequiredService<Desk>().PerformAsync(act, ct);
    }

    /// <summary>Performs an act that must succeed.</summary>
    public async Task<T> DoneAsync<T>(Person person, IAct<T> act, CancellationToken ct) =>
        await DoAsync(person, act, ct) switch
        {
            Outcome<T>.Done done => done.Value,
            var other => throw new InvalidOperationException($"{act.GetType().Name}: {Json.Write((object)other)}"),
        };

    public async Task<T> AskAsync<TQuestion, T>(Person person, Func<TQuestion, Task<T>> ask)
        where TQuestion : notnull
    {
        await using var scope = Scoped(person);
        return await ask(scope.ServiceProvider.GetRequiredService<TQuestion>());
    }

    public Task<Verdict?> PreviewAsync<T>(Person person, IAct<T> act, CancellationToken ct) =>
        AskAsync<Desk, Verdict?>(person, desk => desk.PreviewAsync(act, ct));

    public Task<T> ReadAsync<T>(Func<GuijuDb, Task<T>> read) => AskAsync(Desk, read);

    internal Task<Trip> TripAsync(Guid id, CancellationToken ct) => ReadAsync(db => db.Set<Trip>().AsNoTracking().SingleAsync(t => t.Id == id, ct));

    /// <summary>A request that stands approved.</summary>
    public async Task<Guid> ApprovedTripAsync(CancellationToken ct, RequestTrip? request = null)
    {
        var id = await DoneAsync(Clerk, request ?? Samples.Journey(), ct);
        await DoneAsync(Head, new ApproveTrip { Id = id, Opinion = "同意" }, ct);
        return id;
    }

    /// <summary>A car and a driver of the organ, nothing wrong with either.</summary>
    public async Task<(Guid Car, Guid Driver)> PairAsync(CancellationToken ct, int number = 1) =>
        (await DoneAsync(Desk, Samples.Car(Organ.Id, number), ct), await DoneAsync(Desk, Samples.Driver(Organ.Id, number) with { PersonId = Chauffeur.Id }, ct));

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

    // The staff number is the role; reach follows from it as the module proposes.
    private static Actor As(Person person)
    {
        var own = new Reach(false, new HashSet<Guid>(), true);
        var reach = person.Code switch
        {
            "dispatcher" or "fleet-desk" => Reach.Everything,
            "office-head" or "principal-leader" or DeskOfOneUnit => new Reach(false, new HashSet<Guid> { person.UnitId }, true),
            _ => own,
        };
        var grants = Modules.SelectMany(m => m.Roles).Where(r => r.Code == person.Code.Split('/')[0]).SelectMany(r => r.Permissions).Distinct().ToDictionary(p => p, _ => reach);
        grants.TryAdd(FleetPermissions.Request, own);
        return new Actor(person.Id, person.Name, person.UnitId, grants);
    }

    private static Person Employed(string role, string name, Unit unit) =>
        new() { Id = Guid.CreateVersion7(), Code = role, Name = name, UnitId = unit.Id, From = new DateOnly(2018, 1, 1) };

    private static Unit Body(string code, string name) =>
        new() { Id = Guid.CreateVersion7(), Code = code, Name = name, EnglishName = "Organ " + code, Kind = UnitKind.Government, From = new DateOnly(2018, 1, 1) };

    private string OwnPostgres() => new UriBuilder(Environment.GetEnvironmentVariable("GUIJU_POSTGRES")!) { Path = Path.GetFileNameWithoutExtension(file).Replace('-', '_') }.Uri.ToString(); // asked for only where it is set

    private static string LawFolder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "law")); // this file lies two folders down
}

using System.Diagnostics;
using System.Globalization;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.People;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Contracts;
using Guiju.Procedures.Definitions;
using Guiju.Procedures.Home;
using Guiju.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Step = Guiju.Procedures.Contracts.Step;

namespace Guiju.Bench;

/// <summary>
/// One task completed as a person does it: a request for a car approved, with the law's verdict, the procedure moved on, its statutory clock stopped and
/// another started, the ledger written and all of it saved; beside it an insert and an update in one bare transaction. Then the 待办 of a person while
/// fifty thousand tasks are open. On SQLite, and on PostgreSQL where <c>GUIJU_POSTGRES</c> names a server.
/// </summary>
internal static class TaskBench
{
    private const int WarmUp = 60;
    private const int Times = 400;
    private const int OpenTasks = 50_000;
    private const int Mine = 300;
    private const string HeadClock = "disclosure.answer";
    private const string DispatchClock = "petition.notice";

    public static async Task RunAsync(string[] args)
    {
        var figures = new List<Figure>();
        var folder = Directory.CreateTempSubdirectory("guiju-bench");
        figures.AddRange(await OnAsync("SQLite", "sqlite:" + Path.Combine(folder.FullName, "task.db")));
        if (Environment.GetEnvironmentVariable("GUIJU_POSTGRES") is { Length: > 0 } server)
        {
            var name = $"guiju_bench_{Guid.CreateVersion7():N}";
            await AdministerAsync(server, $"CREATE DATABASE {name}");
            figures.AddRange(await OnAsync("PostgreSQL", server[..server.LastIndexOf('/')] + "/" + name));
            NpgsqlConnection.ClearAllPools();
            await AdministerAsync(server, $"DROP DATABASE {name} WITH (FORCE)");
        }

        Measure.Report("task", figures, new { budget = "complete a task p95 10 ms on SQLite, 15 ms on PostgreSQL; 待办 with 50 000 open tasks 10 ms", what = "median, fastest and 95th percentile; the ratio is to the bare transaction of the same database", openTasks = OpenTasks });
        folder.Delete(recursive: true);
    }

    private static async Task<IReadOnlyList<Figure>> OnAsync(string name, string database)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Guiju:Fleet:DemonstrationTrips"] = "200" }).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddBureau(settings, database).AddGuijuIdentity(settings).BuildServiceProvider();
        await Composition.PrepareAsync(services, demonstration: true, _ => Task.CompletedTask, CancellationToken.None);
        await PublishAsync(services);
        var (applicant, head) = (await ActorAsync(services, "0303-3"), await ActorAsync(services, "0303-2"));
        var bare = await BareAsync(services);
        await FillAsync(services, head);
        var trips = await RequestAsync(services, applicant);
        var done = new List<double>();
        var worked = TimeSpan.Zero;
        foreach (var trip in trips)
        {
            if (done.Count == WarmUp)
            {
                worked = Environment.CpuUsage.TotalTime;
            }

            var began = Stopwatch.GetTimestamp();
            await DoAsync(services, head, new ApproveTrip { Id = trip, Opinion = "同意。" });
            done.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        var cpu = (Environment.CpuUsage.TotalTime - worked).TotalMilliseconds / Times; // what a busy machine does not change
        var (list, counts) = (new List<double>(), new List<double>());
        for (var i = 0; i < WarmUp + Times; i++)
        {
            await using var scope = services.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = head;
            var lists = scope.ServiceProvider.GetRequiredService<HomeLists>();
            var began = Stopwatch.GetTimestamp();
            var part = await lists.WaitingAsync(new HomeFilter(), CancellationToken.None);
            list.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            began = Stopwatch.GetTimestamp();
            await lists.CountAsync(CancellationToken.None);
            counts.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            if (part.Total < Mine)
            {
                throw new InvalidOperationException($"The list shows {part.Total} tasks.");
            }
        }

        var first = Measure.Median(bare);
        return
        [
            FigureOf($"{name}: insert and update, one bare transaction", bare, first), FigureOf($"{name}: task completed, verdict, clock, ledger, save", done, first),
            new Figure($"{name}: processor time of a task completed", "ms", cpu, cpu, cpu, cpu / first, 0), FigureOf($"{name}: 待办, {OpenTasks} open", list, first), FigureOf($"{name}: counts of all home lists", counts, first),
        ];
    }

    private static Figure FigureOf(string name, List<double> times, double first)
    {
        var measured = times.Skip(WarmUp).ToList();
        return new Figure(name, "ms", Measure.Median(measured), measured.Min(), Measure.Percentile(measured, 0.95), Measure.Median(measured) / first, 0);
    }

    // The procedure of the law with a statutory clock on the head's step and another on the dispatcher's.
    private static async Task PublishAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var xml = scope.ServiceProvider.GetRequiredService<ProcedureShelf>().OfLaw().First(l => l.Code == "fleet.trip").Xml
            .Replace("<guiju:step english=\"Approval of the office head\"", $"<guiju:step clock=\"{HeadClock}\" english=\"Approval of the office head\"", StringComparison.Ordinal)
            .Replace("<guiju:step english=\"Dispatch a car\"", $"<guiju:step clock=\"{DispatchClock}\" english=\"Dispatch a car\"", StringComparison.Ordinal);
        var desk = services.GetRequiredService<SystemDesk>();
        var today = DateOnly.FromDateTime(services.GetRequiredService<TimeProvider>().GetLocalNow().DateTime);
        var version = Value(await desk.PerformAsync("author", new DrawProcedure { Xml = xml }, CancellationToken.None));
        Value(await desk.PerformAsync("publisher", new PublishProcedure { VersionId = version, From = today }, CancellationToken.None));
    }

    private static async Task<Actor> ActorAsync(IServiceProvider services, string code)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ActorSource>().ForAsync(Planted.Id("person:" + code), CancellationToken.None);
    }

    private static async Task<List<Guid>> RequestAsync(IServiceProvider services, Actor applicant)
    {
        var day = services.GetRequiredService<TimeProvider>().GetLocalNow().DateTime.Date.AddDays(1);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            day = day.AddDays(1);
        }

        var trips = new List<Guid>();
        for (var i = 0; i < WarmUp + Times; i++)
        {
            trips.Add(await DoAsync(services, applicant, new RequestTrip
            {
                Reason = TripReason.Research, Purpose = "调研", Scope = TripScope.OutOfCity, PlanFrom = "机关", PlanTo = "临川区", PlanStart = day.AddHours(9), PlanEnd = day.AddHours(15),
                Passengers = "王五、赵六", ClassWanted = VehicleClass.Research, Justification = "业务需要",
            }));
        }

        return trips;
    }

    private static async Task<Guid> DoAsync(IServiceProvider services, Actor actor, IAct<Guid> act)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = actor;
        return Value(await scope.ServiceProvider.GetRequiredService<Desk>().PerformAsync(act, CancellationToken.None));
    }

    private static Guid Value(Outcome<Guid> outcome) => outcome is Outcome<Guid>.Done done ? done.Value : throw new InvalidOperationException(outcome is Outcome<Guid>.Refused refused ? Json.Write(refused.Verdict) : outcome.ToString());

    // What a database does at least for a step: one row changed, one row added, one commit.
    private static async Task<List<double>> BareAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE bench_task (id integer PRIMARY KEY, state text, person text)");
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE bench_entry (id integer PRIMARY KEY, body text)");
        await db.Database.ExecuteSqlRawAsync("INSERT INTO bench_task VALUES (1, 'Open', 'x')");
        var body = new string('x', 2000);
        var times = new List<double>();
        for (var i = 0; i < WarmUp + Times; i++)
        {
            var began = Stopwatch.GetTimestamp();
            await using var transaction = await db.Database.BeginTransactionAsync();
            await db.Database.ExecuteSqlAsync($"UPDATE bench_task SET state = 'Answered', person = {i.ToString(CultureInfo.InvariantCulture)} WHERE id = 1");
            await db.Database.ExecuteSqlAsync($"INSERT INTO bench_entry VALUES ({i}, {body})");
            await transaction.CommitAsync();
            times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        return times;
    }

    // Fifty thousand open tasks of many people and pools; three hundred of them the person's.
    private static async Task FillAsync(IServiceProvider services, Actor head)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        var units = await db.Set<Unit>().Select(u => u.Id).ToListAsync();
        var people = await db.Set<Person>().Where(p => p.Id != head.PersonId).Select(p => p.Id).Take(2000).ToListAsync();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        for (var i = 0; i < OpenTasks; i++)
        {
            var unit = units[i % units.Count];
            var opening = new CaseOpening("fleet.trip", new Bilingual($"申请 {i}", $"Request {i}"), "bench.subject", Guid.CreateVersion7(), unit, "/", DateOnly.FromDateTime(now));
            var matter = Case.Open(Guid.CreateVersion7(), opening, new Participant(people[i % people.Count], "某人"), now.AddMinutes(-i));
            Guid? person = i < Mine ? head.PersonId : i % 2 == 0 ? people[i % people.Count] : null;
            db.Add(matter);
            db.Add(matter.Ask(Guid.CreateVersion7(), new Step("approve", new("审批", "Approve"), person is null ? "bench.pool" : null, unit, person) { Due = now.AddHours(i % 500) }, now.AddMinutes(-i)));
            if (i % 2000 == 1999)
            {
                await db.SaveChangesAsync();
                db.ChangeTracker.Clear();
            }
        }

        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
    }

    private static async Task AdministerAsync(string server, string sql)
    {
        var uri = new Uri(server);
        await using var source = NpgsqlDataSource.Create($"Host={uri.Host};Port={uri.Port};Username={uri.UserInfo};Database={uri.AbsolutePath.Trim('/')};Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}

using System.Diagnostics;
using System.Globalization;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.Registers;
using Guiju.Web;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Guiju.Bench;

/// <summary>
/// The register of vehicles over 1.4 million rows (or as many as the first argument says; the second says how many rows are imported): pages as people ask for them, through the register itself (scope, filters, order, count, names of units).
/// On SQLite, and on PostgreSQL where <c>GUIJU_POSTGRES</c> names a server.
/// </summary>
internal static class RegisterBench
{
    private const int Rounds = 40;

    public static async Task RunAsync(string[] args)
    {
        var rows = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 1_400_000;
        var imported = args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 50_000;
        var figures = new List<Figure>();
        var folder = Directory.CreateTempSubdirectory("guiju-bench");
        figures.AddRange(await OnAsync("SQLite", "sqlite:" + Path.Combine(folder.FullName, "register.db"), rows, imported));
        if (Environment.GetEnvironmentVariable("GUIJU_POSTGRES") is { Length: > 0 } server)
        {
            var name = $"guiju_bench_{Guid.CreateVersion7():N}";
            await AdministerAsync(server, $"CREATE DATABASE {name}");
            figures.AddRange(await OnAsync("PostgreSQL", server[..server.LastIndexOf('/')] + "/" + name, rows, imported));
            await AdministerAsync(server, $"DROP DATABASE {name} WITH (FORCE)");
        }

        Measure.Report("register", figures, new { budget = "a page within 20 ms p95 with unit scope and sort, filtered counts within 100 ms, 100 000 rows written within 3 s, 50 000 rows with errors within 6 s", rows, imported, what = "median, fastest and 95th percentile of the rows of one page, and of the count of all; the ratio is to the first line" });
        folder.Delete(recursive: true);
    }

    private static async Task<IReadOnlyList<Figure>> OnAsync(string name, string database, int rows, int imported)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Guiju:Fleet:DemonstrationTrips"] = "400" }).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddBureau(settings, database).BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        await Preparation.MigrateAsync(db, CancellationToken.None);
        await Composition.SeedAsync(scope.ServiceProvider, _ => Task.CompletedTask, CancellationToken.None);
        await MultiplyAsync(db, rows, name == "SQLite");
        var register = services.GetRequiredService<RegisterBook>().Find("fleet.vehicles") ?? throw new InvalidOperationException("The register of vehicles is gone.");
        var holder = scope.ServiceProvider.GetRequiredService<ActorHolder>();
        var bodies = PlantedUnits.All().Select(u => u.Unit).Where(u => u.Kind is not (UnitKind.City or UnitKind.InnerOffice)).Select(u => u.Id).ToList();
        Actor everyone = Actor.System("bench"), one = Reaching(bodies[7]), many = Reaching([.. bodies.Take(40)]);
        var reader = scope.ServiceProvider.GetRequiredService<RegisterReader>();
        var asked = new (string What, Actor Who, string Query)[]
        {
            ("one unit, usual order", one, ""),
            ("one unit, by price", one, "sort=-price"),
            ("40 units, usual order", many, ""),
            ("40 units, by price", many, "sort=-price"),
            ("all units, usual order", everyone, ""),
            ("all units, by price", everyone, "sort=-price"),
            ("all units, page 500", everyone, "page=500"),
            ("40 units, two filters", many, "f.class=Emergency&f.energy=Petrol"),
            ("all units, two filters", everyone, "f.class=Emergency&f.energy=Petrol"),
            ("all units, by registration date", everyone, "sort=-registeredOn"),
        };
        var figures = new List<Figure>();
        foreach (var (what, who, query) in asked)
        {
            holder.Current = who;
            var state = RegisterState.Read(register, query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).Select(p => KeyValuePair.Create(p[0], (string?[])[p[1]])));
            var tools = await reader.ToolsAsync(CancellationToken.None);
            Add("page", await TimeAsync(async () => (await register.RowsAsync(tools, state, CancellationToken.None)).Count));
            Add("count", await TimeAsync(() => register.CountAsync(tools, state, CancellationToken.None)));

            void Add(string part, List<double> times)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {what}: {part} {Measure.Median(times):0.00} ms, p95 {Measure.Percentile(times, 0.95):0.00} ms")); // a run of minutes tells as it goes
                figures.Add(new Figure($"{name}: {what}: {part}", "ms", Measure.Median(times), times.Min(), Measure.Percentile(times, 0.95), figures.Count == 0 ? 1 : Measure.Median(times) / figures[0].Median, 0));
            }
        }

        figures.AddRange(await RegisterSheets.RunAsync(name, services, (register, bodies, Reaching), imported));
        return figures;
    }

    private static async Task<List<double>> TimeAsync(Func<Task<int>> ask)
    {
        var times = new List<double>();
        for (var round = -3; round < Rounds && times.Sum() < 10_000; round++)
        {
            var began = Stopwatch.GetTimestamp();
            var found = await ask();
            if (found == 0)
            {
                throw new InvalidOperationException("Nothing found.");
            }

            if (round >= 0)
            {
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }
        }

        return times;
    }

    private static Actor Reaching(params Guid[] units) => new(null, "bench", null, new Dictionary<string, Reach> { ["fleet.read"] = new(false, units.ToHashSet(), false) });

    // The planted cars again and again under new numbers: rows shaped like the real ones, spread over the same units.
    public static async Task MultiplyAsync(GuijuDb db, int rows, bool sqlite)
    {
        var type = db.Model.GetEntityTypes().First(e => e.GetTableName() == "fleet_vehicle");
        var names = type.GetProperties().Select(p => p.GetColumnName()).ToList();
        var planted = await CountAsync(db);
        var copies = Math.Max(1, rows / planted - 1);
        string Value(string column) => column switch
        {
            "id" => sqlite ? "upper(printf('%08x-%s', n, substr(id, 10)))" : "(lpad(to_hex(n), 8, '0') || substr(id::text, 9))::uuid",
            "plate_no" => sqlite ? "printf('%s%07d', substr(plate_no, 1, 2), n)" : "substr(plate_no, 1, 2) || lpad(n::text, 7, '0')",
            "vin" => sqlite ? "printf('V%09d', n)" : "'V' || lpad(n::text, 9, '0')",
            "price_yuan" => sqlite ? "price_yuan + n % 997" : "price_yuan + n % 997",
            _ => '"' + column + '"',
        };
        var list = string.Join(", ", names.Select(n => '"' + n + '"'));
        var numbered = sqlite
            ? $"WITH RECURSIVE c(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM c WHERE k < {copies}), v AS (SELECT *, row_number() OVER (ORDER BY id) AS r FROM fleet_vehicle)"
            : $"WITH c AS (SELECT generate_series(1, {copies}) AS k), v AS (SELECT *, row_number() OVER (ORDER BY id) AS r FROM fleet_vehicle)";
        // Nothing here comes from outside: names of columns are the model's own.
        var sql = $"{numbered} INSERT INTO fleet_vehicle ({list}) SELECT {string.Join(", ", names.Select(Value))} FROM (SELECT v.*, c.k * {planted} + v.r AS n FROM c CROSS JOIN v) AS made";
        db.Database.SetCommandTimeout(600);
        await db.Database.ExecuteSqlRawAsync(sql);
        await db.Database.ExecuteSqlRawAsync(sqlite ? "PRAGMA optimize=0x10002" : "VACUUM (ANALYZE) fleet_vehicle"); // what the application's start, and autovacuum, do
    }

    private static async Task<int> CountAsync(GuijuDb db)
    {
        await using var command = db.Database.GetDbConnection().CreateCommand();
        await db.Database.OpenConnectionAsync();
        command.CommandText = "SELECT count(*) FROM fleet_vehicle";
        return Convert.ToInt32(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    public static async Task AdministerAsync(string server, string sql)
    {
        var address = new Uri(server);
        await using var connection = new NpgsqlConnection($"Host={address.Host};Port={address.Port};Username={address.UserInfo.Split(':')[0]};Database=postgres");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}

using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Identity;
using Guiju.Kernel.People;
using Guiju.Web;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Guiju.Bench;

/// <summary>
/// Fifty people work two thousand cases at once over the real web server on PostgreSQL; with <c>kill</c> the server is killed (SIGKILL) and started again ten
/// times meanwhile. Afterwards the database is asked: every acknowledged step is there, none twice, none lost, no number given twice.
/// <c>casework [kill] [cases] [people]</c>; <c>GUIJU_POSTGRES</c> names the server.
/// </summary>
internal static class CaseworkBench
{
    private const int Kills = 10;
    private const string Series = "演练发";

    private sealed record Waiting(Guid Id, string Step, string Address);

    private sealed record Page(int Total, IReadOnlyList<Waiting> Rows);

    public static async Task RunAsync(string[] args)
    {
        var server = Environment.GetEnvironmentVariable("GUIJU_POSTGRES") ?? throw new InvalidOperationException("GUIJU_POSTGRES names no server.");
        var kill = args.Contains("kill");
        var numbers = args.Where(a => int.TryParse(a, out _)).Select(a => int.Parse(a, CultureInfo.InvariantCulture)).ToList();
        var (cases, people) = (numbers.ElementAtOrDefault(0) is > 0 and var c ? c : 2000, numbers.ElementAtOrDefault(1) is > 0 and var p ? p : 50);
        var name = $"guiju_casework_{Guid.CreateVersion7():N}";
        await SqlAsync(server, $"CREATE DATABASE {name}");
        var database = server[..server.LastIndexOf('/')] + "/" + name;
        try
        {
            var series = await PlantAsync(database, people);
            var run = new Run(database, cases, people, series);
            var began = Stopwatch.GetTimestamp();
            await run.WorkAsync(kill ? Kills : 0);
            var seconds = Stopwatch.GetElapsedTime(began).TotalSeconds;
            var found = await VerifyAsync(database, run);
            foreach (var (what, count) in found)
            {
                Console.WriteLine($"{what,-70}{count,10}");
            }

            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{run.Acknowledged.Count} steps and {run.Numbers.Count} numbers acknowledged, {run.Refused} refused, {run.Unknown} without answer, {run.Killed} kills, {seconds:N0} s, {run.Acknowledged.Count / seconds:N0} steps/s"));
            var folder = Path.Combine(Environment.GetEnvironmentVariable("GUIJU_HOME") ?? ".", "artifacts", "bench");
            Directory.CreateDirectory(folder);
            await File.WriteAllTextAsync(Path.Combine(folder, kill ? "casework-kill.json" : "casework.json"), JsonSerializer.Serialize(new { people, cases, seconds, run.Killed, acknowledged = run.Acknowledged.Count, numbers = run.Numbers.Count, run.Refused, run.Unknown, found }, Json.Indented));
            var wrong = found.Where(f => f.What.StartsWith("WRONG", StringComparison.Ordinal) && f.Count != 0).ToList();
            Console.WriteLine(wrong.Count == 0 ? "nothing lost, nothing twice" : "FAULTS FOUND");
        }
        finally
        {
            NpgsqlConnection.ClearAllPools();
            await SqlAsync(server, $"DROP DATABASE {name} WITH (FORCE)");
        }
    }

    // People with one password: three heads, two leaders, the rest ask and sign.
    private static async Task<Guid> PlantAsync(string database, int people)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Guiju:Fleet:DemonstrationTrips"] = "1" }).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(settings).AddBureau(settings, database).AddGuijuIdentity(settings).BuildServiceProvider();
        await Composition.PrepareAsync(services, demonstration: true, _ => Task.CompletedTask, CancellationToken.None);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        var unit = Planted.Id("unit:0303");
        var hash = new PasswordHasher<Account>().HashPassword(new Account(), DemonstrationAccounts.Password);
        var from = new DateOnly(2020, 1, 1);
        for (var i = 1; i <= people; i++)
        {
            var person = new Person { Id = Guid.CreateVersion7(), Code = CodeOf(i), Name = $"办事员{i}", UnitId = unit, From = from };
            var role = i <= 3 ? "office-head" : i <= 5 ? "principal-leader" : "applicant";
            db.Add(person);
            db.Add(new Assignment { Id = Guid.CreateVersion7(), PersonId = person.Id, Role = role, Scope = Scope.UnitAndBelow, UnitId = unit, From = from });
            db.Add(new Account { Id = Guid.CreateVersion7(), UserName = CodeOf(i), NormalizedUserName = CodeOf(i).ToUpperInvariant(), PersonId = person.Id, SecurityStamp = Guid.CreateVersion7().ToString("N"), PasswordHash = hash });
        }

        await db.SaveChangesAsync();
        var desk = scope.ServiceProvider.GetRequiredService<SystemDesk>();
        return await desk.PerformAsync("bench", new Guiju.Procedures.Numbers.OpenSeries { Mark = Series, Title = "演练", UnitId = unit }, CancellationToken.None) is Outcome<Guid>.Done done ? done.Value : throw new InvalidOperationException("The series was not opened.");
    }

    private static string CodeOf(int i) => string.Create(CultureInfo.InvariantCulture, $"K{i:000}");

    private static async Task<IReadOnlyList<(string What, long Count)>> VerifyAsync(string database, Run run)
    {
        await using var source = NpgsqlDataSource.Create(Connection(database));
        async Task<long> Ask(string sql)
        {
            await using var command = source.CreateCommand(sql);
            return Convert.ToInt64(await command.ExecuteScalarAsync() ?? 0, CultureInfo.InvariantCulture);
        }

        var answered = new HashSet<Guid>();
        await using (var command = source.CreateCommand("select t.id from procedures_task t join procedures_case c on c.id = t.case_id where c.procedure = 'procedures.matter' and t.state = 'Answered'"))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                answered.Add(reader.GetGuid(0));
            }
        }

        var issued = new HashSet<string>();
        await using (var command = source.CreateCommand($"select id::text from procedures_number where printed like '{Series}%'"))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
            {
                issued.Add(reader.GetString(0));
            }
        }

        const string Matters = "from procedures_task t join procedures_case c on c.id = t.case_id where c.procedure = 'procedures.matter'";
        return
        [
            ("cases", await Ask("select count(*) from procedures_case where procedure = 'procedures.matter'")),
            ("cases closed", await Ask("select count(*) from procedures_case where procedure = 'procedures.matter' and state = 'Closed'")),
            ("steps answered", answered.Count),
            ("numbers given", issued.Count),
            ("WRONG acknowledged steps that are not there", run.Acknowledged.Keys.LongCount(id => !answered.Contains(id))),
            ("WRONG steps acknowledged twice", run.Acknowledged.Values.LongCount(times => times > 1)),
            ("WRONG cases not closed", await Ask("select count(*) from procedures_case where procedure = 'procedures.matter' and state <> 'Closed'")),
            ("WRONG cases with a step lost or taken twice", await Ask($"select count(*) from (select t.case_id {Matters} and t.state = 'Answered' group by t.case_id having count(*) <> 6 or count(distinct t.step) <> 5) x")),
            ("WRONG cases without any step", await Ask("select count(*) from procedures_case c where c.procedure = 'procedures.matter' and not exists (select 1 from procedures_task t where t.case_id = c.id)")),
            ("WRONG open steps of closed cases", await Ask($"select count(*) {Matters} and t.state = 'Open' and c.state = 'Closed'")),
            ("WRONG answers and their ledger entries differ", Math.Abs(await Ask("select count(*) from kernel_ledger_entry where act = 'procedures.AnswerTask'") - await Ask($"select count(*) {Matters} and t.state = 'Answered' and t.step <> 'draft'"))),
            ("WRONG matters and their ledger entries differ", Math.Abs(await Ask("select count(*) from kernel_ledger_entry where act = 'procedures.StartMatter'") - await Ask("select count(*) from procedures_matter"))),
            ("WRONG acknowledged numbers that are not there", run.Numbers.LongCount(n => !issued.Contains(n))),
            ("WRONG numbers given twice", await Ask($"select count(*) from (select printed from procedures_number where printed like '{Series}%' group by printed having count(*) > 1) x")),
            ("WRONG gaps among the numbers", await Ask($"select coalesce(max(number) - count(*), 0) from procedures_number where printed like '{Series}%'")),
        ];
    }

    private static string Connection(string database)
    {
        var uri = new Uri(database);
        return $"Host={uri.Host};Port={uri.Port};Username={uri.UserInfo};Database={uri.AbsolutePath.Trim('/')};Maximum Pool Size=4";
    }

    private static async Task SqlAsync(string server, string sql)
    {
        await using var source = NpgsqlDataSource.Create(Connection(server));
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private sealed class Run(string database, int cases, int people, Guid series)
    {
        private readonly string address = $"http://127.0.0.1:{FreePort()}";
        private readonly string[] cookies = new string[people + 1];
        private Process? server;
        private int begun;

        public ConcurrentDictionary<Guid, int> Acknowledged { get; } = new();

        public ConcurrentBag<string> Numbers { get; } = [];

        public int Refused;

        public int Unknown;

        public int Killed { get; private set; }

        public async Task WorkAsync(int kills)
        {
            server = await StartAsync();
            await Parallel.ForEachAsync(Enumerable.Range(1, people), new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (i, ct) => cookies[i] = await SignInAsync(CodeOf(i), ct));
            var workers = Enumerable.Range(1, people).Select(i => Task.Run(() => PersonAsync(i))).ToList();
            var total = cases * 5;
            for (var k = 1; k <= kills; k++)
            {
                while (Acknowledged.Count < total * k / (kills + 1) && !workers.TrueForAll(w => w.IsCompleted))
                {
                    await Task.Delay(20);
                }

                server.Kill(entireProcessTree: true); // SIGKILL: nothing is finished, nothing is flushed
                await server.WaitForExitAsync();
                Killed++;
                server = await StartAsync();
            }

            await Task.WhenAll(workers);
            server.Kill(entireProcessTree: true);
        }

        private async Task PersonAsync(int i)
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, PooledConnectionLifetime = TimeSpan.FromSeconds(30) }) { BaseAddress = new Uri(address), Timeout = TimeSpan.FromSeconds(60) };
            http.DefaultRequestHeaders.Add("Cookie", cookies[i]);
            http.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
            var dice = new Random(i);
            var idle = 0;
            while (idle < 40)
            {
                if (i > 5 && Volatile.Read(ref begun) < cases && dice.Next(2) == 0)
                {
                    await StartAsync(http, i, dice);
                }

                var tasks = await TasksAsync(http);
                foreach (var task in tasks)
                {
                    await AnswerAsync(http, task, dice.Next(10) == 0);
                    if (i <= 3 && dice.Next(2) == 0)
                    {
                        await NumberAsync(http);
                    }
                }

                idle = tasks.Count == 0 && Volatile.Read(ref begun) >= cases ? idle + 1 : 0;
                if (tasks.Count == 0)
                {
                    await Task.Delay(dice.Next(500, 1500)); // people do not look ten times a second
                }
            }
        }

        private async Task StartAsync(HttpClient http, int i, Random dice)
        {
            var (one, two) = (6 + dice.Next(people - 5), 6 + dice.Next(people - 5));
            while (one == i || two == i || one == two)
            {
                (one, two) = (6 + dice.Next(people - 5), 6 + dice.Next(people - 5));
            }

            if (await SendAsync(http, "/api/procedures/matters", new { title = $"请示事项 {i}-{dice.Next()}", text = "拟办。", signers = $"{CodeOf(one)} {CodeOf(two)}" }) is not null)
            {
                Interlocked.Increment(ref begun);
            }
        }

        // Now and then the button is pressed twice.
        private async Task AnswerAsync(HttpClient http, Waiting task, bool twice)
        {
            var presses = Enumerable.Range(0, twice ? 2 : 1).Select(_ => SendAsync(http, $"/api/procedures/tasks/{task.Id}/answer", new { opinion = "同意。" })).ToList();
            foreach (var answer in await Task.WhenAll(presses))
            {
                if (answer is not null)
                {
                    Acknowledged.AddOrUpdate(task.Id, 1, (_, times) => times + 1);
                }
            }
        }

        private async Task NumberAsync(HttpClient http)
        {
            if (await SendAsync(http, "/api/procedures/numbers/reserve", new { seriesId = series, purpose = "演练" }) is { } given && given.TryGetProperty("value", out var id))
            {
                Numbers.Add(id.GetString() ?? "");
            }
        }

        // What was not answered is not acknowledged: it may have been done or not, and the list tells.
        private async Task<JsonElement?> SendAsync(HttpClient http, string path, object body)
        {
            try
            {
                using var answer = await http.PostAsJsonAsync(path, body);
                if (answer.IsSuccessStatusCode)
                {
                    return await answer.Content.ReadFromJsonAsync<JsonElement>();
                }

                Interlocked.Increment(ref (answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.NotFound ? ref Refused : ref Unknown));
                return null;
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException or JsonException)
            {
                Interlocked.Increment(ref Unknown);
                await Task.Delay(200);
                return null;
            }
        }

        private static async Task<IReadOnlyList<Waiting>> TasksAsync(HttpClient http)
        {
            try
            {
                return (await http.GetFromJsonAsync<Page>("/api/procedures/tasks?procedure=procedures.matter"))?.Rows ?? [];
            }
            catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException or IOException or JsonException)
            {
                await Task.Delay(300);
                return [];
            }
        }

        private async Task<string> SignInAsync(string user, CancellationToken ct)
        {
            using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false });
            http.DefaultRequestHeaders.Add("X-Requested-With", "fetch");
            using var answer = await http.PostAsJsonAsync(address + "/api/kernel/sign-in", new { userName = user, password = DemonstrationAccounts.Password }, ct);
            answer.EnsureSuccessStatusCode();
            return string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(c => c.Split(';')[0]));
        }

        private async Task<Process> StartAsync()
        {
            var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
            foreach (var argument in (string[])[Path.Combine(AppContext.BaseDirectory.Replace("/Bench/", "/Web/", StringComparison.Ordinal), "Guiju.Web.dll"), "--urls", address])
            {
                start.ArgumentList.Add(argument);
            }

            start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
            start.Environment["Guiju__Database"] = database;
            start.Environment["Serilog__MinimumLevel__Default"] = "Error";
            start.Environment["Guiju__Identity__TriesPerName"] = start.Environment["Guiju__Identity__TriesPerAddress"] = "1000";
            var process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
            process.OutputDataReceived += (_, line) => Told(line.Data);
            process.ErrorDataReceived += (_, line) => Told(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            using var http = new HttpClient();
            for (var i = 0; i < 3000 && !process.HasExited; i++)
            {
                try
                {
                    if ((await http.GetAsync(new Uri(address + "/health"))).IsSuccessStatusCode)
                    {
                        return process;
                    }
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(100);
                }
            }

            throw new InvalidOperationException($"The server did not come up ({(process.HasExited ? $"it ended with {process.ExitCode}" : "it still starts")}).");
        }

        private static void Told(string? line)
        {
            if (line?.Contains("[ERR]", StringComparison.Ordinal) == true || line?.Contains("Unhandled", StringComparison.Ordinal) == true)
            {
                Console.Error.WriteLine(line);
            }
        }

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}

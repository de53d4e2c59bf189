using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Guiju.Fleet.Terminals;
using Guiju.Jt808;
using Guiju.Kernel.Data;
using Guiju.Web;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Guiju.Bench;

/// <summary>
/// 2 000 terminals against <c>guiju fleet gateway</c> in a process of its own over SQLite: 10 000 frames a second, the gateway killed in the middle and started again.
/// Afterwards every report that was made is sought in the tables of positions. <c>./dev bench gateway [SECONDS] [FRAMES-A-SECOND] [TERMINALS]</c>.
/// </summary>
internal static class GatewayBench
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static async Task RunAsync(string[] args)
    {
        var seconds = Of(args, 0, "GUIJU_SECONDS", 300);
        var rate = Of(args, 1, "GUIJU_RATE", 10_000);
        var count = Of(args, 2, "GUIJU_TERMINALS", 2000);
        var folder = Directory.CreateTempSubdirectory("guiju-gateway");
        var database = Path.Combine(folder.FullName, "gateway.db");
        var journal = Path.Combine(folder.FullName, "terminals");
        await RegisterAsync(database, count);
        var port = FreePort();
        using var stop = new CancellationTokenSource();
        var latencies = new ConcurrentQueue<double>();
        var terminals = Enumerable.Range(0, count).Select(n => new SimTerminal(n, port, latencies)).ToList();
        var memory = new List<(string When, double Mb)>();
        var server = await StartAsync(port, journal, database);
        var lines = terminals.ConvertAll(t => Task.Run(() => t.RunAsync(stop.Token)));
        await UntilAsync(() => terminals.TrueForAll(t => t.Open), "not all terminals were let in");

        var begun = Stopwatch.GetTimestamp();
        var marks = new Queue<(double Share, string When)>([(0.25, "1/4"), (0.5, "1/2, then killed"), (0.75, "3/4, started anew")]);
        var (made, down, spent) = (0L, TimeSpan.Zero, TimeSpan.Zero);
        Task? restart = null;
        while (Stopwatch.GetElapsedTime(begun).TotalSeconds is var elapsed && elapsed < seconds)
        {
            if (marks.TryPeek(out var mark) && elapsed >= seconds * mark.Share)
            {
                marks.Dequeue();
                memory.Add((mark.When, MemoryOf(server)));
                if (mark.Share is 0.5)
                {
                    spent += server.TotalProcessorTime;
                    server.Kill(); // SIGKILL
                    await server.WaitForExitAsync();
                    var killed = Stopwatch.GetTimestamp();
                    restart = Task.Run(async () =>
                    {
                        server = await StartAsync(port, journal, database);
                        down = Stopwatch.GetElapsedTime(killed);
                    });
                }
            }

            var due = (long)(elapsed * rate) - made;
            var now = TimeProvider.System.GetUtcNow();
            for (; due > 0; due--)
            {
                terminals[(int)(made++ % count)].Report(now);
            }

            await Task.Delay(5);
        }

        var sending = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        await (restart ?? Task.CompletedTask);
        memory.Add(("end of sending", MemoryOf(server)));
        var acknowledged = await EndAsync(() => terminals.TrueForAll(t => t.Made == t.Acknowledged));
        var answered = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        var stored = await CatchUpAsync(database, journal);
        var caughtUp = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        memory.Add(("all stored", MemoryOf(server)));
        spent += server.TotalProcessorTime;
        await stop.CancelAsync();
        await Task.WhenAll(lines);
        using (var term = Process.Start("kill", ["-TERM", server.Id.ToString(CultureInfo.InvariantCulture)]))
        {
            await term.WaitForExitAsync();
        }

        await server.WaitForExitAsync();
        var found = Found(database, terminals);
        var kept = await KeptAsync(journal);
        var waits = latencies.ToList();
        Tell($"made {made:N0} in {sending:0.0} s: {made / sending:N0} frames a second from {count:N0} terminals; sent again {terminals.Sum(t => t.Resent):N0}; gateway down {down.TotalSeconds:0.0} s");
        Tell($"acknowledged {terminals.Sum(t => t.Acknowledged):N0} (all: {acknowledged}) by {answered:0.0} s, refused {terminals.Sum(t => t.Refused):N0}; from sending to acknowledgement median {Measure.Median(waits):0} ms, 99 % {Measure.Percentile(waits, 0.99):0} ms");
        Tell($"journal: {kept.Frames:N0} frames, {kept.Distinct:N0} distinct, kept twice {kept.Frames - kept.Distinct:N0}");
        Tell($"tables: {found.Rows:N0} rows, {found.Distinct:N0} distinct, lost {made - found.Distinct:N0}, doubled {found.Rows - found.Distinct:N0}, strange {found.Strange:N0}; all stored ({stored}) by {caughtUp:0.0} s");
        Tell($"processor time of the gateway {spent.TotalSeconds:0} s, {spent.TotalMicroseconds / made:0} µs a frame with its position stored, two starts included");
        Tell($"memory of the gateway, MB: {string.Join(", ", memory.Select(m => m.When + ": " + Math.Round(m.Mb).ToString(CultureInfo.InvariantCulture)))}");
        Measure.Report("gateway", [new Figure("from sending to acknowledgement", "ms", Measure.Median(waits), waits.Min(), waits.Max(), 1, 0)], new
        {
            terminals = count, seconds = sending, made, rate = made / sending, resent = terminals.Sum(t => t.Resent), acknowledged = terminals.Sum(t => t.Acknowledged), journal = kept, tables = found,
            lost = made - found.Distinct, doubled = found.Rows - found.Distinct, downSeconds = down.TotalSeconds, storedBy = caughtUp, processorMicrosecondsAFrame = spent.TotalMicroseconds / made, memory = memory.Select(m => new { m.When, m.Mb }),
        });
        terminals.ForEach(t => t.Dispose());
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        if (made != found.Distinct || found.Rows != found.Distinct || !acknowledged)
        {
            throw new InvalidOperationException("Frames were lost, doubled or not acknowledged.");
        }
    }

    private static async Task RegisterAsync(string database, int count)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddBureau(builder.Configuration, "sqlite:" + database);
        using var host = builder.Build();
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        await Preparation.MigrateAsync(db, CancellationToken.None);
        var day = new DateOnly(2026, 1, 1);
        db.AddRange(Enumerable.Range(0, count).Select(n => FittedTerminal.Fit(Guid.CreateVersion7(), SimTerminal.NumberOf(n), Guid.CreateVersion7(), (TerminalProtocol.Of2019, "bench"), (day, day))));
        await db.SaveChangesAsync();
    }

    private static async Task<Process> StartAsync(int port, string journal, string database)
    {
        var program = Path.Combine(AppContext.BaseDirectory.Replace("/Bench/", "/Cli/", StringComparison.Ordinal), "guiju.dll");
        var start = new ProcessStartInfo("dotnet", [program, "fleet", "gateway", "--port", port.ToString(CultureInfo.InvariantCulture), "--folder", journal, "--db", "sqlite:" + database]) { RedirectStandardError = true, RedirectStandardOutput = true };
        var server = Process.Start(start) ?? throw new InvalidOperationException("The gateway did not start.");
        var line = await server.StandardError.ReadLineAsync();
        if (line?.Contains("Listening", StringComparison.Ordinal) != true)
        {
            throw new InvalidOperationException(line + await server.StandardError.ReadToEndAsync());
        }

        _ = Task.Run(async () =>
        {
            while (await server.StandardError.ReadLineAsync() is { } told)
            {
                Console.Error.WriteLine(told);
            }
        });
        AppDomain.CurrentDomain.ProcessExit += (_, _) => End(server); // whatever becomes of the bench
        return server;
    }

    private static void End(Process server)
    {
        if (!server.HasExited)
        {
            server.Kill();
        }
    }

    private static double MemoryOf(Process server)
    {
        server.Refresh();
        return server.WorkingSet64 / 1048576.0;
    }

    private static async Task UntilAsync(Func<bool> holds, string otherwise)
    {
        if (!await EndAsync(holds))
        {
            throw new TimeoutException(otherwise);
        }
    }

    private static async Task<bool> EndAsync(Func<bool> holds)
    {
        var begun = Stopwatch.GetTimestamp();
        while (!holds())
        {
            if (Stopwatch.GetElapsedTime(begun) > Patience)
            {
                return false;
            }

            await Task.Delay(200);
        }

        return true;
    }

    // On a machine that has others to serve, storing takes as long as it takes; it has failed where it no longer moves.
    private static async Task<bool> CatchUpAsync(string database, string journal)
    {
        var (left, since) = (long.MaxValue, Stopwatch.GetTimestamp());
        while (Behind(database, journal) is > 0 and var behind)
        {
            if (behind != left)
            {
                (left, since) = (behind, Stopwatch.GetTimestamp());
            }
            else if (Stopwatch.GetElapsedTime(since) > Patience)
            {
                return false;
            }

            await Task.Delay(200);
        }

        return true;
    }

    /// <summary>Bytes of the journal that are not stored yet.</summary>
    private static long Behind(string database, string journal)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Default Timeout=30");
        connection.Open();
        using var place = connection.CreateCommand();
        place.CommandText = "SELECT segment, place FROM fleet_position_place";
        using var row = place.ExecuteReader();
        return row.Read() ? new DirectoryInfo(journal).GetFiles("*.frames").Where(f => string.CompareOrdinal(Path.GetFileNameWithoutExtension(f.Name), row.GetString(0)) >= 0).Sum(f => f.Length) - row.GetInt64(1) : long.MaxValue;
    }

    private static Stored Found(string database, List<SimTerminal> terminals)
    {
        var seen = terminals.Select((t, n) => (Key: SimTerminal.NumberOf(n), Bits: new bool[t.Made + 1])).ToDictionary(t => t.Key, t => t.Bits);
        var (rows, distinct, strange) = (0L, 0L, 0L);
        using var connection = new SqliteConnection($"Data Source={database}");
        connection.Open();
        using var names = connection.CreateCommand();
        names.CommandText = "SELECT group_concat('SELECT terminal, serial FROM ' || name, ' UNION ALL ') FROM sqlite_master WHERE type = 'table' AND name LIKE 'fleet_position_2%'";
        using var all = connection.CreateCommand();
        all.CommandText = (string)names.ExecuteScalar()!;
        using var row = all.ExecuteReader();
        while (row.Read())
        {
            rows++;
            var serial = row.GetInt32(1);
            if (!seen.TryGetValue(row.GetString(0), out var bits) || serial >= bits.Length || serial == 0)
            {
                strange++;
            }
            else if (!bits[serial])
            {
                bits[serial] = true;
                distinct++;
            }
        }

        return new Stored(rows, distinct, strange);
    }

    private static async Task<(long Frames, long Distinct)> KeptAsync(string folder)
    {
        await using var journal = new FrameJournal(folder);
        var seen = new HashSet<(string, ushort)>();
        var frames = 0L;
        foreach (var segment in journal.Segments())
        {
            foreach (var (kept, _) in journal.Read(segment, 0))
            {
                if (Frame.Read(kept.Escaped.Span).Header is { MessageId: MessageIds.Location } header)
                {
                    frames++;
                    seen.Add((header.Terminal, header.Serial));
                }
            }
        }

        return (frames, seen.Count);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static int Of(string[] args, int place, string variable, int usual) =>
        int.TryParse(args.ElementAtOrDefault(place) ?? Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out var asked) && asked > 0 ? asked : usual;

    private static void Tell(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private sealed record Stored(long Rows, long Distinct, long Strange);
}

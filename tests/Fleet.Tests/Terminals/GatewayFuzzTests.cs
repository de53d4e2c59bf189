using Guiju.Fleet.Terminals;
using Guiju.Jt808;
using Guiju.Jt808.Tests;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Tests.Terminals;

/// <summary>Lines that carry nothing but damage: 20 000 mutated frames, or as many as GUIJU_FRAMES says.</summary>
public sealed class GatewayFuzzTests : IDisposable
{
    private const int Lines = 8;
    private const int AtOnce = 50;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("guiju-fuzz");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Mutated_frames_on_some_lines_cost_an_honest_terminal_nothing()
    {
        var rounds = int.TryParse(Environment.GetEnvironmentVariable("GUIJU_FRAMES"), out var asked) ? asked : 20_000;
        await using var bureau = await Bureau.OpenAsync(Ct);
        await using var running = await GatewayRig.StartAsync(bureau, new GatewayOptions { Folder = folder.FullName, Open = true, Port = 0 });
        using var honest = await running.ConnectAsync();
        var attacks = Enumerable.Range(0, Lines).Select(n => Task.Run(() => AttackAsync(running, n, rounds / Lines))).ToList();
        ushort reports = 0;
        while (reports < 20 || !attacks.TrueForAll(a => a.IsCompleted) && reports < 60_000)
        {
            reports++;
            var told = Assert.IsType<GeneralAnswer>(await honest.AskAsync(Seeds.Report("13700000001", reports, TimeProvider.System.GetUtcNow())));
            Assert.Equal((reports, Answers.Done), (told.ToSerial, told.Result));
        }

        await Task.WhenAll(attacks);
        var last = Assert.IsType<GeneralAnswer>(await honest.AskAsync(Seeds.Report("13700000001", ++reports, TimeProvider.System.GetUtcNow())));
        for (var tries = 0; tries < 2400 && await CountAsync(bureau) < reports; tries++)
        {
            await Task.Delay(50);
        }

        Assert.Equal(Answers.Done, last.Result);
        Assert.True(running.Journal.Kept > rounds / 2 + reports, $"Of {rounds} mutated frames most hold something between delimiters, and that is kept: {running.Journal.Kept}.");
        Assert.True(running.Runs, "Gateway and reader run as before.");
        Assert.Equal(reports, await CountAsync(bureau)); // what the honest terminal was told of is stored, once
    }

    public void Dispose() => folder.Delete(recursive: true);

    private static Task<long> CountAsync(Bureau bureau) => bureau.ReadAsync(async db =>
    {
        await db.Database.OpenConnectionAsync(Ct);
        await using var tables = db.Database.GetDbConnection().CreateCommand();
        tables.CommandText = "SELECT group_concat('SELECT terminal FROM ' || name, ' UNION ALL ') FROM sqlite_master WHERE type = 'table' AND name LIKE 'fleet_position_2%'";
        var union = await tables.ExecuteScalarAsync(Ct) as string;
        tables.CommandText = $"SELECT count(*) FROM ({union ?? "SELECT '' AS terminal"}) WHERE terminal = '13700000001'";
        var count = (long)(await tables.ExecuteScalarAsync(Ct))!;
        await db.Database.CloseConnectionAsync();
        return count;
    });

    // Frames in pieces of any size, several at once; a line that the gateway ends is opened anew.
    private static async Task AttackAsync(GatewayRig running, int line, int rounds)
    {
        var random = new Random(808 + line);
        var seeds = Seeds.All().ToList();
        for (var sent = 0; sent < rounds;)
        {
            using var terminal = await running.ConnectAsync();
            var draining = terminal.DrainAsync();
            try
            {
                for (var few = 0; few < 2000 && sent < rounds; few += AtOnce)
                {
                    var bytes = new List<byte>();
                    for (var i = 0; i < AtOnce; i++, sent++)
                    {
                        bytes.AddRange(Mutation.Of(seeds[random.Next(seeds.Count)], random));
                    }

                    var cut = random.Next(bytes.Count);
                    await terminal.SendAsync(bytes.Take(cut).ToArray());
                    await terminal.SendAsync(bytes.Skip(cut).ToArray());
                }

                terminal.End();
            }
            catch (System.Net.Sockets.SocketException)
            {
                // ended by the gateway
            }

            await draining;
        }
    }
}

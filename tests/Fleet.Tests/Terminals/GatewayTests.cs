using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Guiju.Fleet.Terminals;
using Guiju.Jt808;
using Microsoft.Data.Sqlite;

namespace Guiju.Fleet.Tests.Terminals;

public sealed class GatewayTests : IAsyncDisposable
{
    private static readonly Header Car = new(MessageIds.Location, Edition.Of2013, "013800138000", 1, 0);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("guiju-gateway");
    private readonly CancellationTokenSource stop = new();

    [Fact]
    public async Task A_terminal_registers_proves_itself_and_its_position_is_stored_once_however_often_it_is_sent()
    {
        await using var running = await StartAsync();
        using var terminal = await running.ConnectAsync();

        var registered = Assert.IsType<RegistrationAnswer>(await terminal.AskAsync(Answers.Frame(Car, MessageIds.Registration, 1, [0, 11, 0, 101, .. new byte[32], 1, .. "TEST"u8])));
        var proved = Assert.IsType<GeneralAnswer>(await terminal.AskAsync(Answers.Frame(Car, MessageIds.Authentication, 2, Encoding.ASCII.GetBytes(registered.Code!))));
        var told = Assert.IsType<GeneralAnswer>(await terminal.AskAsync(Report(3)));
        var again = Assert.IsType<GeneralAnswer>(await terminal.AskAsync(Report(3)));

        Assert.Equal((0, 0, 0, 0), (registered.Result, proved.Result, told.Result, again.Result));
        Assert.Equal((3, MessageIds.Location), (told.ToSerial, told.ToMessage));
        Assert.Equal(1, await running.StoredAsync(1));
    }

    [Fact]
    public async Task Who_has_not_proved_itself_is_answered_with_failure_and_not_believed()
    {
        await using var running = await StartAsync();
        using var terminal = await running.ConnectAsync();

        var told = Assert.IsType<GeneralAnswer>(await terminal.AskAsync(Report(1)));
        var wrong = Assert.IsType<GeneralAnswer>(await terminal.AskAsync(Answers.Frame(Car, MessageIds.Authentication, 2, "guess"u8)));

        Assert.Equal((Answers.Failed, Answers.Failed), (told.Result, wrong.Result));
        Assert.Equal(2, running.Journal.Kept);
        Assert.Equal(0, await running.StoredAsync(0));
    }

    [Fact]
    public async Task Garbage_half_frames_and_damage_cost_nobody_else_anything()
    {
        await using var running = await StartAsync(open: true);
        using var terminal = await running.ConnectAsync();
        var damaged = Report(8);
        damaged[20] ^= 0x10;

        await terminal.SendAsync([1, 2, 3, .. Report(1)[..20]]);
        await terminal.SendAsync(damaged);
        var told = Assert.IsType<GeneralAnswer>(await terminal.AskAsync(Report(9)));

        Assert.Equal(9, told.ToSerial);
        Assert.Equal(1, await running.StoredAsync(1));
    }

    [Fact]
    public async Task What_was_answered_is_still_there_after_the_gateway_was_killed_in_the_middle_of_a_record()
    {
        await using (var running = await StartAsync(open: true))
        {
            using var terminal = await running.ConnectAsync();
            for (ushort serial = 1; serial <= 20; serial++)
            {
                await terminal.AskAsync(Report(serial));
            }
        }

        var segment = Assert.Single(folder.GetFiles("*.frames"));
        var whole = segment.Length;
        await using (var torn = segment.Open(FileMode.Append))
        {
            torn.Write([42, 0, 0, 0, 1, 2, 3]);
        }

        File.Delete(Path.Combine(folder.FullName, "positions.db"));
        await using var again = await StartAsync(open: true);

        Assert.Equal(whole, new FileInfo(segment.FullName).Length);
        Assert.Equal(20, await again.StoredAsync(20));
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
        stop.Dispose();
    }

    private static byte[] Report(ushort serial) =>
        Answers.Frame(Car, MessageIds.Location, serial, [0, 0, 0, 0, 0, 0, 0, 3, 2, 0x60, 0xD4, 0, 6, 0xF0, 0x1C, 0x40, 0, 50, 1, 0, 0, 90, .. BcdTime.Write(TimeProvider.System.GetUtcNow())]);

    private async Task<Running> StartAsync(bool open = false)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "positions.db")}");
        await connection.OpenAsync(stop.Token);
        return new Running(connection, new GatewayOptions { Folder = folder.FullName, Open = open });
    }

    private sealed class Running : IAsyncDisposable
    {
        private readonly CancellationTokenSource stop = new();
        private readonly SqliteConnection connection;
        private readonly JournalReader reader;
        private readonly Gateway gateway;
        private readonly Task[] both;
        private readonly int port;

        public Running(SqliteConnection connection, GatewayOptions options)
        {
            this.connection = connection;
            Journal = new FrameJournal(options.Folder);
            reader = new JournalReader(Journal, new PositionTables(connection));
            gateway = new Gateway(options, Journal, TimeProvider.System);
            port = gateway.Start();
            both = [gateway.ServeAsync(stop.Token), Task.Run(() => reader.FollowAsync(stop.Token))];
        }

        public FrameJournal Journal { get; }

        public async Task<Terminal> ConnectAsync()
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            await socket.ConnectAsync(IPAddress.Loopback, port);
            return new Terminal(socket);
        }

        /// <summary>Positions stored, once there are as many as awaited.</summary>
        public async Task<long> StoredAsync(long awaited)
        {
            for (var i = 0; i < 400 && reader.Stored < awaited; i++)
            {
                await Task.Delay(25);
            }

            await stop.CancelAsync();
            await Task.WhenAll(both.Select(async t => await t.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing)));
            await using var tables = connection.CreateCommand();
            tables.CommandText = "SELECT group_concat('SELECT * FROM ' || name, ' UNION ALL ') FROM sqlite_master WHERE type = 'table' AND name LIKE 'fleet_position_2%'";
            if (await tables.ExecuteScalarAsync() is not string union)
            {
                return 0;
            }

            await using var count = connection.CreateCommand();
            count.CommandText = $"SELECT count(*) FROM ({union})";
            return (long)(await count.ExecuteScalarAsync())!;
        }

        public async ValueTask DisposeAsync()
        {
            await stop.CancelAsync();
            await Task.WhenAll(both.Select(async t => await t.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing)));
            gateway.Dispose();
            await Journal.DisposeAsync();
            await connection.DisposeAsync();
            SqliteConnection.ClearAllPools();
            stop.Dispose();
        }
    }

    private sealed class Terminal(Socket socket) : IDisposable
    {
        private byte[] held = [];

        public async Task SendAsync(byte[] bytes) => await socket.SendAsync(bytes);

        public async Task<Message?> AskAsync(byte[] frame)
        {
            await SendAsync(frame);
            var buffer = new byte[1024];
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            while (true)
            {
                var stream = new ReadOnlySequence<byte>(held);
                if (FrameCutter.TryCut(ref stream, out var escaped, out _))
                {
                    held = stream.ToArray();
                    var read = Frame.Read(escaped.ToArray());
                    return MessageReader.Read(read.Header!.Value, read.Body).Message;
                }

                var length = await socket.ReceiveAsync(buffer, patience.Token);
                Assert.NotEqual(0, length);
                held = [.. held, .. buffer[..length]];
            }
        }

        public void Dispose() => socket.Dispose();
    }
}

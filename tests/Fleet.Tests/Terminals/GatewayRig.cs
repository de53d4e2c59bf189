using System.Buffers;
using System.Net;
using System.Net.Sockets;
using Guiju.Fleet.Terminals;
using Guiju.Jt808;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Fleet.Tests.Terminals;

/// <summary>Journal, gateway and reader over a bureau's database, with terminals that connect through real sockets.</summary>
internal sealed class GatewayRig : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly AsyncServiceScope scope;
    private readonly GuijuDb db;
    private readonly JournalReader reader;
    private readonly Gateway gateway;
    private readonly Task[] both;
    private readonly int port;

    private GatewayRig(AsyncServiceScope scope, GuijuDb db, GatewayOptions options, string[] fitted)
    {
        (this.scope, this.db) = (scope, db);
        Book.Put(fitted);
        Journal = new FrameJournal(options.Folder);
        reader = new JournalReader(Journal, new PositionTables(db.Database.GetDbConnection()));
        gateway = new Gateway(options, Journal, Book, TimeProvider.System);
        port = gateway.Start();
        both = [gateway.ServeAsync(stop.Token), Task.Run(() => reader.FollowAsync(stop.Token))];
    }

    public TerminalBook Book { get; } = new();

    public FrameJournal Journal { get; }

    /// <summary>Whether gateway and reader still run.</summary>
    public bool Runs => !Array.Exists(both, t => t.IsCompleted);

    public static async Task<GatewayRig> StartAsync(Bureau bureau, GatewayOptions options, params string[] fitted)
    {
        var scope = bureau.Scoped(bureau.Desk);
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        await db.Database.OpenConnectionAsync();
        return new GatewayRig(scope, db, options, fitted);
    }

    public async Task<LineTerminal> ConnectAsync()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, port);
        return new LineTerminal(socket);
    }

    /// <summary>Waits until so many positions were read from the journal.</summary>
    public async Task UntilStoredAsync(long awaited)
    {
        for (var i = 0; i < 1200 && reader.Stored < awaited; i++)
        {
            await Task.Delay(25);
        }
    }

    /// <summary>Positions stored, once there are as many as awaited; gateway and reader end.</summary>
    public async Task<long> StoredAsync(long awaited)
    {
        await UntilStoredAsync(awaited);
        await EndAsync();
        await using var tables = db.Database.GetDbConnection().CreateCommand();
        tables.CommandText = "SELECT group_concat('SELECT * FROM ' || name, ' UNION ALL ') FROM sqlite_master WHERE type = 'table' AND name LIKE 'fleet_position_2%'";
        if (await tables.ExecuteScalarAsync() is not string union)
        {
            return 0;
        }

        tables.CommandText = $"SELECT count(*) FROM ({union})";
        return (long)(await tables.ExecuteScalarAsync())!;
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        gateway.Dispose();
        await Journal.DisposeAsync();
        await db.Database.CloseConnectionAsync();
        await scope.DisposeAsync();
        stop.Dispose();
    }

    private async Task EndAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(both.Select(async t => await t.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing)));
    }
}

/// <summary>A terminal at the other end of a line.</summary>
internal sealed class LineTerminal(Socket socket) : IDisposable
{
    private byte[] held = [];

    public async Task SendAsync(ReadOnlyMemory<byte> bytes) => await socket.SendAsync(bytes);

    /// <summary>Reads and forgets whatever comes, until the line ends.</summary>
    public async Task DrainAsync()
    {
        var buffer = new byte[1 << 16];
        try
        {
            while (await socket.ReceiveAsync(buffer) > 0)
            {
            }
        }
        catch (SocketException)
        {
            // The gateway ended the line.
        }
    }

    public void End() => socket.Shutdown(SocketShutdown.Send);

    public async Task<Message?> AskAsync(byte[] frame)
    {
        await SendAsync(frame);
        var buffer = new byte[1024];
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
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

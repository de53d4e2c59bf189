using System.Net;
using System.Net.Sockets;

namespace Guiju.Fleet.Terminals;

/// <summary>Listens for terminals (JT/T 808 over TCP).</summary>
internal sealed class Gateway(GatewayOptions options, FrameJournal journal, TerminalBook book, TimeProvider clock) : IDisposable
{
    private const int Backlog = 1024;

    private readonly TerminalGate gate = new(new TerminalKeys(options.Folder), book, options.Open);
    private readonly TcpListener listener = new(IPAddress.IPv6Any, options.Port);
    private int connections;

    /// <summary>Connections that are open.</summary>
    public int Connections => connections;

    /// <summary>Begins to listen; the port.</summary>
    public int Start()
    {
        listener.Server.DualMode = true;
        listener.Start(Backlog);
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Serves until cancelled; then waits for open connections to end.</summary>
    public async Task ServeAsync(CancellationToken ct)
    {
        var open = new HashSet<Task>();
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync(ct);
                socket.NoDelay = true;
                open.RemoveWhere(t => t.IsCompleted);
                open.Add(ServeAsync(new TerminalConnection(socket, journal, gate, options, clock), ct));
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            await Task.WhenAll(open);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => listener.Dispose();

    private async Task ServeAsync(TerminalConnection connection, CancellationToken ct)
    {
        Interlocked.Increment(ref connections);
        try
        {
            using var closing = connection;
            await connection.ServeAsync(ct);
        }
        finally
        {
            Interlocked.Decrement(ref connections);
        }
    }
}

using System.Buffers;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Guiju.Jt808;

namespace Guiju.Bench;

/// <summary>
/// A terminal as cars carry it: registers once, proves itself on every connection, reports, keeps each report until it is acknowledged,
/// connects again when the line breaks, and then sends again, oldest first, what was not acknowledged.
/// </summary>
internal sealed class SimTerminal(int number, int port, ConcurrentQueue<double> latencies) : IDisposable
{
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(250);

    private readonly Header head = new(MessageIds.Location, Edition.Of2019, NumberOf(number).PadLeft(20, '0'), 0, 0) { ProtocolVersion = 1 };
    private readonly Dictionary<ushort, (byte[] Frame, long Sent)> unacknowledged = [];
    private readonly Lock changing = new();
    private Socket? line;
    private string? code;
    private ushort serial;
    private bool open;

    /// <summary>Distinct reports made so far.</summary>
    public int Made { get; private set; }

    /// <summary>Reports acknowledged as done.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Reports sent again after the line broke.</summary>
    public int Resent { get; private set; }

    /// <summary>Answers other than "done".</summary>
    public int Refused { get; private set; }

    /// <summary>Whether the line is up and the terminal let in.</summary>
    public bool Open => Volatile.Read(ref open);

    /// <summary>Number in the register.</summary>
    public static string NumberOf(int number) => $"139{number:00000000}";

    /// <summary>Makes the next report and sends it, where the line is up.</summary>
    public void Report(DateTimeOffset now)
    {
        lock (changing)
        {
            serial++;
            var frame = Answers.Frame(head, MessageIds.Location, serial, Body(now));
            unacknowledged[serial] = (frame, Stopwatch.GetTimestamp());
            Made++;
            if (open)
            {
                Send(frame);
            }
        }
    }

    /// <summary>Keeps the line up until cancelled.</summary>
    public async Task RunAsync(CancellationToken ct)
    {
        while (!ct.IsCancellationRequested)
        {
            try
            {
                line = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
                await line.ConnectAsync(IPAddress.Loopback, port, ct);
                line.Send(code is null ? Answers.Frame(head, MessageIds.Registration, 0, [0, 11, 0, 101, .. new byte[71], 1, .. "TEST"u8]) : Proof());
                await ListenAsync(line, ct);
            }
            catch (Exception broken) when (broken is SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The line broke or the bench is over.
            }

            lock (changing)
            {
                open = false;
                line?.Dispose();
            }

            await Task.Delay(Retry, CancellationToken.None);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => line?.Dispose();

    private async Task ListenAsync(Socket socket, CancellationToken ct)
    {
        var buffer = new byte[2048];
        var held = 0;
        while (await socket.ReceiveAsync(buffer.AsMemory(held), ct) is > 0 and var length)
        {
            var stream = new ReadOnlySequence<byte>(buffer, 0, held + length);
            while (FrameCutter.TryCut(ref stream, out var escaped, out _))
            {
                Take(Frame.Read(escaped.ToArray()));
            }

            var rest = stream.ToArray();
            rest.CopyTo(buffer, 0);
            held = rest.Length;
        }
    }

    private void Take(Frame frame)
    {
        switch (MessageReader.Read(frame.Header!.Value, frame.Body).Message)
        {
            case RegistrationAnswer { Result: 0 } told:
                code = told.Code;
                lock (changing)
                {
                    Send(Proof());
                }

                break;
            case GeneralAnswer { ToMessage: MessageIds.Authentication, Result: 0 }:
                Begin();
                break;
            case GeneralAnswer { ToMessage: MessageIds.Location, Result: 0 } told:
                Strike(told.ToSerial);
                break;
            default:
                Refused++;
                break;
        }
    }

    private void Begin()
    {
        lock (changing)
        {
            open = true;
            foreach (var (frame, _) in unacknowledged.OrderBy(u => u.Key).Select(u => u.Value))
            {
                Resent++;
                Send(frame);
            }
        }
    }

    private void Strike(ushort done)
    {
        lock (changing)
        {
            if (unacknowledged.Remove(done, out var report))
            {
                Acknowledged++;
                if ((done + number) % 50 == 0)
                {
                    latencies.Enqueue(Stopwatch.GetElapsedTime(report.Sent).TotalMilliseconds);
                }
            }
        }
    }

    private byte[] Proof() => Answers.Frame(head, MessageIds.Authentication, 0, [(byte)(code?.Length ?? 0), .. Encoding.ASCII.GetBytes(code ?? ""), .. new byte[35]]);

    private void Send(byte[] frame)
    {
        try
        {
            line?.Send(frame);
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException)
        {
            open = false; // the listening side sees it too and connects again
        }
    }

    private byte[] Body(DateTimeOffset now)
    {
        var body = new byte[28];
        body[7] = 3;
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(8), (uint)(38_200_000 + number % 1000 * 40 + serial % 50));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(body.AsSpan(12), (uint)(107_300_000 + number / 40 * 60 + serial % 50));
        System.Buffers.Binary.BinaryPrimitives.WriteUInt16BigEndian(body.AsSpan(18), (ushort)(serial % 600));
        BcdTime.Write(now).CopyTo(body, 22);
        return [.. body, 0x01, 4, 0, 0, .. BitConverter.GetBytes(serial)];
    }
}

using System.Buffers;
using System.IO.Pipelines;
using System.Net.Sockets;
using Guiju.Jt808;

namespace Guiju.Fleet.Terminals;

/// <summary>One terminal's connection: cuts frames, has them kept, and answers when they are.</summary>
internal sealed class TerminalConnection(Socket socket, FrameJournal journal, TerminalGate gate, GatewayOptions options, TimeProvider clock) : IDisposable
{
    private const int MostUnsent = 1 << 20;

    private readonly NetworkStream stream = new(socket, ownsSocket: true);
    private readonly Lock answering = new();
    private ArrayBufferWriter<byte> unsent = new();
    private bool sending;
    private ushort serial;
    private string? proved;

    /// <summary>Bytes that belonged to no frame.</summary>
    public long Garbage { get; private set; }

    /// <summary>Serves the connection until the other side or the gateway ends it.</summary>
    public async Task ServeAsync(CancellationToken ct)
    {
        using var quiet = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reader = PipeReader.Create(stream, new StreamPipeReaderOptions(leaveOpen: true));
        try
        {
            while (true)
            {
                quiet.CancelAfter(options.Quiet);
                var read = await reader.ReadAsync(quiet.Token);
                var buffer = read.Buffer;
                while (FrameCutter.TryCut(ref buffer, out var escaped, out var dropped))
                {
                    Garbage += dropped;
                    await TakeAsync(escaped.ToArray(), ct);
                }

                reader.AdvanceTo(buffer.Start, buffer.End);
                if (read.IsCompleted)
                {
                    return;
                }
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // A terminal that goes away is no fault; what it has not been told of it sends again.
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => stream.Dispose();

    private async ValueTask TakeAsync(byte[] escaped, CancellationToken ct)
    {
        var frame = Frame.Read(escaped);
        if (!frame.IsIntact || frame.Header is not { } header)
        {
            // Kept, but not answered: nobody knows who sent it.
            await journal.KeepAsync(new KeptFrame(clock.GetUtcNow(), false, escaped), static () => { }, ct);
            return;
        }

        var answer = Answer(header, frame.Body);
        await journal.KeepAsync(new KeptFrame(clock.GetUtcNow(), Trusts(header), escaped), () => Send(answer), ct);
    }

    private bool Trusts(Header header) => gate.Trusts(header.Terminal, proved);

    private byte[] Answer(Header header, ReadOnlyMemory<byte> body)
    {
        if (header is { IsPart: true, Parts: > 1 })
        {
            return Answers.General(header, Next(), Trusts(header) ? Answers.Done : Answers.Failed);
        }

        var (message, fault) = MessageReader.Read(header, body);
        switch (message)
        {
            case GeneralAnswer or Parameters { Told: true } or LocationAnswer:
                return [];
            case Registration:
                return gate.CodeFor(header.Terminal) is { } code
                    ? Answers.Registration(header, Next(), Answers.Done, code)
                    : Answers.Registration(header, Next(), Answers.NoSuchTerminal, "");
            case Authentication { Code: var told }:
                proved = gate.Admits(header.Terminal, told) ? header.Terminal : null;
                return Answers.General(header, Next(), proved is null ? Answers.Failed : Answers.Done);
            default:
                return Answers.General(header, Next(), fault is not null ? Answers.Wrong
                    : message is OtherMessage ? Answers.Unknown : Trusts(header) ? Answers.Done : Answers.Failed);
        }
    }

    private ushort Next() => serial++;

    /// <summary>Called by the journal when the frame lies on the disk. Never waits: a terminal that does not read its answers is cut off.</summary>
    private void Send(byte[] answer)
    {
        lock (answering)
        {
            unsent.Write(answer);
            if (unsent.WrittenCount > MostUnsent)
            {
                socket.Dispose();
                return;
            }

            if (sending || unsent.WrittenCount == 0)
            {
                return;
            }

            sending = true;
        }

        _ = Task.Run(() => SendAllAsync(CancellationToken.None));
    }

    private async Task SendAllAsync(CancellationToken ct)
    {
        var spare = new ArrayBufferWriter<byte>();
        try
        {
            while (true)
            {
                ArrayBufferWriter<byte> ready;
                lock (answering)
                {
                    if (unsent.WrittenCount == 0)
                    {
                        sending = false;
                        return;
                    }

                    (ready, unsent) = (unsent, spare);
                }

                await stream.WriteAsync(ready.WrittenMemory, ct);
                ready.ResetWrittenCount();
                spare = ready;
            }
        }
        catch (Exception gone) when (gone is IOException or SocketException or ObjectDisposedException)
        {
            // The terminal went away before it was told; it will send the frame again.
        }
    }
}

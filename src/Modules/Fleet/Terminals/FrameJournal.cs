using System.Buffers.Binary;
using System.Globalization;
using System.Threading.Channels;

namespace Guiju.Fleet.Terminals;

/// <summary>One frame as it came, kept for good.</summary>
/// <param name="At">When it came.</param>
/// <param name="Trusted">Sound, and from a terminal that had proved who it is.</param>
/// <param name="Escaped">Its bytes between the delimiters.</param>
internal readonly record struct KeptFrame(DateTimeOffset At, bool Trusted, ReadOnlyMemory<byte> Escaped);

/// <summary>
/// Raw frames, appended to a file a day and forced to disk in groups: whoever waits is told only when the bytes lie on the disk.
/// Each record is length, check sum, milliseconds, trust, bytes; a torn record at the end, left by a crash, is cut off on opening.
/// </summary>
internal sealed class FrameJournal : IAsyncDisposable
{
    private const int HeadBytes = 17;
    private const int MostWaiting = 8192;
    private const int GroupBytes = 1 << 20;

    private readonly string folder;
    private readonly Channel<Waiting> waiting = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Task writing;
    private FileStream? file;
    private string day = "";
    private TaskCompletionSource grown = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Opens the journal in a folder.</summary>
    public FrameJournal(string folder)
    {
        this.folder = Directory.CreateDirectory(folder).FullName;
        foreach (var last in Segments().TakeLast(1))
        {
            using var torn = new FileStream(PathOf(last), FileMode.Open, FileAccess.ReadWrite);
            torn.SetLength(Read(last, 0).Select(r => r.End).LastOrDefault());
        }

        writing = Task.Run(() => WriteAllAsync(CancellationToken.None));
    }

    /// <summary>Frames kept since the journal was opened.</summary>
    public long Kept { get; private set; }

    /// <summary>Groups forced to disk since the journal was opened.</summary>
    public long Groups { get; private set; }

    /// <summary>Completed when more has been forced to disk.</summary>
    public Task Grown => Volatile.Read(ref grown).Task;

    /// <summary>Keeps a frame; <paramref name="kept"/> runs once it lies on the disk.</summary>
    public ValueTask KeepAsync(KeptFrame frame, Action kept, CancellationToken ct) => waiting.Writer.WriteAsync(new Waiting(frame, kept), ct);

    /// <summary>Names of the days that have frames, oldest first.</summary>
    public IEnumerable<string> Segments() =>
        Directory.EnumerateFiles(folder, "*.frames").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal);

    /// <summary>Bytes of a day's file; 0 where there is none.</summary>
    public long LengthOf(string segment) => new FileInfo(PathOf(segment)) is { Exists: true } there ? there.Length : 0;

    /// <summary>Whole records of a day from a place on.</summary>
    public IEnumerable<(KeptFrame Frame, long End)> Read(string segment, long from)
    {
        if (!File.Exists(PathOf(segment)))
        {
            yield break;
        }

        using var reader = new FileStream(PathOf(segment), FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16);
        reader.Position = from;
        var head = new byte[HeadBytes];
        while (reader.ReadAtLeast(head, HeadBytes, throwOnEndOfStream: false) == HeadBytes)
        {
            var length = BinaryPrimitives.ReadInt32LittleEndian(head);
            if (length is < 0 or > Jt808.FrameCutter.LongestFrame)
            {
                yield break;
            }

            var bytes = new byte[length];
            if (reader.ReadAtLeast(bytes, length, throwOnEndOfStream: false) < length || BinaryPrimitives.ReadUInt32LittleEndian(head.AsSpan(4)) != Sum(head.AsSpan(8), bytes))
            {
                yield break;
            }

            yield return (new KeptFrame(DateTimeOffset.FromUnixTimeMilliseconds(BinaryPrimitives.ReadInt64LittleEndian(head.AsSpan(8))), head[16] == 1, bytes), reader.Position);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        waiting.Writer.TryComplete();
        await writing;
        file?.Dispose();
    }

    private static uint Sum(ReadOnlySpan<byte> head, ReadOnlySpan<byte> bytes)
    {
        var sum = 2166136261;
        foreach (var one in head)
        {
            sum = (sum ^ one) * 16777619;
        }

        foreach (var one in bytes)
        {
            sum = (sum ^ one) * 16777619;
        }

        return sum;
    }

    private string PathOf(string segment) => Path.Combine(folder, segment + ".frames");

    private async Task WriteAllAsync(CancellationToken ct)
    {
        var group = new List<Action>(1024);
        var buffer = new MemoryStream(GroupBytes);
        while (await waiting.Reader.WaitToReadAsync(ct))
        {
            string? next = null;
            while (buffer.Length < GroupBytes && waiting.Reader.TryPeek(out var peeked) && (next is null || DayOf(peeked.Frame.At) == next) && waiting.Reader.TryRead(out var one))
            {
                next = DayOf(one.Frame.At);
                Append(buffer, one.Frame);
                group.Add(one.Kept);
            }

            Open(next ?? day);
            file?.Write(buffer.GetBuffer(), 0, (int)buffer.Length);
            file?.Flush(flushToDisk: true);
            Kept += group.Count;
            Groups++;
            group.ForEach(kept => kept());
            group.Clear();
            buffer.SetLength(0);
            Interlocked.Exchange(ref grown, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        }
    }

    private void Open(string wanted)
    {
        if (wanted != day || file is null)
        {
            file?.Dispose();
            file = new FileStream(PathOf(wanted), FileMode.Append, FileAccess.Write, FileShare.Read, 1);
            day = wanted;
        }
    }

    private static string DayOf(DateTimeOffset at) => at.ToOffset(Jt808.BcdTime.Zone).ToString("yyyyMMdd", CultureInfo.InvariantCulture);

    private static void Append(MemoryStream buffer, KeptFrame frame)
    {
        Span<byte> head = stackalloc byte[HeadBytes];
        BinaryPrimitives.WriteInt32LittleEndian(head, frame.Escaped.Length);
        BinaryPrimitives.WriteInt64LittleEndian(head[8..], frame.At.ToUnixTimeMilliseconds());
        head[16] = frame.Trusted ? (byte)1 : (byte)0;
        BinaryPrimitives.WriteUInt32LittleEndian(head[4..], Sum(head[8..], frame.Escaped.Span));
        buffer.Write(head);
        buffer.Write(frame.Escaped.Span);
    }

    private readonly record struct Waiting(KeptFrame Frame, Action Kept);
}

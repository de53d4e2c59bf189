namespace Guiju.Jt808;

/// <summary>Puts messages together that came in several packets. One collector a connection; old and too many pieces are let go.</summary>
public sealed class PartCollector(int mostMessages = 16, int mostParts = 512)
{
    private readonly List<Collected> open = [];

    /// <summary>Messages that are not yet whole.</summary>
    public int Open => open.Count;

    /// <summary>Adds a packet; the whole message once the last one is there, otherwise null.</summary>
    public (Header Header, ReadOnlyMemory<byte> Body)? Add(Header header, ReadOnlyMemory<byte> body)
    {
        if (header.Parts is 0 || header.Parts > mostParts || header.Part is 0 || header.Part > header.Parts)
        {
            return null;
        }

        // The packets of a message carry consecutive serials, so serial less part number names the message.
        var key = (header.MessageId, header.Terminal, header.Parts, (ushort)(header.Serial - header.Part));
        var message = open.Find(m => m.Key == key);
        if (message is null)
        {
            if (open.Count >= mostMessages)
            {
                open.RemoveAt(0);
            }

            message = new Collected(key, new ReadOnlyMemory<byte>?[header.Parts]);
            open.Add(message);
        }

        message.Parts[header.Part - 1] ??= body;
        if (!Array.TrueForAll(message.Parts, p => p is not null))
        {
            return null;
        }

        open.Remove(message);
        var whole = new byte[message.Parts.Sum(p => p.GetValueOrDefault().Length)];
        var at = 0;
        foreach (var part in message.Parts)
        {
            part.GetValueOrDefault().CopyTo(whole.AsMemory(at));
            at += part.GetValueOrDefault().Length;
        }

        return (header with { IsPart = false, Parts = 1, Part = 1, DeclaredLength = whole.Length }, whole);
    }

    private sealed record Collected((ushort, string, int, ushort) Key, ReadOnlyMemory<byte>?[] Parts);
}

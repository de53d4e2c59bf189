using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace Guiju.Kernel.Ledger;

/// <summary>
/// The last digest that the ledger knows of every row. A million rows take about a hundred megabytes: rows are known by a short
/// hash of table and key, and named again from the entry that touched them last.
/// </summary>
internal sealed class RowMarks
{
    private readonly Dictionary<UInt128, Mark> marks = [];

    /// <summary>Notes what an entry left behind; the latest entry counts, in whatever order they come.</summary>
    public void Note(long seq, string table, string key, string? digest)
    {
        ref var mark = ref CollectionsMarshal.GetValueRefOrAddDefault(marks, NameOf(table, key), out var known);
        if (!known || seq >= mark.Seq)
        {
            mark = new Mark(seq, Short(digest));
        }
    }

    /// <summary>Takes the mark of a row that exists.</summary>
    public Mark? Take(string table, string key) => marks.Remove(NameOf(table, key), out var mark) ? mark : null;

    /// <summary>Marks of rows that should exist and were not taken: position of the entry, and the row's short name.</summary>
    public IEnumerable<(long Seq, UInt128 Name)> Left() => marks.Where(m => m.Value.Digest != Gone).Select(m => (m.Value.Seq, m.Key)).OrderBy(m => m.Seq);

    public static UInt128 NameOf(string table, string key) => Short($"{table}\n{key}");

    /// <summary>Stands for a deleted row.</summary>
    public static readonly UInt128 Gone = Short(null);

    public static UInt128 Short(string? text)
    {
        Span<byte> hash = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(text ?? "∅"), hash);
        return BinaryPrimitives.ReadUInt128BigEndian(hash);
    }

    public readonly record struct Mark(long Seq, UInt128 Digest);
}

using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Guiju.Dmn;

/// <summary>A column of texts, each equal or not to some constants.</summary>
internal sealed class TextColumn : ColumnIndex
{
    private readonly Entry[] entries;
    private readonly ColumnBits other;
    private readonly FrozenDictionary<string, ColumnBits>? many;

    private TextColumn(string[] keys, Func<object?, ColumnBits> ask)
    {
        entries = [.. keys.Select(k => new Entry(Print(k), k, ask(k)))];
        other = ask(string.Concat(keys) + "\u0001");
        many = keys.Length <= 8 ? null : entries.ToFrozenDictionary(e => e.Text, e => e.Bits, StringComparer.Ordinal);
    }

    public static TextColumn Of(string[] keys, Func<object?, ColumnBits> ask) => new(keys, ask) { Missing = ask(null) };

    public override bool Find(object? value, out ColumnBits found)
    {
        found = At(value as string);
        return value is null or string;
    }

    public ColumnBits At(string? value)
    {
        if (value is null)
        {
            return Missing;
        }

        if (many is not null)
        {
            return many.TryGetValue(value, out var found) ? found : other;
        }

        // Words of the trade are short: up to four characters the print is the word itself, and one comparison settles it.
        var print = Print(value);
        foreach (ref readonly var entry in entries.AsSpan())
        {
            if (entry.Print == print && entry.Text.Length == value.Length && (value.Length is >= 2 and <= 4 || entry.Text == value))
            {
                return entry.Bits;
            }
        }

        return other;
    }

    /// <summary>The first two and the last two characters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Print(string value)
    {
        if (value.Length < 2)
        {
            return value.Length == 0 ? 0UL : value[0];
        }

        ref var first = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(value.AsSpan()));
        return (ulong)Unsafe.ReadUnaligned<uint>(ref first) | (ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref first, value.Length * 2 - 4)) << 32;
    }

    private readonly record struct Entry(ulong Print, string Text, ColumnBits Bits);
}

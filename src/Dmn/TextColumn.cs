using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Guiju.Dmn;

/// <summary>A column of texts, each equal or not to some constants. Kind 1 is every other text.</summary>
internal sealed class TextColumn : ColumnIndex
{
    private const int MostBits = 12;
    private const int Tries = 400;

    private readonly Slot[] slots = [];
    private readonly ulong magic;
    private readonly int shift;
    private readonly FrozenDictionary<string, int>? many;

    private TextColumn(string[] keys, Func<object?, ColumnBits> ask)
        : base(ask, [string.Concat(keys) + "\u0001", .. keys])
    {
        // A multiplier that sends every constant to a slot of its own is looked for once; then one look and one comparison settle a text.
        var prints = keys.Select(Mixed).ToArray();
        var state = 1UL;
        for (var bits = 2; bits <= MostBits && prints.Distinct().Count() == keys.Length; bits++)
        {
            for (var i = 0; i < Tries && 1 << bits >= keys.Length * 2; i++)
            {
                state = state * 6364136223846793005 + 1442695040888963407;
                (magic, shift) = (state ^ state >> 29 | 1, 64 - bits);
                if (prints.Select(p => p * magic >> shift).Distinct().Count() == keys.Length)
                {
                    slots = new Slot[1 << bits];
                    Array.Fill(slots, new Slot(0, "", -1, 0));
                    for (var k = 0; k < keys.Length; k++)
                    {
                        slots[(int)(prints[k] * magic >> shift)] = new Slot(Print(keys[k]), keys[k], keys[k].Length, k + 2);
                    }

                    return;
                }
            }
        }

        many = keys.Select((k, i) => (k, i)).ToFrozenDictionary(p => p.k, p => p.i + 2, StringComparer.Ordinal);
    }

    /// <summary>A column.</summary>
    /// <param name="keys">The constants, each once.</param>
    /// <param name="ask">What the cells say to a value.</param>
    public static TextColumn Of(string[] keys, Func<object?, ColumnBits> ask) => new(keys, ask);

    public override int Kind(object? value) => value is null ? 0 : value is string text ? Kind(text) : -1;

    public ColumnBits At(string? value) => Bits(Kind(value));

    public int Kind(string? value)
    {
        if (value is null)
        {
            return 0;
        }

        if (many is not null)
        {
            return many.GetValueOrDefault(value, 1);
        }

        // Words of the trade are short: up to four characters the print is the word itself, and one comparison settles it.
        var print = Print(value);
        ref readonly var slot = ref slots[(int)(Mixed(print, value.Length) * magic >> shift)];
        return slot.Print == print && slot.Length == value.Length && (value.Length <= 4 || slot.Text == value) ? slot.Kind : 1;
    }

    private static ulong Mixed(string value) => Mixed(Print(value), value.Length);

    private static ulong Mixed(ulong print, int length) => print + (ulong)length * 0x9E37;

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

    private readonly record struct Slot(ulong Print, string Text, int Length, int Kind);
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Guiju.Dmn;

/// <summary>A column of numbers: constants cut the line into points and stretches between them.</summary>
internal sealed class NumberColumn : ColumnIndex
{
    private static readonly long[] Tens = [1, 10, 100, 1_000, 10_000, 100_000];

    private readonly decimal[] cuts;
    private readonly long[]? scaled;
    private readonly int scale;
    private readonly ColumnBits[] at;
    private readonly ColumnBits[] below;

    private NumberColumn(decimal[] cuts, Func<object?, ColumnBits> ask)
    {
        this.cuts = [.. cuts.Select(c => c / 1.0000000000000000000000000000m)];
        scale = this.cuts.Max(c => c.Scale);
        scaled = scale < Tens.Length && this.cuts.All(c => Math.Abs(c) < 1e12m) ? [.. this.cuts.Select(c => (long)(c * Tens[scale]))] : null;
        at = [.. cuts.Select(c => ask(c))];
        below = new ColumnBits[cuts.Length + 1];
        for (var i = 0; i <= cuts.Length; i++)
        {
            below[i] = ask(i == 0 ? cuts[0] - 1 : i == cuts.Length ? cuts[^1] + 1 : cuts[i - 1] + (cuts[i] - cuts[i - 1]) / 2);
        }
    }

    public static NumberColumn Of(decimal[] cuts, Func<object?, ColumnBits> ask) => new(cuts, ask) { Missing = ask(null) };

    public override bool Find(object? value, out ColumnBits bits)
    {
        bits = At(value as decimal?);
        return value is null or decimal;
    }

    public ColumnBits At(decimal? value) => value.HasValue ? At(value.GetValueOrDefault()) : Missing;

    public ColumnBits At(int? value) => value is { } number ? scaled is not null ? At(scaled, number * Tens[scale]) : At((decimal)number) : Missing;

    private ColumnBits At(decimal value)
    {
        // Comparing decimals costs several times what comparing whole numbers does; figures of law and money fit a long at the scale of the cuts.
        if (scaled is { } places)
        {
            var parts = Unsafe.BitCast<decimal, Parts>(value);
            var spare = scale - (parts.Flags >> 16 & 0xFF);
            if (spare >= 0 && parts.High == 0 && parts.Low < 1UL << 44)
            {
                var size = (long)parts.Low * Tens[spare];
                return At(places, parts.Flags < 0 ? -size : size);
            }
        }

        var i = 0;
        while (i < cuts.Length)
        {
            var order = value.CompareTo(cuts[i]);
            if (order <= 0)
            {
                return order == 0 ? at[i] : below[i];
            }

            i++;
        }

        return below[i];
    }

    /// <summary>A decimal as it lies in memory, the layout Windows has always exchanged: sign and scale, the high and the low part of the digits.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Parts(int Flags, uint High, ulong Low);

    private ColumnBits At(long[] places, long number)
    {
        for (var i = 0; i < places.Length; i++)
        {
            if (number <= places[i])
            {
                return number == places[i] ? at[i] : below[i];
            }
        }

        return below[^1];
    }
}

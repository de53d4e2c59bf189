using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Guiju.Dmn;

/// <summary>A column of numbers: constants cut the line into points and stretches between them.</summary>
internal sealed class NumberColumn : ColumnIndex
{
    // Numbers of law and money: up to eight decimal places, and so small that they fit a long at every one of these scales.
    private const int Places = 9;
    private const int MostPlacesOfCuts = 6;
    private const decimal LargestCut = 1e10m;
    private const ulong LargestDigits = 1UL << 40;

    private readonly decimal[] cuts;
    private readonly CutLine[] lines;

    private NumberColumn(decimal[] cuts, Func<object?, ColumnBits> ask)
        : base(ask, Points(cuts))
    {
        this.cuts = [.. cuts.Select(c => c / 1.0000000000000000000000000000m)];
        var scale = this.cuts.Max(c => c.Scale);
        lines = scale > MostPlacesOfCuts || this.cuts.Any(c => Math.Abs(c) > LargestCut)
            ? []
            : [.. Enumerable.Range(0, Places).Select(places => new CutLine([.. this.cuts.Select(c => (long)(c * Ten(Math.Max(scale, places))))], Ten(Math.Max(0, scale - places))))];
    }

    /// <summary>A column.</summary>
    /// <param name="cuts">The constants in rising order.</param>
    /// <param name="ask">What the cells say to a value.</param>
    public static NumberColumn Of(decimal[] cuts, Func<object?, ColumnBits> ask) => new(cuts, ask);

    public override int Kind(object? value) => value switch
    {
        null => 0,
        decimal number => Kind(number),
        int number => Kind(number),
        _ => -1,
    };

    public ColumnBits At(decimal? value) => Bits(value.HasValue ? Kind(value.GetValueOrDefault()) : 0);

    public ColumnBits At(int? value) => Bits(value.HasValue ? Kind(value.GetValueOrDefault()) : 0);

    public int Kind(int number) => lines.Length > 0 ? lines[0].Place(number) : Search(number);

    public int Kind(decimal number)
    {
        // Comparing decimals costs several times what comparing whole numbers does.
        var parts = Unsafe.BitCast<decimal, Parts>(number);
        var places = parts.Flags >> 16 & 0xFF;
        if (places < lines.Length && parts.High == 0 && parts.Low < LargestDigits)
        {
            var size = (long)parts.Low;
            return lines[places].Place(parts.Flags < 0 ? -size : size);
        }

        return Search(number);
    }

    private int Search(decimal number)
    {
        var found = Array.BinarySearch(cuts, number);
        return found >= 0 ? 2 + 2 * found : 1 + 2 * ~found;
    }

    private static long Ten(int power) => (long)Math.Pow(10, power);

    private static IEnumerable<object?> Points(decimal[] cuts)
    {
        yield return cuts[0] - 1;
        for (var i = 0; i < cuts.Length; i++)
        {
            yield return cuts[i];
            yield return i + 1 < cuts.Length ? cuts[i] + (cuts[i + 1] - cuts[i]) / 2 : cuts[i] + 1;
        }
    }

    /// <summary>A decimal as it lies in memory, the layout Windows has always exchanged: sign and scale, the high and the low part of the digits.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private readonly record struct Parts(int Flags, uint High, ulong Low);
}

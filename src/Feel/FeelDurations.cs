using System.Globalization;
using System.Numerics;
using System.Text;

namespace Guiju.Feel;

/// <summary>A length of time in days, hours, minutes and seconds.</summary>
/// <param name="Nanos">The length in nanoseconds.</param>
public readonly record struct DaysDuration(Int128 Nanos) : IComparable<DaysDuration>
{
    /// <summary>Nanoseconds of a second.</summary>
    public const long NanosPerSecond = 1_000_000_000;

    /// <summary>The length in seconds, with fraction.</summary>
    public decimal Seconds => (decimal)((BigInteger)Nanos / NanosPerSecond) + (long)(Nanos % NanosPerSecond) / (decimal)NanosPerSecond;

    /// <summary>A length of that many seconds, or null when too long.</summary>
    public static DaysDuration? OfSeconds(decimal seconds) => OfNanos(seconds, 9);

    /// <summary>A length of that many nanoseconds, or null when too long.</summary>
    public static DaysDuration? OfNanos(decimal value, int digits)
    {
        var whole = decimal.Truncate(value);
        if (Math.Abs(whole) > 1e18m * 1e9m)
        {
            return null;
        }

        var nanos = (Int128)whole;
        for (var i = 0; i < digits; i++)
        {
            nanos *= 10;
        }

        return new DaysDuration(nanos + (Int128)decimal.Truncate((value - whole) * (decimal)Math.Pow(10, digits)));
    }

    /// <inheritdoc/>
    public int CompareTo(DaysDuration other) => Nanos.CompareTo(other.Nanos);

    /// <summary>The length as FEEL writes it.</summary>
    public override string ToString()
    {
        if (Nanos == 0)
        {
            return "PT0S";
        }

        var size = Int128.Abs(Nanos);
        var (days, rest) = Int128.DivRem(size, FeelTime.NanosPerDay);
        var nanos = (long)rest;
        var text = new StringBuilder(Nanos < 0 ? "-P" : "P");
        Part(text, days, 'D');
        if (nanos > 0)
        {
            text.Append('T');
            Part(text, nanos / 3_600_000_000_000, 'H');
            Part(text, nanos / 60_000_000_000 % 60, 'M');
            var seconds = nanos % 60_000_000_000 / (decimal)NanosPerSecond;
            if (seconds > 0)
            {
                text.Append(seconds.ToString("0.#########", CultureInfo.InvariantCulture)).Append('S');
            }
        }

        return text.ToString();
    }

    private static void Part(StringBuilder text, Int128 value, char unit)
    {
        if (value > 0)
        {
            text.Append(value.ToString(CultureInfo.InvariantCulture)).Append(unit);
        }
    }
}

/// <summary>A length of time in years and months.</summary>
/// <param name="Months">The length in months.</param>
public readonly record struct MonthsDuration(long Months) : IComparable<MonthsDuration>
{
    /// <inheritdoc/>
    public int CompareTo(MonthsDuration other) => Months.CompareTo(other.Months);

    /// <summary>The length as FEEL writes it.</summary>
    public override string ToString()
    {
        if (Months == 0)
        {
            return "P0M";
        }

        var size = Math.Abs((decimal)Months);
        var years = decimal.Truncate(size / 12);
        return (Months < 0 ? "-P" : "P")
            + (years > 0 ? years.ToString(CultureInfo.InvariantCulture) + "Y" : "")
            + (size % 12 > 0 ? (size % 12).ToString(CultureInfo.InvariantCulture) + "M" : "");
    }
}

/// <summary>Reads durations.</summary>
public static class FeelDuration
{
    /// <summary>Reads a duration of either kind, or gives null; mixing years or months with days or hours is refused.</summary>
    public static object? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = 0;
        var negative = at < text.Length && text[at] == '-';
        at += negative ? 1 : 0;
        if (at >= text.Length || text[at++] != 'P' || at >= text.Length)
        {
            return null;
        }

        return Parts(text, at) is { } parts ? Build(parts, negative) : null;
    }

    private static List<(decimal Value, string Unit)>? Parts(string text, int at)
    {
        var parts = new List<(decimal, string)>();
        var time = false;
        var last = -1;
        const string Order = "YMDhms";
        while (at < text.Length)
        {
            if (text[at] == 'T')
            {
                if (time || ++at >= text.Length)
                {
                    return null;
                }

                time = true;
            }

            var start = at;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] == '.'))
            {
                at++;
            }

            if (at == start || at >= text.Length || text[start] == '.'
                || !decimal.TryParse(text.AsSpan(start, at - start), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value))
            {
                return null;
            }

            var unit = time ? char.ToLowerInvariant(text[at]) : text[at];
            var order = char.IsAsciiLetterUpper(text[at]) ? Order.IndexOf(unit, StringComparison.Ordinal) : -1;
            if (order <= last || (time ? order < 3 : order > 2) || (unit != 's' && text.AsSpan(start, at - start).Contains('.')))
            {
                return null;
            }

            last = order;
            parts.Add((value, unit.ToString()));
            at++;
        }

        return parts;
    }

    private static object? Build(List<(decimal Value, string Unit)> parts, bool negative)
    {
        decimal Sum(params (string Unit, decimal Size)[] sizes) => sizes.Sum(s => parts.Where(p => p.Unit == s.Unit).Sum(p => p.Value) * s.Size);
        try
        {
            var months = parts.Exists(p => p.Unit is "Y" or "M");
            var days = parts.Exists(p => p.Unit is "D" or "h" or "m" or "s");
            if (months == days)
            {
                return null;
            }

            if (months)
            {
                var total = Sum(("Y", 12), ("M", 1));
                return total > long.MaxValue ? null : new MonthsDuration((long)(negative ? -total : total));
            }

            var seconds = Sum(("D", 86400), ("h", 3600), ("m", 60), ("s", 1));
            return DaysDuration.OfSeconds(negative ? -seconds : seconds);
        }
        catch (OverflowException)
        {
            return null;
        }
    }
}

using System.Globalization;
using NodaTime;

namespace Guiju.Feel;

/// <summary>A time of day, local or bound to an offset or a zone.</summary>
/// <param name="Nanos">Nanoseconds since midnight.</param>
/// <param name="Offset">Seconds east of Greenwich, when written as an offset.</param>
/// <param name="Zone">The zone's name, when written as one.</param>
public readonly record struct FeelTime(long Nanos, int? Offset, string? Zone)
{
    /// <summary>Nanoseconds of a day.</summary>
    public const long NanosPerDay = 86_400_000_000_000;

    private const long NanosPerSecond = 1_000_000_000;

    /// <summary>The hour, 0 to 23.</summary>
    public int Hour => (int)(Nanos / (3600 * NanosPerSecond));

    /// <summary>The minute, 0 to 59.</summary>
    public int Minute => (int)(Nanos / (60 * NanosPerSecond) % 60);

    /// <summary>The second with its fraction.</summary>
    public decimal Second => Nanos % (60 * NanosPerSecond) / (decimal)NanosPerSecond;

    /// <summary>Whether the time is bound to an offset or zone.</summary>
    public bool IsBound => Offset is not null || Zone is not null;

    /// <summary>Reads <c>hh:mm:ss[.fraction][Z|±hh:mm[:ss]|@Zone]</c>, or gives null.</summary>
    public static FeelTime? Parse(ReadOnlySpan<char> text)
    {
        if (text.Length < 8 || text[2] != ':' || text[5] != ':'
            || !FeelDate.Digits(text[..2]) || !FeelDate.Digits(text.Slice(3, 2)) || !FeelDate.Digits(text.Slice(6, 2)))
        {
            return null;
        }

        var (hour, minute, second) = (Number(text[..2]), Number(text.Slice(3, 2)), Number(text.Slice(6, 2)));
        text = text[8..];
        var nanos = 0L;
        if (text.StartsWith("."))
        {
            var end = 1;
            while (end < text.Length && char.IsAsciiDigit(text[end]))
            {
                end++;
            }

            if (end == 1)
            {
                return null;
            }

            nanos = long.Parse(text[1..Math.Min(end, 10)].ToString().PadRight(9, '0'), CultureInfo.InvariantCulture);
            text = text[end..];
        }

        if (hour == 24 && minute == 0 && second == 0 && nanos == 0)
        {
            hour = 0;
        }

        return hour > 23 || minute > 59 || second > 59 ? null : Bind(((hour * 60L + minute) * 60 + second) * NanosPerSecond + nanos, text);
    }

    /// <summary>The time, or null when there is none such.</summary>
    public static FeelTime? Create(decimal hour, decimal minute, decimal second, int? offset, string? zone) =>
        hour is < 0 or > 23 || minute is < 0 or > 59 || second is < 0 or >= 60 || offset is < -18 * 3600 or > 18 * 3600
            ? null
            : new FeelTime(((long)hour * 60 + (long)minute) * 60 * NanosPerSecond + (long)(second * NanosPerSecond), offset, zone);

    private static FeelTime? Bind(long nanos, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return new FeelTime(nanos, null, null);
        }

        if (text is "Z" or "z")
        {
            return new FeelTime(nanos, 0, null);
        }

        if (text[0] == '@')
        {
            var zone = text[1..].ToString();
            return Zones.Find(zone) is null ? null : new FeelTime(nanos, null, zone);
        }

        return Zones.ParseOffset(text) is { } offset ? new FeelTime(nanos, offset, null) : null;
    }

    private static int Number(ReadOnlySpan<char> text) => int.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The time as FEEL writes it.</summary>
    public override string ToString()
    {
        var fraction = Nanos % NanosPerSecond;
        var text = string.Create(CultureInfo.InvariantCulture, $"{Hour:00}:{Minute:00}:{Nanos / NanosPerSecond % 60:00}");
        if (fraction != 0)
        {
            text += "." + fraction.ToString("000000000", CultureInfo.InvariantCulture).TrimEnd('0');
        }

        return text + (Zone is not null ? "@" + Zone : Offset is { } offset ? Zones.Write(offset) : "");
    }

    /// <summary>Seconds east of Greenwich on that day, or null for a local time.</summary>
    public int? OffsetOn(FeelDate day) => Offset ?? (Zone is null ? null : Zones.OffsetAt(Zone, day, Nanos));
}

/// <summary>Zones and offsets.</summary>
internal static class Zones
{
    public static DateTimeZone? Find(string name) =>
        name is "Z" ? DateTimeZone.Utc : DateTimeZoneProviders.Tzdb.GetZoneOrNull(name);

    public static int OffsetAt(string zone, FeelDate day, long nanos)
    {
        // The zone database knows four-digit years; beyond them the rules of the nearest year of the same shape are as good a guess as any.
        var year = Math.Clamp(day.Year, 1, 9998);
        var date = new LocalDate(year, day.Month, Math.Min(day.Day, FeelDate.DaysInMonth(year, day.Month)));
        var local = date + LocalTime.FromNanosecondsSinceMidnight(nanos);
        return Find(zone)?.AtLeniently(local).Offset.Seconds ?? 0;
    }

    public static int? ParseOffset(ReadOnlySpan<char> text)
    {
        if (text.Length is not (6 or 9) || text[0] is not ('+' or '-') || text[3] != ':' || !FeelDate.Digits(text.Slice(1, 2)) || !FeelDate.Digits(text.Slice(4, 2)))
        {
            return null;
        }

        var seconds = 0;
        if (text.Length == 9)
        {
            if (text[6] != ':' || !FeelDate.Digits(text[7..]))
            {
                return null;
            }

            seconds = int.Parse(text[7..], CultureInfo.InvariantCulture);
        }

        var (hours, minutes) = (int.Parse(text.Slice(1, 2), CultureInfo.InvariantCulture), int.Parse(text.Slice(4, 2), CultureInfo.InvariantCulture));
        var offset = hours * 3600 + minutes * 60 + seconds;
        return minutes > 59 || seconds > 59 || offset > 18 * 3600 ? null : text[0] == '-' ? -offset : offset;
    }

    public static string Write(int offset)
    {
        if (offset == 0)
        {
            return "Z";
        }

        var size = Math.Abs(offset);
        var text = string.Create(CultureInfo.InvariantCulture, $"{(offset < 0 ? '-' : '+')}{size / 3600:00}:{size / 60 % 60:00}");
        return size % 60 == 0 ? text : text + string.Create(CultureInfo.InvariantCulture, $":{size % 60:00}");
    }
}

namespace Guiju.Feel;

/// <summary>A day and a time of day.</summary>
/// <param name="Date">The day.</param>
/// <param name="Time">The time, local or bound to an offset or zone.</param>
public readonly record struct FeelDateTime(FeelDate Date, FeelTime Time)
{
    /// <summary>Nanoseconds since 1970 as the local clock shows them.</summary>
    public Int128 LocalNanos => (Int128)Date.DayNumber * FeelTime.NanosPerDay + Time.Nanos;

    /// <summary>Seconds east of Greenwich, or null for a local time.</summary>
    public int? Offset => Time.OffsetOn(Date);

    /// <summary>Nanoseconds since 1970 in Greenwich; a local time is taken as Greenwich's.</summary>
    public Int128 Instant => LocalNanos - (Int128)(Offset ?? 0) * 1_000_000_000;

    /// <summary>Reads <c>date T time</c>, or gives null.</summary>
    public static FeelDateTime? Parse(ReadOnlySpan<char> text)
    {
        var t = text.IndexOf('T');
        if (t < 0)
        {
            return null;
        }

        return FeelDate.Parse(text[..t]) is { } date && FeelTime.Parse(text[(t + 1)..]) is { } time
            ? text[(t + 1)..].StartsWith("24") && FeelDate.FromDayNumber(date.DayNumber + 1) is { } next
                ? new FeelDateTime(next, time)
                : new FeelDateTime(date, time)
            : null;
    }

    /// <summary>Later by nanoseconds, in the same zone; null outside the years FEEL knows.</summary>
    public FeelDateTime? AddNanos(Int128 nanos)
    {
        var total = LocalNanos + nanos;
        var day = total / FeelTime.NanosPerDay;
        var rest = total - day * FeelTime.NanosPerDay;
        if (rest < 0)
        {
            rest += FeelTime.NanosPerDay;
            day--;
        }

        return day > long.MaxValue || day < long.MinValue || FeelDate.FromDayNumber((long)day) is not { } date
            ? null
            : new FeelDateTime(date, Time with { Nanos = (long)rest });
    }

    /// <summary>The date and time of a CLR value: local when unspecified, else bound to Greenwich.</summary>
    public static FeelDateTime From(DateTime value) => new(
        FeelDate.From(DateOnly.FromDateTime(value)),
        new FeelTime(value.TimeOfDay.Ticks * 100, value.Kind == DateTimeKind.Utc ? 0 : null, null));

    /// <summary>The date and time as FEEL writes it.</summary>
    public override string ToString() => $"{Date}T{Time}";
}

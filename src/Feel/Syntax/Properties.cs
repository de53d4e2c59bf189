namespace Guiju.Feel.Syntax;

/// <summary>The named parts of temporal values and ranges.</summary>
internal static class Properties
{
    public static object? Of(object? value, string name, out bool found)
    {
        found = true;
        switch (value)
        {
            case FeelDate date:
                return OfDate(date, name, ref found);
            case FeelTime time:
                return OfTime(time, time.Offset ?? (time.Zone is null ? null : time.OffsetOn(new FeelDate(1970, 1, 1))), name, ref found);
            case FeelDateTime both:
                if (OfDate(both.Date, name, ref found) is { } part)
                {
                    return part;
                }

                found = true;
                return OfTime(both.Time, both.Offset, name, ref found);
            case DaysDuration duration:
                return OfDuration(duration, name, ref found);
            case MonthsDuration months:
                found = name is "years" or "months";
                return name switch { "years" => (decimal)(months.Months / 12), "months" => (decimal)(months.Months % 12), _ => null };
            case FeelRange range:
                return OfRange(range, name, ref found);
            default:
                found = false;
                return null;
        }
    }

    private static object? OfDate(FeelDate date, string name, ref bool found)
    {
        switch (name)
        {
            case "year":
                return (decimal)date.Year;
            case "month":
                return (decimal)date.Month;
            case "day":
                return (decimal)date.Day;
            case "weekday":
                return (decimal)date.Weekday;
            default:
                found = false;
                return null;
        }
    }

    private static object? OfTime(FeelTime time, int? offset, string name, ref bool found)
    {
        switch (name)
        {
            case "hour":
                return (decimal)time.Hour;
            case "minute":
                return (decimal)time.Minute;
            case "second":
                return time.Second;
            case "time offset":
                return offset is { } seconds ? new DaysDuration((Int128)seconds * DaysDuration.NanosPerSecond) : null;
            case "timezone":
                return time.Zone;
            default:
                found = false;
                return null;
        }
    }

    private static object? OfDuration(DaysDuration duration, string name, ref bool found)
    {
        var nanos = duration.Nanos;
        switch (name)
        {
            case "days":
                return (decimal)(nanos / FeelTime.NanosPerDay);
            case "hours":
                return (decimal)(nanos / 3_600_000_000_000 % 24);
            case "minutes":
                return (decimal)(nanos / 60_000_000_000 % 60);
            case "seconds":
                return (decimal)(nanos % 60_000_000_000) / DaysDuration.NanosPerSecond;
            default:
                found = false;
                return null;
        }
    }

    private static object? OfRange(FeelRange range, string name, ref bool found)
    {
        switch (name)
        {
            case "start":
                return range.Start;
            case "end":
                return range.End;
            case "start included":
                return range.StartIncluded;
            case "end included":
                return range.EndIncluded;
            default:
                found = false;
                return null;
        }
    }
}

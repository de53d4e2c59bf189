namespace Guiju.Feel.Syntax;

/// <summary>Arithmetic over numbers, texts, days and durations.</summary>
internal static class Arithmetic
{
    public static object? Add(object? a, object? b, Run run, Span at) => Guard(run, at, () => (a, b) switch
    {
        (decimal x, decimal y) => x + y,
        (string x, string y) => Joined(x, y, run),
        (DaysDuration x, DaysDuration y) => new DaysDuration(checked(x.Nanos + y.Nanos)),
        (MonthsDuration x, MonthsDuration y) => new MonthsDuration(checked(x.Months + y.Months)),
        (FeelDate x, MonthsDuration y) => x.AddMonths(y.Months),
        (MonthsDuration x, FeelDate y) => y.AddMonths(x.Months),
        (FeelDate x, DaysDuration y) => Ops.Widen(x).AddNanos(y.Nanos)?.Date,
        (DaysDuration x, FeelDate y) => Ops.Widen(y).AddNanos(x.Nanos)?.Date,
        (FeelDateTime x, MonthsDuration y) => Months(x, y.Months),
        (MonthsDuration x, FeelDateTime y) => Months(y, x.Months),
        (FeelDateTime x, DaysDuration y) => x.AddNanos(y.Nanos),
        (DaysDuration x, FeelDateTime y) => y.AddNanos(x.Nanos),
        (FeelTime x, DaysDuration y) => Later(x, y.Nanos),
        (DaysDuration x, FeelTime y) => Later(y, x.Nanos),
        _ => run.Warn(Trouble.Types, at, "+", a, b),
    });

    public static object? Subtract(object? a, object? b, Run run, Span at) => Guard(run, at, () => (a, b) switch
    {
        (decimal x, decimal y) => x - y,
        (DaysDuration x, DaysDuration y) => new DaysDuration(checked(x.Nanos - y.Nanos)),
        (MonthsDuration x, MonthsDuration y) => new MonthsDuration(checked(x.Months - y.Months)),
        (FeelDate x, MonthsDuration y) => x.AddMonths(-y.Months),
        (FeelDate x, DaysDuration y) => Ops.Widen(x).AddNanos(-y.Nanos)?.Date,
        (FeelDateTime x, MonthsDuration y) => Months(x, -y.Months),
        (FeelDateTime x, DaysDuration y) => x.AddNanos(-y.Nanos),
        (FeelTime x, DaysDuration y) => Later(x, -y.Nanos),
        (FeelDate x, FeelDate y) => new DaysDuration((Int128)(x.DayNumber - y.DayNumber) * FeelTime.NanosPerDay),
        (FeelDateTime x, FeelDateTime y) when x.Time.IsBound == y.Time.IsBound => new DaysDuration(x.Instant - y.Instant),
        (FeelDate x, FeelDateTime y) when y.Time.IsBound => new DaysDuration(Ops.Widen(x).Instant - y.Instant),
        (FeelDateTime x, FeelDate y) when x.Time.IsBound => new DaysDuration(x.Instant - Ops.Widen(y).Instant),
        (FeelTime x, FeelTime y) when x.IsBound == y.IsBound => new DaysDuration(Ops.Instant(x) - Ops.Instant(y)),
        _ => run.Warn(Trouble.Types, at, "-", a, b),
    });

    public static object? Multiply(object? a, object? b, Run run, Span at) => Guard(run, at, () => (a, b) switch
    {
        (decimal x, decimal y) => x * y,
        (DaysDuration x, decimal y) => Scaled(x, y, run, at),
        (decimal x, DaysDuration y) => Scaled(y, x, run, at),
        (MonthsDuration x, decimal y) => new MonthsDuration((long)decimal.Truncate(x.Months * y)),
        (decimal x, MonthsDuration y) => new MonthsDuration((long)decimal.Truncate(y.Months * x)),
        _ => run.Warn(Trouble.Types, at, "*", a, b),
    });

    public static object? Divide(object? a, object? b, Run run, Span at)
    {
        if (b is 0m or MonthsDuration { Months: 0 } || (b is DaysDuration none && none.Nanos == 0))
        {
            return run.Warn(Trouble.DivisionByZero, at);
        }

        return Guard(run, at, () => (a, b) switch
        {
            (decimal x, decimal y) => x / y,
            (DaysDuration x, decimal y) => DaysDuration.OfNanos((decimal)x.Nanos / y, 0),
            (MonthsDuration x, decimal y) => new MonthsDuration((long)decimal.Truncate(x.Months / y)),
            (DaysDuration x, DaysDuration y) => (decimal)x.Nanos / (decimal)y.Nanos,
            (MonthsDuration x, MonthsDuration y) => x.Months / (decimal)y.Months,
            _ => run.Warn(Trouble.Types, at, "/", a, b),
        });
    }

    public static object? Power(object? a, object? b, Run run, Span at) => Guard(run, at, () => (a, b) switch
    {
        (decimal x, decimal y) => Power(x, y) ?? run.Warn(Trouble.Overflow, at),
        _ => run.Warn(Trouble.Types, at, "**", a, b),
    });

    /// <summary>Whole powers exactly, others as near as a double comes.</summary>
    public static decimal? Power(decimal x, decimal y)
    {
        if (decimal.Truncate(y) == y && Math.Abs(y) <= 100_000)
        {
            if (x == 0 && y < 0)
            {
                return null;
            }

            var (result, factor, n) = (1m, x, (int)Math.Abs(y));
            while (n > 0)
            {
                result = (n & 1) == 1 ? result * factor : result;
                n >>= 1;
                factor = n > 0 ? factor * factor : factor;
            }

            return y < 0 ? 1m / result : result;
        }

        var power = Math.Pow((double)x, (double)y);
        return double.IsFinite(power) ? (decimal)power : null;
    }

    public static object? Guard(Run run, Span at, Func<object?> work)
    {
        try
        {
            return work();
        }
        catch (OverflowException)
        {
            return run.Warn(Trouble.Overflow, at);
        }
        catch (DivideByZeroException)
        {
            return run.Warn(Trouble.Overflow, at);
        }
    }

    private static string Joined(string a, string b, Run run)
    {
        run.Length(a.Length + (long)b.Length);
        return a + b;
    }

    private static FeelDateTime? Months(FeelDateTime value, long months) =>
        value.Date.AddMonths(months) is { } date ? value with { Date = date } : null;

    private static FeelTime Later(FeelTime time, Int128 nanos)
    {
        var rest = (time.Nanos + nanos) % FeelTime.NanosPerDay;
        return time with { Nanos = (long)(rest < 0 ? rest + FeelTime.NanosPerDay : rest) };
    }

    private static object? Scaled(DaysDuration duration, decimal factor, Run run, Span at) =>
        decimal.Truncate(factor) == factor && Math.Abs(factor) < 1e18m
            ? new DaysDuration(checked(duration.Nanos * (Int128)factor))
            : DaysDuration.OfNanos((decimal)duration.Nanos * factor, 0) is { } scaled ? scaled : run.Warn(Trouble.Overflow, at);
}

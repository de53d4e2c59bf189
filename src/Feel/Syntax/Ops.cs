namespace Guiju.Feel.Syntax;

/// <summary>Equality, order and membership of values.</summary>
public static class Ops
{
    /// <summary>Times of day and moments are equal when they agree to the millisecond, as the conformance kit has it; their order sees every digit.</summary>
    private const long NanosPerMilli = 1_000_000;

    /// <summary>Negative, zero or positive; null when the two have no order.</summary>
    public static int? Compare(object? a, object? b) => (a, b) switch
    {
        (decimal x, decimal y) => x.CompareTo(y),
        (string x, string y) => CompareText(x, y),
        (FeelDate x, FeelDate y) => x.CompareTo(y),
        (FeelDateTime x, FeelDateTime y) => Comparable(x.Time, y.Time) ? x.Instant.CompareTo(y.Instant) : null,
        (FeelDate x, FeelDateTime y) => Widen(x).Instant.CompareTo(y.Instant),
        (FeelDateTime x, FeelDate y) => x.Instant.CompareTo(Widen(y).Instant),
        (FeelTime x, FeelTime y) => Comparable(x, y) ? Instant(x).CompareTo(Instant(y)) : null,
        (DaysDuration x, DaysDuration y) => x.CompareTo(y),
        (MonthsDuration x, MonthsDuration y) => x.CompareTo(y),
        _ => null,
    };

    /// <summary>Whether the value's kind has an order.</summary>
    public static bool IsOrdered(object? value) =>
        value is decimal or string or FeelDate or FeelDateTime or FeelTime or DaysDuration or MonthsDuration or null;

    /// <summary>Whether two values are equal; null when their kinds cannot be.</summary>
    public static bool? Equal(object? a, object? b) => (a, b) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (bool x, bool y) => x == y,
        (FeelList x, FeelList y) => EqualLists(x, y),
        (FeelContext x, FeelContext y) => EqualContexts(x, y),
        (FeelRange x, FeelRange y) => x.IsComparison == y.IsComparison && x.StartIncluded == y.StartIncluded && x.EndIncluded == y.EndIncluded
            && Equal(x.Start, y.Start) == true && Equal(x.End, y.End) == true,
        (FeelFunction x, FeelFunction y) => ReferenceEquals(x, y),
        (FeelTime x, FeelTime y) => x.IsBound == y.IsBound && Instant(x) / NanosPerMilli == Instant(y) / NanosPerMilli,
        (FeelDateTime x, FeelDateTime y) => x.Time.IsBound == y.Time.IsBound && x.Instant / NanosPerMilli == y.Instant / NanosPerMilli,
        _ => a.GetType() == b.GetType() && Compare(a, b) is { } order ? order == 0 : null,
    };

    /// <summary>What a comparison says; null when the values cannot be compared.</summary>
    public static bool? Test(Comparison op, object? a, object? b)
    {
        if (op is Comparison.Equal or Comparison.NotEqual)
        {
            return op == Comparison.Equal ? Equal(a, b) : !Equal(a, b);
        }

        return Compare(a, b) is { } order ? Holds(op, order) : null;
    }

    /// <summary>What a comparison says of two values in that order.</summary>
    internal static bool Holds(Comparison op, int order) => op switch
    {
        Comparison.Equal => order == 0,
        Comparison.NotEqual => order != 0,
        Comparison.Less => order < 0,
        Comparison.LessOrEqual => order <= 0,
        Comparison.Greater => order > 0,
        _ => order >= 0,
    };

    /// <summary>Whether a value lies in a range; null when it has no order with the ends.</summary>
    public static bool? Contains(FeelRange range, object? value)
    {
        if (range.IsComparison && range is { StartIncluded: false, EndIncluded: false, Start: not null, End: not null })
        {
            return value is null ? null : !Equal(value, range.Start);
        }

        if (!range.IsComparison && (range.Start is null || range.End is null))
        {
            return null;
        }

        bool? low = range.Start is null ? true : Compare(value, range.Start) is { } a ? a > 0 || (a == 0 && range.StartIncluded) : null;
        bool? high = range.End is null ? true : Compare(value, range.End) is { } b ? b < 0 || (b == 0 && range.EndIncluded) : null;
        return low is null || high is null || value is null ? null : low.Value && high.Value;
    }

    /// <summary>Whether a value passes what stands in a cell: equal to it, in the range, in the list, or in a range of the list.</summary>
    public static bool? Matches(object? value, object? operand, Run run, Span at)
    {
        switch (operand)
        {
            case FeelRange range when value is not FeelRange:
                return Contains(range, value) ?? Unmatched(value, operand, run, at);
            case FeelList list:
                if (value is FeelList && Equal(value, list) == true)
                {
                    return true;
                }

                return list.Any(item => (item is FeelRange inner && value is not FeelRange ? Contains(inner, value) : Equal(value, item)) == true
                    || (item is FeelList && value is not null && Equal(value, item) == true));
            case bool b when value is not (bool or null):
                return b;
            default:
                return value is FeelList values && operand is not null
                    ? values.Any(v => Equal(v, operand) == true)
                    : Equal(value, operand) ?? Unmatched(value, operand, run, at);
        }
    }

    /// <summary>The operator as written.</summary>
    public static string Sign(Comparison op) => op switch
    {
        Comparison.Equal => "=",
        Comparison.NotEqual => "!=",
        Comparison.Less => "<",
        Comparison.LessOrEqual => "<=",
        Comparison.Greater => ">",
        _ => ">=",
    };

    /// <summary>The day's first moment in Greenwich, as FEEL compares days with moments.</summary>
    public static FeelDateTime Widen(FeelDate day) => new(day, new FeelTime(0, 0, null));

    /// <summary>Nanoseconds since midnight in Greenwich.</summary>
    internal static long Instant(FeelTime time) => time.Nanos - (time.OffsetOn(new FeelDate(1970, 1, 1)) ?? 0) * 1_000_000_000L;

    private static bool Comparable(FeelTime a, FeelTime b) => a.IsBound == b.IsBound;

    private static bool? Unmatched(object? value, object? operand, Run run, Span at)
    {
        run.Warn(Trouble.Types, at, "in", value, operand);
        return null;
    }

    private static int CompareText(string a, string b)
    {
        // Ordinal order of UTF-16 differs from the order of code points only above the basic plane.
        for (var i = 0; i < a.Length && i < b.Length; i++)
        {
            if (a[i] != b[i])
            {
                var (x, y) = (char.IsSurrogate(a[i]), char.IsSurrogate(b[i]));
                return x != y ? (x ? 1 : -1) : a[i].CompareTo(b[i]);
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    private static bool? EqualLists(FeelList a, FeelList b)
    {
        FeelLimitException.ThrowIfDeep();
        if (a.Count != b.Count)
        {
            return false;
        }

        bool? all = true;
        for (var i = 0; i < a.Count; i++)
        {
            var equal = Equal(a[i], b[i]);
            if (equal == false)
            {
                return false;
            }

            all = equal is null ? null : all;
        }

        return all;
    }

    private static bool? EqualContexts(FeelContext a, FeelContext b)
    {
        FeelLimitException.ThrowIfDeep();
        return a.Count == b.Count && a.Keys.All(b.Has) && a.All(e => Equal(e.Value, b[e.Key]) == true);
    }
}

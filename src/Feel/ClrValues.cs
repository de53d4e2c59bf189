using System.Collections;
using System.Globalization;

namespace Guiju.Feel;

/// <summary>Carries values between CLR programs and expressions.</summary>
public static class ClrValues
{
    private const int MostDepth = 100;

    /// <summary>The FEEL value of a CLR value: whole and decimal numbers, text, bool, DateOnly, TimeOnly, DateTime (local when unspecified), DateTimeOffset, TimeSpan, Guid, enum (by name), dictionaries and lists.</summary>
    /// <exception cref="ArgumentException">The value is of a kind no expression can read.</exception>
    public static object? From(object? value) => From(value, 0);

    private static object? From(object? value, int depth) => value switch
    {
        null => null,
        decimal or string or bool => value,
        int n => (decimal)n,
        long n => (decimal)n,
        double n when double.IsFinite(n) && Math.Abs(n) < 7e28 => (decimal)n,
        float n when float.IsFinite(n) && Math.Abs(n) < 7e28 => (decimal)n,
        short or byte or ushort or uint or ulong or sbyte => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        DateOnly day => FeelDate.From(day),
        TimeOnly time => new FeelTime(time.Ticks * 100, null, null),
        DateTime moment => FeelDateTime.From(moment),
        DateTimeOffset moment => FeelDateTime.From(DateTime.SpecifyKind(moment.DateTime, DateTimeKind.Unspecified)) is var local
            ? local with { Time = local.Time with { Offset = (int)moment.Offset.TotalSeconds } }
            : null,
        TimeSpan span => new DaysDuration((Int128)span.Ticks * 100),
        Enum or Guid => value.ToString(),
        FeelDate or FeelTime or FeelDateTime or DaysDuration or MonthsDuration or FeelList or FeelContext or FeelRange or FeelFunction => value,
        _ when depth > MostDepth => throw new ArgumentException($"nested deeper than {MostDepth}", nameof(value)),
        IReadOnlyDictionary<string, object?> entries => Context(entries, depth),
        IDictionary<string, object?> entries => Context(entries, depth),
        IDictionary<string, string> entries => Context(entries.Select(e => KeyValuePair.Create(e.Key, (object?)e.Value)), depth),
        IEnumerable items => new FeelList(items.Cast<object?>().Select(i => From(i, depth + 1)).ToArray()),
        _ => throw new ArgumentException($"a {value.GetType().Name} cannot be read by an expression", nameof(value)),
    };

    /// <summary>The CLR value of a FEEL value: DateOnly, local DateTime and TimeOnly where they hold it, lists, dictionaries; other values as they are.</summary>
    public static object? To(object? value)
    {
        FeelLimitException.ThrowIfDeep();
        return Bare(value);
    }

    private static object? Bare(object? value) => value switch
    {
        FeelDate day => day.ToDateOnly() is { } date ? date : day,
        FeelDateTime { Time.IsBound: false } moment when moment.Date.ToDateOnly() is { } date && moment.Time.Nanos % 100 == 0 =>
            date.ToDateTime(new TimeOnly(moment.Time.Nanos / 100)),
        FeelTime { IsBound: false } time when time.Nanos % 100 == 0 => new TimeOnly(time.Nanos / 100),
        FeelList list => list.Select(To).ToList(),
        FeelContext context => context.ToDictionary(e => e.Key, e => To(e.Value)),
        _ => value,
    };

    private static FeelContext Context(IEnumerable<KeyValuePair<string, object?>> entries, int depth)
    {
        var context = new FeelContext();
        foreach (var (name, value) in entries)
        {
            context[name] = From(value, depth + 1);
        }

        return context;
    }
}

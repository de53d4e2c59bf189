using System.Globalization;
using System.Text.RegularExpressions;
using Guiju.Bpmn.Running;

namespace Guiju.Procedures.Running;

/// <summary>When a timer comes: a date, a duration or a cycle of ISO 8601, or a FEEL expression that gives one.</summary>
internal static partial class TimerTime
{
    private const int Often = 1000;

    /// <summary>The next time after <paramref name="now"/> and how often it comes; null where the text says no time.</summary>
    public static (DateTimeOffset Due, int Times)? Of(Awaited awaited, DateTimeOffset now, Func<string, object?> evaluate)
    {
        var text = awaited.Value?.Trim() ?? "";
        return Read(text, awaited.Form, now) ?? (evaluate(text) switch
        {
            string said => Read(said, awaited.Form, now),
            DateOnly day => (At(day.ToDateTime(TimeOnly.MinValue), now), 1),
            DateTime moment => (At(moment, now), 1),
            { } other when other.ToString() is { } said => Read(said, awaited.Form, now),
            _ => null,
        });
    }

    /// <summary>A day, a moment, or a moment with its zone; null where the text is none of these.</summary>
    public static DateTimeOffset? Moment(string text, TimeSpan zone) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), zone)
        : text.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? text.EndsWith('Z') || Offset().IsMatch(text) ? moment : new DateTimeOffset(DateTime.SpecifyKind(moment.UtcDateTime, DateTimeKind.Unspecified), zone)
        : null;

    private static (DateTimeOffset Due, int Times)? Read(string text, string? form, DateTimeOffset now)
    {
        if (form == "date")
        {
            return Moment(text, now.Offset) is { } moment ? (moment, 1) : null;
        }

        var cycle = Cycle().Match(text);
        var (times, length) = cycle.Success ? (cycle.Groups[1].Value.Length > 0 ? int.Parse(cycle.Groups[1].Value, CultureInfo.InvariantCulture) : Often, cycle.Groups[2].Value) : (form == "cycle" ? Often : 1, text);
        return times > 0 && Stretch.Read(length) is { } stretch ? (stretch.After(now, 1), times) : null;
    }

    private static DateTimeOffset At(DateTime local, DateTimeOffset now) => new(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), now.Offset);

    [GeneratedRegex(@"^R(\d{0,4})/(P.+)$")]
    private static partial Regex Cycle();

    [GeneratedRegex(@"[+-]\d\d:\d\d$")]
    private static partial Regex Offset();
}

/// <summary>A duration of ISO 8601, weeks beside other parts allowed; longer than nothing.</summary>
internal sealed partial record Stretch(int Years, int Months, int Days, TimeSpan Rest)
{
    public static Stretch? Read(string text)
    {
        var match = Duration().Match(text);
        int Part(int group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
        var stretch = match.Success ? new Stretch(Part(1), Part(2), (7 * Part(3)) + Part(4), new TimeSpan(Part(5), Part(6), Part(7))) : null;
        return stretch is { Years: 0, Months: 0, Days: 0 } && stretch.Rest == TimeSpan.Zero ? null : stretch;
    }

    /// <summary>So many times later.</summary>
    public DateTimeOffset After(DateTimeOffset start, int times) => start.AddYears(Years * times).AddMonths(Months * times).AddDays((double)Days * times).Add(Rest * times);

    [GeneratedRegex(@"^P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$")]
    private static partial Regex Duration();
}

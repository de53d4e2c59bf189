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

    private static (DateTimeOffset Due, int Times)? Read(string text, string? form, DateTimeOffset now)
    {
        if (form == "date")
        {
            return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? (At(day.ToDateTime(TimeOnly.MinValue), now), 1)
                : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) && text.Contains('T', StringComparison.Ordinal) ? (text.EndsWith('Z') || Offset().IsMatch(text) ? moment : At(moment.UtcDateTime, now), 1)
                : null;
        }

        var cycle = Cycle().Match(text);
        var (times, length) = cycle.Success ? (cycle.Groups[1].Value.Length > 0 ? int.Parse(cycle.Groups[1].Value, CultureInfo.InvariantCulture) : Often, cycle.Groups[2].Value) : (form == "cycle" ? Often : 1, text);
        var match = Duration().Match(length);
        if (!match.Success || length.Length < 3 || times == 0)
        {
            return null;
        }

        int Part(int group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
        var due = now.AddYears(Part(1)).AddMonths(Part(2)).AddDays((7 * Part(3)) + Part(4)).AddHours(Part(5)).AddMinutes(Part(6)).AddSeconds(Part(7));
        return due > now ? (due, times) : null;
    }

    private static DateTimeOffset At(DateTime local, DateTimeOffset now) => new(DateTime.SpecifyKind(local, DateTimeKind.Unspecified), now.Offset);

    [GeneratedRegex(@"^R(\d{0,4})/(P.+)$")]
    private static partial Regex Cycle();

    [GeneratedRegex(@"^P(?:(\d{1,3})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$")]
    private static partial Regex Duration();

    [GeneratedRegex(@"[+-]\d\d:\d\d$")]
    private static partial Regex Offset();
}

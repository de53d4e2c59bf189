using System.Globalization;

namespace Guiju.Feel.Builtins;

/// <summary>Functions that make values of other values.</summary>
internal static class Conversions
{
    public static void Add(Register register)
    {
        register
            .Add("number(from: string): number", (a, _, _) => Number((string)a[0]!, null, null))
            .Add("number(from: string, grouping separator?: string, decimal separator?: string): number", (a, _, _) => Number((string)a[0]!, (string?)a[1], (string?)a[2]))
            .Add("string(from: Any): string", (a, _, _) => a[0] is null ? null : FeelText.Plain(a[0]), mayGiveNull: true)
            .Add("not(negand: Any): boolean", (a, _, _) => a[0] is bool b ? !b : null, mayGiveNull: true)
            .Add("date(from: string): date", (a, _, _) => FeelDate.Parse((string)a[0]!))
            .Add("date(from: date and time): date", (a, _, _) => ((FeelDateTime)a[0]!).Date)
            .Add("date(from: date): date", (a, _, _) => a[0])
            .Add("date(year: number, month: number, day: number): date", (a, _, _) => Whole(a[0], a[1], a[2])
                ? FeelDate.Create((long)(decimal)a[0]!, (long)(decimal)a[1]!, (long)(decimal)a[2]!) : null)
            .Add("time(from: string): time", (a, _, _) => Time((string)a[0]!))
            .Add("time(from: date and time): time", (a, _, _) => ((FeelDateTime)a[0]!).Time)
            .Add("time(from: time): time", (a, _, _) => a[0])
            .Add("time(from: date): time", (_, _, _) => new FeelTime(0, 0, null))
            .Add("time(hour: number, minute: number, second: number, offset?: days and time duration): time", (a, _, _) => Whole(a[0], a[1])
                ? FeelTime.Create((decimal)a[0]!, (decimal)a[1]!, (decimal)a[2]!, a[3] is DaysDuration d ? (int)(d.Nanos / DaysDuration.NanosPerSecond) : null, null) : null)
            .Add("date and time(from: string): date and time", (a, _, _) => Both((string)a[0]!))
            .Add("date and time(from: date and time): date and time", (a, _, _) => a[0])
            .Add("date and time(date: date, time: time): date and time", (a, _, _) => new FeelDateTime((FeelDate)a[0]!, (FeelTime)a[1]!))
            .Add("date and time(date: date and time, time: time): date and time", (a, _, _) => new FeelDateTime(((FeelDateTime)a[0]!).Date, (FeelTime)a[1]!))
            .Add("duration(from: string): Any", (a, _, _) => FeelDuration.Parse((string)a[0]!))
            .Add("duration(from: days and time duration): Any", (a, _, _) => a[0])
            .Add("duration(from: years and months duration): Any", (a, _, _) => a[0])
            .Add("years and months duration(from: date, to: date): years and months duration", (a, _, _) => Months(a[0], a[1]))
            .Add("years and months duration(from: date and time, to: date and time): years and months duration", (a, _, _) => Months(a[0], a[1]));
    }

    private static bool Whole(params object?[] values) =>
        values.All(v => v is decimal d && decimal.Truncate(d) == d && Math.Abs(d) < 1e15m);

    private static object? Time(string text) => FeelTime.Parse(text.StartsWith('T') ? "" : text) ?? (object?)FeelDateTime.Parse(text)?.Time;

    private static object? Both(string text) =>
        FeelDateTime.Parse(text) ?? (FeelDate.Parse(text) is { } day ? new FeelDateTime(day, new FeelTime(0, null, null)) : null);

    private static object? Number(string text, string? grouping, string? point)
    {
        if (grouping is not (null or " " or "," or ".") || point is not (null or "," or ".") || (grouping is not null && grouping == point))
        {
            return null;
        }

        if (grouping is not null)
        {
            text = text.Replace(grouping, "", StringComparison.Ordinal);
        }

        if (point == ",")
        {
            if (text.Contains('.', StringComparison.Ordinal))
            {
                return null;
            }

            text = text.Replace(',', '.');
        }

        return decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var value) ? value : null;
    }

    private static MonthsDuration? Months(object? from, object? to)
    {
        var (a, b) = (Moment(from), Moment(to));
        var months = (b.Date.Year - a.Date.Year) * 12L + b.Date.Month - a.Date.Month;
        var rest = b.Date.Day.CompareTo(a.Date.Day);
        return new MonthsDuration(months > 0 && rest < 0 ? months - 1 : months < 0 && rest > 0 ? months + 1 : months);
    }

    private static FeelDateTime Moment(object? value) => value is FeelDateTime both ? both : Syntax.Ops.Widen((FeelDate)value!);
}

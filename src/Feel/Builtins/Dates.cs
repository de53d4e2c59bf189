using System.Globalization;

namespace Guiju.Feel.Builtins;

/// <summary>Functions on days and moments.</summary>
internal static class Dates
{
    private static readonly string[] Weekdays = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

    public static void Add(Register register)
    {
        register
            .Add("now(): date and time", (_, run, _) => Now(run))
            .Add("today(): date", (_, run, _) => Now(run).Date)
            .Add("is(value1?: Any, value2?: Any): boolean", (a, _, _) => Is(a[0], a[1]));
        Of(register, "day of year", "number", d => (decimal)d.DayOfYear);
        Of(register, "day of week", "string", d => Weekdays[d.Weekday - 1]);
        Of(register, "month of year", "string", d => CultureInfo.InvariantCulture.DateTimeFormat.GetMonthName(d.Month));
        Of(register, "week of year", "number", d => (decimal)d.WeekOfYear);
    }

    private static void Of(Register register, string name, string result, Func<FeelDate, object> part) => register
        .Add($"{name}(date: date): {result}", (a, _, _) => part((FeelDate)a[0]!))
        .Add($"{name}(date: date and time): {result}", (a, _, _) => part(((FeelDateTime)a[0]!).Date));

    private static FeelDateTime Now(Run run)
    {
        var now = run.Clock.GetLocalNow();
        var local = FeelDateTime.From(DateTime.SpecifyKind(now.DateTime, DateTimeKind.Unspecified));
        return local with { Time = local.Time with { Offset = (int)now.Offset.TotalSeconds } };
    }

    /// <summary>Sameness: the same value of the same kind, written alike; two moments in different zones are not the same.</summary>
    private static bool Is(object? a, object? b) => (a, b) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (FeelTime x, FeelTime y) => x == y,
        (FeelDateTime x, FeelDateTime y) => x == y,
        _ => a.GetType() == b.GetType() && Syntax.Ops.Equal(a, b) == true,
    };
}

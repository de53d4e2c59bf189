using Guiju.Clocks;
using Guiju.Kernel;
using Guiju.Ui;

namespace Guiju.Fleet.Holidays;

/// <summary>Holidays as people read them, in the language of the request; the notices name them in Chinese.</summary>
internal static class HolidayNames
{
    /// <summary>The name, e.g. 国庆节、中秋节 or National Day, Mid-Autumn Festival.</summary>
    public static string Of(string name) => string.Join(Language.IsEnglish ? ", " : "、", name.Split('、').Select(part => Texts.Get(typeof(HolidayNames).Assembly, part)));

    /// <summary>All loaded holidays that end on or after a day, next ones first, as choices of a form by their first day.</summary>
    public static IReadOnlyList<Choice> Since(this WorkCalendar calendar, DateOnly day, DateOnly today) => calendar.Years.SelectMany(y => y.Off).Where(h => h.To >= day).DistinctBy(h => h.From)
        .OrderBy(h => h.To < today).ThenBy(h => h.To < today ? -h.From.DayNumber : h.From.DayNumber)
        .Select(h => new Choice($"{h.From:yyyy-MM-dd}", $"{Of(h.Name)} {h.From:yyyy-MM-dd} – {h.To:yyyy-MM-dd}")).ToList();
}

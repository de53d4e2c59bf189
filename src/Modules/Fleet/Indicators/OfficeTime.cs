using Guiju.Clocks;
using Microsoft.Extensions.Options;

namespace Guiju.Fleet.Indicators;

/// <summary>Workdays and office hours, and how much of them a journey takes.</summary>
internal sealed class OfficeTime(WorkCalendar calendar, TimeProvider clock, IOptions<FleetOptions> options)
{
    /// <summary>Today in the bureau.</summary>
    public DateOnly Today => clock.Today();

    /// <summary>Now, UTC.</summary>
    public DateTime Now => clock.UtcNow();

    /// <summary>Office hours of a workday.</summary>
    public decimal HoursADay => (decimal)(options.Value.OfficeTo - options.Value.OfficeFrom).TotalHours;

    /// <summary>Whether the holiday notice of a year is loaded; without it the workdays are by the week alone.</summary>
    public bool IsKnown(int year) => calendar.IsKnown(year);

    /// <summary>The workdays between two days, both counted.</summary>
    public HashSet<DateOnly> WorkdaysOf(DateOnly from, DateOnly to)
    {
        var days = new HashSet<DateOnly>();
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            if (calendar.IsWorkday(day))
            {
                days.Add(day);
            }
        }

        return days;
    }

    /// <summary>The days of a journey, each of them where it lasts several; the planned day where it was never noted when it began.</summary>
    public IEnumerable<DateOnly> DaysOf(DateOnly planned, DateTime? start, DateTime? end)
    {
        var first = clock.ToLocal(start) is { } begun ? DateOnly.FromDateTime(begun) : planned;
        var last = clock.ToLocal(end) is { } ended ? DateOnly.FromDateTime(ended) : first;
        for (var day = first; day <= last; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    /// <summary>Hours of a journey within office hours of workdays.</summary>
    public decimal HoursOf(DateOnly planned, DateTime? start, DateTime? end, IReadOnlySet<DateOnly> workdays)
    {
        if (clock.ToLocal(start) is not { } begun || clock.ToLocal(end) is not { } ended)
        {
            return 0;
        }

        var hours = 0m;
        foreach (var day in DaysOf(planned, start, end).Where(workdays.Contains))
        {
            var (opens, closes) = (day.ToDateTime(options.Value.OfficeFrom), day.ToDateTime(options.Value.OfficeTo));
            var (begins, ends) = (begun > opens ? begun : opens, ended < closes ? ended : closes);
            hours += ends > begins ? (decimal)(ends - begins).TotalHours : 0;
        }

        return hours;
    }
}

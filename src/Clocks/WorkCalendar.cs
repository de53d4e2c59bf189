namespace Guiju.Clocks;

/// <summary>
/// The working days of the country: the year's notice first, the weekday second. A year whose notice is not loaded is
/// answered by weekday alone and is provisional; callers show that, it is never passed off as certain.
/// </summary>
public sealed class WorkCalendar
{
    // The notices of 2007 to 2026 reach back to 29 December at the earliest: those days belong to two notices.
    private const int LastDaysOfYearFrom = 29;

    private readonly Dictionary<int, CalendarYear> years;
    private readonly Dictionary<DateOnly, HolidayPeriod> off = [];
    private readonly Dictionary<DateOnly, MakeUpDay> work = [];

    /// <summary>Builds a calendar from the notices of several years.</summary>
    /// <exception cref="CalendarException">Two files speak of one year, or a day is both off and worked.</exception>
    public WorkCalendar(IEnumerable<CalendarYear> notices)
    {
        years = [];
        foreach (var notice in notices)
        {
            if (!years.TryAdd(notice.Year, notice))
            {
                throw new CalendarException($"{notice.Year} 年的通知载入了两次", $"The notice of {notice.Year} is loaded twice");
            }

            Enter(notice);
        }

        foreach (var day in work.Values.Where(day => off.ContainsKey(day.Date)))
        {
            throw new CalendarException(
                $"{day.Date:yyyy-MM-dd} 既列为放假又列为上班", $"{day.Date:yyyy-MM-dd} is listed both as off and as worked");
        }
    }

    /// <summary>The notices loaded, by year.</summary>
    public IReadOnlyList<CalendarYear> Years => [.. years.Values.OrderBy(year => year.Year)];

    /// <summary>Loads every <c>YYYY.yaml</c> of a folder, usually <c>law/calendar</c>.</summary>
    /// <exception cref="CalendarException">A file cannot be read as a year's notice; the fault names file and line.</exception>
    public static WorkCalendar Load(string folder) => new(CalendarFiles.Read(folder));

    /// <summary>Whether the year's notice is loaded.</summary>
    public bool IsKnown(int year) => years.ContainsKey(year);

    /// <summary>
    /// Whether the answer for this day could still change with a notice that is not loaded. The last days of December
    /// wait for the next year's notice too, which may make them off or worked.
    /// </summary>
    public bool IsProvisional(DateOnly date) =>
        !IsKnown(date.Year) || (date is { Month: 12, Day: >= LastDaysOfYearFrom } && !IsKnown(date.Year + 1));

    /// <summary>What kind of day it is.</summary>
    public DayKind Kind(DateOnly date)
    {
        if (work.ContainsKey(date))
        {
            return DayKind.MakeUpWorkday;
        }

        if (off.ContainsKey(date))
        {
            return DayKind.Holiday;
        }

        return date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? DayKind.Weekend : DayKind.Workday;
    }

    /// <summary>Whether people work on this day: make-up days yes, holidays and free weekends no.</summary>
    public bool IsWorkday(DateOnly date) => Kind(date) is DayKind.Workday or DayKind.MakeUpWorkday;

    /// <summary>Whether the day is off by notice (a holiday's run of days off, not an ordinary weekend).</summary>
    public bool IsStatutoryRest(DateOnly date) => off.ContainsKey(date);

    /// <summary>Whether the day is off by notice, and for which holiday.</summary>
    public bool IsStatutoryRest(DateOnly date, out string holiday)
    {
        holiday = off.TryGetValue(date, out var period) ? period.Name : "";
        return holiday.Length > 0;
    }

    /// <summary>The holiday's whole run of days off in which the day lies, or null.</summary>
    public HolidayPeriod? HolidayAround(DateOnly date) => off.GetValueOrDefault(date);

    /// <summary>The holiday for which this weekend day is worked, or null.</summary>
    public MakeUpDay? MakeUpOn(DateOnly date) => work.GetValueOrDefault(date);

    /// <summary>The first working day after the day.</summary>
    public DateOnly NextWorkday(DateOnly date) => AddWorkdays(date, 1);

    /// <summary>The last working day before the day.</summary>
    public DateOnly PreviousWorkday(DateOnly date) => AddWorkdays(date, -1);

    /// <summary>
    /// The n-th working day after the day, the day itself not counted; before it where n is negative. Zero gives the day
    /// itself, worked or not.
    /// </summary>
    public DateOnly AddWorkdays(DateOnly date, int n)
    {
        var step = Math.Sign(n);
        for (var left = Math.Abs(n); left > 0;)
        {
            date = date.AddDays(step);
            if (IsWorkday(date))
            {
                left--;
            }
        }

        return date;
    }

    /// <summary>How many working days lie between two days, both included.</summary>
    public int CountWorkdays(DateOnly from, DateOnly to)
    {
        var count = 0;
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            count += IsWorkday(day) ? 1 : 0;
        }

        return count;
    }

    private void Enter(CalendarYear notice)
    {
        foreach (var period in notice.Off)
        {
            for (var day = period.From; day <= period.To; day = day.AddDays(1))
            {
                off[day] = period;
            }
        }

        foreach (var day in notice.Work)
        {
            work[day.Date] = day;
        }
    }
}

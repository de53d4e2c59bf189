namespace Guiju.Clocks;

/// <summary>What one year's holiday notice says: the days off and the weekend days worked instead.</summary>
/// <param name="Year">The year the notice is for. A notice may also name days of the neighbouring year.</param>
/// <param name="Notice">The notice's title and number, as it is cited.</param>
/// <param name="Off">The periods off, each with the holiday's name.</param>
/// <param name="Work">The weekend days that are worked instead, each with the holiday's name.</param>
public sealed record CalendarYear(
    int Year,
    string Notice,
    IReadOnlyList<HolidayPeriod> Off,
    IReadOnlyList<MakeUpDay> Work);

/// <summary>Days off in one run, both ends included.</summary>
/// <param name="Name">The holiday's name as the notice writes it.</param>
/// <param name="From">The first day off.</param>
/// <param name="To">The last day off.</param>
public sealed record HolidayPeriod(string Name, DateOnly From, DateOnly To)
{
    /// <summary>How many days the period has.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>Whether the day lies in the period.</summary>
    public bool Contains(DateOnly date) => date >= From && date <= To;
}

/// <summary>A weekend day that is worked because a holiday took a weekday.</summary>
/// <param name="Name">The holiday it makes up for.</param>
/// <param name="Date">The day worked.</param>
public sealed record MakeUpDay(string Name, DateOnly Date);

/// <summary>What a day is under the notices that are loaded.</summary>
public enum DayKind
{
    /// <summary>Monday to Friday with no holiday.</summary>
    Workday,

    /// <summary>A weekend day that is worked by notice.</summary>
    MakeUpWorkday,

    /// <summary>Saturday or Sunday that is not worked.</summary>
    Weekend,

    /// <summary>A day off by notice, whatever its weekday.</summary>
    Holiday,
}

namespace Guiju.Roads;

/// <summary>When a fence counts: days of the week, and hours that may run past midnight.</summary>
/// <param name="Days">Days of the week on which it begins to count.</param>
/// <param name="From">From when.</param>
/// <param name="To">Until when, not counted; equal to <paramref name="From"/>: all day.</param>
public sealed record FenceHours(IReadOnlySet<DayOfWeek> Days, TimeOnly From, TimeOnly To)
{
    /// <summary>Always.</summary>
    public static readonly FenceHours Always = new(Enum.GetValues<DayOfWeek>().ToHashSet(), TimeOnly.MinValue, TimeOnly.MinValue);

    /// <summary>Whether it counts at a local time. After midnight the day is still the one before.</summary>
    public bool Count(DateTime local)
    {
        var time = TimeOnly.FromDateTime(local);
        if (From == To)
        {
            return Days.Contains(local.DayOfWeek);
        }

        return From < To
            ? time >= From && time < To && Days.Contains(local.DayOfWeek)
            : time >= From && Days.Contains(local.DayOfWeek) || time < To && Days.Contains(local.AddDays(-1).DayOfWeek);
    }
}

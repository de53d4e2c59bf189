namespace Guiju.Clocks;

/// <summary>
/// Computes statutory time limits on the working calendar. The start day is never counted; a month that lacks the
/// corresponding day ends on its last day.
/// </summary>
public sealed class Clock(WorkCalendar calendar)
{
    private const int MostSuspensions = 100;
    private static readonly DateOnly Earliest = new(1900, 1, 1);
    private static readonly DateOnly Latest = new(2200, 12, 31);

    /// <summary>Computes a limit from its parts.</summary>
    /// <exception cref="ClockException">A part cannot be meant.</exception>
    public ClockAnswer Compute(
        DateOnly from, int within, ClockUnit unit, IReadOnlyList<Suspension>? suspensions = null, int? extension = null) =>
        Compute(new ClockQuestion(from, within, unit) { Suspensions = suspensions ?? [], Extension = extension });

    /// <summary>Computes a limit.</summary>
    /// <exception cref="ClockException">A part of the question cannot be meant.</exception>
    public ClockAnswer Compute(ClockQuestion question)
    {
        Check(question);
        var raw = End(question);
        var worked = calendar.IsWorkday(raw);
        var aim = worked ? raw : calendar.PreviousWorkday(raw);
        var rolled = worked || question.Within < 0 ? raw : calendar.NextWorkday(raw);
        var consulted = question.Unit == ClockUnit.Workday
            ? Days(Earlier(question.From, raw), Later(question.From, raw)).Where(day => day != question.From)
            : Days(aim, rolled);
        var open = consulted.Where(calendar.IsProvisional).Select(MissingYear).Distinct().Order().ToList();
        var steps = new ClockDerivation(calendar, question, raw).Tell(rolled, aim, open);
        return new ClockAnswer(raw, rolled, aim, open.Count > 0, steps);
    }

    internal static DateOnly Earlier(DateOnly a, DateOnly b) => a < b ? a : b;

    internal static DateOnly Later(DateOnly a, DateOnly b) => a > b ? a : b;

    internal static IEnumerable<DateOnly> Days(DateOnly from, DateOnly to)
    {
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            yield return day;
        }
    }

    internal static bool IsStopped(ClockQuestion question, DateOnly day) => question.Suspensions.Any(one => one.Stops(day));

    private int MissingYear(DateOnly day) => calendar.IsKnown(day.Year) ? day.Year + 1 : day.Year;

    private DateOnly End(ClockQuestion question)
    {
        var length = question.Within + (question.Extension ?? 0);
        var end = question.Unit switch
        {
            ClockUnit.Workday => Workdays(question, length),
            ClockUnit.Day => question.From.AddDays(length),
            ClockUnit.Month => question.From.AddMonths(length),
            _ => question.From.AddYears(length),
        };
        return question.Unit == ClockUnit.Workday ? end : PutOff(question, end);
    }

    private DateOnly Workdays(ClockQuestion question, int length)
    {
        if (question.Suspensions.Count == 0)
        {
            return calendar.AddWorkdays(question.From, length);
        }

        var day = question.From;
        for (var left = length; left > 0;)
        {
            day = day.AddDays(1);
            left -= calendar.IsWorkday(day) && !IsStopped(question, day) ? 1 : 0;
        }

        return day;
    }

    private static DateOnly PutOff(ClockQuestion question, DateOnly end)
    {
        if (question.Suspensions.Count == 0)
        {
            return end;
        }

        // The end moves while we walk: a day put off may itself be stopped.
        for (var day = question.From.AddDays(1); day <= end; day = day.AddDays(1))
        {
            end = IsStopped(question, day) ? end.AddDays(1) : end;
        }

        return end;
    }

    private static void Check(ClockQuestion question)
    {
        if (question.From < Earliest || question.From > Latest)
        {
            throw new ClockException("from", "起算日超出 1900 至 2200 年", "the start lies outside the years 1900 to 2200");
        }

        var most = question.Unit switch
        {
            ClockUnit.Workday => 20_000,
            ClockUnit.Day => 36_500,
            ClockUnit.Month => 1_200,
            ClockUnit.Year => 100,
            _ => throw new ClockException("unit", "期限单位不明", "the unit is unknown"),
        };
        if (question.Within == 0 || question.Within < -most || question.Within > most)
        {
            throw new ClockException("within", $"期限应为 1 至 {most}（倒算为负数）", $"the length must be 1 to {most} (negative to count backward)");
        }

        if (question.Extension is { } more && (more < 0 || more > most))
        {
            throw new ClockException("extend", $"延长应为 0 至 {most}", $"the extension must be 0 to {most}");
        }

        if (question.Within < 0 && (question.Suspensions.Count > 0 || question.Extension > 0))
        {
            throw new ClockException("within", "倒算的期限不能中止或延长", "a backward clock is neither suspended nor extended");
        }

        if (question.Suspensions.Count > MostSuspensions)
        {
            throw new ClockException("suspend", $"中止区间不得多于 {MostSuspensions} 个", $"there may be {MostSuspensions} suspensions at most");
        }

        foreach (var suspension in question.Suspensions)
        {
            if (suspension.Answered < suspension.Sent || suspension.Sent < Earliest || suspension.Answered > Latest)
            {
                throw new ClockException(
                    "suspend", $"中止区间 {suspension.Sent:yyyy-MM-dd}..{suspension.Answered:yyyy-MM-dd} 首尾颠倒或超出范围",
                    $"the suspension {suspension.Sent:yyyy-MM-dd}..{suspension.Answered:yyyy-MM-dd} ends before it begins or lies out of range");
            }
        }
    }
}

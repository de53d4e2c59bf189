namespace Guiju.Clocks;

/// <summary>What a period is counted in.</summary>
public enum ClockUnit
{
    /// <summary>Working days (工作日): holidays and free weekends are not counted.</summary>
    Workday,

    /// <summary>Calendar days (日): every day counts.</summary>
    Day,

    /// <summary>Months (月): the period ends on the corresponding day.</summary>
    Month,

    /// <summary>Years (年): the period ends on the corresponding day.</summary>
    Year,
}

/// <summary>
/// Time that does not run, for example while another organ is asked. The day of sending still counts; the days after it
/// up to and including the day of the answer do not.
/// </summary>
/// <param name="Sent">The day the question was sent; it still counts.</param>
/// <param name="Answered">The day the answer came; the last day that does not count.</param>
public sealed record Suspension(DateOnly Sent, DateOnly Answered)
{
    /// <summary>Whether the day is one of those that do not count.</summary>
    public bool Stops(DateOnly day) => day > Sent && day <= Answered;
}

/// <summary>A statutory time limit to be computed.</summary>
/// <param name="From">The day of the event that starts the clock; it is not counted.</param>
/// <param name="Within">The length; negative for a clock that runs backward from an event (papers due so long before).</param>
/// <param name="Unit">What the length is counted in.</param>
public sealed record ClockQuestion(DateOnly From, int Within, ClockUnit Unit)
{
    /// <summary>The times the clock stood still.</summary>
    public IReadOnlyList<Suspension> Suspensions { get; init; } = [];

    /// <summary>An extension in the same unit, or null. It lengthens the period itself: 3 months and 3 more are 6 months.</summary>
    public int? Extension { get; init; }
}

/// <summary>The computed limit.</summary>
/// <param name="Raw">The day on which the period ends by counting alone.</param>
/// <param name="Rolled">The legal end: where the raw day is a rest day, the next working day (a backward clock never rolls).</param>
/// <param name="Internal">The day to aim at: the raw day if it is worked, else the last working day before it.</param>
/// <param name="Provisional">Whether a notice that is not loaded could still change the answer.</param>
/// <param name="Derivation">How it came about, step by step, for people to check.</param>
public sealed record ClockAnswer(
    DateOnly Raw,
    DateOnly Rolled,
    DateOnly Internal,
    bool Provisional,
    IReadOnlyList<ClockStep> Derivation);

/// <summary>The rule of counting that a step of a derivation applies; which provision stands behind it is told by the law's files.</summary>
public enum ClockRule
{
    /// <summary>The day of the event is not counted.</summary>
    Start,

    /// <summary>Months and years end on the corresponding day, or the last day of the month.</summary>
    Correspond,

    /// <summary>Days off by notice and ordinary weekends do not count among working days.</summary>
    Rest,

    /// <summary>A weekend day worked by notice counts.</summary>
    MakeUp,

    /// <summary>Time that stood still.</summary>
    Suspend,

    /// <summary>The period was lengthened once.</summary>
    Extend,

    /// <summary>The day on which the count is full.</summary>
    End,

    /// <summary>An end on a rest day moves to the next working day.</summary>
    Roll,

    /// <summary>The bureau's own target, the last working day at the latest.</summary>
    Aim,

    /// <summary>A notice that is not loaded could change the answer.</summary>
    Provisional,
}

/// <summary>One step of a derivation, told in both languages.</summary>
/// <param name="Rule">The rule of counting that was applied.</param>
/// <param name="Zh">The step in Chinese.</param>
/// <param name="En">The step in English.</param>
public sealed record ClockStep(ClockRule Rule, string Zh, string En);

/// <summary>A clock question that cannot be computed; the field is named and the reason told in both languages.</summary>
public sealed class ClockException(string field, string zh, string en) : Exception(en)
{
    /// <summary>The field at fault: from, within, suspend or extend.</summary>
    public string Field { get; } = field;

    /// <summary>The reason in Chinese.</summary>
    public string Zh { get; } = zh;

    /// <summary>The reason in English.</summary>
    public string En { get; } = en;
}

using System.Globalization;
using System.Text.RegularExpressions;
using Guiju.Bpmn;

namespace Guiju.Procedures.Running;

/// <summary>
/// When a procedure starts by itself: computed from its drawing and from when it came into force, never remembered. What counts from no day of its own counts from then.
/// </summary>
internal static partial class StartTime
{
    private const int Often = 1_000_000;

    /// <summary>Whether the time can be read.</summary>
    public static bool IsClear(FlowNode start) => Of(start, DateTimeOffset.UnixEpoch) is not null;

    /// <summary>The last time at which it should have started until now; null where none has come since it is in force. Of several that were missed only the last is made up for.</summary>
    public static DateTimeOffset? Last(FlowNode start, DateTimeOffset since, DateTimeOffset now)
    {
        if (Of(start, since) is not { } plan || Latest(plan, now) is not { } last || last < since)
        {
            return null;
        }

        return last;
    }

    private static DateTimeOffset? Latest(Plan plan, DateTimeOffset now)
    {
        if (plan.First > now)
        {
            return null;
        }

        if (plan.Every is not { } every)
        {
            return plan.First;
        }

        // Months differ in length: guessed, then set right.
        var about = (every.After(plan.First, 1) - plan.First).Ticks;
        var times = (int)Math.Min((now - plan.First).Ticks / about, plan.Times - 1);
        while (times > 0 && every.After(plan.First, times) > now)
        {
            times--;
        }

        while (times < plan.Times - 1 && every.After(plan.First, times + 1) <= now)
        {
            times++;
        }

        return every.After(plan.First, times);
    }

    private static Plan? Of(FlowNode start, DateTimeOffset since)
    {
        var text = start.TriggerValue?.Trim() ?? "";
        switch (start.TimerForm)
        {
            case "date":
                return TimerTime.Moment(text, since.Offset) is { } moment ? new Plan(moment, null, 1) : null;
            case "duration":
                return Stretch.Read(text) is { } wait ? new Plan(wait.After(since, 1), null, 1) : null;
            default:
                var cycle = Cycle().Match(text);
                var times = cycle.Groups[1].Value.Length > 0 ? int.Parse(cycle.Groups[1].Value, CultureInfo.InvariantCulture) : Often;
                var every = cycle.Success && times > 0 ? Stretch.Read(cycle.Groups[3].Value) : null;
                var from = cycle.Groups[2].Value.Length == 0 ? every?.After(since, 1) : TimerTime.Moment(cycle.Groups[2].Value, since.Offset);
                return every is not null && from is { } first ? new Plan(first, every, times) : null;
        }
    }

    private sealed record Plan(DateTimeOffset First, Stretch? Every, int Times);

    [GeneratedRegex(@"^R(\d{0,4})/(?:(\d{4}-[^/]+)/)?(P[^/]+)$")]
    private static partial Regex Cycle();
}

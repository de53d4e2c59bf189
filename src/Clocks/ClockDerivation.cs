using System.Globalization;

namespace Guiju.Clocks;

/// <summary>Tells how a limit came about: what was not counted and why, what was, where it ends, where it rolls.</summary>
internal sealed class ClockDerivation(WorkCalendar calendar, ClockQuestion question, DateOnly raw)
{
    private static readonly string[] WeekdaysZh = ["周日", "周一", "周二", "周三", "周四", "周五", "周六"];
    private readonly List<ClockStep> steps = [];

    public IReadOnlyList<ClockStep> Tell(DateOnly rolled, DateOnly aim, IReadOnlyList<int> missingYears)
    {
        Add(ClockRule.Start, $"{Zh(question.From)}为起算日，当日不计", $"{En(question.From)} starts the clock and is not counted");
        if (question.Extension is > 0)
        {
            Add(ClockRule.Extend, $"经延长 {Length(question.Extension.Value).Zh}，共 {Length(question.Within + question.Extension.Value).Zh}",
                $"extended by {Length(question.Extension.Value).En}, {Length(question.Within + question.Extension.Value).En} in all");
        }

        TellSuspensions();
        if (question.Unit == ClockUnit.Workday)
        {
            TellRestDays();
        }

        TellEnd(rolled, aim);
        foreach (var year in missingYears)
        {
            Add(ClockRule.Provisional, $"{year} 年放假通知尚未载入，暂按星期推算，结果为暂定", $"the notice of {year} is not loaded; counted by weekday, provisional");
        }

        return steps;
    }

    private void TellSuspensions()
    {
        foreach (var one in question.Suspensions)
        {
            var stopped = Clock.Days(question.From.AddDays(1), raw).Where(one.Stops).ToList();
            var worked = stopped.Count(calendar.IsWorkday);
            var (zh, en) = question.Unit == ClockUnit.Workday ? ($"（其中工作日 {worked} 天）", $", {worked} of them working days,") : ("", "");
            Add(ClockRule.Suspend, $"{Zh(one.Sent)}发出，当日计入；次日起至{Zh(one.Answered)}中止，其间 {stopped.Count} 天{zh}不计",
                $"asked on {En(one.Sent)}, which still counts; suspended from the next day to {En(one.Answered)}: {stopped.Count} days{en} do not count");
        }
    }

    private void TellRestDays()
    {
        var (first, last) = question.Within > 0 ? (question.From.AddDays(1), raw) : (raw, question.From.AddDays(-1));
        var days = Clock.Days(first, last).Where(day => !Clock.IsStopped(question, day)).ToList();
        var holidays = days.Where(day => calendar.IsStatutoryRest(day)).GroupBy(day => calendar.HolidayAround(day));
        foreach (var run in holidays)
        {
            var name = run.Key!.Name; // every day of the group is inside a holiday
            Add(ClockRule.Rest, $"{Zh(run.Min())}至{Zh(run.Max())} {name}放假，{run.Count()} 天不计", $"{En(run.Min())} to {En(run.Max())} {name}: {run.Count()} days off");
        }

        foreach (var day in days.Where(day => calendar.Kind(day) == DayKind.MakeUpWorkday))
        {
            Add(ClockRule.MakeUp, $"{Zh(day)}调休上班，计入", $"{En(day)} is a make-up workday and counts");
        }

        if (days.Count(day => calendar.Kind(day) == DayKind.Weekend) is var weekends and > 0)
        {
            Add(ClockRule.Rest, $"其余周末 {weekends} 天不计", $"{weekends} other weekend days do not count");
        }
    }

    private void TellEnd(DateOnly rolled, DateOnly aim)
    {
        var (zh, en) = Length(question.Within + (question.Extension ?? 0));
        TellCorrespondence();
        Add(ClockRule.End, question.Within > 0 ? $"{zh}于{Zh(raw)}届满" : $"倒算 {zh}，最迟为{Zh(raw)}", question.Within > 0 ? $"{en} end on {En(raw)}" : $"{en} before: {En(raw)} at the latest");
        if (rolled != raw)
        {
            Add(ClockRule.Roll, $"{Zh(raw)}为{Reason(raw).Zh}，顺延至下一工作日{Zh(rolled)}", $"{En(raw)} is {Reason(raw).En}; the end rolls to the next working day, {En(rolled)}");
        }

        if (aim != raw)
        {
            Add(ClockRule.Aim, $"内部目标为此前最后一个工作日{Zh(aim)}", $"the internal target is the last working day before, {En(aim)}");
        }
    }

    private void TellCorrespondence()
    {
        if (question.Unit is ClockUnit.Workday or ClockUnit.Day)
        {
            return;
        }

        var length = question.Within + (question.Extension ?? 0);
        var end = question.Unit == ClockUnit.Month ? question.From.AddMonths(length) : question.From.AddYears(length);
        if (end.Day == question.From.Day)
        {
            Add(ClockRule.Correspond, $"到期月的对应日为{Zh(end)}", $"the corresponding day is {En(end)}");
        }
        else
        {
            Add(ClockRule.Correspond, $"到期月没有 {question.From.Day} 日，以月末日{Zh(end)}为准", $"the month has no day {question.From.Day}; its last day, {En(end)}, stands");
        }
    }

    private (string Zh, string En) Reason(DateOnly day) =>
        calendar.IsStatutoryRest(day, out var holiday) ? ($"{holiday}放假", $"off for {holiday}") : ("周末", "a weekend day");

    private (string Zh, string En) Length(int length)
    {
        var n = Math.Abs(length);
        return question.Unit switch
        {
            ClockUnit.Workday => ($"{n} 个工作日", $"{n} working days"),
            ClockUnit.Day => ($"{n} 日", $"{n} days"),
            ClockUnit.Month => ($"{n} 个月", $"{n} months"),
            _ => ($"{n} 年", $"{n} years"),
        };
    }

    private void Add(ClockRule rule, string zh, string en) => steps.Add(new ClockStep(rule, zh, en));

    private static string Zh(DateOnly day) => string.Create(
        CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日（{WeekdaysZh[(int)day.DayOfWeek]}）");

    private static string En(DateOnly day) => day.ToString("ddd yyyy-MM-dd", CultureInfo.InvariantCulture);
}

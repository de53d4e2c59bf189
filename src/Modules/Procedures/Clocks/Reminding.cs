using Guiju.Clocks;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Procedures.Clocks;

/// <summary>Looks for clocks that need a reminder or a new computation and has the desk do it, one act each; of several nodes one is served.</summary>
internal sealed class Reminding(IServiceScopeFactory scopes, SystemDesk desk, ClockBook book, TimeProvider time)
{
    // Product parameters: three working days, and one.
    private const int Early = 3;
    private const int Late = 1;
    private const int Round = 500;

    /// <summary>The heaviest reminder that is due today; null where none is.</summary>
    public static ReminderStage? StageOf(RunningClock clock, WorkCalendar calendar, DateOnly today)
    {
        if (today > clock.Rolled)
        {
            return ReminderStage.Overrun;
        }

        var left = today >= clock.Aim ? 0 : calendar.CountWorkdays(today.AddDays(1), clock.Aim);
        return left <= Late ? ReminderStage.OneDay : left <= Early ? ReminderStage.ThreeDays : today >= clock.Half ? ReminderStage.Half : null;
    }

    /// <summary>What a reminder says.</summary>
    public static Bilingual Told(RunningClock clock, ReminderStage stage)
    {
        var (aim, end) = ($"{clock.Aim:yyyy-MM-dd}", $"{clock.Rolled:yyyy-MM-dd}");
        return stage switch
        {
            ReminderStage.Overrun => new($"已超期：“{clock.Title}”于 {end} 届满。", $"Overdue: \"{clock.Title}\" ended on {end}."),
            ReminderStage.OneDay => new($"只剩不到 {Late} 个工作日：“{clock.Title}”，内部目标 {aim}，法定届满 {end}。", $"{Late} working day left at most: \"{clock.Title}\", aim {aim}, legal end {end}."),
            ReminderStage.ThreeDays => new($"还剩不到 {Early} 个工作日：“{clock.Title}”，内部目标 {aim}，法定届满 {end}。", $"{Early} working days left at most: \"{clock.Title}\", aim {aim}, legal end {end}."),
            _ => new($"期限已过半：“{clock.Title}”，内部目标 {aim}，法定届满 {end}。", $"Half of the time has gone: \"{clock.Title}\", aim {aim}, legal end {end}."),
        };
    }

    /// <summary>One round; returns how many reminders were given.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        var version = book.CalendarVersion;
        foreach (var id in await db.Set<RunningClock>().AsNoTracking().Where(c => c.State != ClockState.Stopped && c.CalendarVersion != version).OrderBy(c => c.Aim).Select(c => c.Id).Take(Round).ToListAsync(ct))
        {
            await desk.PerformAsync("期限 clocks", new RecomputeClock { ClockId = id }, ct);
        }

        var near = today.AddDays(12); // three working days never span more, long holidays included
        var open = await db.Set<RunningClock>().AsNoTracking().Where(c => c.State == ClockState.Running && (c.Half <= today || c.Aim <= near)).ToListAsync(ct);
        var ids = open.ConvertAll(c => c.Id);
        var given = (await db.Set<ClockReminder>().AsNoTracking().Where(r => ids.Contains(r.ClockId)).Select(r => new { r.ClockId, r.Stage, r.Aim }).ToListAsync(ct)).Select(r => (r.ClockId, r.Stage, r.Aim)).ToHashSet();
        var told = 0;
        foreach (var clock in open.Where(c => StageOf(c, book.Calendar, today) is { } stage && !given.Contains((c.Id, stage, c.Aim))).Take(Round))
        {
            told += await desk.PerformAsync("期限 clocks", new RemindClock { ClockId = clock.Id }, ct) is Outcome<Guid>.Done ? 1 : 0;
        }

        return told;
    }
}

using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Alarms;

/// <summary>Opens alarms for whoever acts on them.</summary>
internal sealed class AlarmFolder(GuijuDb db, ActorHolder asker, Journal journal, TimeProvider clock)
{
    /// <summary>Who acts, now.</summary>
    public TripHand Hand => new(asker.Current.PersonId, asker.Current.Name, clock.UtcNow());

    /// <summary>The alarm, tracked, where the permission reaches its unit, or the person drove.</summary>
    public async Task<Alarm> OpenAsync(Guid? id, string permission, CancellationToken ct)
    {
        var alarm = await db.AlarmsSeen(asker.Current).Within(asker.Current, permission, a => a.UnitId, a => a.DriverPersonId).FirstOrDefaultAsync(a => a.Id == id, ct) ?? throw new NotWithinReachException("alarm");
        Name(alarm);
        return alarm;
    }

    /// <summary>Names an alarm to the ledger.</summary>
    public void Name(Alarm alarm)
    {
        journal.Concerns(FleetKinds.Alarm, alarm.Id, alarm.UnitId);
        journal.Concerns(FleetKinds.Vehicle, alarm.VehicleId);
        if (alarm.TripId is { } trip)
        {
            journal.Concerns(FleetKinds.Trip, trip);
        }
    }
}

/// <summary>Driver or unit say what an alarm was.</summary>
[Needs(FleetPermissions.ExplainAlarms), Display(Name = "说明报警情况")]
public sealed record ExplainAlarm : IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "情况说明"), Required, StringLength(500, MinimumLength = 2)] public string Explanation { get; init; } = "";

    internal sealed class Handler(AlarmFolder folder, AlarmCases cases) : IHandler<ExplainAlarm, Guid>
    {
        public async Task<Guid> HandleAsync(ExplainAlarm act, CancellationToken ct)
        {
            var alarm = await folder.OpenAsync(act.Id, FleetPermissions.ExplainAlarms, ct);
            alarm.Explain(folder.Hand, act.Explanation);
            await cases.ExplainedAsync(alarm, ct);
            return alarm.Id;
        }
    }
}

/// <summary>The vehicle desk asks for more before it decides.</summary>
[Needs(FleetPermissions.JudgeAlarms), Display(Name = "退回补充说明")]
public sealed record AskAboutAlarm : IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "还须说明的情况"), Required, StringLength(400, MinimumLength = 2)] public string Opinion { get; init; } = "";

    internal sealed class Handler(AlarmFolder folder, AlarmCases cases) : IHandler<AskAboutAlarm, Guid>
    {
        public async Task<Guid> HandleAsync(AskAboutAlarm act, CancellationToken ct)
        {
            var alarm = await folder.OpenAsync(act.Id, FleetPermissions.JudgeAlarms, ct);
            alarm.AskAgain(act.Opinion);
            await cases.AskedAgainAsync(alarm, ct);
            return alarm.Id;
        }
    }
}

/// <summary>The vehicle desk decides what an alarm was. A verdict is no sanction.</summary>
[Needs(FleetPermissions.JudgeAlarms), Display(Name = "认定报警")]
public sealed record JudgeAlarm : IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "认定结论"), Required] public AlarmVerdict? Verdict { get; init; }

    [Display(Name = "认定理由"), Required, StringLength(400, MinimumLength = 2)] public string Opinion { get; init; } = "";

    internal sealed class Handler(AlarmFolder folder, AlarmCases cases) : IHandler<JudgeAlarm, Guid>
    {
        public async Task<Guid> HandleAsync(JudgeAlarm act, CancellationToken ct)
        {
            var alarm = await folder.OpenAsync(act.Id, FleetPermissions.JudgeAlarms, ct);
            var unexplained = alarm.State == AlarmState.Asked;
            alarm.Judge(folder.Hand, act.Verdict.GetValueOrDefault(), act.Opinion);
            await cases.JudgedAsync(alarm, unexplained, ct);
            return alarm.Id;
        }
    }
}

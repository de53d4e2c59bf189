using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Alarms;

/// <summary>One alarm as its page shows it, with what the asker may do about it.</summary>
internal sealed class AlarmFile(GuijuDb db, ActorHolder asker, Bodies bodies, TimeProvider clock)
{
    /// <summary>The file, or null where there is none within the asker's reach.</summary>
    public async Task<View?> AskAsync(Guid id, CancellationToken ct)
    {
        var me = asker.Current;
        if (await Readable(db.AlarmsSeen(me).AsNoTracking(), me).FirstOrDefaultAsync(a => a.Id == id, ct) is not { } alarm)
        {
            return null;
        }

        var own = me.PersonId is { } person && person == alarm.DriverPersonId;
        var judges = me.For(FleetPermissions.JudgeAlarms).Covers(alarm.UnitId) && !own && (me.PersonId is null || me.PersonId != alarm.ExplainedById);
        return new View(alarm, (await bodies.TreeAsync(ct)).NameOf(alarm.UnitId), clock.ToLocal(alarm.From), clock.ToLocal(alarm.To))
        {
            ExplainedAt = clock.ToLocal(alarm.ExplainedAt),
            JudgedAt = clock.ToLocal(alarm.JudgedAt),
            MayExplain = alarm.State == AlarmState.Asked && (own && me.Can(FleetPermissions.ExplainAlarms) || me.For(FleetPermissions.ExplainAlarms).Covers(alarm.UnitId)),
            MayJudge = alarm.IsOpen && judges,
            MayAsk = alarm.State == AlarmState.Answered && judges,
        };
    }

    /// <summary>Alarms that a person may read: those of units that he reads for, answers for or judges, and of what he drove.</summary>
    public static IQueryable<Alarm> Readable(IQueryable<Alarm> alarms, Actor actor)
    {
        var reach = new[] { FleetPermissions.Read, FleetPermissions.ExplainAlarms, FleetPermissions.JudgeAlarms }.Select(actor.For).Aggregate((a, b) => a.With(b));
        var units = reach.Units.ToArray();
        Guid? me = actor.PersonId;
        return reach.All ? alarms : alarms.Where(a => units.Contains(a.UnitId) || me != null && a.DriverPersonId == me);
    }

    /// <summary>How a state is marked.</summary>
    public static string Mark(AlarmState state) => state switch
    {
        AlarmState.Asked => "approval",
        AlarmState.Answered => "inform",
        AlarmState.ByRecord => "plain",
        _ => "allowed",
    };

    /// <summary>The file; times are local.</summary>
    internal sealed record View(Alarm Alarm, string Unit, DateTime From, DateTime To)
    {
        public DateTime? ExplainedAt { get; init; }

        public DateTime? JudgedAt { get; init; }

        public bool MayExplain { get; init; }

        public bool MayJudge { get; init; }

        public bool MayAsk { get; init; }
    }
}

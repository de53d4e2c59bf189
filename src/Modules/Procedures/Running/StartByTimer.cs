using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Guiju.Bpmn;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Procedures.Definitions;
using Guiju.Procedures.Work;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Running;

/// <summary>The time has come at which a procedure starts. The system does it by itself; of several servers one wins.</summary>
[Needs(ProceduresPermissions.Administer), Display(Name = "到时发起")]
public sealed record StartByTimer : IAct<Guid>
{
    /// <summary>The procedure.</summary>
    [Required, StringLength(60), Display(Name = "流程编号")] public string Procedure { get; init; } = "";

    /// <summary>Start event.</summary>
    [Required, StringLength(200), Display(Name = "环节")] public string Node { get; init; } = "";

    internal sealed class Handler(ProcedureShelf shelf, EventStarts starts, TimeProvider clock) : IHandler<StartByTimer, Guid>
    {
        public async Task<Guid> HandleAsync(StartByTimer act, CancellationToken ct)
        {
            var procedure = (await shelf.SelfStartingAsync(starts.Today, ct)).FirstOrDefault(p => p.Code == act.Procedure);
            var start = procedure?.Starts(Trigger.Timer).FirstOrDefault(s => s.Id == act.Node);
            var due = procedure is null || start is null ? null : StartTime.Last(start, DueStarts.Since(procedure, clock), clock.GetLocalNow());
            Check.That(due is not null, ProcedureChecks.NoStartDue);
            var at = due.GetValueOrDefault(); // the check has thrown otherwise, here and below
            var id = EventStarts.IdOf(procedure!.Code, start!.Id, at);
            Check.That(!await starts.IsThereAsync(id, ct), ProcedureChecks.NoStartDue);
            var day = at.ToOffset(clock.GetLocalNow().Offset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            return await starts.OpenAsync(procedure, start, new SelfStart(id, start.Settings.Unit ?? "", $"{procedure.Model.Main.Name} {day}", start.Name, new Dictionary<string, object?>()), ct);
        }
    }
}

/// <summary>Finds the procedures whose time to start has come. What is due follows from drawing and clock, what was started is seen from the matters; nothing else is kept.</summary>
internal sealed class DueStarts(GuijuDb db, ProcedureShelf shelf, TimeProvider clock)
{
    public async Task<IReadOnlyList<StartByTimer>> FindAsync(CancellationToken ct)
    {
        var now = clock.GetLocalNow();
        var due = new Dictionary<Guid, StartByTimer>();
        foreach (var procedure in await shelf.SelfStartingAsync(DateOnly.FromDateTime(now.DateTime), ct))
        {
            foreach (var start in procedure.Starts(Trigger.Timer))
            {
                if (StartTime.Last(start, Since(procedure, clock), now) is { } last)
                {
                    due[EventStarts.IdOf(procedure.Code, start.Id, last)] = new StartByTimer { Procedure = procedure.Code, Node = start.Id };
                }
            }
        }

        var ids = due.Keys.ToList();
        var there = ids.Count == 0 ? [] : await db.Set<Matter>().Where(m => ids.Contains(m.Id)).Select(m => m.Id).ToListAsync(ct);
        return [.. due.Where(d => !there.Contains(d.Key)).Select(d => d.Value)];
    }

    /// <summary>Since when a version is in force: its first day, or the moment of its publication where that came later.</summary>
    public static DateTimeOffset Since(SelfStarting procedure, TimeProvider clock)
    {
        var zone = clock.GetLocalNow().Offset;
        var (from, published) = (new DateTimeOffset(procedure.From.ToDateTime(TimeOnly.MinValue), zone), new DateTimeOffset(DateTime.SpecifyKind(procedure.PublishedAt, DateTimeKind.Utc)).ToOffset(zone));
        return from > published ? from : published;
    }
}

using Guiju.Bpmn;
using Guiju.Bpmn.Running;
using Guiju.Kernel.Data;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Clocks;
using Guiju.Procedures.Definitions;
using Microsoft.EntityFrameworkCore;
using CaseState = Guiju.Bpmn.Running.CaseState;

namespace Guiju.Procedures.Running;

/// <summary>
/// Keeps a case's statutory clocks in step with where it stands: a clock runs while the case stands at a step that names it, stands still while it
/// stands at one that suspends it, and has stopped when it stands at neither. What counts is read from the tokens, never remembered.
/// </summary>
internal sealed class StepClocks(GuijuDb db, ClockBook book, TimeProvider time)
{
    private const string Late = "办件办结时已超期 the case ended after the limit";

    /// <summary>Follows a case to where it stands now; returns its clocks that have not stopped, by kind.</summary>
    public async Task<IReadOnlyDictionary<string, RunningClock>> FollowAsync(Underway at, CaseState state, Said? said, CancellationToken ct)
    {
        var known = KindsOf(at.Model);
        if (known.Count == 0)
        {
            return new Dictionary<string, RunningClock>();
        }

        var today = DateOnly.FromDateTime(time.GetLocalNow().DateTime);
        var here = state.Tokens.Where(t => t.Mode == TokenMode.Active).Select(t => at.Model.Node(t.Node)!.Settings).ToList(); // tokens stand on nodes of the model
        var counting = here.Select(s => s.Clock).OfType<string>().ToHashSet();
        var pause = here.Select(s => s.ClockPause).FirstOrDefault(p => p is not null);
        var clocks = await db.Set<RunningClock>().Where(c => c.SubjectId == at.Matter.SubjectId && c.State != ClockState.Stopped && known.Contains(c.Kind)).ToListAsync(ct);
        foreach (var kind in counting.Except(clocks.Select(c => c.Kind)).Select(book.Find).OfType<ClockKind>().ToList())
        {
            clocks.Add(Start(at, state, kind, today));
        }

        foreach (var clock in clocks)
        {
            await MoveAsync(clock, counting.Contains(clock.Kind), pause, said, today, ct);
        }

        return clocks.Where(c => c.State != ClockState.Stopped).ToDictionary(c => c.Kind);
    }

    private static HashSet<string> KindsOf(BpmnModel model) => [.. model.Processes.SelectMany(p => p.Nodes).Select(n => n.Settings.Clock).OfType<string>()];

    private RunningClock Start(Underway at, CaseState state, ClockKind kind, DateOnly today)
    {
        var matter = at.Matter;
        var named = state.Items.Where(i => i.Mode == ItemMode.Open && at.Model.Node(i.Node)?.Settings.Clock == kind.Code).Select(i => Guid.TryParse(i.Holder, out var id) ? id : (Guid?)null).FirstOrDefault(id => id is not null);
        var clock = new RunningClock
        {
            Id = Guid.CreateVersion7(),
            Kind = kind.Code,
            Title = matter.Title,
            SubjectKind = matter.SubjectKind,
            SubjectId = matter.SubjectId,
            Address = matter.Address,
            UnitId = matter.UnitId,
            PersonId = named ?? matter.StarterId,
            Person = named is null ? matter.Starter : "",
            From = today,
            Amount = kind.Amount,
            Unit = kind.Unit,
        };
        clock.Compute(book, [], today);
        db.Add(clock);
        return clock;
    }

    private async Task MoveAsync(RunningClock clock, bool counts, string? pause, Said? said, DateOnly today, CancellationToken ct)
    {
        var stills = pause is not null && !counts && book.Find(clock.Kind)?.Pauses.Any(p => p.Code == pause) == true;
        if (counts && clock.State == ClockState.Suspended)
        {
            await ResumeAsync(clock, today, ct);
        }
        else if (stills && clock.State == ClockState.Running)
        {
            clock.Suspend();
            var open = new ClockPause { Id = Guid.CreateVersion7(), ClockId = clock.Id, Kind = pause!, Sent = today, Note = Shortened(said?.Opinion) }; // it stills only where it is named
            db.Add(open);
            clock.Compute(book, [.. await db.Set<ClockPause>().Where(p => p.ClockId == clock.Id).ToListAsync(ct), open], today);
        }
        else if (!counts && !stills)
        {
            if (clock.State == ClockState.Suspended)
            {
                await ResumeAsync(clock, today, ct);
            }

            clock.Stop(today, today > clock.Rolled ? Shortened(said?.Opinion) is { Length: > 1 } told ? told : Late : null);
        }
    }

    private async Task ResumeAsync(RunningClock clock, DateOnly today, CancellationToken ct)
    {
        var pauses = await db.Set<ClockPause>().Where(p => p.ClockId == clock.Id).ToListAsync(ct);
        clock.Resume();
        pauses.Find(p => p.Answered is null)?.End(today);
        clock.Compute(book, pauses, today);
    }

    private static string Shortened(string? text) => text?.Trim() is { Length: > 0 } said ? said[..Math.Min(said.Length, 200)] : "—";
}

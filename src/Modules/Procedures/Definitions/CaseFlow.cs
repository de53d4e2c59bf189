using Guiju.Bpmn;
using Guiju.Bpmn.Running;
using Guiju.Feel;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Running;
using Microsoft.EntityFrameworkCore;
using CaseState = Guiju.Bpmn.Running.CaseState;

namespace Guiju.Procedures.Definitions;

/// <summary>What was said with an answer.</summary>
internal sealed record Said(int Item, string Result, string? Opinion);

/// <summary>A case with its place in its procedure.</summary>
internal sealed record Underway(Case Matter, CaseRun Run, BpmnModel Model)
{
    private (string Text, CaseState State)? read;

    /// <summary>Where it stands, read once for each change.</summary>
    public CaseState State
    {
        get
        {
            if (read is not { } known || !ReferenceEquals(known.Text, Run.State))
            {
                read = (Run.State, StateJson.Read(Run.State));
            }

            return read.Value.State;
        }
    }

    /// <summary>Takes a new place.</summary>
    public void Stand(CaseState state)
    {
        Run.State = StateJson.Write(state);
        read = (Run.State, state);
    }
}

/// <summary>Carries events through the engine and keeps the tasks that people see in step with it. Nothing here saves: the desk does, with the ledger.</summary>
internal sealed class CaseFlow(GuijuDb db, ProcedureShelf shelf, Assigner assigner, Surroundings around, ActorHolder holder, TimeProvider clock)
{
    private const int MostRounds = 200;

    public string? Me => holder.Current.PersonId?.ToString();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private Participant By => new(holder.Current.PersonId, holder.Current.Name);

    /// <summary>Begins the case in the procedure in force on its business date; false where there is none.</summary>
    public Task<bool> BeginAsync(Case matter, IReadOnlyDictionary<string, object?> variables, CancellationToken ct) => BeginAsync(matter, variables, null, ct);

    /// <summary>The same from a start event with a trigger, where one is named.</summary>
    public async Task<bool> BeginAsync(Case matter, IReadOnlyDictionary<string, object?> variables, string? start, CancellationToken ct)
    {
        if (await shelf.ToBeginAsync(matter.Procedure, matter.On, ct) is not { } applied)
        {
            return false;
        }

        var run = new CaseRun { CaseId = matter.Id, Process = matter.Procedure, VersionId = applied.VersionId, Lawbook = applied.Lawbook, State = StateJson.Write(CaseState.Empty) };
        db.Add(run);
        await CarryAsync(new Underway(matter, run, applied.Model), new Begin(matter.StarterId?.ToString(), matter.Procedure, start, [], variables) { Linked = applied.Linked }, null, ct);
        return true;
    }

    /// <summary>Where a case stands; null where it runs without a procedure.</summary>
    public async Task<Underway?> FindAsync(Case matter, CancellationToken ct)
    {
        var run = await db.Set<CaseRun>().FirstOrDefaultAsync(r => r.CaseId == matter.Id, ct) ?? db.Set<CaseRun>().Local.FirstOrDefault(r => r.CaseId == matter.Id);
        return run is null ? null : new Underway(matter, run, await shelf.PinnedAsync(run, ct));
    }

    /// <summary>A case from before its procedure was drawn is taken up where it stands.</summary>
    public async Task<Underway?> TakeUpAsync(Case matter, CancellationToken ct)
    {
        if (await FindAsync(matter, ct) is { } known)
        {
            return known;
        }

        var open = (await OpenAsync(matter, ct)).FirstOrDefault();
        if (open is null || await shelf.ToBeginAsync(matter.Procedure, matter.On, ct) is not { } applied || applied.Model.Main.Find(open.Step) is null)
        {
            return null;
        }

        var begun = Engine.Step(applied.Model, CaseState.Empty, new Begin(matter.StarterId?.ToString(), matter.Procedure, null, [], Nothing) { Linked = applied.Linked }, Evaluate);
        Check.That(begun.Refused is null && begun.State.Tokens.Length > 0, ProcedureChecks.Exists);
        var there = Engine.Step(applied.Model, begun.State, new Jump(null, begun.State.Tokens[0].Id, open.Step, "taken up"), Evaluate);
        Check.That(there.Refused is null, ProcedureChecks.Exists);
        var item = there.State.Items.First(i => i.Mode == ItemMode.Unassigned);
        var asked = Engine.Step(applied.Model, there.State, new Assign(item.Token, [new Asked(open.PersonId?.ToString() ?? Pool.Name(open.Permission ?? "", open.UnitId))], open.OnDuty), Evaluate);
        Check.That(asked.Refused is null, ProcedureChecks.Exists);
        open.Item = asked.State.Items[0].Id;
        var run = new CaseRun { CaseId = matter.Id, Process = matter.Procedure, VersionId = applied.VersionId, Lawbook = applied.Lawbook, State = StateJson.Write(asked.State) };
        db.Add(run);
        return new Underway(matter, run, applied.Model);
    }

    /// <summary>Carries out an event and all that follows from it; refused, nothing has changed.</summary>
    public async Task CarryAsync(Underway at, CaseEvent happening, Said? said, CancellationToken ct)
    {
        var state = Step(at, at.State, happening, out var effects);
        var ahead = new Queue<Effect>(effects);
        var told = new List<Effect>();
        for (var rounds = 0; ahead.TryDequeue(out var effect); rounds++)
        {
            told.Add(effect);
            Check.That(rounds < MostRounds, ProcedureChecks.Exists);
            if (effect is Decide decide && around.Judge(at, state, decide) is { } judged)
            {
                state = Step(at, state, judged, out var further);
                further.ToList().ForEach(ahead.Enqueue);
            }
            else if (effect is NeedsPeople need && state.Items.Any(i => i.Token == need.Token && i.Mode == ItemMode.Unassigned))
            {
                var node = at.Model.Node(need.Node)!; // the engine names nodes of the model
                state = Step(at, state, await assigner.ForAsync(at.Matter, state, need, node, ct), out var more);
                more.ToList().ForEach(ahead.Enqueue);
            }
        }

        at.Stand(state);
        var open = await OpenAsync(at.Matter, ct);
        new TaskList(db, By, Now).Follow(at, state, open, said, await around.FollowAsync(at, state, told, said, ct));
        if (state.Mode == CaseMode.Ended)
        {
            at.Matter.Close(state.Result ?? Outcomes.Done, Now);
        }
    }

    public async Task<List<WorkTask>> OpenAsync(Case matter, CancellationToken ct)
    {
        await db.Set<WorkTask>().Where(t => t.CaseId == matter.Id && t.State == TaskState.Open).LoadAsync(ct);
        return db.Set<WorkTask>().Local.Where(t => t.CaseId == matter.Id && t.State == TaskState.Open).ToList();
    }

    private static Dictionary<string, object?> Nothing => [];

    private static CaseState Step(Underway at, CaseState state, CaseEvent happening, out IReadOnlyList<Effect> effects)
    {
        var result = Engine.Step(at.Model, state, happening, Evaluate);
        if (result.Refused is { } refused)
        {
            Check.That(false, ProcedureChecks.Refused(refused));
        }

        effects = result.Effects;
        return result.State;
    }

    internal static object? Evaluate(string expression, IReadOnlyDictionary<string, object?> variables)
    {
        try
        {
            var result = FeelExpression.Evaluate(expression, variables, strict: true);
            return result.Missing.Count > 0 ? null : ClrValues.To(result.Value);
        }
        catch (FeelSyntaxException)
        {
            return null; // an unknown name: the engine says which condition cannot be decided
        }
    }
}

using System.Collections.Immutable;
using Guiju.Bpmn.Running;

namespace Guiju.Bpmn.Tests;

/// <summary>A case under test: does events, names people where the engine asks for them, and holds the state to its invariants after each.</summary>
internal sealed class Matter
{
    private static readonly ImmutableDictionary<string, object?> Nothing = ImmutableDictionary<string, object?>.Empty;

    private Matter(BpmnModel model) => Model = model;

    public BpmnModel Model { get; }

    public CaseState State { get; private set; } = CaseState.Empty;

    public List<Effect> Effects { get; } = [];

    /// <summary>Who is asked at a node; <c>&lt;node&gt;-1</c> where nothing is said.</summary>
    public Dictionary<string, string[]> People { get; } = [];

    public IEnumerable<string> At => State.Tokens.Where(t => t.Mode != TokenMode.Parked && t.Mode != TokenMode.Joining).Select(t => t.Node).Order();

    public IEnumerable<string> Holders => State.Items.Where(i => i.Mode == ItemMode.Open).Select(i => i.Holder ?? string.Join('|', i.Candidates)).Order();

    public static Matter Begin(BpmnModel model, Action<Matter>? prepare = null, string by = "starter")
    {
        var matter = new Matter(model);
        prepare?.Invoke(matter);
        matter.Do(new Begin(by, model.Main.Id, null, [], Nothing.Add("result", "approved")));
        return matter;
    }

    public Matter Do(CaseEvent happening)
    {
        var refused = Try(happening);
        Assert.True(refused is null, $"{happening}: {refused?.En}");
        return this;
    }

    public Refusal? Try(CaseEvent happening)
    {
        var result = Engine.Step(Model, State, happening, Draw.Evaluate);
        if (result.Refused is not null)
        {
            Assert.Same(State, result.State);
            return result.Refused;
        }

        State = result.State;
        Effects.AddRange(result.Effects);
        Invariants.Hold(Model, State);
        foreach (var need in result.Effects.OfType<NeedsPeople>().Where(n => State.Items.Any(i => i.Token == n.Token && i.Mode == ItemMode.Unassigned)).ToList())
        {
            var hint = State.Token(need.Token)?.Hint;
            var people = hint is not null ? [hint] : People.GetValueOrDefault(need.Node) ?? [need.Node + "-1"];
            Do(new Assign(need.Token, [.. people.Select(p => new Asked(p))], false));
        }

        return null;
    }

    public WorkItem Open(string node, string? holder = null) => State.Items.First(i => i.Node == node && i.Mode == ItemMode.Open && (holder is null || i.Holder == holder || i.Candidates.Contains(holder)));

    public Matter Complete(string node, string? holder = null, string outcome = "approved")
    {
        var item = Open(node, holder);
        return Do(new Complete(holder ?? item.Holder ?? item.Candidates[0], item.Id, outcome, Nothing));
    }

    public Matter SendBack(string node, BackTo to, string? target = null, bool straight = false, string? holder = null)
    {
        var item = Open(node, holder);
        return Do(new SendBack(holder ?? item.Holder, item.Id, to, target, straight));
    }

    /// <summary>Answers whatever is open until the case is over.</summary>
    public Matter Finish(int most = 200)
    {
        for (var i = 0; i < most && State.Mode == CaseMode.Running; i++)
        {
            Do(Invariants.Next(Model, State) ?? throw new InvalidOperationException("Nothing can be done, yet the case is not over."));
        }

        Assert.Equal(CaseMode.Ended, State.Mode);
        return this;
    }
}

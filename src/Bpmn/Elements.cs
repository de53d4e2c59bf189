using System.Xml.Linq;

namespace Guiju.Bpmn;

/// <summary>What a node of a procedure does.</summary>
public enum NodeKind
{
    /// <summary>Where the procedure or sub-process begins.</summary>
    Start,

    /// <summary>Where a token ends.</summary>
    End,

    /// <summary>Where everything in its scope ends.</summary>
    Terminate,

    /// <summary>Waits for a time or a message.</summary>
    Catch,

    /// <summary>Sends a message, or marks a point passed.</summary>
    Throw,

    /// <summary>Waits at the edge of an activity.</summary>
    Boundary,

    /// <summary>A person's step.</summary>
    User,

    /// <summary>Something that the system does.</summary>
    Service,

    /// <summary>A message sent, nothing awaited.</summary>
    Send,

    /// <summary>A message awaited.</summary>
    Receive,

    /// <summary>A decision table asked.</summary>
    Rule,

    /// <summary>One way out of several.</summary>
    Exclusive,

    /// <summary>All ways at once, or waiting for all.</summary>
    Parallel,

    /// <summary>Some ways at once, or waiting for those that can still come.</summary>
    Inclusive,

    /// <summary>Whichever of several events comes first.</summary>
    EventBased,

    /// <summary>A procedure within the procedure.</summary>
    SubProcess,

    /// <summary>Another procedure, called.</summary>
    Call,
}

/// <summary>What an event waits for or throws.</summary>
public enum Trigger
{
    /// <summary>Nothing: it just happens.</summary>
    None,

    /// <summary>A time.</summary>
    Timer,

    /// <summary>A message.</summary>
    Message,
}

/// <summary>How often an activity runs in one visit.</summary>
/// <param name="Sequential">One after another; else all at once.</param>
/// <param name="Cardinality">FEEL expression of the number; null where each assigned person is one.</param>
/// <param name="Completion">FEEL condition that ends the whole early; null where all must be done.</param>
public sealed record MultiInstance(bool Sequential, string? Cardinality, string? Completion);

/// <summary>An arrow between two nodes of one scope.</summary>
public sealed record SequenceFlow(string Id, string Name, string Source, string Target, string? Condition);

/// <summary>A node of a procedure.</summary>
public sealed record FlowNode
{
    /// <summary>Element id.</summary>
    public required string Id { get; init; }

    /// <summary>Name that people read.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it does.</summary>
    public NodeKind Kind { get; init; }

    /// <summary>What its event waits for.</summary>
    public Trigger Trigger { get; init; }

    /// <summary>Time expression of a timer; name of a message.</summary>
    public string? TriggerValue { get; init; }

    /// <summary>How <see cref="TriggerValue"/> is to be read: <c>date</c>, <c>duration</c> or <c>cycle</c>.</summary>
    public string? TimerForm { get; init; }

    /// <summary>The activity that a boundary event belongs to.</summary>
    public string? AttachedTo { get; init; }

    /// <summary>Whether a boundary event ends its activity.</summary>
    public bool Interrupting { get; init; } = true;

    /// <summary>The flow taken where no condition holds.</summary>
    public string? Default { get; init; }

    /// <summary>Repetition.</summary>
    public MultiInstance? Multi { get; init; }

    /// <summary>Process that a call activity calls.</summary>
    public string? Called { get; init; }

    /// <summary>What Guiju adds: assignment, form, control point, clock, verbs.</summary>
    public StepSettings Settings { get; init; } = StepSettings.None;

    /// <summary>Line in the file.</summary>
    public int Line { get; init; }

    /// <summary>Flows that lead here, in the order of the file.</summary>
    public IReadOnlyList<SequenceFlow> Incoming { get; internal set; } = [];

    /// <summary>Flows that lead on, in the order of the file.</summary>
    public IReadOnlyList<SequenceFlow> Outgoing { get; internal set; } = [];

    /// <summary>Boundary events of this activity.</summary>
    public IReadOnlyList<FlowNode> Boundaries { get; internal set; } = [];

    /// <summary>The inside of a sub-process.</summary>
    public FlowScope? Inside { get; internal set; }

    /// <summary>Whether it is a gateway.</summary>
    public bool IsGateway => Kind is NodeKind.Exclusive or NodeKind.Parallel or NodeKind.Inclusive or NodeKind.EventBased;

    /// <summary>Whether it is a task, sub-process or call.</summary>
    public bool IsActivity => Kind is NodeKind.User or NodeKind.Service or NodeKind.Send or NodeKind.Receive or NodeKind.Rule or NodeKind.SubProcess or NodeKind.Call;

    /// <summary>Whether tokens may have to wait for each other here.</summary>
    public bool IsJoin => Kind is NodeKind.Parallel or NodeKind.Inclusive && Incoming.Count > 1;
}

/// <summary>A process or the inside of a sub-process: nodes and flows among them.</summary>
public sealed class FlowScope
{
    private readonly Dictionary<string, FlowNode> nodes;
    private readonly Lazy<Reach> reach;
    private readonly Lazy<Regions> regions;

    internal FlowScope(string id, FlowScope? parent, IReadOnlyList<FlowNode> nodes, IReadOnlyList<SequenceFlow> flows)
    {
        (Id, Parent, Nodes, Flows) = (id, parent, nodes, flows);
        this.nodes = nodes.DistinctBy(n => n.Id).ToDictionary(n => n.Id, StringComparer.Ordinal);
        reach = new(() => new Reach(this));
        regions = new(() => new Regions(this));
    }

    /// <summary>Id of the process or sub-process.</summary>
    public string Id { get; }

    /// <summary>The scope around this one; null for a process.</summary>
    public FlowScope? Parent { get; internal set; }

    /// <summary>Nodes, in the order of the file.</summary>
    public IReadOnlyList<FlowNode> Nodes { get; }

    /// <summary>Flows, in the order of the file.</summary>
    public IReadOnlyList<SequenceFlow> Flows { get; }

    /// <summary>Tells each node what leads to it, from it and sits at its edge, and each inside what is around it.</summary>
    internal void Connect()
    {
        foreach (var node in Nodes)
        {
            node.Incoming = Flows.Where(f => f.Target == node.Id).ToList();
            node.Outgoing = Flows.Where(f => f.Source == node.Id).ToList();
            node.Boundaries = Nodes.Where(n => n.Kind == NodeKind.Boundary && n.AttachedTo == node.Id).ToList();
            if (node.Inside is { } inside)
            {
                inside.Parent = this;
            }
        }
    }

    internal Reach Reach => reach.Value;

    internal Regions Regions => regions.Value;

    /// <summary>The node with an id in this scope, not below it; null where there is none.</summary>
    public FlowNode? Find(string id) => nodes.GetValueOrDefault(id);

    /// <summary>This scope and those within it.</summary>
    public IEnumerable<FlowScope> All() => Nodes.Where(n => n.Inside is not null).SelectMany(n => n.Inside!.All()).Prepend(this); // filtered above
}

/// <summary>One process of a file.</summary>
/// <param name="Id">Id, e.g. <c>fleet.trip</c>.</param>
/// <param name="Name">Name that people read.</param>
/// <param name="Executable">Whether it is meant to run.</param>
/// <param name="Scope">Its nodes and flows.</param>
public sealed record BpmnProcess(string Id, string Name, bool Executable, FlowScope Scope)
{
    /// <summary>Every node, those of sub-processes included.</summary>
    public IEnumerable<FlowNode> Nodes => Scope.All().SelectMany(s => s.Nodes);

    /// <summary>The node with an id anywhere in the process.</summary>
    public FlowNode? Find(string id) => Nodes.FirstOrDefault(n => n.Id == id);
}

/// <summary>A BPMN file: its processes, and the file itself so that nothing is lost when it is saved.</summary>
public sealed class BpmnModel
{
    private readonly Dictionary<string, FlowScope> scopes;

    internal BpmnModel(XDocument source, IReadOnlyList<BpmnProcess> processes)
    {
        (Source, Processes) = (source, processes);
        scopes = processes.SelectMany(p => p.Scope.All()).DistinctBy(s => s.Id).ToDictionary(s => s.Id, StringComparer.Ordinal);
    }

    /// <summary>Processes, in the order of the file.</summary>
    public IReadOnlyList<BpmnProcess> Processes { get; }

    /// <summary>The whole document: diagrams and foreign extensions are kept in it.</summary>
    public XDocument Source { get; }

    /// <summary>The process that is run first: the first executable one.</summary>
    public BpmnProcess Main => Processes.FirstOrDefault(p => p.Executable) ?? Processes[0];

    /// <summary>The process with an id; null where the file has none.</summary>
    public BpmnProcess? Process(string id) => Processes.FirstOrDefault(p => p.Id == id);

    /// <summary>The node with an id in any process of the file; null where there is none.</summary>
    public FlowNode? Node(string id) => Processes.Select(p => p.Find(id)).FirstOrDefault(n => n is not null);

    /// <summary>Procedures that are called and do not stand in the file.</summary>
    public IReadOnlyList<string> CallsElsewhere => [.. Calls.Select(n => n.Called).OfType<string>().Where(c => Process(c) is null).Distinct()];

    /// <summary>Calls that lead back to where they come from; a model that was read has none, linked with others it may.</summary>
    public IReadOnlyList<FlowNode> Circles => [.. Linking.Circles(Processes)];

    private IEnumerable<FlowNode> Calls => Processes.SelectMany(p => p.Nodes).Where(n => n.Kind == NodeKind.Call);

    /// <summary>
    /// The model with procedures of other files beside its own, by the names under which they are called: what it calls there runs inside it. Their elements bear the name
    /// of their procedure and a stroke before their own ids.
    /// </summary>
    public BpmnModel With(IReadOnlyDictionary<string, BpmnModel> others)
    {
        ArgumentNullException.ThrowIfNull(others);
        return new BpmnModel(Source, [.. Processes, .. others.OrderBy(o => o.Key, StringComparer.Ordinal).SelectMany(o => new Linking(o.Key, o.Value).Processes())]);
    }

    /// <summary>A process or sub-process by id.</summary>
    public FlowScope? Scope(string id) => scopes.GetValueOrDefault(id);
}

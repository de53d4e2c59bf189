namespace Guiju.Bpmn.Running;

/// <summary>Something that happens to a case.</summary>
/// <param name="By">Who does it; null for the system.</param>
public abstract record CaseEvent(string? By)
{
    /// <summary>The candidate of an item as whom somebody acts who is not named there: a pool that the caller has seen to hold them.</summary>
    public string? As { get; init; }
}

/// <summary>发起: begins the case.</summary>
/// <param name="By">Who starts it.</param>
/// <param name="Process">Process.</param>
/// <param name="Start">Start event; the one without a trigger where null.</param>
/// <param name="Barred">Others whose own matter it is.</param>
/// <param name="Variables">What is known from the beginning.</param>
public sealed record Begin(string? By, string Process, string? Start, IReadOnlyList<string> Barred, IReadOnlyDictionary<string, object?> Variables) : CaseEvent(By)
{
    /// <summary>Procedures of other files that the case is pinned to.</summary>
    public IReadOnlyList<LinkedProcedure> Linked { get; init; } = [];
}

/// <summary>One person asked for a step.</summary>
/// <param name="Person">Who.</param>
/// <param name="OnBehalfOf">代理: in whose place.</param>
public sealed record Asked(string Person, string? OnBehalfOf = null);

/// <summary>Names who is asked for a step that has nobody yet.</summary>
/// <param name="Token">Token of the step.</param>
/// <param name="People">Who; several are candidates of one item (或签), or one item each where the step is signed by several (会签).</param>
/// <param name="OnDuty">Whether they are the duty officers because nobody was found.</param>
public sealed record Assign(int Token, IReadOnlyList<Asked> People, bool OnDuty) : CaseEvent((string?)null);

/// <summary>提交、同意、票: answers an item.</summary>
public sealed record Complete(string? By, int Item, string Outcome, IReadOnlyDictionary<string, object?> Variables) : CaseEvent(By);

/// <summary>驳回: refuses.</summary>
public sealed record Reject(string? By, int Item) : CaseEvent(By);

/// <summary>Where a step is sent back to.</summary>
public enum BackTo
{
    /// <summary>上一步.</summary>
    Previous,

    /// <summary>发起人.</summary>
    Starter,

    /// <summary>任意已办环节.</summary>
    Chosen,
}

/// <summary>退回: sends a step back.</summary>
/// <param name="By">Who.</param>
/// <param name="Item">The step's item.</param>
/// <param name="To">Where to.</param>
/// <param name="Node">The node, where chosen.</param>
/// <param name="Straight">直达: straight back to the sender when done; else 重走, the way is walked again.</param>
public sealed record SendBack(string? By, int Item, BackTo To, string? Node, bool Straight) : CaseEvent(By);

/// <summary>撤回: takes back one's last answer while the next has not acted.</summary>
public sealed record Retract(string? By) : CaseEvent(By);

/// <summary>转办: hands an item over for good.</summary>
public sealed record Transfer(string? By, int Item, string To) : CaseEvent(By);

/// <summary>委托: lets somebody answer first; it comes back.</summary>
public sealed record Entrust(string? By, int Item, string To) : CaseEvent(By);

/// <summary>加签: asks somebody more.</summary>
public sealed record AddSigner(string? By, int Item, string To, ItemRole Where) : CaseEvent(By);

/// <summary>减签: asks somebody less.</summary>
public sealed record RemoveSigner(string? By, int Item) : CaseEvent(By);

/// <summary>认领: takes an item that several may take.</summary>
public sealed record Claim(string? By, int Item) : CaseEvent(By);

/// <summary>归还: puts it back.</summary>
public sealed record GiveBack(string? By, int Item) : CaseEvent(By);

/// <summary>抄送、传阅: sends copies; no token moves.</summary>
public sealed record CopyTo(string? By, IReadOnlyList<string> People) : CaseEvent(By);

/// <summary>催办: reminds whoever has the open items.</summary>
public sealed record Remind(string? By) : CaseEvent(By);

/// <summary>沟通: asks a question; no token moves.</summary>
public sealed record Consult(string? By, string To) : CaseEvent(By);

/// <summary>终止: ends everything.</summary>
public sealed record Terminate(string? By) : CaseEvent(By)
{
    /// <summary>Result of the case.</summary>
    public string Result { get; init; } = Outcomes.Terminated;
}

/// <summary>挂起: holds everything.</summary>
public sealed record Suspend(string? By) : CaseEvent(By);

/// <summary>恢复: goes on.</summary>
public sealed record Resume(string? By) : CaseEvent(By);

/// <summary>跳转: an administrator moves a token, with a reason.</summary>
/// <param name="By">Who.</param>
/// <param name="Token">Source: the token names its scope.</param>
/// <param name="Node">Target.</param>
/// <param name="Reason">Why.</param>
public sealed record Jump(string? By, int Token, string Node, string Reason) : CaseEvent(By)
{
    /// <summary>What is known from now on.</summary>
    public IReadOnlyDictionary<string, object?> Variables { get; init; } = System.Collections.Immutable.ImmutableDictionary<string, object?>.Empty;
}

/// <summary>A service, rule or called procedure is done.</summary>
public sealed record Performed(int Token, IReadOnlyDictionary<string, object?> Variables) : CaseEvent((string?)null);

/// <summary>A time has come, or a message has arrived, for a node that waits for it.</summary>
/// <param name="Token">Token that waits.</param>
/// <param name="Node">Event: the node itself, a boundary event, or an event behind an event-based gateway.</param>
/// <param name="Variables">What the message brings.</param>
public sealed record Happened(int Token, string Node, IReadOnlyDictionary<string, object?> Variables) : CaseEvent((string?)null);

using System.Collections.Immutable;

namespace Guiju.Bpmn.Running;

/// <summary>Whether a case runs.</summary>
public enum CaseMode
{
    /// <summary>Not yet started.</summary>
    New,

    /// <summary>Tokens move.</summary>
    Running,

    /// <summary>挂起: nothing moves until it is taken up again.</summary>
    Suspended,

    /// <summary>No token is left.</summary>
    Ended,
}

/// <summary>What a token does where it stands.</summary>
public enum TokenMode
{
    /// <summary>In an activity or event: waits for somebody or something.</summary>
    Active,

    /// <summary>At a join: waits for the others.</summary>
    Joining,

    /// <summary>Owed: its step was cut off by a move into another way of the same block, and begins anew when that way is done.</summary>
    Parked,
}

/// <summary>One place where the case stands.</summary>
public sealed record Token
{
    /// <summary>Number, never used twice in a case.</summary>
    public int Id { get; init; }

    /// <summary>Scope instance it lives in.</summary>
    public int Scope { get; init; }

    /// <summary>Node.</summary>
    public required string Node { get; init; }

    /// <summary>What it does there.</summary>
    public TokenMode Mode { get; init; }

    /// <summary>Flow by which it came to a join.</summary>
    public string? Via { get; init; }

    /// <summary>The step that brought it here.</summary>
    public int Origin { get; init; }

    /// <summary>直达: the node to go straight back to when the step is done.</summary>
    public string? ReturnTo { get; init; }

    /// <summary>Whom that node goes back to.</summary>
    public string? ReturnHolder { get; init; }

    /// <summary>Who takes this step again; null where the assignment rules decide.</summary>
    public string? Hint { get; init; }

    /// <summary>Split of the block in which it is owed.</summary>
    public string? Block { get; init; }

    /// <summary>Boundary events that have happened already.</summary>
    public ImmutableArray<string> Fired { get; init; } = [];
}

/// <summary>A running process, sub-process or repetition.</summary>
public sealed record ScopeInstance
{
    /// <summary>Number; the root is 1.</summary>
    public int Id { get; init; }

    /// <summary>Token that is inside it; 0 for the root.</summary>
    public int Owner { get; init; }

    /// <summary>Process or sub-process; for a repetition the activity.</summary>
    public required string Element { get; init; }

    /// <summary>How often the activity is repeated; 0 for a process or sub-process.</summary>
    public int Total { get; init; }

    /// <summary>How many repetitions have begun.</summary>
    public int Begun { get; init; }
}

/// <summary>Where one person's step stands.</summary>
public enum ItemMode
{
    /// <summary>Nobody has been named yet.</summary>
    Unassigned,

    /// <summary>Waits until its turn comes.</summary>
    Queued,

    /// <summary>Waits for its holder, or for one of the candidates.</summary>
    Open,

    /// <summary>Answered.</summary>
    Done,
}

/// <summary>What an item is among those of its step.</summary>
public enum ItemRole
{
    /// <summary>The step itself, or one signer of several.</summary>
    Main,

    /// <summary>前加签: must be answered before its parent.</summary>
    Before,

    /// <summary>后加签: follows when the step is done.</summary>
    After,

    /// <summary>并加签: answered beside the others.</summary>
    Beside,
}

/// <summary>One person's part in a step.</summary>
public sealed record WorkItem
{
    /// <summary>Number, never used twice in a case.</summary>
    public int Id { get; init; }

    /// <summary>Token of the step.</summary>
    public int Token { get; init; }

    /// <summary>Node of the step.</summary>
    public required string Node { get; init; }

    /// <summary>Where it stands.</summary>
    public ItemMode Mode { get; init; }

    /// <summary>What it is.</summary>
    public ItemRole Role { get; init; }

    /// <summary>The item that waits for this one (前加签).</summary>
    public int Parent { get; init; }

    /// <summary>Who has it; null while nobody of the candidates has claimed it.</summary>
    public string? Holder { get; init; }

    /// <summary>Who may claim it.</summary>
    public ImmutableArray<string> Candidates { get; init; } = [];

    /// <summary>委托: who gets it back when the holder has answered.</summary>
    public string? Owner { get; init; }

    /// <summary>代理: in whose place the holder acts.</summary>
    public string? OnBehalfOf { get; init; }

    /// <summary>Whether it fell to the duty officer because nobody was found.</summary>
    public bool OnDuty { get; init; }

    /// <summary>Outcome; null while open.</summary>
    public string? Outcome { get; init; }

    /// <summary>Whether anybody has done anything with it.</summary>
    public bool Touched { get; init; }
}

/// <summary>A step that is over: answered, sent back, or cut off. History is kept whatever is moved.</summary>
public sealed record PastStep
{
    /// <summary>Running number of the step.</summary>
    public int Step { get; init; }

    /// <summary>Item.</summary>
    public int Item { get; init; }

    /// <summary>Node.</summary>
    public required string Node { get; init; }

    /// <summary>Who did it; null where it was cut off.</summary>
    public string? By { get; init; }

    /// <summary>Outcome, or <c>cancelled</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The step that had led here.</summary>
    public int Cause { get; init; }

    /// <summary>Whether it had an effect outside the case, so that it cannot be taken back.</summary>
    public bool Outside { get; init; }
}

/// <summary>A procedure of another file that a case may call, and which text of it the case is pinned to.</summary>
/// <param name="Code">Name by which it is called.</param>
/// <param name="Source">The text, by whatever name the keeper of procedures knows it.</param>
public sealed record LinkedProcedure(string Code, string Source);

/// <summary>Everything that a running case is: a plain value, to be stored and compared.</summary>
public sealed record CaseState
{
    /// <summary>A case that has not begun.</summary>
    public static readonly CaseState Empty = new();

    /// <summary>Whether it runs.</summary>
    public CaseMode Mode { get; init; }

    /// <summary>Process that runs.</summary>
    public string Process { get; init; } = "";

    /// <summary>Last number given.</summary>
    public int Last { get; init; }

    /// <summary>Number of the last step.</summary>
    public int Step { get; init; }

    /// <summary>Who started it.</summary>
    public string? Starter { get; init; }

    /// <summary>Whose matter it is: none of them may take a step that is kept from the starter, nor anybody in their place.</summary>
    public ImmutableArray<string> Barred { get; init; } = [];

    /// <summary>Procedures of other files that it is pinned to.</summary>
    public ImmutableArray<LinkedProcedure> Linked { get; init; } = [];

    /// <summary>Tokens.</summary>
    public ImmutableArray<Token> Tokens { get; init; } = [];

    /// <summary>Scopes.</summary>
    public ImmutableArray<ScopeInstance> Scopes { get; init; } = [];

    /// <summary>Items of the steps that are running.</summary>
    public ImmutableArray<WorkItem> Items { get; init; } = [];

    /// <summary>Steps that are over.</summary>
    public ImmutableArray<PastStep> Past { get; init; } = [];

    /// <summary>What the conditions read.</summary>
    public ImmutableSortedDictionary<string, object?> Variables { get; init; } = ImmutableSortedDictionary.Create<string, object?>(StringComparer.Ordinal);

    /// <summary>How it ended.</summary>
    public string? Result { get; init; }

    /// <summary>The item with a number.</summary>
    public WorkItem? Item(int id) => Items.FirstOrDefault(i => i.Id == id);

    /// <summary>The token with a number.</summary>
    public Token? Token(int id) => Tokens.FirstOrDefault(t => t.Id == id);
}

using System.Collections.Immutable;

namespace Guiju.Bpmn.Running;

/// <summary>The working copy of a state while one event is carried out; thrown away where the event is refused.</summary>
internal sealed class Board
{
    private readonly List<Token> tokens;
    private readonly List<ScopeInstance> scopes;
    private readonly List<WorkItem> items;
    private readonly List<PastStep> past;
    private readonly CaseState before;
    private readonly Evaluate evaluate;
    private ImmutableSortedDictionary<string, object?> variables;
    private int last;

    public Board(BpmnModel model, CaseState state, Evaluate evaluate)
    {
        (Model, before, this.evaluate) = (model, state, evaluate);
        (tokens, scopes, items, past) = ([.. state.Tokens], [.. state.Scopes], [.. state.Items], [.. state.Past]);
        (variables, last, Step, Mode, Result) = (state.Variables, state.Last, state.Step, state.Mode, state.Result);
        (Process, Starter, Barred, Linked) = (state.Process, state.Starter, state.Barred, state.Linked);
    }

    public BpmnModel Model { get; }

    public List<Effect> Effects { get; } = [];

    public CaseMode Mode { get; set; }

    public string Process { get; set; }

    public string? Starter { get; set; }

    public ImmutableArray<string> Barred { get; set; }

    public ImmutableArray<LinkedProcedure> Linked { get; set; }

    public string? Result { get; set; }

    /// <summary>The step that is being carried out; tokens that it moves bear its number.</summary>
    public int Step { get; private set; }

    public IReadOnlyList<Token> Tokens => tokens;

    public IReadOnlyList<ScopeInstance> Scopes => scopes;

    public IReadOnlyList<WorkItem> Items => items;

    public IReadOnlyList<PastStep> Past => past;

    public CaseState State => before with
    {
        Mode = Mode,
        Process = Process,
        Last = last,
        Step = Step,
        Starter = Starter,
        Barred = Barred,
        Linked = Linked,
        Tokens = [.. tokens],
        Scopes = [.. scopes],
        Items = [.. items],
        Past = [.. past],
        Variables = variables,
        Result = Result,
    };

    public int Number() => ++last;

    public int NewStep() => ++Step;

    public Token Add(Token token)
    {
        tokens.Add(token);
        return token;
    }

    public Token Replace(Token token)
    {
        tokens[tokens.FindIndex(t => t.Id == token.Id)] = token;
        return token;
    }

    public void Remove(Token token) => tokens.RemoveAll(t => t.Id == token.Id);

    public Token? Token(int id) => tokens.Find(t => t.Id == id);

    public IEnumerable<Token> In(int scope) => tokens.Where(t => t.Scope == scope);

    public ScopeInstance Add(ScopeInstance scope)
    {
        scopes.Add(scope);
        return scope;
    }

    public ScopeInstance Replace(ScopeInstance scope)
    {
        scopes[scopes.FindIndex(s => s.Id == scope.Id)] = scope;
        return scope;
    }

    public void Remove(ScopeInstance scope) => scopes.RemoveAll(s => s.Id == scope.Id);

    public ScopeInstance Scope(int id) => scopes.Find(s => s.Id == id)!; // a token's scope lives as long as the token

    public WorkItem Add(WorkItem item)
    {
        items.Add(item);
        return item;
    }

    public WorkItem Replace(WorkItem item)
    {
        items[items.FindIndex(i => i.Id == item.Id)] = item;
        return item;
    }

    public void Remove(WorkItem item) => items.RemoveAll(i => i.Id == item.Id);

    public IReadOnlyList<WorkItem> ItemsOf(int token) => items.FindAll(i => i.Token == token);

    public void Record(PastStep step) => past.Add(step);

    /// <summary>Marks the running step as one that cannot be taken back.</summary>
    public void ReachOutside()
    {
        var at = past.FindLastIndex(p => p.Step == Step);
        if (at >= 0)
        {
            past[at] = past[at] with { Outside = true };
        }
    }

    /// <summary>The definition that a scope runs; a repetition runs where its activity stands.</summary>
    public FlowScope Definition(ScopeInstance scope) => scope.Total > 0
        ? Definition(Scope(Token(scope.Owner)!.Scope)) // a repetition lives as long as its token
        : Model.Scope(scope.Element)!; // scopes are opened from the model

    public FlowNode Node(Token token) => Definition(Scope(token.Scope)).Find(token.Node)!; // tokens stand on nodes of their scope

    public void Set(string name, object? value) => variables = variables.SetItem(name, value);

    public void Set(IReadOnlyDictionary<string, object?> values)
    {
        foreach (var (name, value) in values)
        {
            Set(name, value);
        }
    }

    public object? Value(string name) => variables.GetValueOrDefault(name);

    public bool Holds(string condition, string element, IReadOnlyDictionary<string, object?>? more = null) => Ask(condition, more) is bool answer
        ? answer
        : throw Refuse.Because("cannot-decide", $"“{element}”的条件“{condition}”无法判定，请先补齐所需内容。", $"The condition '{condition}' of '{element}' cannot be decided; what it reads is missing.");

    public int Count(string expression, string element)
    {
        var value = Ask(expression, null);
        return value is decimal number && number == decimal.Truncate(number) && number is >= 0 and <= Engine.MostInstances ? (int)number : value is int small and >= 0 and <= Engine.MostInstances ? small
            : throw Refuse.Because("cannot-decide", $"“{element}”的次数“{expression}”不是 0 至 {Engine.MostInstances} 的整数。", $"The number '{expression}' of '{element}' is no whole number from 0 to {Engine.MostInstances}.");
    }

    private object? Ask(string expression, IReadOnlyDictionary<string, object?>? more) =>
        evaluate(expression, more is null ? variables : variables.SetItems(more));
}

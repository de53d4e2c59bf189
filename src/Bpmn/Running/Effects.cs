namespace Guiju.Bpmn.Running;

/// <summary>What the world outside has to do or know after an event.</summary>
public abstract record Effect;

/// <summary>Somebody must be named for a step.</summary>
public sealed record NeedsPeople(int Token, string Node) : Effect;

/// <summary>The system has something to do.</summary>
public sealed record Perform(int Token, string Node) : Effect;

/// <summary>A decision is to be asked.</summary>
public sealed record Decide(int Token, string Node) : Effect;

/// <summary>A procedure that was not linked into the model is to be started.</summary>
public sealed record CallOther(int Token, string Node, string Process) : Effect;

/// <summary>A message goes out.</summary>
public sealed record Sent(string Node, string? Message) : Effect;

/// <summary>A copy goes to a person (抄送).</summary>
public sealed record Copied(string Person) : Effect;

/// <summary>Whoever has the item is reminded (催办).</summary>
public sealed record Reminded(int Item) : Effect;

/// <summary>A person is asked a question (沟通).</summary>
public sealed record Consulted(string Person) : Effect;

/// <summary>A running activity was cut off; its history stays.</summary>
public sealed record CutOff(int Token, string Node) : Effect;

/// <summary>The case is over.</summary>
public sealed record Ended(string Result) : Effect;

/// <summary>Why an event was refused; nothing has changed.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Zh">Why, in Chinese.</param>
/// <param name="En">Why, in English.</param>
public sealed record Refusal(string Code, string Zh, string En);

/// <summary>What an event led to.</summary>
/// <param name="State">The new state; the old one where it was refused.</param>
/// <param name="Effects">What is to be done outside.</param>
/// <param name="Refused">Why nothing happened; null where it did.</param>
public sealed record StepResult(CaseState State, IReadOnlyList<Effect> Effects, Refusal? Refused);

/// <summary>Something that a case waits for.</summary>
/// <param name="Token">Token.</param>
/// <param name="Node">The event's node.</param>
/// <param name="Trigger">Time or message.</param>
/// <param name="Value">Time expression or message name.</param>
/// <param name="Form">Form of the time.</param>
public sealed record Awaited(int Token, string Node, Trigger Trigger, string? Value, string? Form);

/// <summary>Evaluates a FEEL expression with the case's variables; null where it cannot be decided.</summary>
public delegate object? Evaluate(string expression, IReadOnlyDictionary<string, object?> variables);

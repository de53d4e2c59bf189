namespace Guiju.Bpmn;

/// <summary>Who is asked for a step.</summary>
/// <param name="By">How they are found: <c>starter</c>, <c>starter-head</c>, <c>post</c>, <c>role</c>, <c>permission</c>, <c>person</c>, <c>decision</c>, <c>subject</c>.</param>
/// <param name="Value">Post, role, permission, staff number, decision, or the subject's word for the person.</param>
/// <param name="Unit">Where: <c>case</c>, <c>starter</c>, <c>above</c>, or the code of a unit.</param>
public sealed record AssignRule(string By, string? Value, string Unit);

/// <summary>What Guiju adds to a node, in the namespace <see cref="Namespace"/>; everything is optional.</summary>
public sealed record StepSettings
{
    /// <summary>Namespace of our extension elements.</summary>
    public const string Namespace = "urn:guiju:bpmn:1";

    internal static readonly StepSettings None = new();

    /// <summary>Name in English.</summary>
    public string? English { get; init; }

    /// <summary>Who is asked: the first rule that finds somebody.</summary>
    public IReadOnlyList<AssignRule> Assign { get; init; } = [];

    /// <summary>Form or page on which the step is taken.</summary>
    public string? Form { get; init; }

    /// <summary>Control point at which the law is asked.</summary>
    public string? ControlPoint { get; init; }

    /// <summary>Statutory time limit that counts here: it is started where the case comes to the first such step, and stopped where it stands at none any more.</summary>
    public string? Clock { get; init; }

    /// <summary>What suspends the case's time limits while this step is being taken, e.g. the correction of papers.</summary>
    public string? ClockPause { get; init; }

    /// <summary>Documents that are drawn up here.</summary>
    public IReadOnlyList<string> Documents { get; init; } = [];

    /// <summary>Verbs allowed; null for all.</summary>
    public IReadOnlyList<string>? Verbs { get; init; }

    /// <summary>Whether whoever started the matter is kept out.</summary>
    public bool NotByStarter { get; init; }

    /// <summary>Whether many such tasks may be answered at once.</summary>
    public bool Batch { get; init; }

    /// <summary>Whether a refusal ends the matter; else the flows decide.</summary>
    public bool RefusalEnds { get; init; } = true;

    /// <summary>Variable that takes the outcome, besides <c>result</c>.</summary>
    public string? ResultName { get; init; }

    /// <summary>Of several signers: whether one refusal ends the signing.</summary>
    public bool OneRefusalEnds { get; init; } = true;

    /// <summary>Of several signers: FEEL condition that the whole is approved; null: nobody refused.</summary>
    public string? Pass { get; init; }

    /// <summary>At an end: the result of the matter.</summary>
    public string? Result { get; init; }

    /// <summary>At a start with a trigger: code of the unit whose matter a case is that begins there.</summary>
    public string? Unit { get; init; }

    /// <summary>Whether a verb may be used here.</summary>
    public bool Allows(string verb) => Verbs is null || Verbs.Contains(verb);
}

namespace Guiju.Kernel;

/// <summary>One change of the record asked by one person; the only way to change anything. Implemented by records that carry the request.</summary>
/// <typeparam name="TResult">What the asker gets back, usually the id of the thing made.</typeparam>
public interface IAct<TResult>;

/// <summary>How an act is done: loads, lets the entity decide, adds. The desk saves.</summary>
public interface IHandler<in TAct, TResult>
    where TAct : IAct<TResult>
{
    /// <summary>Performs the act on the tracked context; must not save.</summary>
    Task<TResult> HandleAsync(TAct act, CancellationToken ct);
}

/// <summary>Builds the facts that the law is asked with at the act's control point.</summary>
public interface IFacts<in TAct>
{
    /// <summary>The question, or null where this act needs no judgement.</summary>
    Task<LawQuestion?> GatherAsync(TAct act, CancellationToken ct);
}

/// <summary>A question to the law: the day it is asked for and the facts, by their English names of <c>law/**/control-points.yaml</c>.</summary>
/// <param name="On">Business date whose law applies.</param>
/// <param name="Facts">Values: string (codes), decimal, int, bool, DateOnly, DateTime (local), lists of these, or null where unknown.</param>
public sealed record LawQuestion(DateOnly On, IReadOnlyDictionary<string, object?> Facts)
{
    /// <summary>The record whose open matter this is about; it is judged by the lawbook under which the matter was first judged. Null for a new matter.</summary>
    public Guid? Matter { get; init; }

    /// <summary>Version of the lawbook that the matter is pinned to, as <see cref="ILaw.PinAsync"/> found it; null: the one in use.</summary>
    public string? Lawbook { get; init; }

    /// <summary>The control point, where it is not the act's own: a step of a procedure names its point itself.</summary>
    public string? At { get; init; }
}

/// <summary>The permission that an act or question needs.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NeedsAttribute(string permission) : Attribute
{
    /// <summary>Permission code.</summary>
    public string Permission { get; } = permission;
}

/// <summary>The control point at which an act is judged before its handler runs.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class AtAttribute(string controlPoint) : Attribute
{
    /// <summary>Control point, e.g. <c>fleet.trip.dispatch</c>.</summary>
    public string ControlPoint { get; } = controlPoint;

    /// <summary>True where the act only files a matter for somebody's decision: findings that ask for approval let it pass, and go to the approver.</summary>
    public bool Filing { get; init; }

    /// <summary>Permission that lets a person give, by the act itself, the approval a finding asks for.</summary>
    public string? ApprovedBy { get; init; }
}

/// <summary>
/// An act that takes what others want at the same time. Where somebody was quicker, it is asked once more of the record as it then stands,
/// so that the law or a check tells what is no longer free, instead of only that something changed.
/// </summary>
public interface IAskedAgain;

/// <summary>An act whose asker may answer findings that want a reason or an approval.</summary>
public interface IAnswersFindings
{
    /// <summary>The reason given for going on; empty where none was given.</summary>
    string? Justification { get; }
}

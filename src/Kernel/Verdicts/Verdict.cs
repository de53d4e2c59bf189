using System.ComponentModel.DataAnnotations;

namespace Guiju.Kernel;

/// <summary>What a rule, or all rules of a control point together, say of an act; in order of weight.</summary>
public enum LawOutcome
{
    /// <summary>Lawful.</summary>
    [Display(Name = "允许")] Allowed,

    /// <summary>Lawful; something is worth knowing.</summary>
    [Display(Name = "提示")] Inform,

    /// <summary>Lawful once a reason is recorded.</summary>
    [Display(Name = "须说明")] Acknowledge,

    /// <summary>Lawful only with somebody's approval.</summary>
    [Display(Name = "须批准")] Approval,

    /// <summary>A fact is missing; nobody may act on silence.</summary>
    [Display(Name = "无法判断")] CannotDecide,

    /// <summary>Not lawful.</summary>
    [Display(Name = "禁止")] Forbidden,
}

/// <summary>How well a rule or figure is known.</summary>
public enum Evidence
{
    /// <summary>No source; informs only.</summary>
    Assumed,

    /// <summary>A secondary source; may ask for approval.</summary>
    Reported,

    /// <summary>The clause was read; may forbid.</summary>
    Verified,
}

/// <summary>A provision as it stands on a day.</summary>
/// <param name="Address">Permanent address: <c>work~art_25__para_1</c>, or the work alone where the number is unsure.</param>
/// <param name="Title">Title of the text.</param>
/// <param name="Article">Article as printed, e.g. 第二十五条; null where it is unsure and must not be printed.</param>
/// <param name="Version">First day of the version in force.</param>
/// <param name="Gist">What it says, in our own words.</param>
public sealed record ProvisionRef(string Address, Bilingual Title, string? Article, DateOnly? Version, Bilingual? Gist)
{
    /// <summary>Document number, where it is sure.</summary>
    public string? Number { get; init; }
}

/// <summary>A figure of law beside the value it was held against.</summary>
public sealed record Figure(string Parameter, Bilingual Name, object? Value, string? Unit, Evidence Evidence);

/// <summary>One rule's outcome.</summary>
public sealed record Finding
{
    /// <summary>Rule code, e.g. V-02.</summary>
    public required string Rule { get; init; }

    /// <summary>Name of the rule.</summary>
    public required Bilingual Title { get; init; }

    /// <summary>Outcome after the cap that its evidence sets.</summary>
    public required LawOutcome Outcome { get; init; }

    /// <summary>Outcome that the table states, before the cap.</summary>
    public LawOutcome Stated { get; init; }

    /// <summary>Whom the rule binds: cn, cen, bj, bureau or system.</summary>
    public required string Pack { get; init; }

    /// <summary>The lowest evidence among the row and the figures it rests on.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>The provision; null for bureau settings and system checks.</summary>
    public ProvisionRef? Provision { get; init; }

    /// <summary>What was found, with values.</summary>
    public required Bilingual Message { get; init; }

    /// <summary>The figure it rests on, where one does.</summary>
    public Figure? Figure { get; init; }

    /// <summary>The facts that the rule read, by English name.</summary>
    public required IReadOnlyDictionary<string, object?> Inputs { get; init; }

    /// <summary>The nearest lawful way.</summary>
    public Bilingual? Remedy { get; init; }

    /// <summary>Role whose approval is asked for.</summary>
    public string? Approver { get; init; }

    /// <summary>Row of the table that decided.</summary>
    public string? Row { get; init; }

    /// <summary>Why, told from the trace.</summary>
    public Bilingual? Why { get; init; }

    /// <summary>Facts that are missing, by English name.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];
}

/// <summary>The fold of all findings at a control point.</summary>
/// <param name="ControlPoint">Where it was asked.</param>
/// <param name="On">The day whose law was applied.</param>
/// <param name="Outcome">The heaviest outcome among the findings.</param>
/// <param name="Findings">Findings, heaviest first.</param>
/// <param name="Missing">Missing facts, by English name.</param>
/// <param name="Versions">What was applied: <c>lawbook</c> and each decision's hash.</param>
public sealed record Verdict(
    string ControlPoint,
    DateOnly On,
    LawOutcome Outcome,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<string> Missing,
    IReadOnlyDictionary<string, string> Versions);

/// <summary>The law as the desk asks it. The module Decisions answers.</summary>
public interface ILaw
{
    /// <summary>Judges the facts by the provisions in force on the question's day.</summary>
    Verdict Judge(string controlPoint, LawQuestion question);

    /// <summary>The lawbook that a record's matter is pinned to: the one by which it was first judged, made ready to be asked. Null where it was never judged.</summary>
    ValueTask<string?> PinAsync(Guid matter, CancellationToken ct) => ValueTask.FromResult<string?>(null);
}

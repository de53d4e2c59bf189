using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;

namespace Guiju.Decisions.Sandbox;

/// <summary>What a draft changes for one record.</summary>
public enum SandboxChange
{
    /// <summary>It keeps the rule in force and would break the draft (新增不符合).</summary>
    [Display(Name = "新增不符合")] NewlyBreaks,

    /// <summary>It breaks the rule in force and would keep the draft (不再不符合).</summary>
    [Display(Name = "不再不符合")] NoLongerBreaks,

    /// <summary>The rule in force decides it, the draft cannot (变为无法判断).</summary>
    [Display(Name = "变为无法判断")] NewlyUndecided,

    /// <summary>It stays on the same side, with a lighter or heavier outcome (结论轻重改变).</summary>
    [Display(Name = "结论轻重改变")] OtherOutcome,
}

/// <summary>One record for which a rule says something else under the draft.</summary>
public sealed record SandboxDifference
{
    /// <summary>The record.</summary>
    public Guid RecordId { get; init; }

    /// <summary>What people call it.</summary>
    public required string Code { get; init; }

    /// <summary>Its unit.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>Its class.</summary>
    public Bilingual? Class { get; init; }

    /// <summary>Its kind.</summary>
    public Bilingual? Kind { get; init; }

    /// <summary>Money that hangs on it.</summary>
    public decimal? Yuan { get; init; }

    /// <summary>Its page.</summary>
    public string? Page { get; init; }

    /// <summary>Control point at which the rule is asked.</summary>
    public required string ControlPoint { get; init; }

    /// <summary>The decision, as <c>file#id</c>.</summary>
    public required string Decision { get; init; }

    /// <summary>Rule code.</summary>
    public required string Rule { get; init; }

    /// <summary>What changes.</summary>
    public SandboxChange Change { get; init; }

    /// <summary>Row that hit under the rule in force.</summary>
    public string? RowBefore { get; init; }

    /// <summary>Row that hits under the draft.</summary>
    public string? RowAfter { get; init; }

    /// <summary>What the table in force states; null where it does not apply.</summary>
    public LawOutcome? Before { get; init; }

    /// <summary>What the draft states; null where it does not apply.</summary>
    public LawOutcome? After { get; init; }

    /// <summary>The facts that were read, by English name.</summary>
    public required IReadOnlyDictionary<string, object?> Facts { get; init; }
}

/// <summary>Counts of one unit, class, kind or rule.</summary>
/// <param name="Key">Id or code.</param>
/// <param name="Name">Name.</param>
/// <param name="NewlyBreaking">Records that newly break.</param>
/// <param name="NoLonger">Records that no longer break.</param>
/// <param name="NewlyYuan">Money on those that newly break.</param>
public sealed record SandboxTally(string Key, Bilingual Name, int NewlyBreaking, int NoLonger, decimal NewlyYuan);

/// <summary>What a draft does to a population, in figures.</summary>
public sealed record SandboxResult
{
    /// <summary>Records looked at.</summary>
    public int Records { get; init; }

    /// <summary>Rules that differ on the day.</summary>
    public required IReadOnlyList<string> Rules { get; init; }

    /// <summary>Records that break one of these rules as they are in force.</summary>
    public int BreakingBefore { get; init; }

    /// <summary>Records that break one of them as drafted.</summary>
    public int BreakingAfter { get; init; }

    /// <summary>Records that keep them now and would break one.</summary>
    public int NewlyBreaking { get; init; }

    /// <summary>Records that break one now and would keep all.</summary>
    public int NoLonger { get; init; }

    /// <summary>Records for which a rule that decides now could not decide.</summary>
    public int NewlyUndecided { get; init; }

    /// <summary>Records with another outcome on the same side.</summary>
    public int OtherOutcomes { get; init; }

    /// <summary>Money on the records that newly break.</summary>
    public decimal NewlyYuan { get; init; }

    /// <summary>Money on those that no longer break.</summary>
    public decimal NoLongerYuan { get; init; }

    /// <summary>By unit, most first.</summary>
    public required IReadOnlyList<SandboxTally> ByUnit { get; init; }

    /// <summary>By class.</summary>
    public required IReadOnlyList<SandboxTally> ByClass { get; init; }

    /// <summary>By kind.</summary>
    public required IReadOnlyList<SandboxTally> ByKind { get; init; }

    /// <summary>By rule.</summary>
    public required IReadOnlyList<SandboxTally> ByRule { get; init; }

    /// <summary>Differences found; the list may hold fewer.</summary>
    public int Differences { get; init; }

    /// <summary>How long it took.</summary>
    public double Seconds { get; init; }

    /// <summary>Lawbook in force.</summary>
    public required string InForce { get; init; }

    /// <summary>Lawbook with the draft.</summary>
    public required string Draft { get; init; }
}

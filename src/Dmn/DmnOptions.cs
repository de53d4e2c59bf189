using Guiju.Feel;

namespace Guiju.Dmn;

/// <summary>How a model is compiled and evaluated.</summary>
public sealed record DmnOptions
{
    /// <summary>Whether unknown names are mistakes and a missing fact leaves the outcome open instead of null.</summary>
    /// <value>True: our own models. The conformance kit runs with false.</value>
    public bool Strict { get; init; } = true;

    /// <summary>Whether every cell of every table is interpreted each time: the reference that the compiled forms are held against.</summary>
    /// <value>False: cells of plain constants are looked up in indexes the interpreter made once.</value>
    public bool Interpret { get; init; }

    /// <summary>The models that imports may refer to, by their namespace.</summary>
    /// <value>None.</value>
    public IReadOnlyList<DmnModel> Imports { get; init; } = [];

    /// <summary>What one evaluation may use at most.</summary>
    public FeelLimits Limits { get; init; } = new();

    /// <summary>Where <c>now()</c> and <c>today()</c> come from.</summary>
    /// <value>The system's clock.</value>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}

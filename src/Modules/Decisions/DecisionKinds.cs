namespace Guiju.Decisions;

/// <summary>Kinds of records of this module, as the ledger names them.</summary>
public static class DecisionKinds
{
    /// <summary>A draft of rules or figures.</summary>
    public const string Draft = "decisions.draft";

    /// <summary>A scenario.</summary>
    public const string Scenario = "decisions.scenario";

    /// <summary>A sandbox run.</summary>
    public const string Run = "decisions.sandbox-run";
}

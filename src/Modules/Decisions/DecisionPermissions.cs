namespace Guiju.Decisions;

/// <summary>What may be permitted in the module Decisions.</summary>
public static class DecisionPermissions
{
    /// <summary>Read stored verdicts of every record and replay them.</summary>
    public const string ReadVerdicts = "decisions.verdicts.read";

    /// <summary>Read the decision tables, figures and control points.</summary>
    public const string ReadRules = "decisions.rules.read";
}

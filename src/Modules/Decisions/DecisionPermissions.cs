namespace Guiju.Decisions;

/// <summary>What may be permitted in the module Decisions.</summary>
public static class DecisionPermissions
{
    /// <summary>Read stored verdicts of every record and replay them.</summary>
    public const string ReadVerdicts = "decisions.verdicts.read";

    /// <summary>Read the decision tables, figures and control points.</summary>
    public const string ReadRules = "decisions.rules.read";

    /// <summary>Draft rules, figures and scenarios, try them, give legality opinions, hand drafts in.</summary>
    public const string Draft = "decisions.rules.draft";

    /// <summary>Approve and publish drafts that others wrote, or send them back.</summary>
    public const string Approve = "decisions.rules.approve";
}

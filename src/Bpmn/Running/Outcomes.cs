namespace Guiju.Bpmn.Running;

/// <summary>Words of outcomes that the engine knows; a step may have others.</summary>
public static class Outcomes
{
    /// <summary>同意.</summary>
    public const string Approved = "approved";

    /// <summary>不同意.</summary>
    public const string Refused = "refused";

    /// <summary>办结.</summary>
    public const string Done = "done";

    /// <summary>退回.</summary>
    public const string SentBack = "sent-back";

    /// <summary>撤回.</summary>
    public const string Retracted = "retracted";

    /// <summary>委托办理的意见.</summary>
    public const string Advised = "advised";

    /// <summary>跳转.</summary>
    public const string Jumped = "jumped";

    /// <summary>终止.</summary>
    public const string Terminated = "terminated";

    /// <summary>Cut off.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>Whether a past step was really taken, so that one may go back to it.</summary>
    public static bool WasTaken(string outcome) => outcome is not (SentBack or Retracted or Advised or Jumped or Cancelled);
}

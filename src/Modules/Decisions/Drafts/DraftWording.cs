namespace Guiju.Decisions.Drafts;

/// <summary>Marks of drafts for pages.</summary>
internal static class DraftWording
{
    /// <summary>The mark of a state.</summary>
    public static string Kind(DraftState state) => state switch { DraftState.Submitted => "approval", DraftState.Published => "allowed", DraftState.Abandoned => "plain", _ => "inform" };

    /// <summary>The mark of a run's state.</summary>
    public static string Kind(Sandbox.SandboxState state) => state switch { Sandbox.SandboxState.Done => "allowed", Sandbox.SandboxState.Failed => "forbidden", Sandbox.SandboxState.Cancelled => "plain", _ => "inform" };
}

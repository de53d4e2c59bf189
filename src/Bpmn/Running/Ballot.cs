namespace Guiju.Bpmn.Running;

/// <summary>How the signers of one step have answered so far.</summary>
internal sealed class Ballot(IReadOnlyList<WorkItem> signers)
{
    private int Refused => signers.Count(i => i.Outcome == Outcomes.Refused);

    private int Done => signers.Count(i => i.Mode == ItemMode.Done && i.Outcome != Outcomes.Cancelled);

    private bool AllDone => signers.All(i => i.Mode == ItemMode.Done);

    private Dictionary<string, object?> Facts => new()
    {
        ["nrOfInstances"] = (decimal)signers.Count,
        ["nrOfActiveInstances"] = (decimal)signers.Count(i => i.Mode != ItemMode.Done),
        ["nrOfCompletedInstances"] = (decimal)Done,
        ["nrOfApproved"] = (decimal)(Done - Refused),
        ["nrOfRefused"] = (decimal)Refused,
    };

    /// <summary>Whether the step is decided: all have answered, one has refused where that is enough, or the completion condition holds.</summary>
    public bool IsDecided(Board board, FlowNode node)
    {
        if (AllDone)
        {
            return true;
        }

        if (Refused > 0 && node.Settings is { OneRefusalEnds: true, Pass: null })
        {
            return true;
        }

        return Done > 0 && node.Multi?.Completion is { } completion && board.Holds(completion, node.Id, Facts);
    }

    /// <summary>The outcome of a decided step.</summary>
    public string Outcome(Board board, FlowNode node)
    {
        if (node.Multi is not null && node.Settings.Pass is { } pass)
        {
            return board.Holds(pass, node.Id, Facts) ? Outcomes.Approved : Outcomes.Refused;
        }

        return Refused > 0 ? Outcomes.Refused : signers.Where(i => i.Outcome is not (null or Outcomes.Cancelled)).Select(i => i.Outcome).LastOrDefault() ?? Outcomes.Done;
    }
}

using Guiju.Kernel;

namespace Guiju.Decisions.Judging;

/// <summary>What evidence may do: the cap on a finding's outcome. The default is strict; the setting <c>Guiju:Decisions</c> can raise or lower it for a pack.</summary>
public sealed record DecisionSettings
{
    /// <summary>Heaviest outcome by pack and evidence, e.g. <c>Caps:bj:reported = forbidden</c>; what is not set follows the default.</summary>
    public Dictionary<string, Dictionary<string, LawOutcome>> Caps { get; init; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The heaviest outcome that a rule of a pack may have on this evidence.</summary>
    public LawOutcome CapOf(string pack, Evidence evidence)
    {
        if (Caps.TryGetValue(pack, out var caps) && caps.FirstOrDefault(c => c.Key.Equals(evidence.ToString(), StringComparison.OrdinalIgnoreCase)) is { Key: not null } set)
        {
            return set.Value;
        }

        // What binds central organs is only a model for a city: it may inform, never stop.
        return pack switch
        {
            "system" or "bureau" => LawOutcome.Forbidden,
            "cen" => LawOutcome.Inform,
            _ => evidence switch
            {
                Evidence.Verified => LawOutcome.Forbidden,
                Evidence.Reported => LawOutcome.Approval,
                _ => LawOutcome.Inform,
            },
        };
    }

    /// <summary>The outcome after the cap; a missing fact is never capped away.</summary>
    public LawOutcome Apply(LawOutcome stated, string pack, Evidence evidence)
    {
        var cap = CapOf(pack, evidence);
        return stated == LawOutcome.CannotDecide || stated <= cap ? stated : cap;
    }
}

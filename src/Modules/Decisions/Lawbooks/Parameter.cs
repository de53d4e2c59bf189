using Guiju.Kernel;

namespace Guiju.Decisions.Lawbooks;

/// <summary>A figure fixed by a provision, by date.</summary>
public sealed record Parameter(string Id, Bilingual Name, string? Unit, string Type, string Pack, IReadOnlyList<ParameterValue> Values)
{
    /// <summary>The value in force on a day as it was recorded by <paramref name="recordedBy"/> (null: as known now); null where no figure was in force.</summary>
    public ParameterValue? On(DateOnly day, DateOnly? recordedBy = null) => Values
        .Where(v => v.From <= day && (v.To is null || v.To >= day) && (recordedBy is null || v.Recorded <= recordedBy))
        .OrderByDescending(v => v.From).ThenByDescending(v => v.Recorded).ThenByDescending(v => v.Amendment ?? 0).FirstOrDefault();
}

/// <summary>One value of a parameter between two days.</summary>
/// <param name="From">First day.</param>
/// <param name="To">Last day; null while it holds.</param>
/// <param name="Value">decimal, string, bool or a list of these.</param>
/// <param name="Provision">Address of the provision; null for bureau settings.</param>
/// <param name="Evidence">How well it is known.</param>
/// <param name="Recorded">Day it was written down here.</param>
public sealed record ParameterValue(DateOnly From, DateOnly? To, object Value, string? Provision, Evidence Evidence, DateOnly Recorded)
{
    /// <summary>Who wrote it down; null for what came with the law's files.</summary>
    public string? RecordedBy { get; init; }

    /// <summary>A remark.</summary>
    public string? Note { get; init; }

    /// <summary>Number of the amendment that brought it; null for what came with the law's files.</summary>
    public int? Amendment { get; init; }

    /// <summary>Whether it was written down only after it had begun to apply.</summary>
    public bool IsLate => Recorded > From;
}

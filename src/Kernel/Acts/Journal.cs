namespace Guiju.Kernel;

/// <summary>What the running act concerns; handlers name it, the desk writes it to the ledger.</summary>
public sealed class Journal
{
    private readonly List<(string Kind, Guid Id)> subjects = [];

    /// <summary>Records concerned; the first is the main one.</summary>
    public IReadOnlyList<(string Kind, Guid Id)> Subjects => subjects;

    /// <summary>Unit whose record is changed.</summary>
    public Guid? UnitId { get; private set; }

    /// <summary>Names a record that the act concerns, e.g. <c>("fleet.trip", trip.Id, trip.UnitId)</c>.</summary>
    public void Concerns(string kind, Guid id, Guid? unitId = null)
    {
        if (!subjects.Contains((kind, id)))
        {
            subjects.Add((kind, id));
        }

        UnitId ??= unitId;
    }
}

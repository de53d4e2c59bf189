using Guiju.Kernel;

namespace Guiju.Procedures.Contracts;

/// <summary>A matter to be opened as a case.</summary>
/// <param name="Procedure">Procedure, e.g. <c>fleet.trip</c>; filters and titles go by it.</param>
/// <param name="Title">What people read in their lists, number included.</param>
/// <param name="SubjectKind">Kind of the record that the case is about, e.g. <c>fleet.trip</c>.</param>
/// <param name="SubjectId">The record; at most one open case a record.</param>
/// <param name="UnitId">Unit whose matter it is.</param>
/// <param name="Address">Page of the record, e.g. <c>/fleet/trips/…</c>.</param>
/// <param name="On">Business date whose law the case is pinned to.</param>
public sealed record CaseOpening(string Procedure, Bilingual Title, string SubjectKind, Guid SubjectId, Guid UnitId, string Address, DateOnly On)
{
    /// <summary>What the procedure's conditions and assignments read: texts, numbers, truth values, ids of people as texts.</summary>
    public IReadOnlyDictionary<string, object?> Variables { get; init; } = new Dictionary<string, object?>();
}

/// <summary>A step that somebody has to take: a named person, or whoever holds a permission that reaches a unit.</summary>
/// <param name="Code">Code of the step within its procedure, e.g. <c>approve</c>.</param>
/// <param name="Title">What is to be done.</param>
/// <param name="Permission">Permission of the pool; null where a person is named.</param>
/// <param name="UnitId">Unit that the permission must reach; the case's own where null.</param>
/// <param name="PersonId">The person; null for a pool.</param>
public sealed record Step(string Code, Bilingual Title, string? Permission, Guid? UnitId, Guid? PersonId)
{
    /// <summary>When it is overdue, UTC; null where nothing limits it.</summary>
    public DateTime? Due { get; init; }

    /// <summary>Whether whoever started the case is kept out of the step, so that nobody approves a request of their own.</summary>
    public bool NotByStarter { get; init; }

    /// <summary>Page where the step is taken, where it is another than the case's own.</summary>
    public string? Address { get; init; }
}

using Guiju.Kernel;

namespace Guiju.Decisions.Contracts;

/// <summary>
/// Records of the live work that a draft rule can be tried on: vehicles, quotas, trips … Implemented by the modules that keep them and registered as a service.
/// It only reads. Every record within it is asked at the same control points.
/// </summary>
public interface IPopulation
{
    /// <summary>Name on the command line, e.g. <c>vehicles</c>.</summary>
    string Name { get; }

    /// <summary>Title for people.</summary>
    Bilingual Title { get; }

    /// <summary>Where its records are asked.</summary>
    IReadOnlyList<string> ControlPoints { get; }

    /// <summary>How many records there are on a day.</summary>
    Task<int> CountAsync(DateOnly on, CancellationToken ct);

    /// <summary>The records in parts of a few thousand, with the facts that are asked for; a fact that the record does not hold is null.</summary>
    /// <param name="on">The day for which the records are taken.</param>
    /// <param name="facts">English names of the facts that the rules under trial read.</param>
    /// <param name="ct">Cancels the reading between two parts.</param>
    IAsyncEnumerable<PopulationPart> ReadAsync(DateOnly on, IReadOnlySet<string> facts, CancellationToken ct);
}

/// <summary>Some records, with their facts in columns.</summary>
/// <param name="Records">The records.</param>
/// <param name="Facts">For each fact one value a record, as in a <see cref="LawQuestion"/>.</param>
public sealed record PopulationPart(IReadOnlyList<PopulationRecord> Records, IReadOnlyDictionary<string, object?[]> Facts)
{
    /// <summary>The one control point at which these records were asked; null: at all those of the population.</summary>
    public string? ControlPoint { get; init; }
}

/// <summary>One record as the results show it.</summary>
/// <param name="Id">Id.</param>
/// <param name="Code">What people call it.</param>
/// <param name="UnitId">Unit it belongs to.</param>
/// <param name="Class">Its class, where it has one.</param>
/// <param name="Kind">Its kind, where it has one.</param>
/// <param name="Yuan">Money that hangs on it, in yuan; null where none does.</param>
/// <param name="Page">Address of its page.</param>
public sealed record PopulationRecord(Guid Id, string Code, Guid? UnitId, Bilingual? Class, Bilingual? Kind, decimal? Yuan, string? Page);

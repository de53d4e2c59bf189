using Guiju.Kernel;

namespace Guiju.Law.Contracts;

/// <summary>Something that hangs on a provision: a row of a decision, a figure, a control point, a procedure, a template, a duty …</summary>
/// <param name="Kind">What it is, e.g. 决策行 · row of a decision.</param>
/// <param name="Id">How its module knows it.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Address">The provision it cites: <c>cn/state-council/2012/621~art_25__para_1</c>, or the work alone.</param>
/// <param name="Page">Address of its page, where it has one.</param>
public sealed record Dependant(Bilingual Kind, string Id, Bilingual Title, string Address, string? Page = null);

/// <summary>A module that holds things which hang on provisions. Implemented by every such module and registered as a service; the library asks all of them.</summary>
public interface IDependants
{
    /// <summary>Everything of this module that cites the work or one of its provisions, whatever the version.</summary>
    Task<IReadOnlyList<Dependant>> OfWorkAsync(string work, CancellationToken ct);
}

using Guiju.Kernel;

namespace Guiju.Decisions.Contracts;

/// <summary>Tells people that rules change. Implemented by the module that holds their matters and messages; what it adds is saved with the running act.</summary>
public interface IRuleNews
{
    /// <summary>Tells whoever has an open matter that was judged at one of the control points. The matters themselves keep the law they were opened under.</summary>
    /// <param name="news">What changes.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many people were told.</returns>
    Task<int> TellAsync(RuleNews news, CancellationToken ct);
}

/// <summary>A change of rules as it is told.</summary>
/// <param name="Title">What is said.</param>
/// <param name="ControlPoints">Where the changed rules are asked.</param>
public sealed record RuleNews(Bilingual Title, IReadOnlySet<string> ControlPoints);

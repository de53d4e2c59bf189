namespace Guiju.Bpmn.Comparing;

/// <summary>What became of an element between two versions.</summary>
public enum Change
{
    /// <summary>Only the later version has it.</summary>
    Added,

    /// <summary>Only the earlier version has it.</summary>
    Removed,

    /// <summary>Both have it, and it does something else now.</summary>
    Changed,
}

/// <summary>One aspect of an element before and after.</summary>
/// <param name="Zh">What it is, in Chinese.</param>
/// <param name="En">What it is, in English.</param>
/// <param name="Before">As it was; empty where there was nothing.</param>
/// <param name="After">As it is; empty where there is nothing.</param>
public sealed record Aspect(string Zh, string En, string Before, string After);

/// <summary>An element in which two versions differ.</summary>
/// <param name="Element">Element id.</param>
/// <param name="Name">Name that people read, of the later version where it has it.</param>
/// <param name="Change">What became of it.</param>
/// <param name="Aspects">In what it differs; empty where it was added or removed.</param>
public sealed record Difference(string Element, string Name, Change Change, IReadOnlyList<Aspect> Aspects);

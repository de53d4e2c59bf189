namespace Guiju.Bpmn;

/// <summary>Something wrong in a file: the element, a stable code, and words in both languages.</summary>
/// <param name="Element">Id of the element; its name where it has none.</param>
/// <param name="Code">Stable code, e.g. <c>deadlock</c>.</param>
/// <param name="Zh">What is wrong, in Chinese.</param>
/// <param name="En">What is wrong, in English.</param>
/// <param name="Line">Line in the file, 0 where unknown.</param>
public sealed record BpmnFault(string Element, string Code, string Zh, string En, int Line = 0);

/// <summary>A file that cannot be read as a procedure: every fault found, each with its element.</summary>
public sealed class BpmnFormatException(IReadOnlyList<BpmnFault> faults)
    : Exception(string.Join("\n", faults.Select(f => $"{f.Element}: {f.En}")))
{
    /// <summary>The faults.</summary>
    public IReadOnlyList<BpmnFault> Faults { get; } = faults;
}

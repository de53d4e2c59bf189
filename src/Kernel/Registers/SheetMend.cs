namespace Guiju.Kernel.Registers;

/// <summary>One cell of a sheet that is to be read differently; <paramref name="To"/> null: the whole row goes, because an earlier one says the same.</summary>
/// <param name="Row">Row as the sheet counts them.</param>
/// <param name="Column">Heading.</param>
/// <param name="From">The cell as it stands in the file.</param>
/// <param name="To">What it is to be read as.</param>
public sealed record CellMend(int Row, string Column, string From, string? To);

/// <summary>Cells with the same dirt, mended in the same way: a person accepts all of them or none.</summary>
/// <param name="Key">Name in forms and addresses; the same file gives the same key.</param>
/// <param name="Column">Heading; empty for whole rows.</param>
/// <param name="What">What is wrong and how it is mended.</param>
/// <param name="Mends">Every cell.</param>
public sealed record MendGroup(string Key, string Column, Bilingual What, IReadOnlyList<CellMend> Mends)
{
    /// <summary>How many cells.</summary>
    public int Count => Mends.Count;

    /// <summary>A few different ones, to judge by.</summary>
    public IReadOnlyList<CellMend> Examples => Mends.DistinctBy(m => m.From).Take(4).ToList();
}

/// <summary>What a look at a sheet has found: mends to be accepted group by group, and doubts that only a person can settle in the file.</summary>
public sealed record SheetDiagnosis(IReadOnlyList<MendGroup> Groups, IReadOnlyList<SheetError> Doubts);

/// <summary>Mends cells of one column in a way that only its trade knows: given the cell's text it returns what it means, or null where there is nothing to mend.</summary>
/// <param name="Property">Property of the act.</param>
/// <param name="Code">Short name of the dirt.</param>
/// <param name="What">What is wrong and how it is mended.</param>
/// <param name="Mend">The cure.</param>
public sealed record CellCure(string Property, string Code, Bilingual What, Func<string, string?> Mend);

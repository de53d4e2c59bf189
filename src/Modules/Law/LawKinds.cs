namespace Guiju.Law;

/// <summary>Kinds of records as ledger and timelines name them.</summary>
internal static class LawKinds
{
    /// <summary>A text of the library.</summary>
    public const string Text = "law.text";

    /// <summary>A clean-up campaign.</summary>
    public const string Campaign = "law.campaign";

    /// <summary>A standard.</summary>
    public const string Standard = "law.standard";

    /// <summary>A duty.</summary>
    public const string Duty = "law.duty";

    /// <summary>A sentence set aside.</summary>
    public const string SetAside = "law.set-aside";

    /// <summary>A cell of the matrix that a provision governs.</summary>
    public const string Coverage = "law.coverage";

    /// <summary>A contract that a unit needs a model for.</summary>
    public const string ContractNeed = "law.contract-need";

    /// <summary>A model contract.</summary>
    public const string Template = "law.template";

    /// <summary>A contract drawn from a model.</summary>
    public const string DrawnContract = "law.drawn-contract";
}

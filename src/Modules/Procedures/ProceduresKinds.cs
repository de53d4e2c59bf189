namespace Guiju.Procedures;

/// <summary>Kinds of records of this module, as the ledger names them.</summary>
internal static class ProceduresKinds
{
    /// <summary>A statutory clock.</summary>
    public const string Clock = "procedures.clock";

    /// <summary>An official document.</summary>
    public const string Letter = "procedures.letter";

    /// <summary>A document number.</summary>
    public const string Number = "procedures.number";

    /// <summary>A series of document numbers.</summary>
    public const string NumberSeries = "procedures.number-series";
}

namespace Guiju.Law;

/// <summary>Kinds of records as ledger and timelines name them.</summary>
internal static class LawKinds
{
    /// <summary>A text of the library.</summary>
    public const string Text = "law.text";
}

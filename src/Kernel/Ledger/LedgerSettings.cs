namespace Guiju.Kernel.Ledger;

/// <summary>Settings <c>Guiju:Ledger</c>.</summary>
public sealed record LedgerSettings
{
    /// <summary>File that holds the SM2 key, outside the database. Nodes that share a database share it too.</summary>
    /// <value><c>keys/ledger-sm2.json</c> beside the database file, or under <c>data/</c> for a database server.</value>
    public string? KeyFile { get; init; }

    /// <summary>Seconds between two sealings.</summary>
    /// <value>5; at least 1.</value>
    public int SealEverySeconds { get; init; } = 5;
}

namespace Guiju.Fleet.Terminals;

/// <summary>How the gateway listens.</summary>
internal sealed record GatewayOptions
{
    /// <summary>Port; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Folder of the journal and of the key. <value>data/terminals</value></summary>
    public string Folder { get; init; } = Path.Combine("data", "terminals");

    /// <summary>Believe terminals that have not proved who they are: for closed networks and for trials. <value>false</value></summary>
    public bool Open { get; init; }

    /// <summary>After how long without a byte a connection is closed. <value>10 minutes</value></summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMinutes(10);
}

namespace Guiju.Fleet.Terminals;

/// <summary>How the gateway listens; in the page server under <c>Guiju:Fleet:Terminals</c>.</summary>
public sealed record GatewayOptions
{
    /// <summary>Run the gateway inside the page server. <value>false</value></summary>
    public bool Serve { get; init; }

    /// <summary>Port; 0 takes a free one. <value>7808</value></summary>
    public int Port { get; init; } = 7808;

    /// <summary>Folder of the journal and of the key. <value>data/terminals</value></summary>
    public string Folder { get; init; } = Path.Combine("data", "terminals");

    /// <summary>Believe terminals that have not proved who they are: for closed networks and for trials. <value>false</value></summary>
    public bool Open { get; init; }

    /// <summary>After how long without a byte a connection is closed. <value>10 minutes</value></summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>After how long of frames without a fix the receiver counts as faulty. <value>2 hours</value></summary>
    public TimeSpan NoFixAfter { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How far a terminal's clock may be off. <value>5 minutes</value></summary>
    public TimeSpan ClockWithin { get; init; } = TimeSpan.FromMinutes(5);
}

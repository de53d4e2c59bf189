namespace Guiju.Jt808;

/// <summary>An additional item of a position, kept whether its meaning is known or not.</summary>
/// <param name="Id">Number of the item.</param>
/// <param name="Bytes">Its bytes.</param>
public sealed record PositionItem(int Id, ReadOnlyMemory<byte> Bytes);

/// <summary>Where a car was, and how it was then. Coordinates are WGS-84 as the terminal gave them.</summary>
public sealed record Position
{
    /// <summary>Time of the fix; null where the terminal sent none that is a time.</summary>
    public DateTimeOffset? Time { get; init; }

    /// <summary>Degrees, south negative.</summary>
    public double Latitude { get; init; }

    /// <summary>Degrees, west negative.</summary>
    public double Longitude { get; init; }

    /// <summary>Metres above the sea; null where the message carries none.</summary>
    public int? AltitudeM { get; init; }

    /// <summary>Kilometres per hour.</summary>
    public double? SpeedKmh { get; init; }

    /// <summary>Degrees clockwise from north.</summary>
    public int? Direction { get; init; }

    /// <summary>The 32 alarm bits.</summary>
    public uint AlarmBits { get; init; }

    /// <summary>The 32 status bits.</summary>
    public uint StatusBits { get; init; }

    /// <summary>Names of the alarms.</summary>
    public IReadOnlyList<string> Alarms { get; init; } = [];

    /// <summary>Ignition is on.</summary>
    public bool Ignition => (StatusBits & 1) == 1;

    /// <summary>The terminal had a fix.</summary>
    public bool HasFix => (StatusBits >> 1 & 1) == 1;

    /// <summary>Additional items in the order in which they came.</summary>
    public IReadOnlyList<PositionItem> Items { get; init; } = [];

    /// <summary>Bytes behind the last whole item, kept as they are.</summary>
    public ReadOnlyMemory<byte> Tail { get; init; }

    /// <summary>Readings of the items whose meaning is known.</summary>
    public IReadOnlyDictionary<string, object> Readings { get; init; } = new Dictionary<string, object>();
}

namespace Guiju.Fleet.Maps;

/// <summary>How maps are drawn, under <c>Guiju:Fleet:Map</c>. Nothing is fetched from outside the house.</summary>
public sealed record MapOptions
{
    /// <summary>Folder with <c>districts.geojson</c> and <c>roads.geojson</c>, degrees WGS-84. <value>data/map</value></summary>
    public string Folder { get; init; } = Path.Combine("data", "map");

    /// <summary>Show everything shifted as public maps in China do (GCJ-02); stored positions stay as measured. <value>false</value></summary>
    public bool Gcj02 { get; init; }

    /// <summary>Address of tiles on this server, e.g. <c>/tiles/{z}/{x}/{y}.png</c>; empty: none are drawn. <value>empty</value></summary>
    public string Tiles { get; init; } = "";

    /// <summary>Seconds between two looks at where the cars are. <value>10</value></summary>
    public int RefreshSeconds { get; init; } = 10;

    /// <summary>Minutes after its last report in which a car counts as driving or standing. <value>15</value></summary>
    public int FreshMinutes { get; init; } = 15;
}

using System.ComponentModel.DataAnnotations;

namespace Guiju.Fleet;

/// <summary>Settings of the module, under <c>Guiju:Fleet</c>.</summary>
public sealed record FleetOptions : IValidatableObject
{
    /// <summary>Where they stand in the configuration.</summary>
    public const string Section = "Guiju:Fleet";

    /// <summary>Office hours begin; a departure before counts as off hours.</summary>
    /// <value>08:00</value>
    public TimeOnly OfficeFrom { get; init; } = new(8, 0);

    /// <summary>Office hours end.</summary>
    /// <value>18:00</value>
    public TimeOnly OfficeTo { get; init; } = new(18, 0);

    /// <summary>The gateway of terminals.</summary>
    public Terminals.GatewayOptions Terminals { get; init; } = new();

    /// <summary>The maps.</summary>
    public Maps.MapOptions Map { get; init; } = new();

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (OfficeTo <= OfficeFrom)
        {
            yield return new ValidationResult($"{Section}:{nameof(OfficeTo)} must be later than {nameof(OfficeFrom)}.", [nameof(OfficeTo)]);
        }

        if (Map.Tiles.Length > 0 && !(Map.Tiles.StartsWith('/') && !Map.Tiles.StartsWith("//", StringComparison.Ordinal) && ((string[])["{z}", "{x}", "{y}"]).All(p => Map.Tiles.Contains(p, StringComparison.Ordinal))))
        {
            yield return new ValidationResult($"{Section}:{nameof(Map)}:{nameof(Map.Tiles)} must be an address of this server with {{z}}, {{x}} and {{y}}, e.g. /tiles/{{z}}/{{x}}/{{y}}.png.", [nameof(Map)]);
        }

        if (Map.RefreshSeconds < 2 || Map.FreshMinutes < 1)
        {
            yield return new ValidationResult($"{Section}:{nameof(Map)} looks at the cars every 2 seconds at most, and a report is fresh for a minute at least.", [nameof(Map)]);
        }
    }

    /// <summary>When the night watch looks at the day before.</summary>
    /// <value>02:30</value>
    public TimeOnly WatchAt { get; init; } = new(2, 30);

    /// <summary>Folder of the road network (<c>vertexMap.txt</c>, <c>adjacentList.txt</c>) onto which tracks are laid; without one they are measured straight from position to position.</summary>
    /// <value>none</value>
    public string? Roads { get; init; }

    /// <summary>Latitude and longitude of the network's origin, WGS-84 degrees.</summary>
    /// <value>0, 0: the network is not used.</value>
    [Range(-90d, 90d)]
    public double RoadsLatitude { get; init; }

    /// <inheritdoc cref="RoadsLatitude"/>
    [Range(-180d, 180d)]
    public double RoadsLongitude { get; init; }

    /// <summary>How many trips of 2023 the demonstration bureau has.</summary>
    /// <value>20 000.</value>
    [Range(0, 200000)]
    public int DemonstrationTrips { get; init; } = 20000;
}

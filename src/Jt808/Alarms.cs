namespace Guiju.Jt808;

/// <summary>Names of the 32 alarm bits of a location report.</summary>
public static class Alarms
{
    private static readonly string?[] Names =
    [
        "emergency", "overspeed", "fatigue", "danger warning", "gnss fault", "gnss antenna open", "gnss antenna short", "low battery",
        "power cut", "display fault", "speech fault", "camera fault", "ic card fault", "overspeed warning", "fatigue warning", "illegal driving",
        "tyre pressure", "right turn blind spot", "daily driving overtime", "overtime parking", "area in or out", "route in or out", "section time", "route deviation",
        "speed sensor fault", "fuel anomaly", "stolen", "illegal ignition", "illegal move", "collision", "rollover", "illegal door",
    ];

    // The 2013 edition leaves bits 15 to 17 open; makers use them for shaking and for tampering with the housing.
    private static readonly Dictionary<int, string> VendorBits = new() { [15] = "vibration", [16] = "tampering", [17] = "tampering" };

    /// <summary>The names of the bits that are set, lowest first.</summary>
    public static IReadOnlyList<string> Of(uint bits, Edition edition)
    {
        if (bits == 0)
        {
            return [];
        }

        var names = new List<string>();
        for (var bit = 0; bit < Names.Length; bit++)
        {
            if ((bits >> bit & 1) == 1)
            {
                var name = edition == Edition.Of2013 && VendorBits.TryGetValue(bit, out var vendor) ? vendor : Names[bit] ?? $"bit {bit}";
                if (!names.Contains(name))
                {
                    names.Add(name);
                }
            }
        }

        return names;
    }
}

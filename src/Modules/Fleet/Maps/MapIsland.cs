using Guiju.Kernel;

namespace Guiju.Fleet.Maps;

/// <summary>What the map's script is told: where to ask, and the words it says.</summary>
internal static class MapIsland
{
    private static readonly Texts<MapPage> T = new();

    /// <summary>For a map of cars.</summary>
    public static string OfCars(MapOptions options, string query) =>
        Json.Write(new { @base = "/api/fleet/map/base", fences = "/api/fleet/map/fences", cars = "/api/fleet/map/cars" + query, refresh = options.RefreshSeconds, tiles = options.Tiles, words = Words() });

    /// <summary>For a way.</summary>
    public static string OfWay(MapOptions options, string query) =>
        Json.Write(new { @base = "/api/fleet/map/base", fences = "/api/fleet/map/fences", track = "/api/fleet/map/track" + query, tiles = options.Tiles, words = Words() });

    /// <summary>For a fence that is drawn or looked at; its numbers are as measured, so nothing is shifted and no tiles are laid below.</summary>
    public static string OfFence(object edit) => Json.Write(new { @base = "/api/fleet/map/base?measured=true", edit, words = Words() });

    private static Dictionary<string, string> Words() => new()
    {
        ["closer"] = T["放大"], ["farther"] = T["缩小"], ["all"] = T["全图"], ["lost"] = T["暂时取不到车辆位置，稍后自动再试。"], ["car"] = T["车辆"], ["replay"] = T["轨迹回放"],
        ["play"] = T["播放"], ["pause"] = T["暂停"], ["driving"] = Label.Of(CarMotion.Driving), ["standing"] = Label.Of(CarMotion.Standing), ["silent"] = Label.Of(CarMotion.Silent),
    };
}

namespace Guiju.Ui;

/// <summary>Our own line drawings on a field of 24 by 24.</summary>
public static class IconShapes
{
    private const string Sheet = "M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6";

    private static readonly Dictionary<string, string> Shapes = new()
    {
        ["home"] = "M4 11l8-7 8 7v9H4zM10 20v-6h4v6",
        ["car"] = "M4 16v-4l2-5h12l2 5v4zM4 16v2.500M20 16v2.500M7.500 13h.01M16.500 13h.01M5 12h14",
        ["cars"] = "M3 15v-3l2-4h9l2 4v3zM3 15v2M16 15v2M6 12.500h.01M13 12.500h.01M10 5h8l2 4v5",
        ["steering-wheel"] = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 14a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM12 14v7M10 11.500L3.500 10M14 11.500l6.500-1.500",
        ["route"] = "M6 20a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM18 8a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 18h8a3 3 0 0 0 0-6H8a3 3 0 0 1 0-6h8",
        ["list"] = "M9 6h11M9 12h11M9 18h11M4.500 6h.01M4.500 12h.01M4.500 18h.01",
        ["clipboard-list"] = "M6 5h12v16H6zM9 5V3h6v2M9 11h.01M9 15h.01M12 11h3M12 15h3",
        ["id-badge"] = "M5 4h14v17H5zM12 13a2.500 2.500 0 1 0 0-5 2.500 2.500 0 0 0 0 5zM8.500 18c.5-2 2-3 3.500-3s3 1 3.500 3M10 4V2h4v2",
        ["file-plus"] = "M6 3h8l4 4v14H6zM14 3v4h4M12 11v6M9 14h6",
        ["stack"] = "M12 4l8 4-8 4-8-4zM4 12l8 4 8-4M4 16l8 4 8-4",
        ["lock"] = "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3M12 15v2",
        ["receipt"] = "M6 3h12v18l-3-2-3 2-3-2-3 2zM9 8h6M9 12h6",
        ["table"] = "M4 5h16v14H4zM4 10h16M4 14.500h16M10 5v14",
        ["book"] = "M5 4h11a3 3 0 0 1 3 3v13H8a3 3 0 0 1-3-3zM5 17a3 3 0 0 1 3-3h11",
        ["scale"] = "M12 4v16M7 20h10M5 7h14M5 7l-2.500 6h5zM19 7l-2.500 6h5z",
        ["sitemap"] = "M9 4h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 9v4M6 16v-3h12v3",
        ["users"] = "M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM3 20c0-4 3-6 6-6s6 2 6 6M16 4.300a3.500 3.500 0 0 1 0 6.400M17.500 14.300c2.200.7 3.500 2.700 3.500 5.700",
        ["user"] = "M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM5 20c0-4 3.500-6 7-6s7 2 7 6",
        ["shield-check"] = "M12 3l8 3v6c0 5-3.500 8-8 9-4.500-1-8-4-8-9V6zM9 12l2 2 4-4",
        ["key"] = "M8 20a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM11 13l8-8M16 8l3 3M19 5l1.500 1.500",
        ["history"] = "M4 12a8 8 0 1 0 2.500-5.800L4 8.500M4 4v4.500h4.500M12 8v4l3 2",
        ["login"] = "M10 4h9v16h-9M4 12h10M11 8.500l3.500 3.500-3.500 3.500",
        ["logout"] = "M14 4H5v16h9M9 12h11M17 8.500l3.500 3.500-3.500 3.500",
        ["calendar"] = "M4 6h16v14H4zM4 10h16M8 3v4M16 3v4",
        ["clock"] = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3.500 2",
        ["plus"] = "M12 5v14M5 12h14",
        ["check"] = "M5 12.500l4.500 4.500L19 7.500",
        ["search"] = "M10.500 17a6.500 6.500 0 1 0 0-13 6.500 6.500 0 0 0 0 13zM15.500 15.500L20 20",
        ["filter"] = "M4 5h16l-6 8v6l-4-2v-4z",
        ["download"] = "M12 4v11M7.500 10.500L12 15l4.500-4.500M4 20h16",
        ["upload"] = "M12 15V4M7.500 8.500L12 4l4.500 4.500M4 20h16",
        ["printer"] = "M7 9V3h10v6M7 17H4V9h16v8h-3M7 14h10v7H7z",
        ["edit"] = "M4 20l1-4L16 5l3 3L8 19zM14 7l3 3",
        ["settings"] = "M4 7h10M18 7h2M4 17h2M10 17h10M16 9a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM8 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4z",
        ["alert"] = "M12 4l9 16H3zM12 10v4M12 17h.01",
        ["info"] = "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5M12 8h.01",
        ["mail"] = "M4 6h16v12H4zM4 7l8 6 8-6",
        ["chart"] = "M4 4v16h16M8 16v-4M12 16V8M16 16v-6",
        ["gauge"] = "M4 18a8 8 0 1 1 16 0M12 18l4-7M4 18h2M18 18h2",
        ["building"] = "M5 20V4h9v16M14 9h5v11M3 20h18M8 8h.01M11 8h.01M8 12h.01M11 12h.01M8 16h.01M11 16h.01",
        ["flow"] = "M4 5h5v5H4zM15 14h5v5h-5zM9 7.500h5a3 3 0 0 1 3 3V14",
        ["moon"] = "M19 14.500A8 8 0 0 1 9.500 5a7.500 7.500 0 1 0 9.500 9.500z",
        ["sun"] = "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 3v2M12 19v2M3 12h2M19 12h2M5.600 5.600L7 7M17 17l1.400 1.400M18.400 5.600L17 7M7 17l-1.400 1.400",
        ["map"] = "M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14",
        ["device"] = "M7 9h10v11H7zM12 9V4M9 4h6M10 13h4",
        ["polygon"] = "M12 4l8 6-3 9H7l-3-9z",
        ["language"] = "M4 6h9M8.500 4v2M11 6c-.8 4-3 6.500-7 8M6 8.500c1 2.500 3 4.500 6 5.500M12.500 20l4-9 4 9M14 17h5",
    };

    /// <summary>All names.</summary>
    public static IReadOnlyCollection<string> Names => Shapes.Keys;

    /// <summary>The drawing of a name.</summary>
    public static string Of(string name) => Shapes.GetValueOrDefault(name, Sheet);
}

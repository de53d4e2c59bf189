namespace Guiju.Dmn.Tests;

/// <summary>Finds the conformance kit beside the checkout.</summary>
internal static class KitData
{
    public static string? Find(string name)
    {
        if (Environment.GetEnvironmentVariable("GUIJU_DATA") is { Length: > 0 } set)
        {
            return Directory.Exists(Path.Combine(set, name)) ? Path.Combine(set, name) : null;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Guiju.slnx")))
            {
                var path = Path.GetFullPath(Path.Combine(folder.FullName, "..", "shared", "data", name));
                return Directory.Exists(path) ? path : null;
            }
        }

        return null;
    }
}

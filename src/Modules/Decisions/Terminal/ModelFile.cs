using Guiju.Dmn;

namespace Guiju.Decisions.Terminal;

/// <summary>A DMN file on disk, compiled with the models it imports from the same folder. Locations written in a file are never followed.</summary>
internal static class ModelFile
{
    public static DmnProgram Compile(string file, bool strict)
    {
        var model = Read(file);
        return DmnProgram.Compile(model, new DmnOptions { Strict = strict, Imports = model.Imports.Count == 0 ? [] : Imported(file, model) });
    }

    private static DmnModel Read(string file)
    {
        using var stream = File.OpenRead(file);
        return DmnXml.Read(stream, Path.GetFileName(file));
    }

    private static List<DmnModel> Imported(string file, DmnModel model)
    {
        var path = Path.GetFullPath(file);
        var beside = Directory.GetFiles(Path.GetDirectoryName(path) ?? ".", "*.dmn").Where(p => p != path).Order(StringComparer.Ordinal)
            .Select(ReadOrNull).OfType<DmnModel>().DistinctBy(m => m.Namespace).ToDictionary(m => m.Namespace, StringComparer.Ordinal);
        var found = new Dictionary<string, DmnModel>(StringComparer.Ordinal);
        var open = new Stack<DmnModel>([model]);
        while (open.TryPop(out var next))
        {
            foreach (var space in next.Imports.Select(i => i.Namespace))
            {
                if (beside.TryGetValue(space, out var import) && found.TryAdd(space, import))
                {
                    open.Push(import);
                }
            }
        }

        return [.. found.Values];
    }

    private static DmnModel? ReadOrNull(string file)
    {
        try
        {
            return Read(file);
        }
        catch (DmnFormatException)
        {
            return null; // a neighbour that cannot be read is not imported; the import is then reported as not at hand
        }
    }
}

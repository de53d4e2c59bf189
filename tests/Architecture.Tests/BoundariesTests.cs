using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Guiju.Architecture.Tests;

/// <summary>Who may know whom.</summary>
public sealed class BoundariesTests
{
    // The one list: project → projects it may reference.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Bpmn"] = [],
        ["Feel"] = [],
        ["Dmn"] = ["Feel"],
        ["Texts"] = [],
        ["Clocks"] = [],
        ["Kernel"] = ["Clocks"],
        ["Ui"] = ["Kernel"],
        ["Law"] = ["Kernel", "Ui", "Texts"],
        ["Decisions"] = ["Law", "Dmn", "Feel", "Kernel", "Ui"],
        ["Procedures"] = ["Bpmn", "Feel", "Decisions", "Law", "Kernel", "Ui", "Clocks"],
        ["Fleet"] = ["Procedures", "Decisions", "Law", "Kernel", "Ui", "Clocks"],
        ["Data.Sqlite"] = ["Kernel"],
        ["Data.Postgres"] = ["Kernel"],
        ["Web"] = ["Data.Sqlite", "Data.Postgres", "Fleet"],
        ["Cli"] = ["Web"],
    };

    // Modules know each other only through Contracts; these namespaces are the contract of the three that carry the law.
    private static readonly Dictionary<string, string[]> OpenNamespaces = new()
    {
        ["Law"] = ["Guiju.Law", "Guiju.Law.Contracts"],
        ["Decisions"] = ["Guiju.Decisions", "Guiju.Decisions.Contracts"],
        ["Procedures"] = ["Guiju.Procedures.Contracts"],
        ["Fleet"] = ["Guiju.Fleet.Contracts"],
    };

    [Fact]
    public void Projects_reference_only_what_they_may_know()
    {
        var wrong = References().Where(r => !Allowed.TryGetValue(r.From, out var allowed) || !allowed.Contains(r.To));

        Assert.Empty(wrong.Select(r => $"{r.From} → {r.To}"));
    }

    [Fact]
    public void No_circle_runs_through_the_projects()
    {
        var edges = References().ToLookup(r => r.From, r => r.To);
        var circles = Allowed.Keys.Where(start => Reachable(start, edges).Contains(start));

        Assert.Empty(circles);
    }

    [Fact]
    public void Modules_know_each_other_only_through_their_contracts()
    {
        var modules = OpenNamespaces.Keys.ToHashSet();
        var wrong =
            from module in modules
            from used in UsedTypes(module)
            where modules.Contains(used.Assembly) && used.Assembly != module && !OpenNamespaces[used.Assembly].Contains(used.Space)
            select $"{module} uses {used.Space}.{used.Name} of {used.Assembly}";

        Assert.Empty(wrong.Distinct());
    }

    private static IEnumerable<(string From, string To)> References() =>
        from file in Checkout.All("src")
        where file.EndsWith(".csproj", StringComparison.Ordinal)
        from reference in XDocument.Load(file).Descendants("ProjectReference")
        select (Path.GetFileNameWithoutExtension(file), Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    private static HashSet<string> Reachable(string start, ILookup<string, string> edges)
    {
        var found = new HashSet<string>();
        var open = new Stack<string>(edges[start]);
        while (open.TryPop(out var next))
        {
            if (found.Add(next))
            {
                foreach (var further in edges[next])
                {
                    open.Push(further);
                }
            }
        }

        return found;
    }

    private static List<(string Assembly, string Space, string Name)> UsedTypes(string module)
    {
        using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"Guiju.{module}.dll"));
        using var image = new PEReader(stream);
        var reader = image.GetMetadataReader();
        var used = new List<(string, string, string)>();
        foreach (var handle in reader.TypeReferences)
        {
            var type = reader.GetTypeReference(handle);
            if (type.ResolutionScope.Kind == HandleKind.AssemblyReference)
            {
                var assembly = reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name);
                used.Add((assembly.Replace("Guiju.", "", StringComparison.Ordinal), reader.GetString(type.Namespace), reader.GetString(type.Name)));
            }
        }

        return used;
    }
}

using System.Security.Cryptography;
using System.Text;
using Guiju.Dmn;
using Guiju.Kernel;
using Guiju.Law;

namespace Guiju.Decisions.Lawbooks;

/// <summary>All executable law of one version: sources, figures, compiled decisions, control points.</summary>
public sealed class Lawbook
{
    private readonly Dictionary<string, BoundDecision> decisions = [];

    private Lawbook(LawFiles files, LawSources sources, IReadOnlyDictionary<string, Parameter> parameters, IReadOnlyDictionary<string, ControlPoint> points)
    {
        Files = files;
        Sources = sources;
        Parameters = parameters;
        ControlPoints = points;
    }

    /// <summary>The files it was read from.</summary>
    public LawFiles Files { get; }

    /// <summary>Its version.</summary>
    public string Version => Files.Version;

    /// <summary>Texts and provisions.</summary>
    public LawSources Sources { get; }

    /// <summary>Figures by id.</summary>
    public IReadOnlyDictionary<string, Parameter> Parameters { get; }

    /// <summary>Control points by id.</summary>
    public IReadOnlyDictionary<string, ControlPoint> ControlPoints { get; }

    /// <summary>Every decision by <c>file#id</c>.</summary>
    public IReadOnlyDictionary<string, BoundDecision> Decisions => decisions;

    /// <summary>Reads and compiles; anything wrong is told with file and place.</summary>
    public static Lawbook Load(LawFiles files)
    {
        var parameters = files.Under("", "parameters.yaml").SelectMany(f => ParameterReader.Read(f.Key, f.Value)).ToDictionary(p => p.Id);
        var points = files.Under("", "control-points.yaml").SelectMany(f => ControlPointReader.Read(f.Key, f.Value)).ToDictionary(p => p.Id);
        var book = new Lawbook(files, LawSources.Parse(files), parameters, points);
        foreach (var (path, text) in files.Under("", ".dmn"))
        {
            book.AddModel(path, text);
        }

        foreach (var point in points.Values)
        {
            if (point.Decisions.FirstOrDefault(d => !book.decisions.ContainsKey(d)) is { } unknown)
            {
                throw new LawFormatException($"Control point {point.Id} names decision {unknown}, which does not exist.");
            }
        }

        return book;
    }

    private void AddModel(string path, string text)
    {
        var model = DmnXml.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), path);
        var program = DmnProgram.Compile(model, new DmnOptions { Strict = true });
        if (program.Faults.Count > 0)
        {
            throw new LawFormatException(string.Join('\n', program.Faults.Select(f => $"{path}, line {f.Line}, {f.Element}: {f.Message}")));
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
        foreach (var decision in model.Decisions)
        {
            decisions.Add($"{path}#{decision.Id}", new BoundDecision(path, model, decision, program, hash, Parameters));
        }
    }
}

/// <summary>Reads <c>parameters.yaml</c>.</summary>
internal static class ParameterReader
{
    public static IEnumerable<Parameter> Read(string path, string text) => LawYaml.Parse(path, text).Items.Select(p => new Parameter(
        p["id"].Text,
        new Bilingual(p["name"].Text, p["english"].Text),
        p.Find("unit")?.Text,
        p["type"].Text,
        p.Find("pack")?.Text ?? "cn",
        p["values"].Items.Select(v => new ParameterValue(v["from"].Date, v.Find("to")?.Date, ValueOf(p["type"].Text, v["value"]),
            v.Find("provision")?.Text, v["evidence"].Evidence, v["recorded"].Date)).ToList())).ToList();

    private static object ValueOf(string type, LawYaml yaml) => type == "string" ? yaml.Text : yaml.Value;
}

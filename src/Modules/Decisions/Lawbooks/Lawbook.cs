using System.Security.Cryptography;
using System.Text;
using Guiju.Dmn;
using Guiju.Kernel;
using Guiju.Law;

namespace Guiju.Decisions.Lawbooks;

/// <summary>All executable law of one version: sources, figures, compiled decisions with the days they hold, control points.</summary>
public sealed class Lawbook
{
    private readonly Dictionary<string, BoundDecision> decisions = [];
    private readonly Dictionary<string, List<DatedDecision>> wordings = [];
    private readonly Dictionary<string, (DmnModel Model, DmnProgram Program)> compiled = [];

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

    /// <summary>Every decision by <c>file#id</c>, in its first wording.</summary>
    public IReadOnlyDictionary<string, BoundDecision> Decisions => decisions;

    /// <summary>Published changes, by number.</summary>
    public IReadOnlyList<LawAmendment> Amendments { get; private init; } = [];

    /// <summary>The decision in the wording of a day; null where there is no such decision.</summary>
    public BoundDecision? At(string reference, DateOnly on)
    {
        var later = wordings.GetValueOrDefault(reference)?.Where(w => w.Amendment.Holds(on)).OrderByDescending(w => w.Amendment.From).ThenByDescending(w => w.Amendment.Number).FirstOrDefault();
        return later?.Decision ?? decisions.GetValueOrDefault(reference);
    }

    /// <summary>The wordings that amendments gave a decision, by day.</summary>
    public IReadOnlyList<DatedDecision> WordingsOf(string reference) => wordings.GetValueOrDefault(reference)?.OrderBy(w => w.Amendment.From).ThenBy(w => w.Amendment.Number).ToList() ?? [];

    /// <summary>The text of a model in the wording of a day; null where there is no such file.</summary>
    public string? ModelAt(string path, DateOnly on) =>
        Amendments.Where(a => a.Holds(on) && a.Files.ContainsKey(path)).OrderByDescending(a => a.From).ThenByDescending(a => a.Number).FirstOrDefault()?.Files[path]
        ?? Files.Files.GetValueOrDefault(path);

    /// <summary>Reads and compiles; anything wrong is told with file and place.</summary>
    /// <param name="files">The files.</param>
    /// <param name="like">A lawbook that holds much of the same: what it has compiled is not compiled again.</param>
    public static Lawbook Load(LawFiles files, Lawbook? like = null)
    {
        var own = files.Files.Keys.Any(IsAmendment) ? new LawFiles(files.Files.Where(f => !IsAmendment(f.Key)).ToDictionary()) : files;
        var amendments = LawAmendment.In(files);
        var points = own.Under("", "control-points.yaml").SelectMany(f => ControlPointReader.Read(f.Key, f.Value)).ToDictionary(p => p.Id);
        var sources = LawSources.Parse(own).With(amendments.SelectMany(a => a.Files).Where(f => f.Key.StartsWith("sources/", StringComparison.Ordinal)));
        var book = new Lawbook(files, sources, ParameterReader.Read(own, amendments), points) { Amendments = amendments };
        foreach (var (path, text) in own.Under("", ".dmn"))
        {
            foreach (var (reference, decision) in book.Compile(path, text, like))
            {
                book.decisions.Add(reference, decision);
            }
        }

        foreach (var amendment in amendments)
        {
            book.Amend(amendment, like);
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

    private static bool IsAmendment(string path) => path.StartsWith(LawAmendment.Folder, StringComparison.Ordinal);

    private void Amend(LawAmendment amendment, Lawbook? like)
    {
        foreach (var (path, text) in amendment.Files.Where(f => f.Key.EndsWith(".dmn", StringComparison.Ordinal)))
        {
            foreach (var (reference, decision) in Compile(path, text, like))
            {
                decisions.TryAdd(reference, decision);
                if (!wordings.TryGetValue(reference, out var own))
                {
                    wordings[reference] = own = [];
                }

                own.Add(new DatedDecision(amendment, decision));
            }
        }
    }

    private IEnumerable<(string Reference, BoundDecision Decision)> Compile(string path, string text, Lawbook? like)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..12];
        var key = $"{path}\n{hash}";
        if (!compiled.TryGetValue(key, out var ready))
        {
            compiled[key] = ready = like is not null && like.compiled.TryGetValue(key, out var known) ? known : Compile(path, text);
        }

        foreach (var decision in ready.Model.Decisions)
        {
            yield return ($"{path}#{decision.Id}", new BoundDecision(path, ready.Model, decision, ready.Program, hash, Parameters));
        }
    }

    private static (DmnModel Model, DmnProgram Program) Compile(string path, string text)
    {
        var model = DmnXml.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), path);
        var program = DmnProgram.Compile(model, new DmnOptions { Strict = true });
        return program.Faults.Count == 0
            ? (model, program)
            : throw new LawFormatException(string.Join('\n', program.Faults.Select(f => $"{path}, line {f.Line}, {f.Element}: {f.Message}")));
    }
}

/// <summary>What an amendment made of a decision.</summary>
/// <param name="Amendment">The amendment; its days are those of the wording.</param>
/// <param name="Decision">The decision as it then reads.</param>
public sealed record DatedDecision(LawAmendment Amendment, BoundDecision Decision);

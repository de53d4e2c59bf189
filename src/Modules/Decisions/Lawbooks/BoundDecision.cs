using Guiju.Dmn;
using Guiju.Kernel;
using Guiju.Law;

namespace Guiju.Decisions.Lawbooks;

/// <summary>A decision with what it reads: facts by Chinese name and figures by parameter.</summary>
public sealed class BoundDecision
{
    private readonly Dictionary<DmnRule, IReadOnlyList<Parameter>> figures = [];

    internal BoundDecision(string path, DmnModel model, DmnDecision decision, DmnProgram program, string hash, IReadOnlyDictionary<string, Parameter> parameters)
    {
        Path = path;
        Model = model;
        Decision = decision;
        Program = program;
        Hash = hash;
        var needed = Needed(model, decision);
        Facts = needed.Where(i => i.Extension("parameter") is null).ToList();
        Parameters = needed.Where(i => i.Extension("parameter") is not null).ToDictionary(
            i => i.VariableName,
            i => parameters.GetValueOrDefault(i.Extension("parameter")!) // filtered just above
                ?? throw new LawFormatException($"{path}, line {i.Line}: parameter '{i.Extension("parameter")}' does not exist."));
        From = DateOf(decision, "from");
        To = DateOf(decision, "to");
        foreach (var rule in decision.Table?.Rules ?? [])
        {
            figures[rule] = FiguresIn(rule).ToList();
        }
    }

    /// <summary>File under <c>law/</c>.</summary>
    public string Path { get; }

    /// <summary>The model.</summary>
    public DmnModel Model { get; }

    /// <summary>The decision.</summary>
    public DmnDecision Decision { get; }

    /// <summary>The compiled model.</summary>
    public DmnProgram Program { get; }

    /// <summary>Hash of the file.</summary>
    public string Hash { get; }

    /// <summary>First day in force; null: always.</summary>
    public DateOnly? From { get; }

    /// <summary>Last day in force; null: still.</summary>
    public DateOnly? To { get; }

    /// <summary>Rule code, e.g. V-02.</summary>
    public string Rule => Decision.Extension("rule") ?? Decision.Id;

    /// <summary>Title in both languages.</summary>
    public Bilingual Title => new(Decision.Name, Decision.Extension("english") ?? Decision.Name);

    /// <summary>Facts it may read, itself or through decisions it requires.</summary>
    public IReadOnlyList<DmnInput> Facts { get; }

    /// <summary>Figures it may read, by the name used in the tables.</summary>
    public IReadOnlyDictionary<string, Parameter> Parameters { get; }

    /// <summary>Whether it is in force on a day.</summary>
    public bool InForce(DateOnly on) => (From is null || From <= on) && (To is null || To >= on);

    /// <summary>Figures that a row rests on, itself or through decisions it looks at.</summary>
    public IReadOnlyList<Parameter> FiguresOf(DmnRule rule) => figures.GetValueOrDefault(rule, []);

    private static DateOnly? DateOf(DmnDecision decision, string name) => decision.Extension(name) is { } text
        ? DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) : null;

    private static List<DmnInput> Needed(DmnModel model, DmnDecision decision)
    {
        var inputs = new HashSet<string>();
        var seen = new HashSet<string>();
        var open = new Stack<DmnDecision>([decision]);
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next.Id))
            {
                continue;
            }

            inputs.UnionWith(next.RequiredInputs.Select(Bare));
            foreach (var id in next.RequiredDecisions.Select(Bare))
            {
                if (model.Decisions.FirstOrDefault(d => d.Id == id) is { } required)
                {
                    open.Push(required);
                }
            }
        }

        return model.Inputs.Where(i => inputs.Contains(i.Id)).ToList();
    }

    private static string Bare(string reference) => reference[(reference.LastIndexOf('#') + 1)..];

    private IEnumerable<Parameter> FiguresIn(DmnRule rule) => Program.NamesIn(Decision, rule).Select(name => Parameters.GetValueOrDefault(name)).OfType<Parameter>();
}

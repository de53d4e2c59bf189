using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Dmn;

/// <summary>A compiled model, ready to be evaluated any number of times and by several threads.</summary>
public sealed class DmnProgram
{
    private readonly Unit unit;
    private readonly DmnOptions options;
    private readonly IReadOnlyList<(DmnDecision Exception, DmnDecision Base)> exceptions;

    private DmnProgram(Unit unit, DmnOptions options, IReadOnlyList<DmnFault> faults)
    {
        this.unit = unit;
        this.options = options;
        Faults = faults;
        exceptions = Displacement.In(unit.Model);
    }

    /// <summary>The model.</summary>
    public DmnModel Model => unit.Model;

    /// <summary>Mistakes found while compiling; a decision with a mistake still compiles, and the part concerned gives null.</summary>
    public IReadOnlyList<DmnFault> Faults { get; }

    /// <summary>Compiles a model.</summary>
    public static DmnProgram Compile(DmnModel model, DmnOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        options ??= new DmnOptions();
        var faults = new Faults();
        var unit = new Linker(options, faults).Link(model);
        return new DmnProgram(unit, options, faults.Found);
    }

    /// <summary>Evaluates a decision.</summary>
    /// <param name="decision">Its name or id.</param>
    /// <param name="facts">CLR values by input name (the model's or the <c>guiju:english</c> one).</param>
    /// <param name="parameters">The figures of law: those of the business date, or others to ask "what if". A fact of the same name goes before.</param>
    /// <exception cref="ArgumentException">There is no such decision, or a fact is of a kind no expression can read.</exception>
    /// <exception cref="FeelLimitException">It was stopped because it exceeded a limit.</exception>
    public DmnResult Evaluate(string decision, IReadOnlyDictionary<string, object?> facts, ParameterVector? parameters = null)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var target = Model.Decision(decision) ?? throw new ArgumentException($"no decision is called {decision}", nameof(decision));
        var (value, session) = Run(target, facts, parameters);
        if (exceptions.Count > 0)
        {
            DecideDisplaced(session);
        }

        return new DmnResult
        {
            Value = ClrValues.To(value),
            Hits = session.Tables.LastOrDefault(t => ReferenceEquals(t.Owner, target))?.Hits ?? [],
            Missing = session.MissingOf.GetValueOrDefault(target.VariableName) ?? [],
            Warnings = session.Warnings,
            Trace = new Trace(session.Tables) { Displacements = Displacement.Of(exceptions, session.Tables) },
        };
    }

    /// <summary>Calls a knowledge model or decision service by name with arguments by name.</summary>
    /// <exception cref="ArgumentException">There is no such function.</exception>
    /// <exception cref="FeelLimitException">It was stopped because it exceeded a limit.</exception>
    public DmnResult Invoke(string function, IReadOnlyDictionary<string, object?> arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        var (value, session) = Call(function, arguments);
        return new DmnResult { Value = ClrValues.To(value), Warnings = session.Warnings, Trace = new Trace(session.Tables) };
    }

    /// <summary>Checks for publication: rows that overlap, rows that can never hit, cases no row covers, constants of the wrong type; each with the smallest example.</summary>
    public IReadOnlyList<DmnFault> Check() =>
        [.. Faults, .. Model.Decisions.Cast<DmnElement>().Concat(Model.KnowledgeModels).SelectMany(Tables).SelectMany(t => Checks(t).Run())];

    /// <summary>The rows that none of these results hit, in any table on the way; each with the smallest example that would hit it.</summary>
    /// <param name="results">What the scenarios came to.</param>
    public IReadOnlyList<DmnFault> Untried(IEnumerable<DmnResult> results)
    {
        ArgumentNullException.ThrowIfNull(results);
        var hit = results.SelectMany(r => r.Trace.Tables).SelectMany(t => t.Hits).Select(h => h.Rule).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. Model.Decisions.Cast<DmnElement>().Concat(Model.KnowledgeModels).SelectMany(Tables).SelectMany(t => Untried(t, hit))];

        IEnumerable<DmnFault> Untried(TableNode table, HashSet<object?> hit)
        {
            var checks = Checks(table);
            return table.Rows.Where(r => !hit.Contains(r.Rule)).Select(checks.Untried);
        }
    }

    /// <summary>A decision's table compiled against a CLR type, for scans of many records.</summary>
    /// <param name="decision">Its name or id.</param>
    /// <param name="parameters">The figures its cells compare with, where they do; <see cref="TypedTable{TFacts}.With"/> takes others later.</param>
    /// <exception cref="ArgumentException">The decision is no table, or one that does not fit a <see cref="CompiledTable"/>, or the type lacks a property.</exception>
    public TypedTable<TFacts> Typed<TFacts>(string decision, ParameterVector? parameters = null) => new(Source(decision), parameters);

    /// <summary>A decision's table for facts in columns.</summary>
    /// <param name="decision">Its name or id.</param>
    /// <param name="parameters">The figures its cells compare with, where they do.</param>
    /// <exception cref="ArgumentException">The decision is no table, or one that does not fit a <see cref="CompiledTable"/>.</exception>
    public ColumnarTable Columnar(string decision, ParameterVector? parameters = null) => new(Source(decision), parameters);

    /// <summary>A decision's table compiled against facts in slots.</summary>
    /// <param name="decision">Its name or id.</param>
    /// <param name="parameters">The figures its cells compare with, where they do.</param>
    /// <exception cref="ArgumentException">The decision is no table, or one that does not fit a <see cref="CompiledTable"/>.</exception>
    public BoxedTable Boxed(string decision, ParameterVector? parameters = null) => new(Source(decision), parameters);

    /// <summary>The names a row's outcome rests on: those its cells mention, those read by the columns it looks at, and those behind decisions among them.</summary>
    public IReadOnlyList<string> NamesIn(DmnDecision decision, DmnRule rule)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(rule);
        if (Tables(decision).SelectMany(t => t.Rows.Select(r => (Table: t, Row: r))).FirstOrDefault(p => ReferenceEquals(p.Row.Rule, rule)) is not { Row: { } row } found)
        {
            return [];
        }

        var looked = found.Table.Inputs.Where((_, c) => row.Tests[c] is not AnyTest);
        var read = row.Tests.OfType<Node>().Concat(row.Outputs).Concat(looked).SelectMany(n => n.All()).OfType<NameNode>().Select(n => n.Name);
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in read.Where(n => n != "?"))
        {
            Behind(decision, name, names);
        }

        return [.. names];
    }

    internal (object? Value, Session Session) Run(DmnDecision decision, IReadOnlyDictionary<string, object?> facts, ParameterVector? parameters = null)
    {
        var session = Begin(facts, parameters);
        return (Evaluator.Value(new Requirement(unit, decision, null), session), session);
    }

    internal (object? Value, Session Session) Call(string function, IReadOnlyDictionary<string, object?> arguments)
    {
        DmnElement target = Model.Services.FirstOrDefault(s => s.Name == function || s.Id == function)
            ?? (DmnElement?)Model.KnowledgeModels.FirstOrDefault(k => k.Name == function || k.Id == function)
            ?? throw new ArgumentException($"no function is called {function}", nameof(function));
        var session = Begin(arguments);
        var callable = (FeelFunction?)Evaluator.Value(new Requirement(unit, target, null), session);
        var given = callable?.Parameters.Select(p => ClrValues.From(arguments.GetValueOrDefault(p.Name))).ToArray() ?? [];
        return (callable?.Call(given, session.Run, default), session);
    }

    /// <summary>Where an exception was looked at, its base rule is decided too, so that the trace can say what would stand without the exception.</summary>
    private void DecideDisplaced(Session session)
    {
        var warnings = session.Warnings.Count;
        foreach (var (exception, rule) in exceptions)
        {
            if (session.Has(exception) && !session.Has(rule))
            {
                Evaluator.Value(new Requirement(unit, rule, null), session);
            }
        }

        session.Warnings.RemoveRange(warnings, session.Warnings.Count - warnings);
    }

    private Session Begin(IReadOnlyDictionary<string, object?> facts, ParameterVector? parameters = null)
    {
        var run = new Run(options.Clock, options.Limits, options.Strict);
        var session = new Session(run, facts) { Parameters = parameters };
        run.Witness = session;
        return session;
    }

    private TableChecks Checks(TableNode table) => new(table, name =>
        unit.Requirements(table.Owner).FirstOrDefault(r => r.Import is null && r.Element is DmnDecision && Unit.NameOf(r.Element) == name) is { } requirement
            ? requirement.Unit.Logic(requirement.Element)
            : null);

    private TableSource Source(string decision)
    {
        var target = Model.Decision(decision) ?? throw new ArgumentException($"no decision is called {decision}", nameof(decision));
        return unit.Logic(target) switch
        {
            TableNode table => new TableSource(table, FeelType.Any, Model, unit.TypeOf),
            FitNode { Inner: TableNode table } fit => new TableSource(table, fit.Type, Model, unit.TypeOf),
            _ => throw new ArgumentException($"{decision} is no table", nameof(decision)),
        };
    }

    private IEnumerable<TableNode> Tables(DmnElement element) =>
        unit.IsCompiled(element) ? unit.Logic(element).All().OfType<TableNode>() : [];

    private void Behind(DmnElement reader, string name, HashSet<string> names)
    {
        if (!names.Add(name) || unit.Requirements(reader).FirstOrDefault(r => Unit.NameOf(r.Element) == name) is not { } requirement
            || requirement.Element is not (DmnDecision or DmnKnowledgeModel) || !ReferenceEquals(requirement.Unit, unit))
        {
            return;
        }

        foreach (var inner in unit.Logic(requirement.Element).All().OfType<NameNode>().Where(n => n.Name != "?"))
        {
            Behind(requirement.Element, inner.Name, names);
        }
    }
}

/// <summary>Links a model with its imports and refuses circles.</summary>
internal sealed class Linker(DmnOptions options, Faults faults)
{
    private readonly Dictionary<string, Unit> done = new(StringComparer.Ordinal);
    private readonly HashSet<DmnModel> open = new(ReferenceEqualityComparer.Instance);

    public Unit Link(DmnModel model)
    {
        open.Add(model);
        var imports = new List<(string, Unit)>();
        foreach (var import in model.Imports)
        {
            var target = options.Imports.FirstOrDefault(m => m.Namespace == import.Namespace && !ReferenceEquals(m, model));
            if (target is null)
            {
                if (DmnXml.Versions.ContainsKey(import.ImportType))
                {
                    faults.Add("import", import, $"the model {import.Namespace} is not at hand", $"缺少被引用的模型 {import.Namespace}");
                }
            }
            else if (open.Contains(target))
            {
                faults.Add("cycle", import, $"{import.Namespace} imports this model", $"模型 {import.Namespace} 与本模型相互引用");
            }
            else
            {
                if (!done.TryGetValue(target.Namespace, out var unit))
                {
                    done[target.Namespace] = unit = Link(target);
                }

                imports.Add((import.Name, unit));
            }
        }

        open.Remove(model);
        return new Unit(new Circles(model, faults).Broken(), options, faults, imports);
    }
}

using System.Collections.Concurrent;
using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Dmn;

/// <summary>One model of a program, compiled: its types, the logic of its decisions, and the names each may read.</summary>
internal sealed class Unit
{
    private readonly Dictionary<DmnElement, Node> logic = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<DmnElement, IReadOnlyList<Requirement>> requirements = new(ReferenceEqualityComparer.Instance);
    private readonly ConcurrentDictionary<DmnElement, Node> ready = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, DmnElement> byId = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<(string Name, Unit Unit)> imports;
    private readonly Faults faults;
    private readonly DmnOptions options;

    public Unit(DmnModel model, DmnOptions options, Faults faults, IReadOnlyList<(string Name, Unit Unit)> imports)
    {
        Model = model;
        this.faults = faults;
        this.imports = imports;
        Types = new TypeBook(model, faults, options, imports.Select(i => (i.Name, i.Unit.Types)));
        DmnElement[] elements = [.. model.Inputs, .. model.Decisions, .. model.KnowledgeModels, .. model.Services];
        foreach (var element in elements)
        {
            if (element.Id.Length > 0 && !byId.TryAdd(element.Id, element))
            {
                faults.Add("duplicate", element, $"the id {element.Id} stands twice", $"标识 {element.Id} 重复");
            }
        }

        foreach (var element in elements)
        {
            requirements[element] = [.. References(element).Select(href => Resolve(href, element)).OfType<Requirement>()];
        }

        this.options = options;
        foreach (var element in elements.Where(e => e is DmnDecision or DmnKnowledgeModel))
        {
            CompileInOrder(element);
        }
    }

    public DmnModel Model { get; }

    public TypeBook Types { get; }

    /// <summary>The compiled logic of a decision or knowledge model; those it reads are compiled before it, so that their types are known.</summary>
    public Node Logic(DmnElement element)
    {
        if (!logic.TryGetValue(element, out var node))
        {
            logic[element] = node = Compile(element, options);
        }

        return node;
    }

    /// <summary>The same logic as delegates, unless the interpreter is asked for.</summary>
    public Node Ready(DmnElement element) => options.Interpret ? Logic(element) : ready.GetOrAdd(element, e => CompiledNode.Of(Logic(e)));

    /// <summary>The body of a knowledge model's function, fitted to what it is said to give.</summary>
    public Node Body(DmnKnowledgeModel model, BoxedFunctionNode function, FeelType result) => options.Interpret ? Fitted(function.Body, result) : ready.GetOrAdd(model, _ => CompiledNode.Of(Fitted(function.Body, result)));

    private static Node Fitted(Node body, FeelType result) => result == FeelType.Any ? body : new FitNode(body, result);

    public bool IsCompiled(DmnElement element) => logic.ContainsKey(element);

    /// <summary>What an element may read, with the name it reads it under.</summary>
    public IReadOnlyList<Requirement> Requirements(DmnElement element) => requirements[element];

    /// <summary>The declared type of an element as others see it.</summary>
    public FeelType TypeOf(DmnElement element) => element switch
    {
        DmnInput input => Types.Find(input.TypeRef, input),
        DmnDecision decision => Types.Find(decision.TypeRef, decision) is var type && type != FeelType.Any ? type
            : Logic(decision).Type,
        DmnKnowledgeModel model => new FunctionType([.. (model.Logic?.Parameters ?? []).Select(p => Types.Find(p.TypeRef, model))], ResultOf(model.TypeRef, model)),
        DmnDecisionService service => new FunctionType(null, ResultOf(service.TypeRef, service)),
        _ => FeelType.Any,
    };

    /// <summary>What a function gives: some authors declare that, others the type of the function itself.</summary>
    public FeelType ResultOf(string? typeRef, DmnElement element)
    {
        var type = Types.Find(typeRef, element);
        return (type is ConstrainedType constrained ? constrained.Bare : type) is FunctionType function ? function.Result : type;
    }

    public static string NameOf(DmnElement element) => element switch
    {
        DmnInput input => input.VariableName,
        DmnDecision decision => decision.VariableName,
        DmnKnowledgeModel model => model.VariableName,
        DmnDecisionService service => service.VariableName,
        _ => element.Name,
    };

    /// <summary>The element a reference names, here or in an import.</summary>
    public Requirement? Resolve(string href, DmnElement from)
    {
        var hash = href.IndexOf('#', StringComparison.Ordinal);
        var (space, id) = hash < 0 ? ("", href) : (href[..hash], href[(hash + 1)..]);
        if ((space.Length == 0 || space == Model.Namespace) && byId.TryGetValue(id, out var own))
        {
            return new Requirement(this, own, null);
        }

        var import = imports.FirstOrDefault(i => i.Unit.Model.Namespace == space);
        if (import.Unit is not null && import.Unit.byId.TryGetValue(id, out var theirs))
        {
            return new Requirement(import.Unit, theirs, import.Name.Length == 0 ? null : import.Name);
        }

        faults.Add("reference", from, $"nothing has the id {href}", $"没有标识为 {href} 的元素");
        return null;
    }

    private static IEnumerable<string> References(DmnElement element) => element switch
    {
        DmnDecision decision => [.. decision.RequiredInputs, .. decision.RequiredDecisions, .. decision.RequiredKnowledge],
        DmnKnowledgeModel model => model.RequiredKnowledge,
        DmnDecisionService service => [.. service.InputDecisions, .. service.InputFacts, .. service.OutputDecisions, .. service.EncapsulatedDecisions],
        _ => [],
    };

    /// <summary>Compiles what an element requires before the element, without recursion: a chain of decisions may be longer than the stack.</summary>
    private void CompileInOrder(DmnElement element)
    {
        var (open, seen) = (new Stack<DmnElement>([element]), new HashSet<DmnElement>(ReferenceEqualityComparer.Instance));
        while (open.TryPeek(out var next))
        {
            var count = open.Count;
            if (!logic.ContainsKey(next) && seen.Add(next))
            {
                foreach (var requirement in requirements[next].Where(r => ReferenceEquals(r.Unit, this) && r.Element is DmnDecision && !logic.ContainsKey(r.Element) && !seen.Contains(r.Element)))
                {
                    open.Push(requirement.Element);
                }
            }

            if (open.Count == count)
            {
                open.Pop();
                Logic(next);
            }
        }
    }

    private Node Compile(DmnElement element, DmnOptions options)
    {
        var names = new NameScope { NamedTypes = Types.Names };
        foreach (var group in requirements[element].GroupBy(r => r.Import))
        {
            if (group.Key is null)
            {
                foreach (var requirement in group)
                {
                    names.With(NameOf(requirement.Element), requirement.Unit.TypeOf(requirement.Element));
                }
            }
            else
            {
                names.With(group.Key, new ContextType([.. group.Select(r => new FeelParameter(NameOf(r.Element), r.Unit.TypeOf(r.Element)))]));
            }
        }

        foreach (var type in Types.Names.Values)
        {
            names.Remember(type);
        }

        var box = new BoxCompiler(Types, faults, options, element);
        if (element is DmnDecision decision)
        {
            return decision.Logic is null ? new NothingNode(null, "") : box.Fitted(box.Compile(decision.Logic, names), decision.TypeRef, decision);
        }

        var model = (DmnKnowledgeModel)element;
        names.With(NameOf(model), TypeOf(model));
        return model.Logic is null ? new NothingNode(null, "") : box.Function(model.Logic, names);
    }
}

/// <summary>Something an element may read.</summary>
/// <param name="Unit">The model it stands in.</param>
/// <param name="Element">The input, decision, knowledge model or service.</param>
/// <param name="Import">The name of the import it is read through; null in the same model.</param>
internal sealed record Requirement(Unit Unit, DmnElement Element, string? Import);

using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Dmn;

/// <summary>The types a model knows: the language's, its own, and those of its imports under the import's name.</summary>
internal sealed class TypeBook
{
    private const int MostDepth = 200;

    private readonly Dictionary<string, FeelType> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DmnItemDefinition> definitions = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = [];
    private readonly Faults faults;
    private readonly DmnOptions options;

    public TypeBook(DmnModel model, Faults faults, DmnOptions options, IEnumerable<(string Name, TypeBook Types)> imports)
    {
        this.faults = faults;
        this.options = options;
        foreach (var (prefix, imported) in imports)
        {
            foreach (var (name, type) in imported.types)
            {
                types.TryAdd(prefix.Length == 0 ? name : prefix + "." + name, type);
            }
        }

        foreach (var definition in model.ItemDefinitions)
        {
            if (!definitions.TryAdd(definition.Name, definition))
            {
                faults.Add("duplicate", definition, $"{definition.Name} is defined twice", $"“{definition.Name}”定义了两次");
            }
        }

        foreach (var definition in definitions.Values)
        {
            Named(definition.Name);
        }
    }

    public IReadOnlyDictionary<string, FeelType> Names => types;

    /// <summary>The type of a reference; any type for none, and for an unknown one with a fault.</summary>
    public FeelType Find(string? typeRef, DmnElement element)
    {
        if (typeRef is null)
        {
            return FeelType.Any;
        }

        if (Named(typeRef) is { } type)
        {
            return type;
        }

        faults.Add("unknown-type", element, $"unknown type {typeRef}", $"未知的类型“{typeRef}”");
        return FeelType.Any;
    }

    private FeelType? Named(string name)
    {
        if (types.TryGetValue(name, out var known))
        {
            return known;
        }

        if (!definitions.TryGetValue(name, out var definition))
        {
            return FeelType.Named.GetValueOrDefault(name);
        }

        if (open.Count > MostDepth)
        {
            faults.Add("too-deep", definition, $"types defined by one another over more than {MostDepth} steps", $"类型相互引用超过 {MostDepth} 层");
            return FeelType.Any;
        }

        if (!open.Add(name))
        {
            faults.Add("cycle", definition, $"{name} is defined by itself", $"“{name}”以自身定义");
            return FeelType.Any;
        }

        var type = Build(definition);
        open.Remove(name);
        return types[name] = type;
    }

    private FeelType Build(DmnItemDefinition definition)
    {
        var type = definition.FunctionOutput is not null
            ? new FunctionType([.. (definition.FunctionParameters ?? []).Select(p => Find(p.TypeRef, definition))], Find(definition.FunctionOutput, definition))
            : definition.Components.Count > 0
                ? new ContextType([.. definition.Components.Select(c => new FeelParameter(c.Name, Build(c)))])
                : Find(definition.TypeRef, definition);
        if (definition.AllowedValues is { Length: > 0 } allowed)
        {
            type = Constrained(definition, type, allowed);
        }

        if (definition.IsCollection)
        {
            type = new ListType(type);
        }

        return definition.TypeConstraint is { Length: > 0 } constraint
            ? Constrained(definition, type, constraint)
            : type is ContextType or ListType ? new ConstrainedType(definition.Name, type, null) : type;
    }

    private ConstrainedType Constrained(DmnItemDefinition definition, FeelType inner, string text)
    {
        try
        {
            var test = FeelExpression.ParseTests(text, null, options.Strict);
            var landmarks = new List<object>();
            return new ConstrainedType(definition.Name, inner, value =>
            {
                var run = new Run(options.Clock, options.Limits);
                return test.Holds(value, new Scope(run).Set("?", value)) == true;
            })
            { Landmarks = ColumnIndex.Plain(test, landmarks) ? landmarks : [] };
        }
        catch (FeelSyntaxException fault)
        {
            faults.Add(definition, fault);
            return new ConstrainedType(definition.Name, inner, null);
        }
    }
}

/// <summary>Collects the mistakes of a model.</summary>
internal sealed class Faults
{
    private readonly List<DmnFault> found = [];
    private readonly List<DmnFault> doubts = [];

    public IReadOnlyList<DmnFault> Found => found;

    public IReadOnlyList<DmnFault> Doubts => doubts;

    public void Add(string code, DmnElement element, string message, string messageZh) => found.Add(new DmnFault(code, Tell(element), element.Line, message, messageZh));

    public void Add(DmnElement element, FeelSyntaxException fault, int line = 0) =>
        found.Add(new DmnFault(fault.Code, Tell(element), line > 0 ? line : element.Line, fault.Message, fault.MessageZh, fault.Start, fault.End));

    /// <summary>Notes what compiles and yet can come to nothing; told when the model is checked for publication.</summary>
    public void Doubt(DmnElement element, IEnumerable<TypeDoubt> found, int line)
    {
        foreach (var doubt in found)
        {
            doubts.Add(new DmnFault("type", Tell(element), line > 0 ? line : element.Line, $"{doubt.Told} never gives a value", $"{doubt.Told} 得不出结果，类型不合", doubt.Node.At.Start, doubt.Node.At.End)
            {
                Example = doubt.Example,
            });
        }
    }

    private static string Tell(DmnElement element) =>
        element.Name.Length > 0 ? element.Name : element.Label ?? (element.Id.Length > 0 ? element.Id : element.GetType().Name);
}

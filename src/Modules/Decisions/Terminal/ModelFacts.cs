using System.Globalization;
using Guiju.Decisions.Lawbooks;
using Guiju.Dmn;
using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Decisions.Terminal;

/// <summary>Facts as a file gives them, turned into what the model's inputs read: codes become the table's words, texts become days and times, figures come from the parameters beside the model.</summary>
internal sealed class ModelFacts(DmnModel model)
{
    private const int MostDepth = 20;

    private readonly Dictionary<string, DmnItemDefinition> types = model.ItemDefinitions.DistinctBy(d => d.Name).ToDictionary(d => d.Name, StringComparer.Ordinal);

    /// <summary>The inputs' values by variable name. Names that no input has are kept as they are and told in <paramref name="unknown"/>, with the nearest known one.</summary>
    public Dictionary<string, object?> Read(IReadOnlyDictionary<string, object?> given, out IReadOnlyList<(string Name, string? Nearest)> unknown)
    {
        var (facts, strange) = (new Dictionary<string, object?>(StringComparer.Ordinal), new List<(string, string?)>());
        foreach (var (name, value) in given)
        {
            if (model.Inputs.FirstOrDefault(i => i.VariableName == name || i.Name == name || i.Extension("english") == name || i.Extension("parameter") == name) is { } input)
            {
                facts[input.VariableName] = Convert(value, input.TypeRef, 0);
            }
            else
            {
                facts[name] = value;
                strange.Add((name, Letters.Nearest(name, model.Inputs.SelectMany(i => new[] { i.VariableName, i.Extension("english") ?? "" }).Where(n => n.Length > 0))));
            }
        }

        unknown = strange;
        return facts;
    }

    /// <summary>The figures that the model reads, as they stood on a day, from <c>parameters.yaml</c> beside it; <paramref name="others"/> replaces some, as a draft would.</summary>
    public IEnumerable<(string Name, object? Value)> Figures(string modelFile, DateOnly on, IReadOnlyDictionary<string, object?>? others = null)
    {
        var file = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(modelFile)) ?? "", "parameters.yaml");
        var known = File.Exists(file) ? ParameterReader.Read(Path.GetFileName(file), File.ReadAllText(file)).ToDictionary(p => p.Id) : [];
        foreach (var input in model.Inputs)
        {
            if (input.Extension("parameter") is { } id && (others?.GetValueOrDefault(id) ?? known.GetValueOrDefault(id)?.On(on)?.Value) is { } value)
            {
                yield return (input.VariableName, Convert(value, input.TypeRef, 0));
            }
        }
    }

    private object? Convert(object? value, string? typeRef, int depth)
    {
        if (typeRef is null || depth > MostDepth)
        {
            return value;
        }

        if (!types.TryGetValue(typeRef, out var type))
        {
            return Temporal(value, typeRef);
        }

        return type.IsCollection && value is IEnumerable<object?> items
            ? items.Select(i => One(i, type, depth)).ToList()
            : One(value, type, depth);
    }

    private object? One(object? value, DmnItemDefinition type, int depth)
    {
        if (type.Components.Count > 0 && value is IReadOnlyDictionary<string, object?> entries)
        {
            var components = type.Components.DistinctBy(c => c.Name).ToDictionary(c => c.Name, StringComparer.Ordinal);
            return entries.ToDictionary(e => e.Key, e => components.TryGetValue(e.Key, out var component) ? Part(e.Value, component, depth) : e.Value);
        }

        return Word(Convert(value, type.TypeRef, depth + 1), type);
    }

    private object? Part(object? value, DmnItemDefinition component, int depth) => component.IsCollection && value is IEnumerable<object?> items
        ? items.Select(i => One(i, component, depth + 1)).ToList()
        : One(value, component, depth + 1);

    /// <summary>The table's word for an English code, where the type lists codes beside its values.</summary>
    private static object? Word(object? value, DmnItemDefinition type)
    {
        if (value is not string code || type.Extension("codes")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is not { } codes || Array.IndexOf(codes, code) is not (>= 0 and var place))
        {
            return value;
        }

        return FeelExpression.Evaluate($"[{type.AllowedValues}]").Value is FeelList words && place < words.Count ? words[place] : value;
    }

    private static object? Temporal(object? value, string type) => value is not string text ? value : (object?)(type switch
    {
        "date" => FeelDate.Parse(text),
        "time" => FeelTime.Parse(text),
        "date and time" or "dateTime" => FeelDateTime.Parse(text),
        "days and time duration" or "dayTimeDuration" or "years and months duration" or "yearMonthDuration" => FeelDuration.Parse(text),
        "number" when decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) => number,
        _ => text,
    }) ?? text;
}

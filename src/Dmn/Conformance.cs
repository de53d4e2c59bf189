using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Dmn;

/// <summary>A case that did not come out as expected.</summary>
/// <param name="Folder">The folder of the kit.</param>
/// <param name="File">The file of cases.</param>
/// <param name="Case">The case's id.</param>
/// <param name="Expected">What was expected.</param>
/// <param name="Actual">What came out.</param>
public sealed record ConformanceFailure(string Folder, string File, string Case, string Expected, string Actual);

/// <summary>The score of one level. Value and error cases are counted apart, since an engine that always says null passes every error case.</summary>
/// <param name="Level">The level: <c>2</c>, <c>3</c> or <c>non-compliant</c>.</param>
public sealed record ConformanceLevel(string Level)
{
    /// <summary>Folders with cases.</summary>
    public int Folders { get; init; }

    /// <summary>Folders of which every case passed.</summary>
    public int FoldersComplete { get; init; }

    /// <summary>Cases.</summary>
    public int Cases => ValueCases + ErrorCases;

    /// <summary>Cases that passed.</summary>
    public int Passed => ValuePassed + ErrorPassed;

    /// <summary>Cases that expect a value.</summary>
    public int ValueCases { get; init; }

    /// <summary>Of those, passed.</summary>
    public int ValuePassed { get; init; }

    /// <summary>Cases that expect null or an error.</summary>
    public int ErrorCases { get; init; }

    /// <summary>Of those, passed.</summary>
    public int ErrorPassed { get; init; }

    /// <summary>The cases that did not pass.</summary>
    public IReadOnlyList<ConformanceFailure> Failed { get; init; } = [];
}

/// <summary>Runs the conformance kit of the DMN community over the engine.</summary>
public static class Conformance
{
    /// <summary>Runs every case beneath a folder that holds the kit.</summary>
    /// <param name="directory">The kit's folder, or its <c>TestCases</c>.</param>
    /// <param name="interpret">Whether the interpreter does it all, instead of what is compiled.</param>
    public static IReadOnlyList<ConformanceLevel> Run(string directory, bool interpret = false)
    {
        var cases = Path.Combine(directory, "TestCases");
        var levels = Directory.GetDirectories(Directory.Exists(cases) ? cases : directory).Order(StringComparer.Ordinal);
        return [.. levels.Select(level => Level(level, interpret))];
    }

    private static ConformanceLevel Level(string directory, bool interpret)
    {
        var name = Path.GetFileName(directory);
        var level = new ConformanceLevel(name.StartsWith("compliance-level-", StringComparison.Ordinal) ? name["compliance-level-".Length..] : name);
        var failed = new List<ConformanceFailure>();
        foreach (var folder in Directory.GetDirectories(directory).Order(StringComparer.Ordinal))
        {
            var outcomes = new ConformanceFolder(folder, interpret).Run().ToList();
            failed.AddRange(outcomes.Select(o => o.Failure).OfType<ConformanceFailure>());
            level = level with
            {
                Folders = level.Folders + (outcomes.Count > 0 ? 1 : 0),
                FoldersComplete = level.FoldersComplete + (outcomes.Count > 0 && outcomes.TrueForAll(o => o.Failure is null) ? 1 : 0),
                ValueCases = level.ValueCases + outcomes.Count(o => !o.ExpectsError),
                ValuePassed = level.ValuePassed + outcomes.Count(o => !o.ExpectsError && o.Failure is null),
                ErrorCases = level.ErrorCases + outcomes.Count(o => o.ExpectsError),
                ErrorPassed = level.ErrorPassed + outcomes.Count(o => o.ExpectsError && o.Failure is null),
            };
        }

        return level with { Failed = failed };
    }
}

/// <summary>One folder of the kit: models and the files of cases on them.</summary>
internal sealed class ConformanceFolder(string folder, bool interpret)
{
    private static readonly XNamespace Kit = "http://www.omg.org/spec/DMN/20160719/testcase";
    private static readonly XNamespace Xsi = "http://www.w3.org/2001/XMLSchema-instance";
    private const decimal Tolerance = 0.00000001m;

    private readonly Dictionary<string, DmnModel> models = [];
    private readonly Dictionary<string, string> unreadable = [];

    public IEnumerable<(bool ExpectsError, ConformanceFailure? Failure)> Run()
    {
        foreach (var path in Directory.GetFiles(folder, "*.dmn"))
        {
            try
            {
                using var file = File.OpenRead(path);
                models[Path.GetFileName(path)] = DmnXml.Read(file, Path.GetFileName(path));
            }
            catch (DmnFormatException fault)
            {
                unreadable[Path.GetFileName(path)] = fault.Message;
            }
        }

        foreach (var path in Directory.GetFiles(folder, "*.xml").Order(StringComparer.Ordinal))
        {
            using var reader = XmlReader.Create(path, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XDocument.Load(reader).Root;
            if (root?.Name == Kit + "testCases")
            {
                foreach (var outcome in CasesOf(Path.GetFileName(path), root))
                {
                    yield return outcome;
                }
            }
        }
    }

    private IEnumerable<(bool, ConformanceFailure?)> CasesOf(string file, XElement root)
    {
        var modelName = (string?)root.Element(Kit + "modelName") ?? "";
        var program = models.TryGetValue(modelName, out var model)
            ? DmnProgram.Compile(model, new DmnOptions { Strict = false, Interpret = interpret, Imports = [.. models.Values] })
            : null;
        foreach (var test in root.Elements(Kit + "testCase"))
        {
            var results = test.Elements(Kit + "resultNode").ToList();
            var error = results.Exists(r => (string?)r.Attribute("errorResult") == "true");
            ConformanceFailure? failure = null;
            foreach (var result in results)
            {
                var (actual, note) = program is null ? (null, unreadable.GetValueOrDefault(modelName, "no model")) : Evaluate(program, test, result);
                var expected = Expected(result);
                if (program is null || note is not null || !Same(expected, actual))
                {
                    failure ??= new ConformanceFailure(Path.GetFileName(folder), file, (string?)test.Attribute("id") ?? "", FeelText.Write(expected), note ?? FeelText.Write(actual));
                }
            }

            yield return (error, failure);
        }
    }

    private static (object? Value, string? Note) Evaluate(DmnProgram program, XElement test, XElement result)
    {
        var facts = test.Elements(Kit + "inputNode").ToDictionary(n => (string?)n.Attribute("name") ?? "", Parse);
        var name = (string?)result.Attribute("name") ?? "";
        try
        {
            if ((string?)test.Attribute("type") is "bkm" or "decisionService")
            {
                return (Part(program.Call((string?)test.Attribute("invocableName") ?? name, facts).Value, name, test), null);
            }

            return program.Model.Decision(name) is { } decision ? (program.Run(decision, facts).Value, null) : (null, $"no decision {name}");
        }
        catch (FeelLimitException)
        {
            return (null, null);
        }
    }

    /// <summary>A service with several outputs is asked for each of them by name.</summary>
    private static object? Part(object? value, string name, XElement test) =>
        test.Elements(Kit + "resultNode").Count() > 1 && value is FeelContext context ? context[name] : value;

    private static object? Expected(XElement result) =>
        (string?)result.Attribute("errorResult") == "true" || result.Element(Kit + "expected") is not { } expected ? null : Parse(expected);

    private static object? Parse(XElement node)
    {
        if (node.Element(Kit + "list") is { } list)
        {
            return (string?)list.Attribute(Xsi + "nil") == "true" ? null : new FeelList(list.Elements(Kit + "item").Select(Parse).ToArray());
        }

        var components = node.Elements(Kit + "component").ToList();
        if (components.Count > 0)
        {
            var context = new FeelContext();
            foreach (var component in components)
            {
                context[(string?)component.Attribute("name") ?? ""] = Parse(component);
            }

            return context;
        }

        return node.Element(Kit + "value") is not { } value || (string?)value.Attribute(Xsi + "nil") == "true" ? null : Simple(value);
    }

    private static object? Simple(XElement value)
    {
        var type = (string?)value.Attribute(Xsi + "type") ?? "xsd:string";
        var text = value.Value;
        return type[(type.IndexOf(':', StringComparison.Ordinal) + 1)..] switch
        {
            "decimal" or "double" or "integer" or "int" or "float" or "long" =>
                decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
            "boolean" => text.Trim() is "true" or "1",
            "date" => FeelDate.Parse(text.Trim()),
            "time" => FeelTime.Parse(text.Trim()),
            "dateTime" => FeelDateTime.Parse(text.Trim()),
            "duration" => FeelDuration.Parse(text.Trim()),
            _ => text,
        };
    }

    private static bool Same(object? expected, object? actual) => (expected, actual) switch
    {
        (decimal a, decimal b) => Math.Abs(a - b) < Tolerance,
        (FeelList a, FeelList b) => a.Count == b.Count && a.Zip(b).All(p => Same(p.First, p.Second)),
        (FeelContext a, FeelContext b) => a.Count == b.Count && a.All(e => b.TryGet(e.Key, out var v) && Same(e.Value, v)),
        (string a, FeelRange or FeelFunction) => a == FeelText.Write(actual),
        _ => Ops.Equal(expected, actual) == true,
    };
}

using System.Globalization;
using Guiju.Decisions.Lawbooks;
using Guiju.Dmn;
using Guiju.Kernel;
using Guiju.Law;

namespace Guiju.Decisions.Drafts;

/// <summary>
/// Takes a draft as files: models that replace those of the same path (or name, or id), <c>parameters.yaml</c> with values to add, texts with the provisions that rules are to cite, and scenarios.
/// A whole copied <c>parameters.yaml</c> will do: only what it says otherwise than the law in force counts as drafted.
/// </summary>
/// <param name="inForce">The law in force.</param>
/// <param name="on">Day from which a value holds that names none.</param>
/// <param name="today">Today.</param>
/// <param name="by">Who takes the files into a draft that may be published: its values are then written down today by this person, whatever the file says. Null where it is only tried.</param>
internal sealed class DraftFolder(Lawbook inForce, DateOnly on, DateOnly today, string? by = null)
{
    private static readonly string[] Kinds = [".dmn", ".yaml"];

    /// <summary>Reads a folder.</summary>
    public IReadOnlyDictionary<string, string> Read(string folder)
    {
        if (!Directory.Exists(folder))
        {
            throw new InvalidDataException($"There is no folder {folder}.");
        }

        var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => Kinds.Contains(Path.GetExtension(f)))
            .ToDictionary(f => Path.GetRelativePath(folder, f).Replace('\\', '/'), f => File.ReadAllText(f).ReplaceLineEndings("\n"));
        return files.Count > 0 ? Read(files) : throw new InvalidDataException($"{folder} holds no .dmn and no .yaml file.");
    }

    /// <summary>Puts given files at their places in the lawbook; an unknown one is refused by name.</summary>
    public IReadOnlyDictionary<string, string> Read(IReadOnlyDictionary<string, string> given)
    {
        var draft = new Dictionary<string, string>();
        foreach (var (path, text) in given)
        {
            if (path.EndsWith(".dmn", StringComparison.Ordinal))
            {
                draft[PlaceOf(path, text)] = text;
            }
            else if (path.EndsWith(".scenarios.yaml", StringComparison.Ordinal))
            {
                draft[BesideItsModel(path)] = text;
            }
            else if (SourceFile.Looks(path, text))
            {
                draft[SourceFile.PathOf(LawSources.Read(path, text).Work)] = text;
            }
            else if (Figures(path, text) is { Length: > 0 } figures)
            {
                draft[path.EndsWith("parameters.yaml", StringComparison.Ordinal) ? path : Path.ChangeExtension(path, null) + ".parameters.yaml"] = figures;
            }
        }

        return draft;
    }

    /// <summary>The lawbook in force with the draft among its files, in force on the day.</summary>
    public static Lawbook Overlay(Lawbook inForce, IReadOnlyDictionary<string, string> files, DateOnly from) =>
        files.Count == 0 ? inForce : Lawbook.Load(new LawAmendment(9999, from, new Bilingual("草案", "Draft"), null, files).AddTo(inForce.Files), inForce);

    private List<string> Models => inForce.Files.Files.Keys.Where(k => k.EndsWith(".dmn", StringComparison.Ordinal) && !k.StartsWith(LawAmendment.Folder, StringComparison.Ordinal)).ToList();

    // A scenario names its decision by the file beside it; those of control points stand beside no model.
    private string BesideItsModel(string path)
    {
        var model = Path.GetFileName(path).Replace(".scenarios.yaml", ".dmn", StringComparison.Ordinal);
        return Models.Where(k => Path.GetFileName(k) == model).ToList() is [var only] ? only.Replace(".dmn", ".scenarios.yaml", StringComparison.Ordinal) : path;
    }

    private string PlaceOf(string path, string text)
    {
        var known = Models;
        var named = known.Where(k => k == path || k.EndsWith("/" + path, StringComparison.Ordinal) || Path.GetFileName(k) == Path.GetFileName(path)).ToList();
        if (named.Count == 1 || known.Contains(path))
        {
            return known.Contains(path) ? path : named[0];
        }

        var id = DmnXml.Parse(text, path).Id;
        return inForce.Decisions.Values.FirstOrDefault(d => d.Model.Id == id && id.Length > 0)?.Path
            ?? throw new InvalidDataException($"{path} is no model of the law in force ({string.Join(", ", known)}).");
    }

    private string Figures(string path, string text)
    {
        var added = new List<(string, ParameterValue)>();
        foreach (var line in LawYaml.Parse(path, text).Items)
        {
            var id = line["id"].Text;
            var known = inForce.Parameters.GetValueOrDefault(id) ?? throw new InvalidDataException($"{path}: there is no figure {id}.");
            foreach (var value in line.Find("values")?.Items ?? [line])
            {
                var drafted = Read(value, known);
                if (!known.Values.Any(v => Same(v, drafted)))
                {
                    added.Add((id, drafted));
                }
            }
        }

        return FigureFile.Added(added);
    }

    // Only the value must be there: a draft that says no more holds from the day on which it is tried.
    private ParameterValue Read(LawYaml yaml, Parameter known)
    {
        var from = yaml.Find("from")?.Date ?? on;
        var before = known.On(from);
        var recorded = yaml.Find("recorded")?.Date ?? today;
        var value = known.Type == "string" ? yaml["value"].Text : yaml["value"].Value;
        if (known.Type switch { "number" => value is not (decimal or IReadOnlyList<object>), "boolean" => value is not bool, _ => false })
        {
            throw yaml.Wrong(string.Create(CultureInfo.InvariantCulture, $"{known.Id} takes a {known.Type}, not '{value}'"));
        }

        return new ParameterValue(from, yaml.Find("to")?.Date, value, yaml.Find("provision")?.Text ?? before?.Provision, yaml.Find("evidence")?.Evidence ?? before?.Evidence ?? Evidence.Assumed,
            by is not null || (before is not null && before.From == from && recorded <= before.Recorded && !Equals(before.Value, value)) ? today : recorded)
        {
            RecordedBy = by ?? yaml.Find("by")?.Text,
            Note = yaml.Find("note")?.Text,
        };
    }

    private static bool Same(ParameterValue one, ParameterValue other) => one.From == other.From && one.To == other.To && one.Provision == other.Provision && one.Evidence == other.Evidence
        && (one.Value is IEnumerable<object> list && other.Value is IEnumerable<object> second ? list.SequenceEqual(second) : Equals(one.Value, other.Value));
}

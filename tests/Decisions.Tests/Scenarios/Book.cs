using System.Text.RegularExpressions;
using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;
using Guiju.Law;
using Microsoft.Extensions.Configuration;

namespace Guiju.Decisions.Tests.Scenarios;

/// <summary>The lawbook of this checkout, read once.</summary>
internal static class Book
{
    public static LawFiles Files { get; } = LawFiles.Read(LawFiles.Find(new ConfigurationBuilder().Build()));

    public static Lawbook Current { get; } = Lawbook.Load(Files);

    /// <summary>Every fact that any control point knows.</summary>
    public static IReadOnlyList<FactType> Facts { get; } = Current.ControlPoints.Values.SelectMany(p => p.Facts).DistinctBy(f => f.English).ToList();

    /// <summary>Decisions that say something of an act: those with a rule code.</summary>
    public static IEnumerable<(string Reference, BoundDecision Decision)> Rules =>
        Current.Decisions.Where(d => d.Value.Decision.Extension("rule") is not null).Select(d => (d.Key, d.Value));

    /// <summary>A place where this one decision is asked.</summary>
    public static ControlPoint PointOf(string reference) => new("scenario", new Bilingual("情景", "Scenario"), false, [reference], Facts);

    /// <summary>The lawbook with other values for some parameters, as a draft would have.</summary>
    public static Lawbook With(IReadOnlyDictionary<string, string> parameters)
    {
        if (parameters.Count == 0)
        {
            return Current;
        }

        var files = new Dictionary<string, string>(Files.Files);
        foreach (var path in files.Keys.Where(k => k.EndsWith("parameters.yaml", StringComparison.Ordinal)).ToList())
        {
            foreach (var (id, value) in parameters)
            {
                files[path] = Regex.Replace(files[path], $@"(- id: {Regex.Escape(id)}\n(?:.*\n)*?.*?value: )[^,]+", m => m.Groups[1].Value + value);
            }
        }

        return Lawbook.Load(new LawFiles(files));
    }
}

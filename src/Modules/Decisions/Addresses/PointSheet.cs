using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;

namespace Guiju.Decisions.Addresses;

/// <summary>A control point described for people and programs: what it asks and which decisions answer.</summary>
public sealed record PointSheet(string Id, Bilingual Title, bool Filing, IReadOnlyList<PointSheet.Fact> Facts, IReadOnlyList<PointSheet.Decision> Decisions)
{
    /// <summary>A fact: Chinese name, English name, type, unit and, for an enumeration, its codes with Chinese values.</summary>
    public sealed record Fact(string Name, string English, string Type, bool List, string? Unit, IReadOnlyList<Value>? Values, bool Required, Bilingual Help);

    /// <summary>One value of an enumeration.</summary>
    public sealed record Value(string Code, string Name);

    /// <summary>A decision bound here.</summary>
    public sealed record Decision(string Reference, string Rule, Bilingual Title, bool InForce);

    /// <summary>The sheet of a control point, as of a day where one is given.</summary>
    public static PointSheet Of(Lawbook book, ControlPoint point, DateOnly? on = null)
    {
        var decisions = point.Decisions.Select(d => on is { } day ? book.At(d, day)! : book.Decisions[d]).ToList(); // a control point names only decisions that exist
        var read = decisions.SelectMany(d => d.Facts).ToLookup(f => f.VariableName);
        return new PointSheet(point.Id, point.Title, point.Filing,
            point.Facts.Select(f => new Fact(f.Name, f.English, f.Codes is null ? f.Type : "string", f.IsList, f.Unit,
                f.Codes?.Select(c => new Value(c.Key, c.Value)).ToList(), read[f.Name].Any(), f.Help)).ToList(),
            point.Decisions.Zip(decisions, (reference, d) => new Decision(reference, d.Rule, d.Title, on is null || d.InForce(on.Value))).ToList());
    }
}

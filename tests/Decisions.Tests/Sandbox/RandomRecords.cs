using Guiju.Decisions.Contracts;
using Guiju.Decisions.Lawbooks;

namespace Guiju.Decisions.Tests.Sandbox;

/// <summary>Random records for a control point: facts of every kind, some missing.</summary>
internal static class RandomRecords
{
    public static PopulationPart Of(ControlPoint point, int count, Random chooser)
    {
        var records = Enumerable.Range(0, count).Select(i => new PopulationRecord(Guid.CreateVersion7(), $"R{i}", new Guid(i % 7 + 1, 0, 0, new byte[8]), null, null, chooser.Next(10, 40) * 10_000, null)).ToList();
        return new PopulationPart(records, point.Facts.ToDictionary(f => f.English, f => Enumerable.Range(0, count).Select(_ => chooser.Next(12) == 0 ? null : One(f, chooser)).ToArray()));
    }

    /// <summary>The facts of one record, as a question to the law carries them.</summary>
    public static Dictionary<string, object?> FactsOf(PopulationPart part, int record) => part.Facts.ToDictionary(f => f.Key, f => f.Value[record]);

    private static object? One(FactType fact, Random chooser) => fact.IsList
        ? Enumerable.Range(0, chooser.Next(3)).Select(_ => (object?)Single(fact, chooser)).ToList()
        : Single(fact, chooser);

    private static object Single(FactType fact, Random chooser) => fact switch
    {
        { Codes: { } codes } => codes.Keys.ElementAt(chooser.Next(codes.Count)),
        { Type: "number", Unit: "元" } => (decimal)(chooser.Next(8, 50) * 10_000),
        { Type: "number", Unit: "L" } => chooser.Next(10, 36) / 10m,
        { Type: "number" } => (decimal)chooser.Next(0, 14),
        { Type: "boolean" } => chooser.Next(2) == 0,
        { Type: "date" } => new DateOnly(2012, 1, 1).AddDays(chooser.Next(5000)),
        _ => chooser.Next(2) == 0 ? "" : "文号 1",
    };
}

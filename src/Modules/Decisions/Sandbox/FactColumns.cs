using Guiju.Decisions.Contracts;
using Guiju.Decisions.Facts;
using Guiju.Decisions.Lawbooks;
using Guiju.Dmn;
using Guiju.Law;

namespace Guiju.Decisions.Sandbox;

/// <summary>The facts of a part of a population in the words of the tables; each column is turned into words once, however many rules read it.</summary>
internal sealed class FactColumns(ControlPoint point, PopulationPart part)
{
    private readonly Dictionary<string, FactType> known = point.Facts.ToDictionary(f => f.Name);
    private readonly Dictionary<string, object?[]> values = [];
    private readonly Dictionary<string, FactColumn> columns = [];

    /// <summary>The values of a fact by its name in the tables; all missing where the population does not hold it.</summary>
    public object?[] Values(string name)
    {
        if (!values.TryGetValue(name, out var ready))
        {
            values[name] = ready = known.TryGetValue(name, out var fact) && part.Facts.TryGetValue(fact.English, out var raw) ? Worded(fact, raw) : new object?[part.Records.Count];
        }

        return ready;
    }

    /// <summary>The same for tables that run over columns.</summary>
    public FactColumn Column(string name)
    {
        if (!columns.TryGetValue(name, out var column))
        {
            var all = Values(name);
            columns[name] = column = known[name] switch
            {
                { Codes: not null } => FactColumn.Coded([.. all.Select(v => (string?)v)]),
                { Type: "number" } => FactColumn.Numbers(all.Select(v => (decimal?)v).ToArray()),
                { Type: "boolean" } => FactColumn.Flags(all.Select(v => (bool?)v).ToArray()),
                { Type: "date" } => FactColumn.Days(all.Select(v => (DateOnly?)v).ToArray()),
                _ => FactColumn.Texts(all.Select(v => (string?)v).ToArray()),
            };
        }

        return column;
    }

    /// <summary>Values that a decision came to, as a column; null is a missing fact.</summary>
    public static FactColumn Of(object?[] values) => values.FirstOrDefault(v => v is not null) switch
    {
        decimal => FactColumn.Numbers(values.Select(v => (decimal?)v).ToArray()),
        bool => FactColumn.Flags(values.Select(v => (bool?)v).ToArray()),
        DateOnly => FactColumn.Days(values.Select(v => (DateOnly?)v).ToArray()),
        string => FactColumn.Coded([.. values.Select(v => (string?)v)]),
        null => FactColumn.Missing(values.Length),
        var other => throw new InvalidOperationException($"A column cannot hold a {other.GetType().Name}."),
    };

    private static object?[] Worded(FactType fact, object?[] raw)
    {
        var words = new object?[raw.Length];
        var seen = new Dictionary<object, object?>();
        for (var i = 0; i < raw.Length; i++)
        {
            if (raw[i] is not { } value)
            {
                continue;
            }

            // A list is no key: two of them with the same items are still two.
            if (value is decimal && fact is { Type: "number", IsList: false })
            {
                words[i] = value;
            }
            else if (value is System.Collections.IEnumerable and not string)
            {
                words[i] = Word(fact, value);
            }
            else
            {
                if (!seen.TryGetValue(value, out var word) && seen.Count < 10_000)
                {
                    seen[value] = word = Word(fact, value);
                }

                words[i] = word ?? Word(fact, value);
            }
        }

        return words;
    }

    private static object Word(FactType fact, object value) => FactReader.TryRead(fact, value, out var word) && word is not null
        ? word
        : throw new LawFormatException($"A record of the population says '{value}' for {fact.English}, which that fact cannot be.");
}

using System.Linq.Expressions;

namespace Guiju.Fleet.Populations;

/// <summary>Reads of a table only the columns that are asked for, as facts: each column with what makes a fact of its value.</summary>
/// <typeparam name="TRow">The row.</typeparam>
internal sealed class FactProjection<TRow>
{
    private readonly Dictionary<string, (Expression<Func<TRow, object?>> Column, Func<object?, object?>? Word)> known = [];

    /// <summary>A fact that is the value of a column, or what <paramref name="word"/> makes of it.</summary>
    public FactProjection<TRow> Fact(string name, Expression<Func<TRow, object?>> column, Func<object?, object?>? word = null)
    {
        known[name] = (column, word);
        return this;
    }

    /// <summary>A reading of the facts among those asked for, behind the given columns. What several of them are made of is read once.</summary>
    public FactReading<TRow> Reading(IReadOnlySet<string> asked, params Expression<Func<TRow, object?>>[] first)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        var (columns, at) = (first.Select(c => On(c, row)).ToList(), new List<FactSource>());
        var place = new Dictionary<string, int>();
        for (var i = 0; i < columns.Count; i++)
        {
            place.TryAdd(columns[i].ToString(), i);
        }

        foreach (var (name, (column, word)) in known.Where(k => asked.Contains(k.Key)))
        {
            var body = On(column, row);
            if (!place.TryGetValue(body.ToString(), out var index))
            {
                place[body.ToString()] = index = columns.Count;
                columns.Add(body);
            }

            at.Add(new FactSource(name, index, word));
        }

        return new FactReading<TRow>(Expression.Lambda<Func<TRow, object?[]>>(Expression.NewArrayInit(typeof(object), columns), row), at);
    }

    private static Expression On(Expression<Func<TRow, object?>> column, ParameterExpression row) => new Swap(column.Parameters[0], row).Visit(column.Body);

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

/// <summary>Where the value of a fact stands in what was read, and what makes the fact of it; null: it is the fact.</summary>
internal sealed record FactSource(string Name, int Column, Func<object?, object?>? Word);

/// <summary>What is read of each row, and how facts come of it.</summary>
/// <typeparam name="TRow">The row.</typeparam>
internal sealed class FactReading<TRow>(Expression<Func<TRow, object?[]>> select, IReadOnlyList<FactSource> facts)
{
    private readonly Dictionary<object, object?>[] said = [.. facts.Select(_ => new Dictionary<object, object?>())];

    /// <summary>The projection: first the columns given, then what the facts need beyond them.</summary>
    public Expression<Func<TRow, object?[]>> Select => select;

    /// <summary>The facts of the rows read, in columns.</summary>
    public Dictionary<string, object?[]> Columns(IReadOnlyList<object?[]> rows)
    {
        var columns = new Dictionary<string, object?[]>(facts.Count);
        for (var f = 0; f < facts.Count; f++)
        {
            var ((name, at, word), seen, column) = (facts[f], said[f], new object?[rows.Count]);
            for (var i = 0; i < column.Length; i++)
            {
                var value = rows[i][at];
                if (word is null || value is null)
                {
                    column[i] = value is null ? word?.Invoke(null) : value;
                }
                else
                {
                    if (!seen.TryGetValue(value, out var fact))
                    {
                        seen[value] = fact = word(value);
                    }

                    column[i] = fact;
                }
            }

            columns[name] = column;
        }

        return columns;
    }
}

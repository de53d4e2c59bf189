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

    /// <summary>The facts among those asked for.</summary>
    public IReadOnlyList<string> Among(IReadOnlySet<string> asked) => known.Keys.Where(asked.Contains).ToList();

    /// <summary>The projection: first the given columns, then the facts.</summary>
    public Expression<Func<TRow, object?[]>> Select(IReadOnlyList<string> facts, params Expression<Func<TRow, object?>>[] first)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        var columns = first.Concat(facts.Select(f => known[f].Column)).Select(c => new Swap(c.Parameters[0], row).Visit(c.Body));
        return Expression.Lambda<Func<TRow, object?[]>>(Expression.NewArrayInit(typeof(object), columns), row);
    }

    /// <summary>The facts of the rows read, in columns; <paramref name="skip"/> columns stand before them.</summary>
    public Dictionary<string, object?[]> Columns(IReadOnlyList<string> facts, int skip, IReadOnlyList<object?[]> rows)
    {
        var columns = new Dictionary<string, object?[]>(facts.Count);
        for (var f = 0; f < facts.Count; f++)
        {
            var (word, seen, column) = (known[facts[f]].Word, new Dictionary<object, object?>(), new object?[rows.Count]);
            for (var i = 0; i < column.Length; i++)
            {
                var value = rows[i][skip + f];
                if (word is null || value is null)
                {
                    column[i] = value is null ? word?.Invoke(null) : value;
                }
                else
                {
                    if (!seen.TryGetValue(value, out var said))
                    {
                        seen[value] = said = word(value);
                    }

                    column[i] = said;
                }
            }

            columns[facts[f]] = column;
        }

        return columns;
    }

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

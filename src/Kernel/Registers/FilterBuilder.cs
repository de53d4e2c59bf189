using System.Globalization;
using System.Linq.Expressions;

namespace Guiju.Kernel.Registers;

/// <summary>Turns what is asked of a column into a condition that the database can answer.</summary>
internal sealed class FilterBuilder<TRow>(TimeZoneInfo zone, Func<string, IReadOnlyCollection<Guid>> below)
{
    /// <summary>The words of the query bar, each in any of the searched columns.</summary>
    public static Expression<Func<TRow, bool>>? Search(IReadOnlyList<RegisterColumn<TRow>> columns, string words)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        Expression? all = null;
        foreach (var word in words.Split((char[])[' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries).Take(6))
        {
            Expression? any = null;
            foreach (var column in columns.Where(c => c.Searched))
            {
                var holds = Contains(Body(column, row), word);
                any = any is null ? holds : Expression.OrElse(any, holds);
            }

            all = any is null ? all : all is null ? any : Expression.AndAlso(all, any);
        }

        return all is null ? null : Expression.Lambda<Func<TRow, bool>>(all, row);
    }

    /// <summary>The condition of one filter; the message where it cannot be understood.</summary>
    public (Expression<Func<TRow, bool>>? Condition, Bilingual? Fault) Build(RegisterColumn<TRow> column, RegisterFilter filter)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        try
        {
            var conditions = Conditions(column, Body(column, row), filter).ToList();
            return conditions.Count == 0 ? (null, null) : (Expression.Lambda<Func<TRow, bool>>(conditions.Aggregate(Expression.AndAlso), row), null);
        }
        catch (FormatException fault)
        {
            return (null, new($"“{column.Title.Zh}”不能按“{fault.Message}”筛选。", $"\"{column.Title.En}\" cannot be filtered by \"{fault.Message}\"."));
        }
    }

    private IEnumerable<Expression> Conditions(RegisterColumn<TRow> column, Expression body, RegisterFilter filter)
    {
        if (filter.Way is "empty" or "filled")
        {
            yield return Emptiness(body, filter.Way == "empty");
            yield break;
        }

        if (!filter.Values.IsDefaultOrEmpty)
        {
            yield return filter.Values.Select(value => Matches(column, body, value, filter.Way)).Aggregate(Expression.OrElse);
        }

        if ((filter.From ?? filter.To) is { } ranged && column.Kind is not (ColumnKind.Number or ColumnKind.Money or ColumnKind.Date or ColumnKind.Instant))
        {
            throw new FormatException(ranged);
        }

        if (filter.From is { } from)
        {
            yield return Expression.GreaterThanOrEqual(body, Held(Bound(column, body.Type, from, 0), body.Type));
        }

        if (filter.To is { } to)
        {
            var bound = Held(Bound(column, body.Type, to, 1), body.Type);
            yield return column.Kind == ColumnKind.Instant ? Expression.LessThan(body, bound) : Expression.LessThanOrEqual(body, bound);
        }
    }

    private Expression Matches(RegisterColumn<TRow> column, Expression body, string value, string way)
    {
        switch (column.Kind)
        {
            case ColumnKind.Text:
                return way switch
                {
                    "is" => Expression.Equal(body, Held(value, typeof(string))),
                    "starts" => Expression.Call(body, nameof(string.StartsWith), null, Held(value, typeof(string))),
                    _ => Contains(body, value),
                };
            case ColumnKind.Choice:
                var choice = column.Choices.FirstOrDefault(c => c.Code == value) ?? throw new FormatException(value);
                return Expression.Equal(body, Held(Enum.Parse(Nullable.GetUnderlyingType(body.Type) ?? body.Type, choice.Code), body.Type));
            case ColumnKind.Unit:
                var units = below(value);
                return Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [body.Type], Held(Units(units, body.Type), typeof(IEnumerable<>).MakeGenericType(body.Type)), body);
            case ColumnKind.Instant:
                return Expression.AndAlso(
                    Expression.GreaterThanOrEqual(body, Held(Bound(column, body.Type, value, 0), body.Type)),
                    Expression.LessThan(body, Held(Bound(column, body.Type, value, 1), body.Type)));
            default:
                return Expression.Equal(body, Held(Bound(column, body.Type, value, 0), body.Type));
        }
    }

    private static object Units(IReadOnlyCollection<Guid> units, Type type) => type == typeof(Guid?) ? units.Select(u => (Guid?)u).ToArray() : units.ToArray();

    // An instant is asked for by legal days: the bound is the day's midnight in the bureau, or the next one.
    private object Bound(RegisterColumn<TRow> column, Type type, string value, int daysLater)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        try
        {
            return column.Kind switch
            {
                ColumnKind.Date => DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture),
                ColumnKind.Instant => TimeZoneInfo.ConvertTimeToUtc(DateOnly.ParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture).AddDays(daysLater).ToDateTime(TimeOnly.MinValue), zone),
                ColumnKind.Number or ColumnKind.Money => Convert.ChangeType(decimal.Parse(value, NumberStyles.Number, CultureInfo.InvariantCulture), plain, CultureInfo.InvariantCulture),
                ColumnKind.Flag => bool.Parse(value),
                _ => throw new FormatException(value),
            };
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or ArgumentException)
        {
            throw new FormatException(value, fault);
        }
    }

    private static Expression Emptiness(Expression body, bool empty)
    {
        if (body.Type == typeof(string))
        {
            var none = Held("", typeof(string));
            return empty ? Expression.Equal(body, none) : Expression.NotEqual(body, none);
        }

        if (body.Type.IsValueType && Nullable.GetUnderlyingType(body.Type) is null)
        {
            return Expression.Constant(!empty); // it always has a value
        }

        var absent = Expression.Constant(null, body.Type);
        return empty ? Expression.Equal(body, absent) : Expression.NotEqual(body, absent);
    }

    private static MethodCallExpression Contains(Expression body, string word) => Expression.Call(body, nameof(string.Contains), null, Held(word, typeof(string)));

    private static Expression Body(RegisterColumn<TRow> column, ParameterExpression row) => new Swap(column.Value.Parameters[0], row).Visit(column.Value.Body);

    // A member of a constant becomes a parameter of the query, so that one plan serves every value.
    private static MemberExpression Held(object value, Type type)
    {
        var holder = Activator.CreateInstance(typeof(Holder<>).MakeGenericType(type), value)!; // the type has that constructor
        return Expression.Property(Expression.Constant(holder), nameof(Holder<object>.Value));
    }

    private sealed class Swap(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

/// <summary>Holds a value of a query.</summary>
internal sealed class Holder<T>(T value)
{
    public T Value { get; } = value;
}

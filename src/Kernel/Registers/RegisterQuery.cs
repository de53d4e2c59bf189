using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Registers;

/// <summary>How a register is read: ids from the index first, then the rows of the page, in one question.</summary>
public abstract partial class Register<TRow>
{
    /// <inheritdoc/>
    public IEnumerable<FieldError> FaultsOf(IEnumerable<RegisterFilter> filters)
    {
        var builder = new FilterBuilder<TRow>(TimeZoneInfo.Utc, static _ => []);
        return filters.Select(f => (f.Column, builder.Build(Typed(f.Column), f).Fault)).Where(f => f.Fault is not null).Select(f => new FieldError("f." + f.Column, f.Fault!)); // filtered
    }

    /// <inheritdoc/>
    public async Task<int> CountAsync(RegisterTools tools, RegisterState state, CancellationToken ct) => await Asked(tools, state).CountAsync(ct);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<RegisterRow>> RowsAsync(RegisterTools tools, RegisterState state, CancellationToken ct)
    {
        var shown = Shown(state);
        var ids = Ordered(Asked(tools, state), state).Select(Id).Skip((state.Page - 1) * state.Size).Take(state.Size); // answered by an index alone where one has the order
        var found = await Ordered(Rows(tools).Where(Among(ids)), state).Select(Projection(shown)).ToListAsync(ct);
        var cells = new Cells(tools, shown);
        return found.ConvertAll(values => new RegisterRow((Guid)values[^1]!, cells.Finish(values))); // the id stands last
    }

    /// <inheritdoc/>
    public async Task<RegisterPage> PageAsync(RegisterTools tools, RegisterState state, CancellationToken ct)
    {
        var rows = await RowsAsync(tools, state, ct);
        var complete = rows.Count < state.Size && (rows.Count > 0 || state.Page == 1); // the end is in sight: nothing to count
        var total = complete ? (state.Page - 1) * state.Size + rows.Count : await CountAsync(tools, state, ct);
        var last = Math.Max(1, (total + state.Size - 1) / state.Size);
        if (state.Page > last)
        {
            state = state with { Page = last };
            rows = await RowsAsync(tools, state, ct);
        }

        return new RegisterPage(total, state, Shown(state), rows);
    }

    /// <inheritdoc/>
    public async IAsyncEnumerable<object?[]> AllAsync(RegisterTools tools, RegisterState state, [EnumeratorCancellation] CancellationToken ct)
    {
        var shown = Shown(state);
        var cells = new Cells(tools, shown);
        await foreach (var values in Ordered(Asked(tools, state), state).Select(Projection(shown)).AsAsyncEnumerable().WithCancellation(ct))
        {
            yield return cells.Finish(values);
        }
    }

    private List<RegisterColumn<TRow>> Shown(RegisterState state)
    {
        var chosen = state.Columns.Length == 0 ? columns.Where(c => c.Shown) : state.Columns.Select(Typed);
        var list = chosen.ToList();
        return list.Count == 0 ? columns : list;
    }

    private RegisterColumn<TRow> Typed(string key) => columns.Find(c => c.Key == key) ?? throw new InvalidOperationException($"{Key} has no column {key}.");

    private IQueryable<TRow> Asked(RegisterTools tools, RegisterState state)
    {
        var rows = Rows(tools);
        if (state.Words.Length > 0 && FilterBuilder<TRow>.Search(columns, state.Words) is { } sought)
        {
            rows = rows.Where(sought);
        }

        var builder = new FilterBuilder<TRow>(tools.Zone, tools.UnitsOf);
        foreach (var filter in state.Filters)
        {
            if (builder.Build(Typed(filter.Column), filter).Condition is { } condition)
            {
                rows = rows.Where(condition);
            }
        }

        return rows;
    }

    private IQueryable<TRow> Ordered(IQueryable<TRow> rows, RegisterState state)
    {
        var (column, descending) = state.Sort is { } chosen ? (chosen, state.Descending) : order;
        if (column is null)
        {
            return rows.OrderBy(Id);
        }

        var ordered = Typed(column).Order(rows, descending);
        return descending ? ordered.ThenByDescending(Id) : ordered.ThenBy(Id);
    }

    private Expression<Func<TRow, bool>> Among(IQueryable<Guid> ids)
    {
        var id = Id; // each reading of the property makes a new expression
        Expression<Func<Guid, bool>> among = row => ids.Contains(row);
        return Expression.Lambda<Func<TRow, bool>>(new Rewrite(among.Parameters[0], id.Body).Visit(among.Body), id.Parameters[0]);
    }

    private Expression<Func<TRow, object?[]>> Projection(IReadOnlyList<RegisterColumn<TRow>> shown)
    {
        var row = Expression.Parameter(typeof(TRow), "row");
        var values = shown.Select(c => c.Value).Append(Id).Select(v => (Expression)Expression.Convert(new Rewrite(v.Parameters[0], row).Visit(v.Body), typeof(object)));
        return Expression.Lambda<Func<TRow, object?[]>>(Expression.NewArrayInit(typeof(object), values), row);
    }

    // Units become their names, instants the bureau's time.
    private sealed class Cells(RegisterTools tools, IReadOnlyList<RegisterColumn<TRow>> shown)
    {
        private readonly Dictionary<Guid, UnitCell> units = [];

        public object?[] Finish(object?[] values)
        {
            var row = new object?[shown.Count];
            for (var i = 0; i < row.Length; i++)
            {
                row[i] = (shown[i].Kind, values[i]) switch
                {
                    (ColumnKind.Unit, Guid unit) => UnitOf(unit),
                    (ColumnKind.Instant, DateTime instant) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(instant, DateTimeKind.Utc), tools.Zone),
                    (_, var value) => value,
                };
            }

            return row;
        }

        private UnitCell UnitOf(Guid id)
        {
            if (!units.TryGetValue(id, out var cell))
            {
                var unit = tools.Tree.Find(id);
                units[id] = cell = new UnitCell(id, unit is null ? RegisterWords.ClosedUnit.Here : Language.IsEnglish && unit.EnglishName.Length > 0 ? unit.EnglishName : unit.Name);
            }

            return cell;
        }
    }

    private sealed class Rewrite(ParameterExpression from, Expression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}

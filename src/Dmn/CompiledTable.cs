using System.Linq.Expressions;
using System.Reflection;
using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Dmn;

/// <summary>A table worked out beforehand: each column knows for every kind of value which of its cells hold. It decides strictly, as a model of law does:
/// a missing fact leaves rows open. Which tables it fits: up to 64 rows, with columns that read one input each, and cells and outputs of plain constants or figures.</summary>
public abstract class CompiledTable
{
    private readonly TableNode node;
    private readonly string[] names;
    private readonly RowChoice choice;
    private readonly IReadOnlyDictionary<string, object?> figures;

    private protected CompiledTable(TableSource source, ParameterVector? parameters)
    {
        Source = source;
        node = source.Table;
        figures = source.Bind(parameters);
        if (node.Rows.Length > 64)
        {
            throw new ArgumentException($"{node.Owner.Name} has more than 64 rows");
        }

        names = [.. node.Inputs.Select((input, c) => (input as NameNode)?.Name ?? throw Unfit(c, "reads more than one input"))];
        Indexes = [.. node.Inputs.Select((input, c) => node.Index(c, input.Type, figures) ?? throw Unfit(c, "has cells that are no plain constants"))];
        Outputs = [.. node.Rows.Select(r => (IReadOnlyList<object?>)[.. r.Outputs.Select((o, i) => ClrValues.To(node.OutputTypes[i].Fit(Constant(o), out _)))])];
        choice = new HitPolicies(node, Scope()).Choice();
    }

    /// <summary>The table.</summary>
    public DmnTable Table => node.Table;

    /// <summary>The names of the inputs, column by column.</summary>
    public IReadOnlyList<string> Inputs => names;

    /// <summary>The outputs of each row, as CLR values.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Outputs { get; }

    /// <summary>How many words a trace needs: one a column.</summary>
    public int TraceLength => names.Length;

    internal ColumnIndex[] Indexes { get; }

    private protected TableSource Source { get; }

    /// <summary>The row the hit policy chooses, or one of <see cref="RowAnswer"/>. Of a collecting table it is the first row that hits.</summary>
    public int Row(RowBits bits) => choice.Row(bits);

    /// <summary>What the table comes to, as a CLR value: what the interpreter gives for the same rows. Null where it cannot decide.</summary>
    public object? Value(RowBits bits)
    {
        new HitPolicies(node, Scope()).Choose(States(bits), out var undecided, out var value);
        return undecided.Count > 0 ? null : ClrValues.To(Source.Type.Fit(value, out _));
    }

    /// <summary>The names of the inputs that are missing and could change the outcome; empty when it is decided. Where a figure the cells read is missing, it stands in place of the input.</summary>
    /// <param name="bits">The rows.</param>
    /// <param name="held">The trace: in the word of a column, a bit for each row whose cell held.</param>
    public IReadOnlyList<string> Missing(RowBits bits, ReadOnlySpan<ulong> held)
    {
        new HitPolicies(node, Scope()).Choose(States(bits), out var undecided, out _);
        var missing = new List<string>();
        for (var c = 0; c < names.Length; c++)
        {
            var unknown = ~held[c];
            foreach (var row in undecided.Where(r => (unknown >> r & 1) == 1))
            {
                var absent = Figures(node.Rows[row].Tests[c]).Where(f => figures[f] is null).ToList();
                missing.AddRange(absent.Count > 0 ? absent : [names[c]]);
            }
        }

        return [.. missing.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>All rows of the table, a bit each.</summary>
    private protected ulong All => node.Rows.Length == 64 ? ulong.MaxValue : (1UL << node.Rows.Length) - 1;

    /// <summary>Whether values of a CLR type are of the type the column's input is declared to have; of an undeclared one, all are.</summary>
    private protected bool Takes(int column, Type clr)
    {
        var declared = node.Inputs[column].Type is var type && type is ConstrainedType constrained ? constrained.Bare : type;
        return clr == typeof(object)
            || (declared == FeelType.String ? clr == typeof(string)
            : declared == FeelType.Number ? clr == typeof(decimal) || clr == typeof(int)
            : declared == FeelType.Boolean ? clr == typeof(bool)
            : declared == FeelType.Date ? clr == typeof(DateOnly)
            : declared == FeelType.Any || (clr != typeof(string) && clr != typeof(decimal) && clr != typeof(int) && clr != typeof(bool) && clr != typeof(DateOnly)));
    }

    /// <summary>The constant of an output, or the figure it names.</summary>
    private object? Constant(Node output) =>
        output is LiteralNode literal ? literal.Literal
        : output is NameNode name && figures.GetValueOrDefault(name.Name) is { } figure ? figure
        : throw new ArgumentException($"{node.Owner.Name} has outputs that are no plain constants");

    private IEnumerable<string> Figures(TestNode? cell) =>
        cell is null ? [] : cell.All().OfType<NameNode>().Select(n => n.Name).Where(figures.ContainsKey);

    private Scope Scope() => TableSource.Scope(new Run(TimeProvider.System, null, true), figures);

    private CellState[] States(RowBits bits) =>
        [.. node.Rows.Select((_, r) => (bits.Hits >> r & 1) == 1 ? CellState.Held : (bits.Open >> r & 1) == 1 ? CellState.Unknown : CellState.Failed)];

    private protected ArgumentException Unfit(int column, string why) => new($"column {column + 1} of {node.Owner.Name} {why}");

    /// <summary>The code that looks all columns up and joins their bits row by row.</summary>
    /// <param name="value">The value of a column.</param>
    /// <param name="at">The columns in the code.</param>
    /// <param name="held">Where the trace goes, or null.</param>
    private protected BlockExpression Fold(Func<int, Expression> value, ParameterExpression at, ParameterExpression? held)
    {
        var locals = names.Select((_, c) => Expression.Variable(typeof(ColumnBits), "c" + c)).ToArray();
        var body = new List<Expression>();
        Expression hits = Expression.Constant(All), possible = hits;
        for (var c = 0; c < locals.Length; c++)
        {
            body.Add(Expression.Assign(locals[c], Lookup(value(c), at, c)));
            var bits = Expression.Property(locals[c], nameof(ColumnBits.Held));
            var open = Expression.Property(locals[c], nameof(ColumnBits.Possible));
            hits = c == 0 ? bits : Expression.And(hits, bits);
            possible = c == 0 ? open : Expression.And(possible, open);
            if (held is not null)
            {
                body.Add(Expression.Assign(Expression.ArrayAccess(held, Expression.Constant(c)), bits));
            }
        }

        var all = Expression.Variable(typeof(ulong), "all");
        body.Add(Expression.Assign(all, hits));
        body.Add(Expression.New(typeof(RowBits).GetConstructors()[0], all, Expression.And(possible, Expression.Not(all))));
        return Expression.Block([.. locals, all], body);
    }

    private MethodCallExpression Lookup(Expression value, ParameterExpression at, int column)
    {
        return (Indexes[column], Nullable.GetUnderlyingType(value.Type) ?? value.Type) switch
        {
            (_, { } type) when type == typeof(object) => Call(at, nameof(Columns.All), column, typeof(ColumnIndex), nameof(ColumnIndex.Any), value),
            (UniformColumn, _) => Kept<UniformColumn>(nameof(Columns.Uniforms), Present(value)),
            (TextColumn, { } type) when type == typeof(string) => Kept<TextColumn>(nameof(Columns.Texts), value),
            (NumberColumn, { } type) when type == typeof(int) => Kept<NumberColumn>(nameof(Columns.Numbers), Expression.Convert(value, typeof(int?))),
            (NumberColumn, { } type) when type == typeof(decimal) => Kept<NumberColumn>(nameof(Columns.Numbers), Expression.Convert(value, typeof(decimal?))),
            (FlagColumn, { } type) when type == typeof(bool) => Kept<FlagColumn>(nameof(Columns.Flags), Expression.Convert(value, typeof(bool?))),
            (DayColumn, { } type) when type == typeof(DateOnly) => Kept<DayColumn>(nameof(Columns.Days), Expression.Convert(value, typeof(DateOnly?))),
            var (_, type) => throw Unfit(column, $"does not fit a {type.Name}"),
        };

        MethodCallExpression Kept<TColumn>(string field, Expression given) => Call(at, field, column, typeof(TColumn), "At", given);
    }

    private static Expression Present(Expression value) =>
        value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null ? Expression.Constant(true) : Expression.NotEqual(value, Expression.Constant(null, value.Type));

    private static MethodCallExpression Call(ParameterExpression at, string field, int column, Type type, string name, Expression value)
    {
        var method = type.GetMethod(name, BindingFlags.Public | BindingFlags.Instance, [value.Type]) ?? throw new InvalidOperationException($"no lookup by {value.Type.Name}");
        return Expression.Call(Expression.ArrayIndex(Expression.Field(at, field), Expression.Constant(column)), method, value);
    }

    /// <summary>Whether code made for the columns of another table serves these: each is of the same sort.</summary>
    private protected bool SameSorts(CompiledTable other) => Indexes.Zip(other.Indexes).All(p => p.First.GetType() == p.Second.GetType());

    /// <summary>The columns by sort: handed to the compiled code as an argument, which is quicker than its constants and lets the code serve other figures.</summary>
    private protected sealed class Columns(ColumnIndex[] all)
    {
        public readonly ColumnIndex[] All = all;
        public readonly TextColumn?[] Texts = [.. all.Select(c => c as TextColumn)];
        public readonly NumberColumn?[] Numbers = [.. all.Select(c => c as NumberColumn)];
        public readonly FlagColumn?[] Flags = [.. all.Select(c => c as FlagColumn)];
        public readonly DayColumn?[] Days = [.. all.Select(c => c as DayColumn)];
        public readonly UniformColumn?[] Uniforms = [.. all.Select(c => c as UniformColumn)];
    }
}

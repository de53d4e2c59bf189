using System.Linq.Expressions;
using System.Reflection;
using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Dmn;

/// <summary>Which rows of a table hit, and which cannot be told, one bit a row.</summary>
/// <param name="Hits">Rows that hit, before the hit policy chooses among them.</param>
/// <param name="Open">Rows no cell of which fails and that lack a fact.</param>
public readonly record struct RowBits(ulong Hits, ulong Open)
{
    /// <summary>The first row that hits, or -1.</summary>
    public int First => Hits == 0 ? -1 : System.Numerics.BitOperations.TrailingZeroCount(Hits);

    /// <summary>Whether exactly one row hits.</summary>
    public bool IsOne => Hits != 0 && (Hits & (Hits - 1)) == 0;
}

/// <summary>A table compiled against a CLR type: for scans of many records and what-if runs. It allocates nothing while evaluating.
/// Which rows it fits: up to 64, with columns that read one input each and cells of plain constants.</summary>
/// <typeparam name="TFacts">The record whose properties are the facts, named as the inputs or as their <c>guiju:english</c>.</typeparam>
public sealed class TypedTable<TFacts>
{
    private readonly Rows evaluate;
    private readonly TracedRows traced;
    private readonly TableNode node;
    private readonly Columns columns = new();

    internal TypedTable(TableNode node, IReadOnlyDictionary<string, string> english)
    {
        this.node = node;
        var facts = Expression.Parameter(typeof(TFacts).MakeByRefType(), "facts");
        var at = Expression.Parameter(typeof(Columns), "columns");
        var held = Expression.Parameter(typeof(ulong[]), "held");
        var lookups = node.Inputs.Select((input, c) => Lookup(facts, at, input, c, english)).ToArray();
        evaluate = Expression.Lambda<Rows>(Fold(lookups, null), facts, at).Compile();
        traced = Expression.Lambda<TracedRows>(Fold(lookups, held), facts, at, held).Compile();
        Outputs = [.. node.Rows.Select(r => (IReadOnlyList<object?>)[.. r.Outputs.Select(o => o is LiteralNode literal ? ClrValues.To(literal.Literal) : null)])];
    }

    private delegate RowBits Rows(in TFacts facts, Columns columns);

    private delegate RowBits TracedRows(in TFacts facts, Columns columns, ulong[] held);

    /// <summary>The table.</summary>
    public DmnTable Table => node.Table;

    /// <summary>The constant outputs of each row; null where an output is no constant.</summary>
    public IReadOnlyList<IReadOnlyList<object?>> Outputs { get; }

    /// <summary>How many words a trace needs: one a column.</summary>
    public int TraceLength => node.Inputs.Length;

    /// <summary>Which rows hit.</summary>
    public RowBits Evaluate(in TFacts facts) => evaluate(in facts, columns);

    /// <summary>Which rows hit, with the cells that held: in the word of a column, a bit a row.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="held">At least <see cref="TraceLength"/> words, written over.</param>
    public RowBits Evaluate(in TFacts facts, ulong[] held)
    {
        ArgumentNullException.ThrowIfNull(held);
        return held.Length < node.Inputs.Length ? throw new ArgumentException("one word a column is needed", nameof(held)) : traced(in facts, columns, held);
    }

    /// <summary>Which rows hit, for many records.</summary>
    /// <param name="facts">The records.</param>
    /// <param name="rows">The answers, as many as records.</param>
    public void Evaluate(ReadOnlySpan<TFacts> facts, Span<RowBits> rows)
    {
        for (var i = 0; i < facts.Length; i++)
        {
            rows[i] = evaluate(in facts[i], columns);
        }
    }

    /// <summary>All columns looked up, their bits joined row by row.</summary>
    private static Expression Fold(Expression[] lookups, ParameterExpression? held)
    {
        var locals = lookups.Select((_, c) => Expression.Variable(typeof(ColumnBits), "c" + c)).ToArray();
        var body = new List<Expression>();
        Expression hits = Expression.Constant(ulong.MaxValue), possible = hits;
        for (var c = 0; c < lookups.Length; c++)
        {
            body.Add(Expression.Assign(locals[c], lookups[c]));
            var bits = Expression.Property(locals[c], nameof(ColumnBits.Held));
            hits = c == 0 ? bits : Expression.And(hits, bits);
            possible = c == 0 ? Expression.Property(locals[c], nameof(ColumnBits.Possible)) : Expression.And(possible, Expression.Property(locals[c], nameof(ColumnBits.Possible)));
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

    private MethodCallExpression Lookup(ParameterExpression facts, ParameterExpression at, Node input, int column, IReadOnlyDictionary<string, string> english)
    {
        var name = (input as NameNode)?.Name ?? throw Unfit(column, "reads more than one input");
        var index = node.Index(true) is [var block] && block[column] is { } found ? found : throw Unfit(column, "has cells that are no plain constants");
        var member = typeof(TFacts).GetProperties(BindingFlags.Public | BindingFlags.Instance).FirstOrDefault(p =>
                p.Name == name || string.Equals(p.Name, english.GetValueOrDefault(name), StringComparison.OrdinalIgnoreCase))
            ?? throw Unfit(column, $"reads {name}, which {typeof(TFacts).Name} lacks");
        Expression value = Expression.Property(facts, member);
        return index switch
        {
            TextColumn text when value.Type == typeof(string) => Call(at, nameof(Columns.Texts), columns.Texts, text, value),
            NumberColumn number when Bare(value) == typeof(int) => Call(at, nameof(Columns.Numbers), columns.Numbers, number, Expression.Convert(value, typeof(int?))),
            NumberColumn number when Bare(value) == typeof(decimal) => Call(at, nameof(Columns.Numbers), columns.Numbers, number, Expression.Convert(value, typeof(decimal?))),
            ColumnIndex.FlagColumn flag when Bare(value) == typeof(bool) => Call(at, nameof(Columns.Flags), columns.Flags, flag, Expression.Convert(value, typeof(bool?))),
            ColumnIndex.DayColumn day when Bare(value) == typeof(DateOnly) => Call(at, nameof(Columns.Days), columns.Days, day, Expression.Convert(value, typeof(DateOnly?))),
            ColumnIndex.UniformColumn uniform => Call(at, nameof(Columns.Uniforms), columns.Uniforms, uniform, Expression.Convert(value, typeof(object))),
            _ => throw Unfit(column, $"does not fit a {value.Type.Name}"),
        };
    }

    private static Type Bare(Expression value) => Nullable.GetUnderlyingType(value.Type) ?? value.Type;

    private static MethodCallExpression Call<TColumn>(ParameterExpression at, string field, TColumn[] columns, TColumn column, Expression value) where TColumn : ColumnIndex
    {
        var place = Array.FindIndex(columns, c => c is null);
        columns[place] = column;
        var method = typeof(TColumn).GetMethod("At", [value.Type]) ?? throw new InvalidOperationException($"no lookup by {value.Type.Name}");
        return Expression.Call(Expression.ArrayIndex(Expression.Field(at, field), Expression.Constant(place)), method, value);
    }

    private ArgumentException Unfit(int column, string why) =>
        new($"column {column + 1} of {node.Owner.Name} {why}");
}

/// <summary>The columns of a typed table by kind: handed to the compiled code as an argument, which is quicker than its constants.</summary>
internal sealed class Columns
{
    private const int Most = 64;

    public readonly TextColumn[] Texts = new TextColumn[Most];
    public readonly NumberColumn[] Numbers = new NumberColumn[Most];
    public readonly ColumnIndex.FlagColumn[] Flags = new ColumnIndex.FlagColumn[Most];
    public readonly ColumnIndex.DayColumn[] Days = new ColumnIndex.DayColumn[Most];
    public readonly ColumnIndex.UniformColumn[] Uniforms = new ColumnIndex.UniformColumn[Most];
}

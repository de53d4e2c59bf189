using System.Linq.Expressions;
using System.Reflection;
using Guiju.Feel;

namespace Guiju.Dmn;

/// <summary>A table compiled against a CLR type: for scans of many records and what-if runs. It allocates nothing while evaluating.</summary>
/// <typeparam name="TFacts">The record whose properties are the facts, named as the inputs or as their <c>guiju:english</c>.</typeparam>
public sealed class TypedTable<TFacts> : CompiledTable
{
    private readonly Rows evaluate;
    private readonly TracedRows traced;
    private readonly Columns columns;

    internal TypedTable(TableSource source, ParameterVector? parameters, TypedTable<TFacts>? compiled = null)
        : base(source, parameters)
    {
        columns = new Columns(Indexes);
        if (compiled is not null && SameSorts(compiled))
        {
            (evaluate, traced) = (compiled.evaluate, compiled.traced);
            return;
        }

        var facts = Expression.Parameter(typeof(TFacts).MakeByRefType(), "facts");
        var at = Expression.Parameter(typeof(Columns), "columns");
        var held = Expression.Parameter(typeof(ulong[]), "held");
        Expression Value(int c) => Property(facts, c);
        evaluate = Expression.Lambda<Rows>(Fold(Value, at, null), facts, at).Compile();
        traced = Expression.Lambda<TracedRows>(Fold(Value, at, held), facts, at, held).Compile();
    }

    /// <summary>The same table under other figures: what applied on another day, or "what if". Nothing is compiled again.</summary>
    /// <exception cref="ArgumentException">A figure the cells compare with is not given.</exception>
    public TypedTable<TFacts> With(ParameterVector parameters) => new(Source, parameters, this);

    internal Delegate Code => evaluate;

    private delegate RowBits Rows(in TFacts facts, Columns columns);

    private delegate RowBits TracedRows(in TFacts facts, Columns columns, ulong[] held);

    /// <summary>Which rows hit.</summary>
    public RowBits Evaluate(in TFacts facts) => evaluate(in facts, columns);

    /// <summary>Which rows hit, with the cells that held: in the word of a column, a bit a row.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="held">At least <see cref="CompiledTable.TraceLength"/> words, written over.</param>
    public RowBits Evaluate(in TFacts facts, ulong[] held)
    {
        ArgumentNullException.ThrowIfNull(held);
        return held.Length < TraceLength ? throw new ArgumentException("one word a column is needed", nameof(held)) : traced(in facts, columns, held);
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

    private MemberExpression Property(ParameterExpression facts, int column)
    {
        var name = Inputs[column];
        var english = Source.Model.Inputs.FirstOrDefault(i => i.VariableName == name)?.Extension("english");
        var member = typeof(TFacts).GetProperties(BindingFlags.Public | BindingFlags.Instance).FirstOrDefault(p =>
                p.Name == name || string.Equals(p.Name, english, StringComparison.OrdinalIgnoreCase))
            ?? throw Unfit(column, $"reads {name}, which {typeof(TFacts).Name} lacks");
        return Takes(column, Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType)
            ? Expression.Property(facts, member)
            : throw Unfit(column, $"does not take a {member.PropertyType.Name}");
    }
}

/// <summary>A table compiled against facts in slots, one a column: for callers that hold facts of any sort. Slower than a typed table, and without its allocations only where no value is boxed on the way.</summary>
public sealed class BoxedTable : CompiledTable
{
    private readonly Rows evaluate;
    private readonly TracedRows traced;
    private readonly Columns columns;

    internal BoxedTable(TableSource source, ParameterVector? parameters, BoxedTable? compiled = null)
        : base(source, parameters)
    {
        columns = new Columns(Indexes);
        if (compiled is not null)
        {
            (evaluate, traced) = (compiled.evaluate, compiled.traced);
            return;
        }

        var facts = Expression.Parameter(typeof(object[]), "facts");
        var at = Expression.Parameter(typeof(Columns), "columns");
        var held = Expression.Parameter(typeof(ulong[]), "held");
        Expression Value(int c) => Expression.ArrayIndex(facts, Expression.Constant(c));
        evaluate = Expression.Lambda<Rows>(Fold(Value, at, null), facts, at).Compile();
        traced = Expression.Lambda<TracedRows>(Fold(Value, at, held), facts, at, held).Compile();
    }

    /// <summary>The same table under other figures: what applied on another day, or "what if". Nothing is compiled again.</summary>
    /// <exception cref="ArgumentException">A figure the cells compare with is not given.</exception>
    public BoxedTable With(ParameterVector parameters) => new(Source, parameters, this);

    private delegate RowBits Rows(object?[] facts, Columns columns);

    private delegate RowBits TracedRows(object?[] facts, Columns columns, ulong[] held);

    /// <summary>Which rows hit.</summary>
    /// <param name="facts">CLR values in the order of <see cref="CompiledTable.Inputs"/>; null is a missing fact.</param>
    /// <exception cref="ArgumentException">A fact is of a kind no expression can read.</exception>
    public RowBits Evaluate(object?[] facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        return evaluate(facts, columns);
    }

    /// <summary>Which rows hit, with the cells that held: in the word of a column, a bit a row.</summary>
    /// <param name="facts">CLR values in the order of <see cref="CompiledTable.Inputs"/>; null is a missing fact.</param>
    /// <param name="held">At least <see cref="CompiledTable.TraceLength"/> words, written over.</param>
    /// <exception cref="ArgumentException">A fact is of a kind no expression can read, or there are too few words.</exception>
    public RowBits Evaluate(object?[] facts, ulong[] held)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(held);
        return held.Length < TraceLength ? throw new ArgumentException("one word a column is needed", nameof(held)) : traced(facts, columns, held);
    }
}

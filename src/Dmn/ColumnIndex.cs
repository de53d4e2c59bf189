using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Dmn;

/// <summary>How the cells of one column stand to a value, one bit a row: those that hold, and those that hold or cannot be told.</summary>
/// <param name="Held">Rows whose cell holds.</param>
/// <param name="Possible">Rows whose cell does not fail.</param>
public readonly record struct ColumnBits(ulong Held, ulong Possible);

/// <summary>The cells of a column worked out beforehand for every kind of value they can tell apart. The answers are asked from the interpreter
/// once, at one value of each kind, so that looking up cannot differ from evaluating. Kind 0 is null.</summary>
internal abstract class ColumnIndex
{
    private readonly Func<object?, ColumnBits> ask;
    private readonly ColumnBits[] kinds;

    /// <param name="ask">What the cells say to a value.</param>
    /// <param name="points">A value of each kind, from kind 1.</param>
    protected ColumnIndex(Func<object?, ColumnBits> ask, IEnumerable<object?> points)
        : this(ask, [ask(null), .. points.Select(ask)])
    {
    }

    protected ColumnIndex(Func<object?, ColumnBits> ask, ColumnBits[] kinds)
    {
        this.ask = ask;
        this.kinds = kinds;
    }

    /// <summary>The answers by kind.</summary>
    public ReadOnlySpan<ColumnBits> Kinds => kinds;

    /// <summary>The kind of a FEEL value; -1 when it is of another sort than the cells.</summary>
    public abstract int Kind(object? value);

    /// <summary>The bits for a FEEL value; false when the value is of another sort than the cells.</summary>
    public bool Find(object? value, out ColumnBits bits)
    {
        var kind = Kind(value);
        bits = kinds[Math.Max(0, kind)];
        return kind >= 0;
    }

    /// <summary>The bits for a CLR value of any sort.</summary>
    public ColumnBits Any(object? value) => Find(value, out var bits) || Find(value = ClrValues.From(value), out bits) ? bits : ask(value);

    /// <summary>The index of a column over at most 64 rows, or null when its cells are not plain tests against constants of one kind. Figures count as constants.</summary>
    public static ColumnIndex? Build(IReadOnlyList<TestNode?> cells, bool knowsAbsence, bool strict, FeelType? type = null, IReadOnlyDictionary<string, object?>? figures = null)
    {
        var constants = new List<object>();
        if (cells.Count > 64 || cells.Any(c => c is null || !Plain(c, constants, figures)))
        {
            return null;
        }

        for (var narrowed = type as ConstrainedType; narrowed is not null; narrowed = narrowed.Inner as ConstrainedType)
        {
            if (narrowed is { Test: not null, Landmarks.Count: 0 })
            {
                return null;
            }

            constants.AddRange(narrowed.Landmarks);
        }

        // A value the declared type does not take counts as missing, as it does where facts are read.
        ColumnBits Ask(object? value) => Answer(cells, type is null ? value : type.Fit(value, out _), knowsAbsence, strict, figures);
        return constants.Select(c => c.GetType()).Distinct().Count() > 1 ? null : constants.FirstOrDefault() switch
        {
            null => new UniformColumn(Ask, Answer(cells, "", knowsAbsence, strict, figures), type),
            string => TextColumn.Of([.. constants.Cast<string>().Distinct()], Ask),
            decimal => NumberColumn.Of([.. constants.Cast<decimal>().Distinct().Order()], Ask),
            FeelDate => new DayColumn([.. constants.Cast<FeelDate>().Select(d => d.DayNumber).Distinct().Order()], Ask),
            bool => new FlagColumn(Ask),
            _ => null,
        };
    }

    protected ColumnBits Bits(int kind) => kinds[kind];

    private static ColumnBits Answer(IReadOnlyList<TestNode?> cells, object? value, bool knowsAbsence, bool strict, IReadOnlyDictionary<string, object?>? figures)
    {
        var run = new Run(TimeProvider.System, null, strict);
        var scope = TableSource.Scope(run, figures);
        var (held, possible) = (0UL, 0UL);
        for (var r = 0; r < cells.Count; r++)
        {
            var truth = cells[r]?.Holds(value, scope);
            held |= truth == true ? 1UL << r : 0;
            possible |= truth == true || (truth is null && strict && !(value is null && knowsAbsence)) ? 1UL << r : 0;
        }

        return new ColumnBits(held, possible);
    }

    /// <summary>Whether a cell only compares with constants and figures; gathers them.</summary>
    internal static bool Plain(TestNode test, List<object> constants, IReadOnlyDictionary<string, object?>? figures = null)
    {
        switch (test)
        {
            case AnyTest:
                return true;
            case NotTest not:
                return Plain(not.Test, constants, figures);
            case AnyOfTest any:
                return any.Tests.All(t => Plain(t, constants, figures));
            case CompareTest compare:
                return Known(compare.Operand, figures, out var bound)
                    && (bound is not string || compare.Operator is Comparison.Equal or Comparison.NotEqual) && Take(bound, constants);
            case MatchTest { IsCondition: false, Operand: RangeNode { Start: { } from, End: { } to } }:
                return Known(from, figures, out var low) && Known(to, figures, out var high)
                    && low is not (null or string) && low.GetType() == high?.GetType() && Take(low, constants) && Take(high, constants);
            case MatchTest { IsCondition: false } match:
                return Known(match.Operand, figures, out var constant) && Take(constant, constants);
            default:
                return false;
        }
    }

    private static bool Known(Node operand, IReadOnlyDictionary<string, object?>? figures, out object? value)
    {
        value = (operand as LiteralNode)?.Literal;
        return operand is LiteralNode || (operand is NameNode name && figures is not null && figures.TryGetValue(name.Name, out value));
    }

    private static bool Take(object? constant, List<object> constants)
    {
        if (constant is not null)
        {
            constants.Add(constant);
        }

        return constant is null or string or bool or FeelDate or (decimal and > -1e27m and < 1e27m);
    }
}

/// <summary>A column whose cells hold for every value alike.</summary>
internal sealed class UniformColumn(Func<object?, ColumnBits> ask, ColumnBits all, FeelType? type) : ColumnIndex(ask, [ask(null), all])
{
    public override int Kind(object? value) => value is null ? 0 : type is null || type == FeelType.Any || type.Fit(value, out _) is not null ? 1 : -1;

    public ColumnBits At(bool isPresent) => Bits(isPresent ? 1 : 0);
}

/// <summary>A column of true and false.</summary>
internal sealed class FlagColumn(Func<object?, ColumnBits> ask) : ColumnIndex(ask, [false, true])
{
    public override int Kind(object? value) => value switch { null => 0, false => 1, true => 2, _ => -1 };

    public ColumnBits At(bool? value) => Bits(value.HasValue ? value.GetValueOrDefault() ? 2 : 1 : 0);
}

/// <summary>A column of days.</summary>
internal sealed class DayColumn(long[] cuts, Func<object?, ColumnBits> ask)
    : ColumnIndex(ask, [.. cuts.SelectMany(c => new[] { c - 1, c }).Append(cuts[^1] + 1).Select(d => (object?)FeelDate.FromDayNumber(d))])
{
    private static readonly long DayOfEpoch = new DateOnly(1970, 1, 1).DayNumber;

    private readonly CutLine line = new(cuts);

    public override int Kind(object? value) => value switch { null => 0, FeelDate day => line.Place(day.DayNumber), DateOnly day => Kind(day), _ => -1 };

    public int Kind(DateOnly day) => line.Place(day.DayNumber - DayOfEpoch);

    public ColumnBits At(DateOnly? value) => Bits(value.HasValue ? Kind(value.GetValueOrDefault()) : 0);
}

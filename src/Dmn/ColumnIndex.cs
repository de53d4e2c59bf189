using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Dmn;

/// <summary>How the cells of one column stand to a value, one bit a row: those that hold, and those that hold or cannot be told.</summary>
/// <param name="Held">Rows whose cell holds.</param>
/// <param name="Possible">Rows whose cell does not fail.</param>
public readonly record struct ColumnBits(ulong Held, ulong Possible);

/// <summary>The cells of a column worked out beforehand for every kind of value they can tell apart. The answers are asked from the interpreter
/// once, at one value of each kind, so that looking up cannot differ from evaluating.</summary>
internal abstract class ColumnIndex
{
    /// <summary>The answers for null.</summary>
    public ColumnBits Missing { get; protected init; }

    /// <summary>The bits for a value; false when the value is of another kind than the cells.</summary>
    public abstract bool Find(object? value, out ColumnBits bits);

    /// <summary>The index of a column over at most 64 rows, or null when its cells are not plain tests against constants of one kind.</summary>
    public static ColumnIndex? Build(IReadOnlyList<TestNode?> cells, bool knowsAbsence, bool strict)
    {
        var constants = new List<object>();
        if (cells.Count > 64 || cells.Any(c => c is null || !Plain(c, constants)))
        {
            return null;
        }

        ColumnBits Ask(object? value) => Answer(cells, value, knowsAbsence, strict);
        return constants.Select(c => c.GetType()).Distinct().Count() > 1 ? null : constants.FirstOrDefault() switch
        {
            null => new UniformColumn(Ask("")) { Missing = Ask(null) },
            string => TextColumn.Of([.. constants.Cast<string>().Distinct()], Ask),
            decimal => NumberColumn.Of([.. constants.Cast<decimal>().Distinct().Order()], Ask),
            FeelDate => new DayColumn([.. constants.Cast<FeelDate>().Select(d => d.DayNumber).Distinct().Order()], Ask) { Missing = Ask(null) },
            bool => new FlagColumn(Ask(true), Ask(false)) { Missing = Ask(null) },
            _ => null,
        };
    }

    private static ColumnBits Answer(IReadOnlyList<TestNode?> cells, object? value, bool knowsAbsence, bool strict)
    {
        var run = new Run(TimeProvider.System, null, strict);
        var scope = new Scope(run);
        var (held, possible) = (0UL, 0UL);
        for (var r = 0; r < cells.Count; r++)
        {
            var truth = cells[r]?.Holds(value, scope);
            held |= truth == true ? 1UL << r : 0;
            possible |= truth == true || (truth is null && strict && !(value is null && knowsAbsence)) ? 1UL << r : 0;
        }

        return new ColumnBits(held, possible);
    }

    /// <summary>Whether a cell only compares with constants; gathers them.</summary>
    internal static bool Plain(TestNode test, List<object> constants)
    {
        switch (test)
        {
            case AnyTest:
                return true;
            case NotTest not:
                return Plain(not.Test, constants);
            case AnyOfTest any:
                return any.Tests.All(t => Plain(t, constants));
            case CompareTest compare:
                return compare.Operand is LiteralNode { Literal: var bound }
                    && (bound is not string || compare.Operator is Comparison.Equal or Comparison.NotEqual) && Take(bound, constants);
            case MatchTest { IsCondition: false, Operand: LiteralNode { Literal: var constant } }:
                return Take(constant, constants);
            case MatchTest { IsCondition: false, Operand: RangeNode { Start: LiteralNode { Literal: { } low }, End: LiteralNode { Literal: { } high } } }:
                return low is not string && low.GetType() == high.GetType() && Take(low, constants) && Take(high, constants);
            default:
                return false;
        }
    }

    private static bool Take(object? constant, List<object> constants)
    {
        if (constant is not null)
        {
            constants.Add(constant);
        }

        return constant is null or string or bool or FeelDate or (decimal and > -1e27m and < 1e27m);
    }

    /// <summary>A column whose cells hold for every value alike.</summary>
    internal sealed class UniformColumn(ColumnBits all) : ColumnIndex
    {
        public override bool Find(object? value, out ColumnBits bits)
        {
            bits = At(value);
            return true;
        }

        public ColumnBits At(object? value) => value is null ? Missing : all;
    }

    /// <summary>A column of true and false.</summary>
    internal sealed class FlagColumn(ColumnBits yes, ColumnBits no) : ColumnIndex
    {
        public override bool Find(object? value, out ColumnBits bits)
        {
            bits = value is null ? Missing : value is true ? yes : no;
            return value is null or bool;
        }

        public ColumnBits At(bool? value) => value is null ? Missing : value.Value ? yes : no;
    }

    /// <summary>A column of days.</summary>
    internal sealed class DayColumn : ColumnIndex
    {
        private readonly long[] cuts;
        private readonly ColumnBits[] at;
        private readonly ColumnBits[] below;

        public DayColumn(long[] cuts, Func<object?, ColumnBits> ask)
        {
            this.cuts = cuts;
            at = [.. cuts.Select(c => ask(FeelDate.FromDayNumber(c)))];
            below = new ColumnBits[cuts.Length + 1];
            for (var i = 0; i <= cuts.Length; i++)
            {
                below[i] = ask(FeelDate.FromDayNumber(i < cuts.Length ? cuts[i] - 1 : cuts[^1] + 1));
            }
        }

        public override bool Find(object? value, out ColumnBits bits)
        {
            bits = value is FeelDate day ? At(day.DayNumber) : Missing;
            return value is null or FeelDate;
        }

        public ColumnBits At(DateOnly? value) => value is { } day ? At(day.DayNumber - DayOfEpoch) : Missing;

        private static readonly long DayOfEpoch = new DateOnly(1970, 1, 1).DayNumber;

        private ColumnBits At(long day)
        {
            var i = 0;
            while (i < cuts.Length && day > cuts[i])
            {
                i++;
            }

            return i < cuts.Length && day == cuts[i] ? at[i] : below[i];
        }
    }
}

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
    public ColumnBits Missing { get; private init; }

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
            string => TextColumn.Of([.. constants.Cast<string>().Distinct()], Ask, Ask(null)),
            decimal => new NumberColumn([.. constants.Cast<decimal>().Distinct().Order()], Ask) { Missing = Ask(null) },
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
    private static bool Plain(TestNode test, List<object> constants)
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

    /// <summary>A column of texts, each equal or not to some constants.</summary>
    internal sealed class TextColumn : ColumnIndex
    {
        private readonly string[] keys;
        private readonly ColumnBits[] bits;
        private readonly ColumnBits other;
        private readonly System.Collections.Frozen.FrozenDictionary<string, ColumnBits>? many;

        private TextColumn(string[] keys, Func<object?, ColumnBits> ask)
        {
            this.keys = keys;
            bits = [.. keys.Select(k => ask(k))];
            other = ask(keys.Aggregate("", (a, b) => a + b) + "\u0001");
            many = keys.Length <= 8 ? null
                : System.Collections.Frozen.FrozenDictionary.ToFrozenDictionary(keys.Zip(bits, KeyValuePair.Create), StringComparer.Ordinal);
        }

        public static TextColumn Of(string[] keys, Func<object?, ColumnBits> ask, ColumnBits missing) => new(keys, ask) { Missing = missing };

        public override bool Find(object? value, out ColumnBits found)
        {
            found = At(value as string);
            return value is null or string;
        }

        public ColumnBits At(string? value)
        {
            if (value is null)
            {
                return Missing;
            }

            if (many is not null)
            {
                return many.TryGetValue(value, out var found) ? found : other;
            }

            var places = keys;
            for (var i = 0; i < places.Length; i++)
            {
                if (places[i] == value)
                {
                    return bits[i];
                }
            }

            return other;
        }
    }

    /// <summary>A column of numbers: constants cut the line into points and stretches between them.</summary>
    internal sealed class NumberColumn : ColumnIndex
    {
        private readonly decimal[] cuts;
        private readonly long[]? whole;
        private readonly ColumnBits[] at;
        private readonly ColumnBits[] below;

        public NumberColumn(decimal[] cuts, Func<object?, ColumnBits> ask)
        {
            this.cuts = cuts;
            whole = cuts.All(c => decimal.Truncate(c) == c && Math.Abs(c) < 1e15m) ? [.. cuts.Select(c => (long)c)] : null;
            at = [.. cuts.Select(c => ask(c))];
            below = new ColumnBits[cuts.Length + 1];
            for (var i = 0; i <= cuts.Length; i++)
            {
                var point = i == 0 ? Math.Max(cuts[0] - 1, decimal.MinValue + 1) : i == cuts.Length ? cuts[^1] + 1 : cuts[i - 1] + (cuts[i] - cuts[i - 1]) / 2;
                below[i] = ask(point);
            }
        }

        public override bool Find(object? value, out ColumnBits bits)
        {
            bits = At(value as decimal?);
            return value is null or decimal;
        }

        public ColumnBits At(decimal? value)
        {
            if (value is not { } number)
            {
                return Missing;
            }

            // Most figures are small whole numbers, and comparing those is several times faster than comparing decimals.
            if (whole is not null && number.Scale == 0 && number is < 1_000_000_000_000_000m and > -1_000_000_000_000_000m)
            {
                return At(whole, (long)number);
            }

            var places = cuts;
            var i = 0;
            while (i < places.Length)
            {
                var order = number.CompareTo(places[i]);
                if (order <= 0)
                {
                    return order == 0 ? at[i] : below[i];
                }

                i++;
            }

            return below[i];
        }

        public ColumnBits At(int? value) => value is not { } number ? Missing : whole is not null ? At(whole, number) : At((decimal)number);

        private ColumnBits At(long[] places, long number)
        {
            var i = 0;
            while (i < places.Length && number > places[i])
            {
                i++;
            }

            return i < places.Length && number == places[i] ? at[i] : below[i];
        }
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

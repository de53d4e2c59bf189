namespace Guiju.Feel.Syntax;

/// <summary>If, then, else.</summary>
public sealed class IfNode(Node condition, Node then, Node otherwise, bool boxed = false) : Node
{
    /// <inheritdoc/>
    protected override FeelType Infer() => then.Type.Equals(otherwise.Type) ? then.Type : FeelType.Any;

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => [condition, then, otherwise];

    /// <inheritdoc/>
    protected override object? Value(Scope scope)
    {
        var truth = condition.Evaluate(scope);
        if (truth is bool decided)
        {
            return (decided ? then : otherwise).Evaluate(scope);
        }

        scope.Run.Warn(Trouble.Condition, condition.At);

        // FEEL takes the else branch, the boxed form none; for law an unknown condition decides nothing.
        return scope.Run.Strict || (boxed && truth is not null) ? null : otherwise.Evaluate(scope);
    }
}

/// <summary>A name that walks over values.</summary>
/// <param name="Name">The name.</param>
/// <param name="From">The list or range, or the first value.</param>
/// <param name="To">The last value, when written with two points.</param>
public sealed record Iterator(string Name, Node From, Node? To);

/// <summary>For, some, every: walks over all combinations of the iterators' values.</summary>
public sealed class ForNode(IReadOnlyList<Iterator> iterators, Node body) : Node
{
    /// <inheritdoc/>
    protected override FeelType Infer() => new ListType(body.Type);

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => [.. iterators.SelectMany(i => i.To is null ? [i.From] : new[] { i.From, i.To }), body];

    /// <inheritdoc/>
    protected override object? Value(Scope scope)
    {
        var results = new List<object?>();
        return Walk.Over(iterators, 0, scope.Inner(), At, inner =>
        {
            // The body sees what was found so far, not what it is about to add.
            results.Add(body.Evaluate(inner.Set("partial", new FeelList(new Sofar(results, results.Count)))));
            scope.Run.Length(results.Count);
            return true;
        })
            ? new FeelList(results)
            : null;
    }
}

/// <summary>The first items of a list that still grows.</summary>
internal sealed class Sofar(List<object?> items, int count) : IReadOnlyList<object?>
{
    public int Count => count;

    public object? this[int index] => index < count ? items[index] : throw new ArgumentOutOfRangeException(nameof(index));

    public IEnumerator<object?> GetEnumerator()
    {
        for (var i = 0; i < count; i++)
        {
            yield return items[i];
        }
    }

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Whether some or every combination satisfies a condition.</summary>
public sealed class QuantifiedNode(bool every, IReadOnlyList<Iterator> iterators, Node condition, bool boxed = false) : Node
{
    /// <inheritdoc/>
    protected override FeelType Infer() => FeelType.Boolean;

    /// <inheritdoc/>
    public override IEnumerable<Node> Parts => [.. iterators.SelectMany(i => i.To is null ? [i.From] : new[] { i.From, i.To }), condition];

    /// <inheritdoc/>
    protected override object? Value(Scope scope)
    {
        var (decided, unknown, wrong) = (false, false, false);
        var walked = Walk.Over(iterators, 0, scope.Inner(), At, inner =>
        {
            var truth = condition.Evaluate(inner);
            unknown |= truth is not bool;
            wrong |= boxed && truth is not (bool or null);
            decided |= truth is bool b && b != every;
            return !decided;
        });
        return wrong ? null : decided ? !every : !walked || unknown ? null : every;
    }
}

/// <summary>Walking over the values of iterators.</summary>
internal static class Walk
{
    /// <summary>Visits each combination; false when a value cannot be walked over.</summary>
    public static bool Over(IReadOnlyList<Iterator> iterators, int at, Scope scope, Span span, Func<Scope, bool> visit)
    {
        var stopped = false;
        bool Level(int level, Scope outer)
        {
            if (level == iterators.Count)
            {
                stopped = !visit(outer.Inner());
                return true;
            }

            var iterator = iterators[level];
            if (Values(iterator, outer, span) is not { } values)
            {
                return false;
            }

            foreach (var value in values)
            {
                outer.Run.Step();
                if (!Level(level + 1, outer.Inner().Set(iterator.Name, value)))
                {
                    return false;
                }

                if (stopped)
                {
                    break;
                }
            }

            return true;
        }

        return Level(at, scope);
    }

    /// <summary>The values of a list, of a range of whole numbers or days, or of a single value; null when there are none such.</summary>
    public static IEnumerable<object?>? Values(Iterator iterator, Scope scope, Span span)
    {
        var from = iterator.From.Evaluate(scope);
        if (iterator.To is null)
        {
            return from switch
            {
                FeelList list => list,
                null => Nothing(scope, span, from),
                FeelRange range when Ops.Compare(range.Start, range.End) <= 0 => Between(range.Start, range.End, range, scope.Run) ?? Nothing(scope, span, from),
                FeelRange => Nothing(scope, span, from),
                _ => [from],
            };
        }

        return Between(from, iterator.To.Evaluate(scope), null, scope.Run) ?? Nothing(scope, span, from);
    }

    private static IEnumerable<object?>? Nothing(Scope scope, Span span, object? value)
    {
        scope.Run.Warn(Trouble.Types, span, "for", value, null);
        return null;
    }

    private static IEnumerable<object?>? Between(object? from, object? to, FeelRange? range, Run run) => (from, to) switch
    {
        (decimal a, decimal b) when decimal.Truncate(a) == a && decimal.Truncate(b) == b =>
            Counted(a, b, range, run, n => n),
        (FeelDate a, FeelDate b) => Counted(a.DayNumber, b.DayNumber, range, run, n => FeelDate.FromDayNumber((long)n)),
        _ => null,
    };

    private static IEnumerable<object?> Counted(decimal from, decimal to, FeelRange? range, Run run, Func<decimal, object?> value)
    {
        var step = from <= to ? 1 : -1;
        run.Length(Math.Abs((double)to - (double)from) < long.MaxValue / 2 ? (long)Math.Abs(to - from) : long.MaxValue);
        for (var n = from; ; n += step)
        {
            if (range is null || ((n != from || range.StartIncluded) && (n != to || range.EndIncluded)))
            {
                yield return value(n);
            }

            if (n == to)
            {
                yield break;
            }
        }
    }
}

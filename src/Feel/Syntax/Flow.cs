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

    internal override Ready Compile(Plan plan)
    {
        var (test, yes, no) = (plan.Make(condition), plan.Make(then), plan.Make(otherwise));
        return frame =>
        {
            frame.Run.Step();
            var truth = test(frame);
            if (truth is bool decided)
            {
                return (decided ? yes : no)(frame);
            }

            frame.Run.Warn(Trouble.Condition, condition.At);
            return frame.Run.Strict || (boxed && truth is not null) ? null : no(frame);
        };
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

    internal override Ready Compile(Plan plan)
    {
        var walk = new ReadyWalk(iterators, plan, At);
        var partial = body.All().Any(n => n is NameNode { Name: "partial" }) ? plan.Bind("partial") : -1;
        var made = plan.Make(body);
        plan.Release(iterators.Count + (partial < 0 ? 0 : 1));
        return frame =>
        {
            frame.Run.Step();
            var results = new List<object?>();
            return walk.Over(frame, inner =>
            {
                if (partial >= 0)
                {
                    inner.Set(partial, new FeelList(new Sofar(results, results.Count)));
                }

                results.Add(made(inner));
                inner.Run.Length(results.Count);
                return true;
            })
                ? new FeelList(results)
                : null;
        };
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

    internal override Ready Compile(Plan plan)
    {
        var walk = new ReadyWalk(iterators, plan, At);
        var made = plan.Make(condition);
        plan.Release(iterators.Count);
        return frame =>
        {
            frame.Run.Step();
            var (decided, unknown, wrong) = (false, false, false);
            var walked = walk.Over(frame, inner =>
            {
                var truth = made(inner);
                unknown |= truth is not bool;
                wrong |= boxed && truth is not (bool or null);
                decided |= truth is bool b && b != every;
                return !decided;
            });
            return wrong ? null : decided ? Plan.Box(!every) : !walked || unknown ? null : Plan.Box(every);
        };
    }
}

/// <summary>Walking over the values of iterators whose names have slots.</summary>
internal sealed class ReadyWalk
{
    private readonly (int Slot, Ready From, Ready? To)[] levels;
    private readonly Span at;

    /// <summary>Binds the iterators' names, each seen by the next; whoever makes it releases them.</summary>
    public ReadyWalk(IReadOnlyList<Iterator> iterators, Plan plan, Span at)
    {
        this.at = at;
        levels = new (int, Ready, Ready?)[iterators.Count];
        for (var i = 0; i < levels.Length; i++)
        {
            var (from, to) = (plan.Make(iterators[i].From), iterators[i].To is { } end ? plan.Make(end) : null);
            levels[i] = (plan.Bind(iterators[i].Name), from, to);
        }
    }

    /// <summary>Visits each combination; false when a value cannot be walked over.</summary>
    public bool Over(Frame frame, Func<Frame, bool> visit)
    {
        var stopped = false;
        return Level(0);

        bool Level(int level)
        {
            if (level == levels.Length)
            {
                stopped = !visit(frame);
                return true;
            }

            var (slot, from, to) = levels[level];
            var first = from(frame);
            if (Walk.Values(first, to is not null, to?.Invoke(frame), frame.Run, at) is not { } values)
            {
                return false;
            }

            foreach (var value in values)
            {
                frame.Run.Step();
                frame.Set(slot, value);
                if (!Level(level + 1))
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
            if (Values(iterator.From.Evaluate(outer), iterator.To is not null, iterator.To?.Evaluate(outer), outer.Run, span) is not { } values)
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
    public static IEnumerable<object?>? Values(object? from, bool isSpan, object? to, Run run, Span span)
    {
        if (isSpan)
        {
            return Between(from, to, null, run) ?? Nothing(run, span, from);
        }

        return from switch
        {
            FeelList list => list,
            null => Nothing(run, span, from),
            FeelRange range when Ops.Compare(range.Start, range.End) <= 0 => Between(range.Start, range.End, range, run) ?? Nothing(run, span, from),
            FeelRange => Nothing(run, span, from),
            _ => [from],
        };
    }

    private static IEnumerable<object?>? Nothing(Run run, Span span, object? value)
    {
        run.Warn(Trouble.Types, span, "for", value, null);
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

using Guiju.Feel.Syntax;

namespace Guiju.Feel.Builtins;

/// <summary>Functions on lists.</summary>
internal static class Lists
{
    public static void Add(Register register)
    {
        AddChanges(register);
        Over(register, "min", "Any", (l, _, _) => Extreme(l, -1));
        Over(register, "max", "Any", (l, _, _) => Extreme(l, 1));
        Over(register, "sum", "Any", Sum);
        Over(register, "mean", "Any", (l, run, at) => Sum(l, run, at) is { } sum ? Arithmetic.Divide(sum, (decimal)l.Count, run, at) : null);
        Over(register, "product", "number", (l, _, _) => Numbers(l) is { Count: > 0 } n ? n.Aggregate(1m, (a, b) => a * b) : null);
        Over(register, "median", "number", (l, _, _) => Median(l), mayGiveNull: true);
        Over(register, "stddev", "number", (l, _, _) => Deviation(l));
        Over(register, "mode", "list", (l, _, _) => Mode(l));
        Over(register, "all", "boolean", (l, _, _) => Fold(l, false));
        Over(register, "any", "boolean", (l, _, _) => Fold(l, true));
        register
            .Add("count(list: list): number", (a, _, _) => (decimal)L(a[0]).Count)
            .Add("list contains(list: list, element: Any): boolean", (a, _, _) => L(a[0]).Any(i => Ops.Equal(i, a[1]) == true))
            .Add("index of(list: list, match: Any): list", (a, _, _) =>
                new FeelList(L(a[0]).Select((v, i) => (v, i)).Where(p => Ops.Equal(p.v, a[1]) == true).Select(p => (object?)(p.i + 1m)).ToArray()))
            .Add("sort(list: list, precedes: function): list", Sort)
            .Add("sort(list: list): list", (a, _, _) => Ordered(L(a[0])));
    }

    private static void AddChanges(Register register) => register
        .Add("sublist(list: list, start position: number, length?: number): list", (a, _, _) => Sublist(L(a[0]), (decimal)a[1]!, (decimal?)a[2]))
        .Add("append(list: list, item…: Any): list", (a, run, _) => Kept(run, L(a[0]).Concat(L(a[1]))))
        .Add("concatenate(list…: Any): list", (a, run, _) => L(a[0]).Any(l => l is null) ? null : Kept(run, L(a[0]).SelectMany(AsList)))
        .Add("insert before(list: list, position: number, newItem: Any): list", (a, _, _) => Changed(L(a[0]), a[1], (l, i) => l.Insert(i, a[2])))
        .Add("remove(list: list, position: number): list", (a, _, _) => Changed(L(a[0]), a[1], (l, i) => l.RemoveAt(i)))
        .Add("list replace(list: list, position: number, newItem: Any): list", (a, _, _) => Changed(L(a[0]), a[1], (l, i) => l[i] = a[2]))
        .Add("list replace(list: list, match: function, newItem: Any): list", Replaced)
        .Add("reverse(list: list): list", (a, _, _) => new FeelList(L(a[0]).Reverse().ToArray()))
        .Add("union(list…: Any): list", (a, run, _) => L(a[0]).Any(l => l is null) ? null : Kept(run, Distinct(L(a[0]).SelectMany(AsList))))
        .Add("distinct values(list: list): list", (a, run, _) => Kept(run, Distinct(L(a[0]))))
        .Add("flatten(list: list): list", (a, run, _) => Kept(run, Flat(L(a[0]))))
        .Add("partition(list: list, size: number): list", (a, _, _) => (decimal)a[1]! is >= 1 and < 1e6m
            ? new FeelList(L(a[0]).Chunk((int)(decimal)a[1]!).Select(c => (object?)new FeelList(c)).ToArray()) : null);

    private static FeelList L(object? value) => (FeelList)value!; // bound by the signature

    private static IEnumerable<object?> AsList(object? value) => value as IEnumerable<object?> is { } list and FeelList ? list : [value];

    private static FeelList Kept(Run run, IEnumerable<object?> items)
    {
        var kept = new List<object?>();
        foreach (var item in items)
        {
            kept.Add(item);
            run.Length(kept.Count);
        }

        return new FeelList(kept);
    }

    /// <summary>A function that takes a list, or its items as arguments.</summary>
    private static void Over(Register register, string name, string result, Func<FeelList, Run, Span, object?> body, bool mayGiveNull = false) => register
        .Add($"{name}(list: list): {result}", (a, run, at) => body(L(a[0]), run, at), mayGiveNull)
        .Add($"{name}(items…: Any): {result}", (a, run, at) => L(a[0]) is { Count: 1 } only && only[0] is null ? null : body(L(a[0]), run, at), mayGiveNull);

    private static List<decimal>? Numbers(FeelList list) =>
        list.All(i => i is decimal) ? [.. list.Cast<decimal>()] : null;

    private static object? Extreme(FeelList list, int sign)
    {
        object? best = null;
        foreach (var item in list)
        {
            if (item is null || !Ops.IsOrdered(item) || (best is not null && Ops.Compare(item, best) is null))
            {
                return null;
            }

            best = best is null || Math.Sign(Ops.Compare(item, best) ?? 0) == sign ? item : best;
        }

        return best;
    }

    private static object? Sum(FeelList list, Run run, Span at) =>
        list.Count == 0 || list.Any(i => i is not (decimal or DaysDuration or MonthsDuration)) ? null
            : list.Skip(1).Aggregate(list[0], (a, b) => a is null ? null : Arithmetic.Add(a, b, run, at));

    private static object? Median(FeelList list)
    {
        if (Numbers(list) is not { Count: > 0 } numbers)
        {
            return null;
        }

        numbers.Sort();
        var middle = numbers.Count / 2;
        return numbers.Count % 2 == 1 ? numbers[middle] : (numbers[middle - 1] + numbers[middle]) / 2;
    }

    private static object? Deviation(FeelList list)
    {
        if (Numbers(list) is not { Count: > 1 } numbers)
        {
            return null;
        }

        var mean = numbers.Average();
        return Builtins.Numbers.Root(numbers.Sum(n => (n - mean) * (n - mean)) / (numbers.Count - 1));
    }

    private static FeelList? Mode(FeelList list)
    {
        if (Numbers(list) is not { } numbers)
        {
            return null;
        }

        var groups = numbers.GroupBy(n => n).ToList();
        var most = groups.Count == 0 ? 0 : groups.Max(g => g.Count());
        return new FeelList(groups.Where(g => g.Count() == most).Select(g => g.Key).Order().Cast<object?>().ToArray());
    }

    private static object? Fold(FeelList list, bool decisive) =>
        list.Any(i => i is bool b && b == decisive) ? decisive : list.All(i => i is bool) ? !decisive : null;

    private static FeelList? Sublist(FeelList list, decimal start, decimal? length)
    {
        var from = decimal.Truncate(start);
        var first = from > 0 ? from - 1 : list.Count + from;
        return from == 0 || first < 0 || first > list.Count || length < 0 || (length is { } l && first + decimal.Truncate(l) > list.Count)
            ? null
            : new FeelList(list.Skip((int)first).Take(length is { } n ? (int)n : list.Count).ToArray());
    }

    private static FeelList? Changed(FeelList list, object? position, Action<List<object?>, int> change)
    {
        var place = decimal.Truncate((decimal)position!); // bound by the signature
        var index = place > 0 ? place - 1 : list.Count + place;
        if (place == 0 || index < 0 || index >= list.Count)
        {
            return null;
        }

        var copy = new List<object?>(list);
        change(copy, (int)index);
        return new FeelList(copy);
    }

    private static object? Replaced(object?[] a, Run run, Span at)
    {
        var items = new List<object?>();
        foreach (var item in L(a[0]))
        {
            if (((FeelFunction)a[1]!).Call([item, a[2]], run, at) is not bool matches)
            {
                return null;
            }

            items.Add(matches ? a[2] : item);
        }

        return new FeelList(items);
    }

    private static List<object?> Distinct(IEnumerable<object?> items)
    {
        var kept = new List<object?>();
        var seen = new HashSet<object>();
        foreach (var item in items)
        {
            // Numbers and texts are found by hash; other values must be compared one by one.
            if (item is decimal or string ? seen.Add(item) : !kept.Exists(k => Ops.Equal(k, item) == true))
            {
                kept.Add(item);
            }
        }

        return kept;
    }

    private static IEnumerable<object?> Flat(FeelList list)
    {
        FeelLimitException.ThrowIfDeep();
        foreach (var item in list)
        {
            if (item is FeelList inner)
            {
                foreach (var deep in Flat(inner))
                {
                    yield return deep;
                }
            }
            else
            {
                yield return item;
            }
        }
    }

    private static object? Ordered(FeelList list)
    {
        if (list.Any(i => i is null) || list.Skip(1).Any(i => Ops.Compare(list[0], i) is null))
        {
            return null;
        }

        return new FeelList(list.Order(Comparer<object?>.Create((x, y) => Ops.Compare(x, y) ?? 0)).ToArray());
    }

    /// <summary>A merge sort, because the caller's order may be inconsistent and must still end.</summary>
    private static object? Sort(object?[] a, Run run, Span at)
    {
        var precedes = (FeelFunction)a[1]!; // bound by the signature
        if (precedes.Parameters.Count != 2)
        {
            return null;
        }

        bool Before(object? x, object? y) => precedes.Call([x, y], run, at) is true;

        object?[] Sorted(object?[] items)
        {
            if (items.Length < 2)
            {
                return items;
            }

            var (left, right) = (Sorted(items[..(items.Length / 2)]), Sorted(items[(items.Length / 2)..]));
            var merged = new object?[items.Length];
            for (int i = 0, l = 0, r = 0; i < merged.Length; i++)
            {
                merged[i] = r >= right.Length || (l < left.Length && !Before(right[r], left[l])) ? left[l++] : right[r++];
            }

            return merged;
        }

        return new FeelList(Sorted([.. L(a[0])]));
    }
}

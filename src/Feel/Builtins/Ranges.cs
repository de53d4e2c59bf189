using Guiju.Feel.Syntax;

namespace Guiju.Feel.Builtins;

/// <summary>How points and ranges lie to each other.</summary>
internal static class Ranges
{
    public static void Add(Register register)
    {
        Both(register, "before", "after", Before);
        Both(register, "meets", "met by", (a, b) => Range(a, b, (x, y) => x.EndIncluded && y.StartIncluded && Same(x.End, y.Start)));
        Both(register, "overlaps before", "overlaps after", (a, b) => Range(a, b, (x, y) => StartsEarlier(x, y) && Reaches(x, y) && EndsNotLater(x, y)));
        Both(register, "finishes", "finished by", (a, b) => b is FeelRange y
            ? a is FeelRange x
                ? x.EndIncluded == y.EndIncluded && Same(x.End, y.End) && StartsNotEarlier(x, y)
                : y.EndIncluded && Order(a, y.End) is { } o ? o == 0 : y.EndIncluded ? null : false
            : null);
        Both(register, "during", "includes", (a, b) => b is FeelRange y
            ? a is FeelRange x ? StartsNotEarlier(x, y) && EndsNotLater(x, y) : Ops.Contains(y, a)
            : null);
        Both(register, "starts", "started by", (a, b) => b is FeelRange y
            ? a is FeelRange x
                ? x.StartIncluded == y.StartIncluded && Same(x.Start, y.Start) && EndsNotLater(x, y)
                : y.StartIncluded && Order(a, y.Start) is { } o ? o == 0 : y.StartIncluded ? null : false
            : null);
        register
            .Add("overlaps(range1: range, range2: range): boolean", (a, _, _) => Reaches((FeelRange)a[0]!, (FeelRange)a[1]!) && Reaches((FeelRange)a[1]!, (FeelRange)a[0]!))
            .Add("coincides(point1: Any, point2: Any): boolean", (a, _, _) => a[0] is FeelRange == a[1] is FeelRange && a[0] is not null && a[1] is not null
                ? Ops.Equal(a[0], a[1]) : null)
            .Add("range(from: string): range", (a, run, at) => Parse((string)a[0]!, run, at));
    }

    private static void Both(Register register, string name, string reverse, Func<object?, object?, bool?> relation) => register
        .Add($"{name}(point1: Any, point2: Any): boolean", (a, _, _) => relation(a[0], a[1]))
        .Add($"{reverse}(point1: Any, point2: Any): boolean", (a, _, _) => relation(a[1], a[0]));

    private static bool? Before(object? a, object? b) => (a, b) switch
    {
        (FeelRange x, FeelRange y) => Order(x.End, y.Start) is { } o ? o < 0 || (o == 0 && !(x.EndIncluded && y.StartIncluded)) : null,
        (FeelRange x, _) => Order(x.End, b) is { } o ? o < 0 || (o == 0 && !x.EndIncluded) : null,
        (_, FeelRange y) => Order(a, y.Start) is { } o ? o < 0 || (o == 0 && !y.StartIncluded) : null,
        _ => Order(a, b) is { } o ? o < 0 : null,
    };

    private static bool? Range(object? a, object? b, Func<FeelRange, FeelRange, bool> relation) =>
        a is FeelRange x && b is FeelRange y ? relation(x, y) : null;

    private static int? Order(object? a, object? b) => Ops.Compare(a, b);

    private static bool Same(object? a, object? b) => Order(a, b) == 0;

    private static bool Reaches(FeelRange a, FeelRange b) =>
        Order(a.End, b.Start) is var o && (o > 0 || (o == 0 && a.EndIncluded && b.StartIncluded));

    private static bool StartsEarlier(FeelRange a, FeelRange b) =>
        Order(a.Start, b.Start) is var o && (o < 0 || (o == 0 && a.StartIncluded && !b.StartIncluded));

    private static bool StartsNotEarlier(FeelRange a, FeelRange b) =>
        Order(a.Start, b.Start) is var o && (o > 0 || (o == 0 && (!a.StartIncluded || b.StartIncluded)));

    private static bool EndsNotLater(FeelRange a, FeelRange b) =>
        Order(a.End, b.End) is var o && (o < 0 || (o == 0 && (!a.EndIncluded || b.EndIncluded)));

    /// <summary>A range whose ends are written out; an end may be a literal or a call on literals, nothing that reads names.</summary>
    private static object? Parse(string text, Run run, Span at)
    {
        try
        {
            var node = new Parser(text, new NameScope(), strict: false).Whole();
            return node is RangeNode range && range.Parts.All(IsEnd) && range.Evaluate(new Scope(run)) is FeelRange made
                && (made.Start is null || made.End is null || (made.Start.GetType() == made.End.GetType() && Ops.Compare(made.Start, made.End) <= 0))
                    ? made : null;
        }
        catch (FeelSyntaxException)
        {
            return run.Warn(Trouble.Invalid, at, text, "range");
        }
    }

    private static bool IsEnd(Node node) =>
        node is LiteralNode || (node is CallNode { Called: NameNode } call && call.Arguments.All(a => a is LiteralNode));
}

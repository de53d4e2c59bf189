using System.Globalization;

namespace Guiju.Feel.Syntax;

/// <summary>Reads expressions. There is no separate scanner: where a name ends depends on which names are known at that place.</summary>
internal sealed partial class Parser
{
    private const int MostDepth = 200;
    private const int MostChain = 2000;
    private const int MostLength = 200_000;

    private readonly string text;
    private readonly bool strict;
    private NameScope names;
    private int at;
    private int depth;
    private int chain;
    private bool rangeEnd;

    public Parser(string text, NameScope names, bool strict)
    {
        this.text = text;
        this.names = new NameScope(names);
        this.strict = strict;
        if (text.Length > MostLength)
        {
            throw new FeelSyntaxException("too-long", $"longer than {MostLength} characters", $"表达式超过 {MostLength} 个字符", 0, text.Length);
        }
    }

    public Node Whole()
    {
        Blank();
        var node = Expression();
        if (at < text.Length)
        {
            throw Unexpected();
        }

        return node;
    }

    public TestNode WholeTests()
    {
        names.With("?");
        Blank();
        var test = Tests();
        if (at < text.Length)
        {
            throw Unexpected();
        }

        return test;
    }

    private Node Expression()
    {
        if (++depth > MostDepth)
        {
            throw new FeelSyntaxException("too-deep", $"nested deeper than {MostDepth}", $"表达式嵌套超过 {MostDepth} 层", at, at);
        }

        var node = Word("for") ? For() : Word("if") ? If() : Word("some") ? Quantified(false) : Word("every") ? Quantified(true) : Or();
        depth--;
        return node;
    }

    private Node Or()
    {
        var start = at;
        var left = And();
        while (Word("or"))
        {
            left = new LogicNode(false, left, Chained(And())) { At = From(start) };
        }

        return left;
    }

    private Node And()
    {
        var start = at;
        var left = Compared();
        while (Word("and"))
        {
            left = new LogicNode(true, left, Chained(Compared())) { At = From(start) };
        }

        return left;
    }

    private Node Compared()
    {
        var start = at;
        var left = Sum();
        while (true)
        {
            if (Operator() is { } op)
            {
                left = new ComparisonNode(op, left, Chained(Sum())) { At = From(start) };
            }
            else if (Word("between"))
            {
                var low = Sum();
                if (!Word("and"))
                {
                    throw Expected("and");
                }

                left = new BetweenNode(left, low, Chained(Sum())) { At = From(start) };
            }
            else if (Word("in"))
            {
                left = In(left, start);
            }
            else
            {
                return left;
            }
        }
    }

    private Comparison? Operator()
    {
        Comparison? found = At("!=") ? Comparison.NotEqual : At("<=") ? Comparison.LessOrEqual : At(">=") ? Comparison.GreaterOrEqual
            : At("==") ? null : At("=") ? Comparison.Equal : At("<") ? Comparison.Less : At(">") ? Comparison.Greater : null;
        if (found is { } op)
        {
            at += op is Comparison.NotEqual or Comparison.LessOrEqual or Comparison.GreaterOrEqual ? 2 : 1;
            Blank();
        }

        return found;
    }

    private Node Sum()
    {
        var start = at;
        var left = Product();
        while (true)
        {
            if (Sign("+"))
            {
                left = new ArithmeticNode('+', left, Chained(Product())) { At = From(start) };
            }
            else if (Sign("-"))
            {
                left = new ArithmeticNode('-', left, Chained(Product())) { At = From(start) };
            }
            else
            {
                return left;
            }
        }
    }

    private Node Product()
    {
        var start = at;
        var left = Powered();
        while (true)
        {
            if (!At("**") && Sign("*"))
            {
                left = new ArithmeticNode('*', left, Chained(Powered())) { At = From(start) };
            }
            else if (Sign("/"))
            {
                left = new ArithmeticNode('/', left, Chained(Powered())) { At = From(start) };
            }
            else
            {
                return left;
            }
        }
    }

    private Node Powered()
    {
        var start = at;
        var left = Negated();
        while (Sign("**"))
        {
            left = new ArithmeticNode('^', left, Chained(Negated())) { At = From(start) };
        }

        return left;
    }

    private Node Negated()
    {
        var start = at;
        if (!Sign("-"))
        {
            return InstanceOf();
        }

        if (++depth > MostDepth)
        {
            throw new FeelSyntaxException("too-deep", $"nested deeper than {MostDepth}", $"表达式嵌套超过 {MostDepth} 层", at, at);
        }

        var operand = Negated();
        depth--;
        return operand is LiteralNode { Literal: decimal d }
            ? new LiteralNode(-d) { At = From(start) }
            : new NegationNode(operand) { At = From(start) };
    }

    private Node InstanceOf()
    {
        var start = at;
        var value = Postfix();
        while (Word("instance"))
        {
            if (!Word("of"))
            {
                throw Expected("of");
            }

            var typeStart = at;
            var type = ReadType();
            value = new InstanceOfNode(value, type, text[typeStart..at].Trim()) { At = From(start) };
        }

        return value;
    }

    private Node Postfix()
    {
        var start = at;
        var node = Primary();
        while (true)
        {
            if (!At("..") && Sign("."))
            {
                var member = MemberName(node.Type);
                node = Chained(new PathNode(node, member) { At = From(start) });
            }
            else if (At("["))
            {
                if (TryFilter(node, start) is not { } filtered)
                {
                    return node;
                }

                node = Chained(filtered);
            }
            else if (Sign("("))
            {
                node = Chained(Call(node, start));
            }
            else
            {
                return node;
            }
        }
    }

    private FilterNode? TryFilter(Node list, int start)
    {
        var (before, outer, nested, range) = (at, names, depth, rangeEnd);
        Sign("[");
        if (!range)
        {
            return Filter(list, start);
        }

        try
        {
            rangeEnd = false;
            return Filter(list, start);
        }
        catch (FeelSyntaxException)
        {
            (at, names, depth) = (before, outer, nested);
            return null;
        }
        finally
        {
            rangeEnd = range;
        }
    }

    private FilterNode Filter(Node list, int start)
    {
        var outer = names;
        var type = list.Type is ConstrainedType constrained ? constrained.Bare : list.Type;
        var item = type is ListType of ? of.Item : type;
        var bare = item is ConstrainedType inner ? inner.Bare : item;
        names = new NameScope(outer) { IsOpen = outer.IsOpen || bare == FeelType.Any };
        names.With("item", item);
        if (bare is ContextType context)
        {
            foreach (var member in context.Members)
            {
                names.With(member.Name, member.Type);
            }
        }

        var test = Expression();
        names = outer;
        Close("]");
        return new FilterNode(list, test) { At = From(start) };
    }

    private CallNode Call(Node called, int start)
    {
        var arguments = new List<Node>();
        var named = new List<string>();
        while (!Sign(")"))
        {
            if (arguments.Count > 0 && !Sign(","))
            {
                throw Expected(")");
            }

            if (ArgumentName() is { } name)
            {
                named.Add(name);
            }

            arguments.Add(Expression());
        }

        if (named.Count > 0 && named.Count != arguments.Count)
        {
            throw new FeelSyntaxException("syntax", "either all arguments are named or none", "参数要么全部带名称，要么全部不带", start, at);
        }

        return new CallNode(called, arguments, named.Count > 0 ? named : null) { At = From(start) };
    }

    /// <summary>Guards against chains so long that walking their tree would exhaust the stack.</summary>
    private Node Chained(Node node) => ++chain > MostChain
        ? throw new FeelSyntaxException("too-long", $"more than {MostChain} operations in one expression", $"一个表达式中的运算超过 {MostChain} 个", at, at)
        : node;

    private Span From(int start)
    {
        var end = at;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return new Span(start, end);
    }

    private FeelSyntaxException Expected(string what) => FullWidth(at) ?? new FeelSyntaxException("syntax",
        string.Create(CultureInfo.InvariantCulture, $"expected {what} at {at + 1}"),
        string.Create(CultureInfo.InvariantCulture, $"第 {at + 1} 个字符处应为 {what}"), at, Math.Min(at + 1, text.Length));

    private FeelSyntaxException Unexpected() => FullWidth(at) ?? (at >= text.Length
        ? new FeelSyntaxException("syntax", "the expression ends too early", "表达式不完整", at, at)
        : new FeelSyntaxException("syntax", $"{text[at]} is not understood here", $"此处不能出现“{text[at]}”", at, at + 1));

    private FeelSyntaxException? FullWidth(int place) => place < text.Length && Letters.Meant(text[place]) is { } meant
        ? new FeelSyntaxException("full-width", $"full-width {text[place]}: write {meant}", $"全角符号“{text[place]}”：请改用半角 {meant}", place, place + 1)
        : null;
}

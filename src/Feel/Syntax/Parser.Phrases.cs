namespace Guiju.Feel.Syntax;

/// <summary>Phrases that begin with a word, unary tests, and the smallest steps.</summary>
internal sealed partial class Parser
{
    private IfNode If()
    {
        var start = at;
        var condition = Expression();
        Require("then");
        var then = Expression();
        Require("else");
        return new IfNode(condition, then, Expression()) { At = From(start) };
    }

    private ForNode For()
    {
        var start = at;
        var outer = names;
        var iterators = Iterators("return");
        names.With("partial", new ListType(FeelType.Any));
        Require("return");
        var body = Expression();
        names = outer;
        return new ForNode(iterators, body) { At = From(start) };
    }

    private QuantifiedNode Quantified(bool every)
    {
        var start = at;
        var outer = names;
        var iterators = Iterators("satisfies");
        Require("satisfies");
        var condition = Expression();
        names = outer;
        return new QuantifiedNode(every, iterators, condition) { At = From(start) };
    }

    private List<Iterator> Iterators(string end)
    {
        names = new NameScope(names);
        var iterators = new List<Iterator>();
        do
        {
            var name = IteratorName(end);
            var from = Expression();
            var to = Sign("..") ? Expression() : null;
            iterators.Add(new Iterator(name, from, to));
            var type = from.Type is ConstrainedType constrained ? constrained.Bare : from.Type;
            names.With(name, to is not null ? from.Type : type is ListType list ? list.Item : type is RangeType range ? range.Item : FeelType.Any);
        }
        while (Sign(","));
        return iterators;
    }

    private string IteratorName(string end)
    {
        var start = at;
        while (at < text.Length)
        {
            var run = LetterRun();
            if (run == 0 && char.IsAsciiDigit(text[at]))
            {
                Digits();
                continue;
            }

            if (run == 0 && text[at] is not ('-' or '+' or '*' or '/' or '\'' or '.'))
            {
                throw Expected("in");
            }

            var before = at;
            if (at > start && Word("in"))
            {
                return string.Join(' ', text[start..before].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            }

            at += Math.Max(run, 1);
            Blank();
        }

        throw Expected(end);
    }

    private Node Function(int start)
    {
        if (!Sign("("))
        {
            throw Expected("(");
        }

        var outer = names;
        names = new NameScope(outer);
        var parameters = new List<FeelParameter>();
        while (!Sign(")"))
        {
            if (parameters.Count > 0 && !Sign(","))
            {
                throw Expected(")");
            }

            var name = KeyName(':', ',', ')');
            var type = Sign(":") ? ReadType() ?? FeelType.Any : FeelType.Any;
            parameters.Add(new FeelParameter(name, type));
            names.With(name, type);
        }

        if (Word("external"))
        {
            // What is called lies outside the model and is not looked up: its names are not ours.
            names = new NameScope(names) { IsOpen = true };
            Expression();
            names = outer;
            return new ExternalNode(parameters) { At = From(start) };
        }

        var body = Expression();
        names = outer;
        return new FunctionNode(parameters, body) { At = From(start) };
    }

    private InNode In(Node value, int start)
    {
        if (Operator() is { } op)
        {
            return new InNode(value, [new CompareTest(op, Sum()) { At = From(start) }]) { At = From(start) };
        }

        var open = at;
        if (Sign("("))
        {
            var tests = new List<TestNode>();
            do
            {
                tests.Add(Test());
            }
            while (Sign(","));
            if (!At("..") && Sign(")"))
            {
                return new InNode(value, tests) { At = From(start) };
            }

            at = open;
        }

        var operand = Sum();
        return new InNode(value, [new MatchTest(operand) { At = operand.At }]) { At = From(start) };
    }

    private TestNode Tests()
    {
        var start = at;
        if (At("-") && (at + 1 >= text.Length || string.IsNullOrWhiteSpace(text[(at + 1)..])))
        {
            at = text.Length;
            return new AnyTest { At = From(start) };
        }

        if (Word("not") && At("("))
        {
            at++;
            Blank();
            var negated = TestList();
            Close(")");
            if (at >= text.Length)
            {
                return new NotTest(negated) { At = From(start) };
            }

            // not(…) was the beginning of a condition such as not(a) and b.
        }

        at = start;
        return TestList();
    }

    private TestNode TestList()
    {
        var start = at;
        var tests = new List<TestNode> { Test() };
        while (Sign(","))
        {
            tests.Add(Test());
        }

        return tests.Count == 1 ? tests[0] : new AnyOfTest(tests) { At = From(start) };
    }

    private TestNode Test()
    {
        var start = at;
        if (Operator() is { } op)
        {
            return new CompareTest(op, Sum()) { At = From(start) };
        }

        var operand = Expression();
        return new MatchTest(operand) { At = From(start) };
    }

    /// <summary>The parameter's name of a named argument, when one is written here.</summary>
    private string? ArgumentName()
    {
        var end = at;
        while (end < text.Length && text[end] is not (':' or ',' or '(' or ')' or '{' or '}' or '[' or ']' or '"' or '@'))
        {
            end++;
        }

        if (end >= text.Length || text[end] != ':' || LetterRun() == 0)
        {
            return null;
        }

        var name = KeyName(':');
        Close(":");
        return name;
    }

    private bool At(string sign) => string.CompareOrdinal(text, at, sign, 0, sign.Length) == 0;

    private bool Sign(string sign)
    {
        if (!At(sign))
        {
            return false;
        }

        at += sign.Length;
        Blank();
        return true;
    }

    private void Close(string sign)
    {
        if (!Sign(sign))
        {
            throw Expected(sign);
        }
    }

    private void Require(string word)
    {
        if (!Word(word))
        {
            throw Expected(word);
        }
    }

    /// <summary>Takes a word of the language, unless a longer known name begins with it.</summary>
    private bool Word(string word)
    {
        var end = at + word.Length;
        if (!At(word) || (end < text.Length && Letters.IsPart(text, end)) || (names.Match(text, at) is { } name && name.End > end))
        {
            return false;
        }

        at = end;
        Blank();
        return true;
    }

    private void Blank()
    {
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]) && !(strict && text[at] == '\u3000'))
            {
                at++;
            }
            else if (At("//"))
            {
                var end = text.IndexOf('\n', at);
                at = end < 0 ? text.Length : end;
            }
            else if (At("/*"))
            {
                var end = text.IndexOf("*/", at + 2, StringComparison.Ordinal);
                at = end < 0 ? throw new FeelSyntaxException("syntax", "the comment is not closed", "注释没有结束", at, text.Length) : end + 2;
            }
            else
            {
                return;
            }
        }
    }
}

namespace Guiju.Feel.Syntax;

/// <summary>Names, parentheses, lists, ranges and contexts.</summary>
internal sealed partial class Parser
{
    private Node Primary()
    {
        var start = at;
        if (at >= text.Length)
        {
            throw Unexpected();
        }

        var c = text[at];
        if (char.IsAsciiDigit(c) || (c == '.' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])))
        {
            return Number();
        }

        switch (c)
        {
            case '"':
                return new LiteralNode(String()) { At = From(start) };
            case '@':
                return AtLiteral(start);
            case '{':
                return Context();
            case '[':
                return ListOrRange(start);
            case ']':
                at++;
                Blank();
                return RangeEnd(start, Expression(), false);
            case '(':
                return Parenthesis(start);
            case '<' or '>' or '=' or '!' when depth > 0:
                throw Unexpected();
            default:
                return Named(start);
        }
    }

    private Node Named(int start)
    {
        if (Word("function"))
        {
            return Function(start);
        }

        if (Word("true"))
        {
            return new LiteralNode(true) { At = From(start) };
        }

        if (Word("false"))
        {
            return new LiteralNode(false) { At = From(start) };
        }

        if (Word("null"))
        {
            return new LiteralNode(null) { At = From(start) };
        }

        var (name, known) = Name();
        var type = known ? names.TypeOf(name) ?? Builtins.BuiltIn.Find(name)?.SignatureType : null;
        return new NameNode(name, type) { At = From(start) };
    }

    /// <summary>The name written here: the longest known one, else the longest run of letters.</summary>
    private (string Name, bool Known) Name()
    {
        var start = at;
        var run = LetterRun();
        var match = at < text.Length ? names.Match(text, at) : null;
        if (Builtins.BuiltIn.Match(text, at) is { } builtin && builtin.End > (match?.End ?? 0))
        {
            match = builtin;
        }

        if (match is { } known && (known.End >= at + run || run == 0))
        {
            at = known.End;
            Blank();
            return (known.Name, true);
        }

        if (run == 0)
        {
            throw Unexpected();
        }

        var name = text.Substring(at, run);
        if (strict && !names.IsOpen)
        {
            throw Unknown(name, start, names.Names.Where(n => n != "?").Concat(Builtins.BuiltIn.Names));
        }

        at += run;
        Blank();
        return (name, false);
    }

    private FeelSyntaxException Unknown(string name, int start, IEnumerable<string> known)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (FullWidth(start + i) is { } fault)
            {
                return fault;
            }
        }

        var nearest = Letters.Nearest(name, known);
        return new FeelSyntaxException("unknown-name",
            $"nothing is called {name}" + (nearest is null ? "" : $"; did you mean {nearest}?"),
            $"没有名为“{name}”的内容" + (nearest is null ? "" : $"，是否指“{nearest}”？"), start, start + name.Length);
    }

    private int LetterRun()
    {
        var end = at;
        var step = end < text.Length ? Letters.StartLength(text, end) : 0;
        while (step > 0)
        {
            end += step;
            step = end < text.Length ? Letters.PartLength(text, end) : 0;
        }

        return end - at;
    }

    private string MemberName(FeelType owner)
    {
        if (at >= text.Length)
        {
            throw Unexpected();
        }

        var run = LetterRun();
        if (names.MatchMember(text, at, owner) is { } known && known.End >= at + run && PropertyLength() < known.End - at)
        {
            at = known.End;
            Blank();
            return known.Name;
        }

        if (PropertyName() is { } property)
        {
            return property;
        }

        if (run == 0)
        {
            throw Unexpected();
        }

        var name = text.Substring(at, run);
        if (strict && NameScope.Structure(owner) is { Members.Count: > 0 } structure && !structure.Members.Any(m => m.Name == name))
        {
            throw Unknown(name, at, structure.Members.Select(m => m.Name));
        }

        at += run;
        Blank();
        return name;
    }

    private string? PropertyName()
    {
        var length = PropertyLength();
        if (length == 0)
        {
            return null;
        }

        var name = text.Substring(at, length);
        at += length;
        Blank();
        return name;
    }

    private int PropertyLength() => At("time offset") ? 11 : At("start included") ? 14 : At("end included") ? 12 : 0;

    private Node ListOrRange(int start)
    {
        at++;
        Blank();
        var items = new List<Node>();
        if (Sign("]"))
        {
            return new ListNode(items) { At = From(start) };
        }

        items.Add(ListItem());
        if (At(".."))
        {
            return RangeEnd(start, items[0], true);
        }

        while (Sign(","))
        {
            items.Add(ListItem());
        }

        Close("]");
        return new ListNode(items) { At = From(start) };
    }

    private Node ListItem() => Expression();

    private RangeNode RangeEnd(int start, Node low, bool startIncluded)
    {
        if (!Sign(".."))
        {
            throw Expected("..");
        }

        // In [a..b[ the last bracket ends the range and begins no filter; which it is shows only when it is read.
        var outer = rangeEnd;
        rangeEnd = true;
        var high = Expression();
        rangeEnd = outer;
        var included = Sign("]");
        if (!included && !Sign(")") && !Sign("["))
        {
            throw Expected("]");
        }

        return new RangeNode(low, high, startIncluded, included, comparison: false) { At = From(start) };
    }

    private Node Parenthesis(int start)
    {
        at++;
        Blank();
        if (Operator() is { } op)
        {
            var operand = Sum();
            Close(")");
            return Comparing(op, operand, From(start));
        }

        var inner = Expression();
        if (At(".."))
        {
            return RangeEnd(start, inner, false);
        }

        Close(")");
        return inner;
    }

    private static RangeNode Comparing(Comparison op, Node operand, Span span) => op switch
    {
        Comparison.Less => new RangeNode(null, operand, false, false, comparison: true) { At = span },
        Comparison.LessOrEqual => new RangeNode(null, operand, false, true, comparison: true) { At = span },
        Comparison.Greater => new RangeNode(operand, null, false, false, comparison: true) { At = span },
        Comparison.GreaterOrEqual => new RangeNode(operand, null, true, false, comparison: true) { At = span },
        Comparison.Equal => new RangeNode(operand, operand, true, true, comparison: true) { At = span },
        _ => new RangeNode(operand, operand, false, false, comparison: true) { At = span },
    };

    private ContextNode Context()
    {
        var start = at++;
        Blank();
        var outer = names;
        names = new NameScope(outer);
        var entries = new List<(string, Node)>();
        while (!Sign("}"))
        {
            if (entries.Count > 0 && !Sign(","))
            {
                throw Expected("}");
            }

            var name = At("\"") ? String() : KeyName(':');
            if (!Sign(":"))
            {
                throw Expected(":");
            }

            var value = Expression();
            entries.Add((name, value));
            if (name.Length > 0)
            {
                names.With(name, value.Type);
                outer.WithMember(name);
            }
        }

        names = outer;
        return new ContextNode(entries) { At = From(start) };
    }

    /// <summary>A name being given: everything up to the sign that ends it, inner blanks made single.</summary>
    private string KeyName(params ReadOnlySpan<char> ends)
    {
        var start = at;
        while (at < text.Length && !ends.Contains(text[at]) && text[at] is not ('{' or '}' or '[' or ']' or '"' or '(' or ')'))
        {
            at++;
        }

        var name = string.Join(' ', text[start..at].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return name.Length == 0 || char.IsAsciiDigit(name[0]) ? throw Unexpected() : name;
    }
}

namespace Guiju.Feel.Syntax;

/// <summary>Types as they are written behind <c>instance of</c> and at parameters.</summary>
internal sealed partial class Parser
{
    private FeelType? ReadType()
    {
        if (Generic("list"))
        {
            var item = ReadType();
            Close(">");
            return item is null ? null : new ListType(item);
        }

        if (Generic("range"))
        {
            var item = ReadType();
            Close(">");
            return item is null ? null : new RangeType(item);
        }

        if (Generic("context"))
        {
            return ContextMembers();
        }

        if (Generic("function"))
        {
            return FunctionSignature();
        }

        return NamedType();
    }

    private bool Generic(string word)
    {
        var start = at;
        if (Word(word) && Sign("<"))
        {
            return true;
        }

        at = start;
        return false;
    }

    private ContextType? ContextMembers()
    {
        var members = new List<FeelParameter>();
        var known = true;
        while (!Sign(">"))
        {
            if (members.Count > 0 && !Sign(","))
            {
                throw Expected(">");
            }

            var name = KeyName(':');
            Close(":");
            var type = ReadType();
            known &= type is not null;
            members.Add(new FeelParameter(name, type ?? FeelType.Any));
        }

        return known ? new ContextType(members) : null;
    }

    private FunctionType? FunctionSignature()
    {
        var parameters = new List<FeelType>();
        var known = true;
        while (!Sign(">"))
        {
            if (parameters.Count > 0 && !Sign(","))
            {
                throw Expected(">");
            }

            var type = ReadType();
            known &= type is not null;
            parameters.Add(type ?? FeelType.Any);
        }

        Close("->");
        var result = ReadType();
        return known && result is not null ? new FunctionType(parameters, result) : null;
    }

    private FeelType? NamedType()
    {
        var best = "";
        foreach (var name in FeelType.Named.Keys.Concat(names.NamedTypes?.Keys ?? []))
        {
            if (name.Length > best.Length && At(name) && (at + name.Length >= text.Length || !Letters.IsPart(text, at + name.Length)))
            {
                best = name;
            }
        }

        if (best.Length > 0)
        {
            at += best.Length;
            Blank();
            return names.NamedTypes?.GetValueOrDefault(best) ?? FeelType.Named[best];
        }

        var run = LetterRun();
        if (run == 0)
        {
            throw Unexpected();
        }

        at += run;
        while (at < text.Length && text[at] == '.' && !At(".."))
        {
            at++;
            at += LetterRun();
        }

        Blank();
        return strict ? throw new FeelSyntaxException("unknown-type", "unknown type", "未知的类型", at - run, at) : null;
    }
}

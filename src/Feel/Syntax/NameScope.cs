namespace Guiju.Feel.Syntax;

/// <summary>The names an expression may read, innermost first; names may hold spaces and operators, so the parser asks here what is written at a place.</summary>
public sealed class NameScope(NameScope? parent = null)
{
    private readonly Dictionary<char, List<string>> byFirst = [];
    private readonly Dictionary<string, FeelType> types = new(StringComparer.Ordinal);
    private readonly HashSet<string> members = parent?.members ?? new(StringComparer.Ordinal);

    /// <summary>Named types, by name.</summary>
    public IReadOnlyDictionary<string, FeelType>? NamedTypes { get; init; } = parent?.NamedTypes;

    /// <summary>Whether names unknown here may still exist when evaluated, as within a filter over values of unknown type.</summary>
    public bool IsOpen { get; init; } = parent?.IsOpen ?? false;

    /// <summary>Adds a name.</summary>
    public NameScope With(string name, FeelType? type = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        if (name.Length == 0)
        {
            return this; // what has no name cannot be read by name
        }

        if (types.TryAdd(name, type ?? FeelType.Any))
        {
            Index(byFirst, name);
        }
        else
        {
            types[name] = type ?? FeelType.Any;
        }

        return Remember(type);
    }

    /// <summary>Makes a member's name known, so that it can be read behind a point although the type is unknown.</summary>
    public NameScope WithMember(string name)
    {
        members.Add(name);
        return this;
    }

    /// <summary>Makes the names of a type's members known.</summary>
    public NameScope Remember(FeelType? type, int depth = 0)
    {
        var bare = type is ConstrainedType constrained ? constrained.Bare : type;
        if (depth > 10)
        {
            return this;
        }

        switch (bare)
        {
            case ListType list:
                return Remember(list.Item, depth + 1);
            case FunctionType function:
                return Remember(function.Result, depth + 1);
            case ContextType context:
                foreach (var member in context.Members)
                {
                    members.Add(member.Name);
                    Remember(member.Type, depth + 1);
                }

                break;
            default:
                break;
        }

        return this;
    }

    /// <summary>The type of a name, or null when it is unknown.</summary>
    public FeelType? TypeOf(string name) => types.TryGetValue(name, out var type) ? type : parent?.TypeOf(name);

    /// <summary>All names, innermost first.</summary>
    public IEnumerable<string> Names => parent is null ? types.Keys : types.Keys.Concat(parent.Names);

    /// <summary>The longest known name written at a place.</summary>
    internal (string Name, int End)? Match(string text, int at)
    {
        (string, int)? best = null;
        for (var scope = this; scope is not null; scope = scope.Parent)
        {
            if (scope.byFirst.TryGetValue(text[at], out var names))
            {
                best = Longest(names, text, at, best);
            }
        }

        return best;
    }

    /// <summary>The longest known member written at a place.</summary>
    internal (string Name, int End)? MatchMember(string text, int at, FeelType? owner)
    {
        return Structure(owner) is { } context && Longest(context.Members.Select(m => m.Name), text, at, null) is { } known
            ? known
            : Longest(members, text, at, null);
    }

    /// <summary>The structure whose members can be read from values of a type: its own, or that of its items.</summary>
    internal static ContextType? Structure(FeelType? type)
    {
        var bare = type is ConstrainedType constrained ? constrained.Bare : type;
        bare = bare is ListType list ? list.Item : bare;
        return (bare is ConstrainedType inner ? inner.Bare : bare) as ContextType;
    }

    private NameScope? Parent => parent;

    private static void Index(Dictionary<char, List<string>> index, string name)
    {
        if (!index.TryGetValue(name[0], out var list))
        {
            index[name[0]] = list = [];
        }

        list.Add(name);
    }

    private static (string Name, int End)? Longest(IEnumerable<string> names, string text, int at, (string Name, int End)? best)
    {
        foreach (var name in names)
        {
            if (MatchOne(name, text, at) is { } end && (best is null || end > best.Value.End))
            {
                best = (name, end);
            }
        }

        return best;
    }

    private static int? MatchOne(string name, string text, int at)
    {
        if (name.Length == 0)
        {
            return null;
        }

        var i = at;
        for (var n = 0; n < name.Length; n++)
        {
            if (name[n] == ' ')
            {
                var start = i;
                while (i < text.Length && char.IsWhiteSpace(text[i]))
                {
                    i++;
                }

                if (i == start)
                {
                    return null;
                }
            }
            else if (i >= text.Length || text[i] != name[n])
            {
                return null;
            }
            else
            {
                i++;
            }
        }

        return i < text.Length && Letters.IsPart(text, i) && Letters.IsPart(name, name.Length - 1) ? null : i;
    }
}

using Guiju.Feel.Syntax;

namespace Guiju.Feel.Builtins;

/// <summary>A function of the language: one or more signatures under one name.</summary>
internal sealed class BuiltIn(string name, IReadOnlyList<Signature> signatures) : FeelFunction
{
    private static readonly Dictionary<string, BuiltIn> All = Collect();

    private static readonly Dictionary<char, string[]> ByFirst = All.Keys.GroupBy(n => n[0]).ToDictionary(g => g.Key, g => g.OrderByDescending(n => n.Length).ToArray());

    public static IEnumerable<string> Names => All.Keys;

    public FeelType SignatureType { get; } = new FunctionType(null, signatures.Select(s => s.Result).Distinct().Count() == 1 ? signatures[0].Result : FeelType.Any);

    public override IReadOnlyList<FeelParameter> Parameters => signatures[0].Parameters;

    public static BuiltIn? Find(string name) => All.GetValueOrDefault(name);

    /// <summary>The longest function name written at a place.</summary>
    public static (string Name, int End)? Match(string text, int at)
    {
        if (!ByFirst.TryGetValue(text[at], out var names))
        {
            return null;
        }

        foreach (var candidate in names)
        {
            if (MatchOne(candidate, text, at) is { } end)
            {
                return (candidate, end);
            }
        }

        return null;
    }

    /// <summary>Whether some signature takes such arguments; null stands for one that is not known.</summary>
    public bool MayTake(IReadOnlyList<object?> samples, IReadOnlyList<string>? names) =>
        signatures.Any(s => names is null ? s.MayTake(samples) : s.MayTakeNamed(names, samples));

    internal override bool Fits(FunctionType type) =>
        type.Parameters is null || signatures.Any(s => Fits(type, s.Parameters, s.Result));

    internal override object? Call(object?[] arguments, Run run, Span at)
    {
        foreach (var signature in signatures)
        {
            if (signature.Bind(arguments) is { } bound)
            {
                return Run(signature, bound, run, at);
            }
        }

        return run.Warn(Trouble.Arguments, at, name + "(" + string.Join(", ", arguments.Select(FeelText.Brief)) + ")");
    }

    internal override object? CallNamed(IReadOnlyList<(string Name, object? Value)> arguments, Run run, Span at)
    {
        foreach (var signature in signatures)
        {
            if (signature.BindNamed(arguments) is { } bound)
            {
                return Run(signature, bound, run, at);
            }
        }

        return run.Warn(Trouble.Arguments, at, name + "(" + string.Join(", ", arguments.Select(a => a.Name + ": " + FeelText.Brief(a.Value))) + ")");
    }

    private object? Run(Signature signature, object?[] bound, Run run, Span at)
    {
        // Where a missing fact may not pass for a value, only asking whether two things are the same may look at null.
        if (run.Strict && name != "is" && signature.Parameters.Where((_, i) => bound[i] is null && !signature.Optional[i]).Any())
        {
            return null;
        }

        var warnings = run.Warnings.Count;
        var value = Arithmetic.Guard(run, at, () => signature.Body(bound, run, at));
        return value is null && run.Warnings.Count == warnings && !signature.MayGiveNull
            ? run.Warn(Trouble.Arguments, at, name + "(" + string.Join(", ", bound.Select(FeelText.Brief)) + ")")
            : value;
    }

    private static int? MatchOne(string name, string text, int at)
    {
        var i = at;
        foreach (var c in name)
        {
            if (c == ' ')
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
            else if (i >= text.Length || text[i++] != c)
            {
                return null;
            }
        }

        return i < text.Length && Letters.IsPart(text, i) ? null : i;
    }

    private static Dictionary<string, BuiltIn> Collect()
    {
        var register = new Register();
        Conversions.Add(register);
        Texts.Add(register);
        Numbers.Add(register);
        Lists.Add(register);
        Contexts.Add(register);
        Dates.Add(register);
        Ranges.Add(register);
        return register.Build();
    }
}

/// <summary>What a function of the language does with bound arguments.</summary>
internal delegate object? Body(object?[] a, Run run, Span at);

/// <summary>Collects functions.</summary>
internal sealed class Register
{
    private readonly List<Signature> signatures = [];

    /// <summary>Adds a signature such as <c>substring(string: string, start position: number, length?: number): string</c>.</summary>
    public Register Add(string signature, Body body, bool mayGiveNull = false)
    {
        signatures.Add(Signature.Parse(signature, body, mayGiveNull));
        return this;
    }

    public Dictionary<string, BuiltIn> Build() =>
        signatures.GroupBy(s => s.Name).ToDictionary(g => g.Key, g => new BuiltIn(g.Key, [.. g]), StringComparer.Ordinal);
}

/// <summary>One way to call a function. A parameter marked <c>?</c> may be left out or null; a last one marked <c>…</c> takes all further arguments as a list.</summary>
internal sealed record Signature(string Name, IReadOnlyList<FeelParameter> Parameters, bool[] Optional, bool Rest, FeelType Result, Body Body, bool MayGiveNull)
{
    public static Signature Parse(string text, Body body, bool mayGiveNull)
    {
        var (open, close) = (text.IndexOf('(', StringComparison.Ordinal), text.LastIndexOf(')'));
        var inner = text[(open + 1)..close];
        var parameters = inner.Length == 0 ? [] : inner.Split(", ").Select(p => p.Split(": ")).ToArray();
        var result = close + 3 < text.Length ? FeelType.Named[text[(close + 3)..]] : FeelType.Any;
        return new Signature(
            text[..open],
            [.. parameters.Select(p => new FeelParameter(p[0].TrimEnd('?', '…'), FeelType.Named[p[1]]))],
            [.. parameters.Select(p => p[0].EndsWith('?'))],
            parameters.Length > 0 && parameters[^1][0].EndsWith('…'),
            result,
            body,
            mayGiveNull);
    }

    public object?[]? Bind(object?[] arguments)
    {
        if (Rest)
        {
            return BindRest(arguments);
        }

        if (arguments.Length > Parameters.Count)
        {
            return null;
        }

        var bound = new object?[Parameters.Count];
        for (var i = 0; i < bound.Length; i++)
        {
            if (i >= arguments.Length)
            {
                if (!Optional[i])
                {
                    return null;
                }
            }
            else if (!Fit(i, arguments[i], out bound[i]))
            {
                return null;
            }
        }

        return bound;
    }

    public object?[]? BindNamed(IReadOnlyList<(string Name, object? Value)> arguments)
    {
        var bound = new object?[Parameters.Count];
        var given = new bool[Parameters.Count];
        foreach (var (name, value) in arguments)
        {
            var place = Parameters.TakeWhile(p => p.Name != name).Count();
            if (place == bound.Length || given[place] || !Fit(place, value, out bound[place]))
            {
                return null;
            }

            given[place] = true;
        }

        return given.Where((g, i) => !g && !Optional[i]).Any() ? null : bound;
    }

    /// <summary>Whether arguments could be bound of which some are known by a sample.</summary>
    public bool MayTake(IReadOnlyList<object?> samples)
    {
        var known = Rest ? Parameters.Count - 1 : Parameters.Count;
        return samples.Count >= Parameters.Count - (Rest ? 0 : Optional.Count(o => o))
            && (Rest || samples.Count <= Parameters.Count)
            && samples.Take(known).Select((sample, i) => MayTake(i, sample)).All(fits => fits);
    }

    /// <summary>Whether named arguments could be bound of which some are known by a sample.</summary>
    public bool MayTakeNamed(IReadOnlyList<string> names, IReadOnlyList<object?> samples)
    {
        int[] places = [.. names.Select(name => Parameters.TakeWhile(p => p.Name != name).Count())];
        return places.Distinct().Count() == places.Length
            && places.Select((place, i) => place < Parameters.Count && MayTake(place, samples[i])).All(fits => fits)
            && Parameters.Select((_, place) => Optional[place] || places.Contains(place)).All(given => given);
    }

    private bool MayTake(int place, object? sample)
    {
        var fits = true;
        _ = sample is null ? null : Parameters[place].Type.Fit(sample, out fits);
        return fits;
    }

    private object?[]? BindRest(object?[] arguments)
    {
        var first = Parameters.Count - 1;
        if (arguments.Length < Parameters.Count)
        {
            return null;
        }

        var bound = new object?[Parameters.Count];
        for (var i = 0; i < first; i++)
        {
            if (!Fit(i, arguments[i], out bound[i]))
            {
                return null;
            }
        }

        bound[first] = new FeelList(arguments[first..]);
        return bound;
    }

    private bool Fit(int place, object? value, out object? bound)
    {
        var type = Parameters[place].Type;
        bound = type.Fit(value, out var fits);
        return fits && (value is not null || Optional[place] || type == FeelType.Any);
    }
}

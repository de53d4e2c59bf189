using Guiju.Feel.Syntax;

namespace Guiju.Feel;

/// <summary>What an expression came to.</summary>
/// <param name="Value">The FEEL value.</param>
/// <param name="Warnings">What went wrong on the way.</param>
public sealed record FeelResult(object? Value, IReadOnlyList<FeelWarning> Warnings)
{
    /// <summary>Strict evaluation: names of facts that were read and absent.</summary>
    public IReadOnlyCollection<string> Missing { get; init; } = [];

    /// <summary>The name of the value's kind.</summary>
    public string Type => FeelText.Kind(Value);
}

/// <summary>An expression that has been read and can be evaluated any number of times.</summary>
public sealed class FeelExpression
{
    private readonly bool strict;

    private FeelExpression(string text, Node root, bool strict)
    {
        Text = text;
        Root = root;
        this.strict = strict;
    }

    /// <summary>The text it was read from.</summary>
    public string Text { get; }

    /// <summary>The tree.</summary>
    public Node Root { get; }

    /// <summary>The names it reads that it does not itself introduce.</summary>
    public IEnumerable<string> Names => Root.All().OfType<NameNode>().Select(n => n.Name).Distinct(StringComparer.Ordinal);

    /// <summary>The same expression compiled to delegates over slots: quicker where it is evaluated many times, and the same in value, warnings and missing facts.</summary>
    public FeelExpression Compile() => new(Text, CompiledNode.Of(Root), strict);

    /// <summary>Reads an expression.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="names">The names it may read; null for none but the language's own.</param>
    /// <param name="strict">Whether unknown names and full-width signs are mistakes.</param>
    /// <exception cref="FeelSyntaxException">It cannot be read; tells where and why.</exception>
    public static FeelExpression Parse(string text, NameScope? names = null, bool strict = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new FeelExpression(text, new Parser(text, names ?? new NameScope(), strict).Whole(), strict);
    }

    /// <summary>Reads the content of a table cell: unary tests on the value <c>?</c>.</summary>
    /// <param name="text">The tests.</param>
    /// <param name="names">The names they may read.</param>
    /// <param name="strict">Whether unknown names and full-width signs are mistakes.</param>
    /// <exception cref="FeelSyntaxException">They cannot be read; tells where and why.</exception>
    public static TestNode ParseTests(string text, NameScope? names = null, bool strict = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Parser(text, names ?? new NameScope(), strict).WholeTests();
    }

    /// <summary>Evaluates one expression over CLR values.</summary>
    /// <param name="text">The expression.</param>
    /// <param name="values">Names and their CLR values.</param>
    /// <param name="strict">Whether unknown names are mistakes and missing facts leave the outcome open.</param>
    /// <param name="clock">Where <c>now()</c> and <c>today()</c> come from; the system's clock by default.</param>
    /// <param name="limits">What it may use at most.</param>
    /// <exception cref="FeelSyntaxException">It cannot be read; tells where and why.</exception>
    /// <exception cref="FeelLimitException">It was stopped because it exceeded a limit.</exception>
    public static FeelResult Evaluate(string text, IReadOnlyDictionary<string, object?>? values = null, bool strict = false, TimeProvider? clock = null, FeelLimits? limits = null)
    {
        var names = new NameScope();
        foreach (var (name, value) in values ?? new Dictionary<string, object?>())
        {
            names.With(name, TypeOf(ClrValues.From(value)));
        }

        return Parse(text, names, strict).Evaluate(values, clock, limits);
    }

    /// <summary>Evaluates over CLR values.</summary>
    /// <param name="values">Names and their CLR values.</param>
    /// <param name="clock">Where <c>now()</c> and <c>today()</c> come from; the system's clock by default.</param>
    /// <param name="limits">What it may use at most.</param>
    /// <exception cref="FeelLimitException">It was stopped because it exceeded a limit.</exception>
    public FeelResult Evaluate(IReadOnlyDictionary<string, object?>? values = null, TimeProvider? clock = null, FeelLimits? limits = null)
    {
        var run = new Run(clock ?? TimeProvider.System, limits, strict);
        var scope = new Scope(run);
        foreach (var (name, value) in values ?? new Dictionary<string, object?>())
        {
            scope.Set(name, ClrValues.From(value));
        }

        return new FeelResult(Root.Evaluate(scope), run.Warnings) { Missing = run.Missing };
    }

    /// <summary>The type a value shows, so that its members can be named with blanks and signs.</summary>
    internal static FeelType TypeOf(object? value) => value switch
    {
        FeelContext context => new ContextType([.. context.Select(e => new FeelParameter(e.Key, TypeOf(e.Value)))]),
        FeelList { Count: > 0 } list when list.All(i => i is FeelContext) => new ListType(new ContextType(
            [.. list.Cast<FeelContext>().SelectMany(c => c).GroupBy(e => e.Key, StringComparer.Ordinal).Select(g => new FeelParameter(g.Key, TypeOf(g.First().Value)))])),
        FeelList { Count: > 0 } list => new ListType(TypeOf(list[0])),
        _ => FeelType.Any,
    };
}

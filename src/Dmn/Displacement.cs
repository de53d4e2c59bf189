namespace Guiju.Dmn;

/// <summary>An exception (但书) and the base rule it stands against, as they came out in one evaluation. The exception's decision names its base rule in <c>guiju:displaces</c>.</summary>
/// <param name="Exception">The exception's decision.</param>
/// <param name="ExceptionHit">The exception's row that hit; null where none did.</param>
/// <param name="Base">The base rule's decision.</param>
/// <param name="BaseHit">The base rule's row that hit; null where none did.</param>
public sealed record Displacement(DmnDecision Exception, RuleHit? ExceptionHit, DmnDecision Base, RuleHit? BaseHit)
{
    /// <summary>The attribute by which an exception names its base rule: the base rule's id or name.</summary>
    public const string Attribute = "displaces";

    /// <summary>What an exception gives that does not apply.</summary>
    public const string NotApplicable = "不适用";

    /// <summary>Whether it could not be decided if the exception applies.</summary>
    public bool IsUndecided { get; init; }

    /// <summary>Whether it could not be decided what the base rule comes to.</summary>
    public bool IsBaseUndecided { get; init; }

    /// <summary>Whether the exception took the base rule's place; else the base rule stands, unless that is undecided.</summary>
    public bool Displaces => !IsUndecided && ExceptionHit is { } hit && hit.Outputs.Values.FirstOrDefault() is not (null or NotApplicable);

    internal static IReadOnlyList<(DmnDecision Exception, DmnDecision Base)> In(DmnModel model) =>
        [.. from exception in model.Decisions
            let name = exception.Extension(Attribute)
            where name is not null
            let rule = model.Decision(name.TrimStart('#'))
            where rule is not null
            select (exception, rule)];

    internal static IReadOnlyList<Displacement> Of(IReadOnlyList<(DmnDecision Exception, DmnDecision Base)> exceptions, IReadOnlyList<TableTrace> tables) =>
        exceptions.Count == 0 ? [] :
        [.. from pair in exceptions
            let exception = tables.FirstOrDefault(t => ReferenceEquals(t.Owner, pair.Exception))
            let rule = tables.FirstOrDefault(t => ReferenceEquals(t.Owner, pair.Base))
            where exception is not null && rule is not null
            select new Displacement(pair.Exception, First(exception), pair.Base, First(rule)) { IsUndecided = exception.IsUndecided, IsBaseUndecided = rule.IsUndecided }];

    private static RuleHit? First(TableTrace table) => table.Hits.Count > 0 ? table.Hits[0] : null;
}

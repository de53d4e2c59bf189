namespace Guiju.Feel;

/// <summary>An expression that cannot be read.</summary>
public sealed class FeelSyntaxException(string code, string message, string messageZh, int start, int end) : Exception(message)
{
    /// <summary>A stable word for the kind of mistake: <c>syntax</c>, <c>unknown-name</c>, <c>full-width</c>, <c>too-deep</c>, <c>too-long</c>.</summary>
    public string Code { get; } = code;

    /// <summary>What is wrong, in Chinese.</summary>
    public string MessageZh { get; } = messageZh;

    /// <summary>Where it begins, from 0.</summary>
    public int Start { get; } = start;

    /// <summary>Behind where it ends.</summary>
    public int End { get; } = end;
}

using System.Runtime.CompilerServices;

namespace Guiju.Feel;

/// <summary>What evaluating one expression may use at most, so that no model can hang or exhaust a server.</summary>
public sealed record FeelLimits
{
    /// <summary>Steps: parts of expressions evaluated.</summary>
    /// <value>20 million.</value>
    public long Steps { get; init; } = 20_000_000;

    /// <summary>Calls within calls.</summary>
    /// <value>500.</value>
    public int Depth { get; init; } = 500;

    /// <summary>Items of one list and characters of one text made by an expression.</summary>
    /// <value>1 million.</value>
    public int Length { get; init; } = 1_000_000;

    /// <summary>Time.</summary>
    /// <value>10 seconds.</value>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>An evaluation was stopped because it exceeded a limit.</summary>
public sealed class FeelLimitException(string limit, string message, string messageZh) : Exception(message)
{
    /// <summary>Stops a walk over values or expressions nested so deeply that the stack would give way.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static void ThrowIfDeep()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new FeelLimitException("depth", "values or expressions nested too deeply", "数值或表达式嵌套过深");
        }
    }

    /// <summary>Which limit: steps, depth, length or time.</summary>
    public string Limit { get; } = limit;

    /// <summary>What happened, in Chinese.</summary>
    public string MessageZh { get; } = messageZh;
}

/// <summary>Something that went wrong while evaluating; the part concerned gave null.</summary>
/// <param name="Code">A stable word for the kind of trouble.</param>
/// <param name="Message">What happened, in English.</param>
/// <param name="MessageZh">What happened, in Chinese.</param>
/// <param name="Start">Where in the expression it begins.</param>
/// <param name="End">Behind where it ends.</param>
public sealed record FeelWarning(string Code, string Message, string MessageZh, int Start, int End);

/// <summary>One evaluation: its clock, limits, warnings and, in strict mode, the facts found missing.</summary>
public sealed class Run(TimeProvider clock, FeelLimits? limits = null, bool strict = false)
{
    private const int MostWarnings = 200;

    private readonly FeelLimits limits = limits ?? new FeelLimits();
    private readonly List<FeelWarning> warnings = [];
    private readonly long started = clock.GetTimestamp();
    private long steps;
    private int depth;

    /// <summary>Where <c>now()</c> and <c>today()</c> come from.</summary>
    public TimeProvider Clock { get; } = clock;

    /// <summary>Whether missing facts leave an outcome undetermined instead of null.</summary>
    public bool Strict { get; } = strict;

    /// <summary>What went wrong so far.</summary>
    public IReadOnlyList<FeelWarning> Warnings => warnings;

    /// <summary>Names of facts that were read and found absent, in the order of reading.</summary>
    public HashSet<string> Missing { get; } = new(StringComparer.Ordinal);

    /// <summary>Whoever runs the evaluation may leave a note of his own here for the parts he built.</summary>
    public object? Witness { get; set; }

    internal FeelLimits Limits => limits;

    /// <summary>Counts a step.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Step()
    {
        if ((++steps & 1023) == 0)
        {
            Check();
        }
    }

    internal void Enter()
    {
        if (++depth > limits.Depth || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new FeelLimitException("depth", $"calls nested deeper than {limits.Depth}", $"函数调用嵌套超过 {limits.Depth} 层");
        }
    }

    internal void Leave() => depth--;

    internal void Length(long count)
    {
        if (count > limits.Length)
        {
            throw new FeelLimitException("length", $"a list or text longer than {limits.Length}", $"列表或文本长度超过 {limits.Length}");
        }
    }

    /// <summary>Notes trouble and gives null, the value FEEL has for it.</summary>
    internal object? Warn(Trouble trouble, Span at, params object?[] details)
    {
        if (warnings.Count < MostWarnings)
        {
            warnings.Add(trouble.At(at, details));
        }

        return null;
    }

    /// <summary>Takes back the warnings beyond a count, for a part whose value was not used.</summary>
    internal void Forget(int count) => warnings.RemoveRange(count, warnings.Count - count);

    private void Check()
    {
        if (steps > limits.Steps)
        {
            throw new FeelLimitException("steps", $"more than {limits.Steps} steps", $"计算步数超过 {limits.Steps}");
        }

        if (Clock.GetElapsedTime(started) > limits.Time)
        {
            throw new FeelLimitException("time", $"longer than {limits.Time.TotalSeconds} s", $"计算时间超过 {limits.Time.TotalSeconds} 秒");
        }
    }
}

using System.Collections;

namespace Guiju.Feel;

/// <summary>A list of values.</summary>
public sealed class FeelList(IReadOnlyList<object?> items) : IReadOnlyList<object?>
{
    /// <summary>The list without items.</summary>
    public static readonly FeelList Empty = new([]);

    /// <inheritdoc/>
    public int Count => items.Count;

    /// <inheritdoc/>
    public object? this[int index] => items[index];

    /// <inheritdoc/>
    public IEnumerator<object?> GetEnumerator() => items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>A list of the given items.</summary>
    public static FeelList Of(params object?[] items) => new(items);
}

/// <summary>Named values in the order they were written.</summary>
public sealed class FeelContext : IReadOnlyCollection<KeyValuePair<string, object?>>
{
    private readonly OrderedDictionary<string, object?> entries = new(StringComparer.Ordinal);

    /// <summary>How many entries there are.</summary>
    public int Count => entries.Count;

    /// <summary>The names.</summary>
    public IEnumerable<string> Keys => entries.Keys;

    /// <summary>The value of that name, or null.</summary>
    public object? this[string name]
    {
        get => entries.GetValueOrDefault(name);
        set => entries[name] = value;
    }

    /// <summary>Whether there is an entry of that name.</summary>
    public bool Has(string name) => entries.ContainsKey(name);

    /// <summary>The value of that name.</summary>
    public bool TryGet(string name, out object? value) => entries.TryGetValue(name, out value);

    /// <summary>A copy that may be changed without changing this one.</summary>
    public FeelContext Copy()
    {
        var copy = new FeelContext();
        foreach (var (name, value) in entries)
        {
            copy[name] = value;
        }

        return copy;
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object?>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>The values between two ends, or on one side of an end.</summary>
/// <param name="Start">The lower end; null when open below.</param>
/// <param name="End">The upper end; null when open above.</param>
/// <param name="StartIncluded">Whether the lower end belongs to the range.</param>
/// <param name="EndIncluded">Whether the upper end belongs to the range.</param>
public sealed record FeelRange(object? Start, object? End, bool StartIncluded, bool EndIncluded)
{
    /// <summary>Whether it was written as a comparison such as <c>(&gt;=5)</c> rather than with two ends.</summary>
    public bool IsComparison { get; init; }
}

/// <summary>Something that can be called.</summary>
public abstract class FeelFunction
{
    /// <summary>The parameters, for calls with names and for the type.</summary>
    public abstract IReadOnlyList<FeelParameter> Parameters { get; }

    /// <summary>What it gives.</summary>
    public virtual FeelType Result => FeelType.Any;

    /// <summary>Whether it can stand where a function of that type is asked for.</summary>
    internal virtual bool Fits(FunctionType type) => type.Parameters is null || Fits(type, Parameters, Result);

    internal static bool Fits(FunctionType type, IReadOnlyList<FeelParameter> parameters, FeelType result) =>
        type.Parameters is { } wanted && parameters.Count == wanted.Count
        && parameters.Zip(wanted).All(p => p.Second.ConformsTo(p.First.Type)) && result.ConformsTo(type.Result);

    /// <summary>Calls it with arguments in order.</summary>
    internal abstract object? Call(object?[] arguments, Run run, Span at);

    /// <summary>Calls it with named arguments; the default orders them by the parameters.</summary>
    internal virtual object? CallNamed(IReadOnlyList<(string Name, object? Value)> arguments, Run run, Span at)
    {
        var ordered = new object?[Parameters.Count];
        var given = new bool[Parameters.Count];
        foreach (var (name, value) in arguments)
        {
            var place = -1;
            for (var i = 0; i < ordered.Length && place < 0; i++)
            {
                place = Parameters[i].Name == name ? i : -1;
            }

            if (place < 0 || given[place])
            {
                return run.Warn(Trouble.Arguments, at, name);
            }

            ordered[place] = value;
            given[place] = true;
        }

        return given.All(g => g) ? Call(ordered, run, at) : run.Warn(Trouble.Arguments, at, "");
    }
}

/// <summary>A parameter of a function.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its type.</param>
public sealed record FeelParameter(string Name, FeelType Type);

/// <summary>A place in an expression: from the first character to behind the last.</summary>
/// <param name="Start">The first character, from 0.</param>
/// <param name="End">Behind the last character.</param>
public readonly record struct Span(int Start, int End);

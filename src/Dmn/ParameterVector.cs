namespace Guiju.Dmn;

/// <summary>One value of a parameter: between two days, as it was written down on a third.</summary>
/// <param name="From">The first day it holds.</param>
/// <param name="To">The last day it holds; null while it still does.</param>
/// <param name="Value">A CLR value: decimal, string, bool or DateOnly.</param>
/// <param name="Recorded">The day it was written down: what was believed before that day did not know of it.</param>
public sealed record DatedValue(DateOnly From, DateOnly? To, object? Value, DateOnly Recorded);

/// <summary>A figure fixed by a provision, with its values by date.</summary>
/// <param name="Id">Its id, which an input names in <c>guiju:parameter</c>, or the name of the input.</param>
/// <param name="Values">Its values.</param>
public sealed record DatedParameter(string Id, IReadOnlyList<DatedValue> Values)
{
    /// <summary>The value in force on a day: the one that began last, and of several that began together the one written down last.</summary>
    /// <param name="validOn">The business date: what applied then.</param>
    /// <param name="knownOn">The day up to which values count as written down: what was believed then; null: all that is known.</param>
    public DatedValue? On(DateOnly validOn, DateOnly? knownOn = null) => Values
        .Where(v => v.From <= validOn && (v.To is null || v.To >= validOn) && (knownOn is null || v.Recorded <= knownOn))
        .OrderByDescending(v => v.From).ThenByDescending(v => v.Recorded).FirstOrDefault();
}

/// <summary>The values of parameters for one evaluation: those of a day, or others to ask "what if". A program and its compiled tables take any vector without being compiled again.</summary>
public sealed class ParameterVector
{
    private readonly Dictionary<string, object?> values;

    /// <summary>A vector of given values.</summary>
    /// <param name="values">CLR values by parameter id or by the name of the input.</param>
    public ParameterVector(IEnumerable<KeyValuePair<string, object?>> values) => this.values = new(values, StringComparer.Ordinal);

    /// <summary>The values, by id.</summary>
    public IReadOnlyDictionary<string, object?> Values => values;

    /// <summary>The vector of a business date. A parameter that had no value then stands as null: what rests on it cannot be decided.</summary>
    /// <param name="parameters">The parameters.</param>
    /// <param name="validOn">The business date: what applied then.</param>
    /// <param name="knownOn">The day up to which values count as written down: what was believed then; null: all that is known.</param>
    public static ParameterVector At(IEnumerable<DatedParameter> parameters, DateOnly validOn, DateOnly? knownOn = null)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return new ParameterVector(parameters.Select(p => KeyValuePair.Create(p.Id, p.On(validOn, knownOn)?.Value)));
    }

    /// <summary>The vector with another value in one place.</summary>
    public ParameterVector With(string id, object? value) => new(values.Where(v => v.Key != id).Append(KeyValuePair.Create(id, value)));

    /// <summary>The value an input takes from the vector: by its name, or by the parameter it names.</summary>
    internal bool TryGet(DmnInput input, out object? value) =>
        values.TryGetValue(input.VariableName, out value) || (input.Extension("parameter") is { } id && values.TryGetValue(id, out value));
}

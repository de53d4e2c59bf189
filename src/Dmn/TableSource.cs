using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Dmn;

/// <summary>What a table is compiled from, so that the same table can be bound to other figures later.</summary>
/// <param name="Table">The table.</param>
/// <param name="Type">The type its decision declares.</param>
/// <param name="Model">The model it stands in.</param>
/// <param name="TypeOf">The declared type of an input.</param>
internal sealed record TableSource(TableNode Table, FeelType Type, DmnModel Model, Func<DmnElement, FeelType> TypeOf)
{
    /// <summary>The FEEL values of the figures, by the name the cells read them under.</summary>
    public IReadOnlyDictionary<string, object?> Bind(ParameterVector? parameters)
    {
        var figures = new Dictionary<string, object?>(StringComparer.Ordinal);
        foreach (var input in Model.Inputs)
        {
            if (parameters?.TryGet(input, out var value) == true)
            {
                figures[input.VariableName] = TypeOf(input).Fit(ClrValues.From(value), out _);
            }
        }

        return figures;
    }

    /// <summary>A scope in which the figures have their values.</summary>
    public static Scope Scope(Run run, IReadOnlyDictionary<string, object?>? figures)
    {
        var scope = new Scope(run);
        foreach (var (name, value) in figures ?? new Dictionary<string, object?>())
        {
            scope.Set(name, value);
        }

        return scope;
    }
}

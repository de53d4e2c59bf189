using System.Text.Json;
using Guiju.Kernel;

namespace Guiju.Fleet.Census;

/// <summary>The figures of one unit or of several together, by key; what is not there is nought.</summary>
public sealed class CensusFigures
{
    private readonly SortedDictionary<string, decimal> values;

    private CensusFigures(SortedDictionary<string, decimal> values) => this.values = values;

    /// <summary>Nothing.</summary>
    public static CensusFigures None => new(new(StringComparer.Ordinal));

    /// <summary>The figure of a key.</summary>
    public decimal this[string key] => values.GetValueOrDefault(key);

    /// <summary>All that are not nought.</summary>
    public IReadOnlyDictionary<string, decimal> Values => values;

    /// <summary>Sum of a table.</summary>
    public decimal Sum(CensusGroup group) => values.Where(v => CensusLine.Find(v.Key)?.Group == group).Sum(v => v.Value);

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    public static CensusFigures Read(string json) => new(new(JsonSerializer.Deserialize<Dictionary<string, decimal>>(json) ?? [], StringComparer.Ordinal));

    /// <summary>As it is stored.</summary>
    public string Write() => JsonSerializer.Serialize(values);

    /// <summary>These with another value of a key.</summary>
    public CensusFigures With(string key, decimal value)
    {
        var changed = new SortedDictionary<string, decimal>(values, StringComparer.Ordinal);
        if (value == 0)
        {
            changed.Remove(key);
        }
        else
        {
            changed[key] = value;
        }

        return new CensusFigures(changed);
    }

    /// <summary>These with more of a key.</summary>
    public CensusFigures Plus(string key, decimal more) => With(key, this[key] + more);

    /// <summary>Both together.</summary>
    public CensusFigures Plus(CensusFigures other)
    {
        var sum = new SortedDictionary<string, decimal>(values, StringComparer.Ordinal);
        foreach (var (key, value) in other.values)
        {
            sum[key] = sum.GetValueOrDefault(key) + value;
        }

        return new CensusFigures(sum);
    }

    /// <summary>Holds the figures to what makes sense: no less than nought, cars and quotas whole, the tables agreeing with each other.</summary>
    public void Hold()
    {
        foreach (var (key, value) in values)
        {
            Check.That(value >= 0 && (CensusLine.Find(key) is { IsMoney: true } ? decimal.Round(value, 2) == value : decimal.Truncate(value) == value), CensusChecks.Countable, FieldOf(key));
        }

        Check.That(Sum(CensusGroup.Cars) == Sum(CensusGroup.Energy), CensusChecks.CarsAgree(Sum(CensusGroup.Cars), Sum(CensusGroup.Energy)));
        Check.That(Sum(CensusGroup.Cost) == Sum(CensusGroup.EnergyCost), CensusChecks.CostsAgree(Sum(CensusGroup.Cost), Sum(CensusGroup.EnergyCost)));
    }

    /// <summary>Name of a figure's field in the form.</summary>
    public static string FieldOf(string key) => $"{nameof(AnswerCensus.Values)}[{key}]";
}

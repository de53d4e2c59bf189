using System.Collections;
using System.Globalization;
using System.Text.Json;
using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;

namespace Guiju.Decisions.Facts;

/// <summary>Facts as given, turned into what the tables read; what does not fit is named field by field.</summary>
public sealed record ReadFacts(
    IReadOnlyDictionary<string, object?> ByName,
    IReadOnlyDictionary<string, object?> ByEnglish,
    IReadOnlyList<FieldError> Errors);

/// <summary>Takes facts by Chinese or English name, with Chinese values or English codes.</summary>
public static class FactReader
{
    /// <summary>Reads the facts of a control point.</summary>
    public static ReadFacts Read(ControlPoint point, IReadOnlyDictionary<string, object?> given)
    {
        var (byName, byEnglish, errors) = (new Dictionary<string, object?>(), new Dictionary<string, object?>(), new List<FieldError>());
        var known = point.Facts.ToDictionary(f => f.English);
        var chinese = point.Facts.ToDictionary(f => f.Name);
        foreach (var (key, raw) in given)
        {
            if (!known.TryGetValue(key, out var fact) && !chinese.TryGetValue(key, out fact))
            {
                errors.Add(new FieldError(key, Unknown(key, known.Keys.Concat(chinese.Keys))));
                continue;
            }

            var value = Plain(raw);
            if (value is null)
            {
                continue;
            }

            if (!TryConvert(fact, value, out var converted))
            {
                errors.Add(new FieldError(key, Expected(fact, value)));
                continue;
            }

            byName[fact.Name] = converted;
            byEnglish[fact.English] = Coded(fact, converted);
        }

        return new ReadFacts(byName, byEnglish, errors);
    }

    /// <summary>One value as the tables read it; false where the fact cannot be that.</summary>
    public static bool TryRead(FactType fact, object value, out object? read)
    {
        read = null;
        return Plain(value) is { } plain && TryConvert(fact, plain, out read);
    }

    /// <summary>The Chinese values of an enumeration as codes; everything else as it is.</summary>
    public static object? Coded(FactType fact, object? value) => fact.Codes is not { } codes ? value : value switch
    {
        string text => codes.FirstOrDefault(c => c.Value == text).Key ?? text,
        IReadOnlyList<object?> list => list.Select(item => codes.FirstOrDefault(c => Equals(c.Value, item)).Key ?? item).ToList(),
        _ => value,
    };

    private static bool TryConvert(FactType fact, object value, out object? converted)
    {
        if (!fact.IsList)
        {
            return TryConvertOne(fact, value, out converted);
        }

        converted = null;
        if (value is string or not IEnumerable)
        {
            return false;
        }

        var items = new List<object?>();
        foreach (var item in (IEnumerable)value)
        {
            if (Plain(item) is not { } plain || !TryConvertOne(fact, plain, out var one))
            {
                return false;
            }

            items.Add(one);
        }

        converted = items;
        return true;
    }

    private static bool TryConvertOne(FactType fact, object value, out object? converted)
    {
        converted = fact switch
        {
            { Codes: { } codes } => value is string code ? codes.GetValueOrDefault(code) ?? (codes.Values.Contains(code) ? code : null) : null,
            { Type: "number" } => value switch
            {
                decimal number => number,
                int or long or short or byte => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
                double real when real is > -7.9e27 and < 7.9e27 => (decimal)real,
                _ => null,
            },
            { Type: "boolean" } => value is bool ? value : null,
            { Type: "date" } => value switch
            {
                DateOnly => value,
                DateTime time => DateOnly.FromDateTime(time),
                string text when DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) => date,
                _ => null,
            },
            _ => value is string ? value : null,
        };
        return converted is not null;
    }

    private static object? Plain(object? raw) => raw switch
    {
        JsonElement { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        JsonElement { ValueKind: JsonValueKind.String } text => text.GetString(),
        JsonElement { ValueKind: JsonValueKind.Number } number => number.TryGetDecimal(out var exact) ? exact : number.GetDouble(),
        JsonElement { ValueKind: JsonValueKind.True } => true,
        JsonElement { ValueKind: JsonValueKind.False } => false,
        JsonElement { ValueKind: JsonValueKind.Array } list => list.EnumerateArray().Select(item => (object?)item).ToList(),
        JsonElement => raw,
        _ => raw,
    };

    private static Bilingual Expected(FactType fact, object value)
    {
        var shown = value is JsonElement json ? json.ToString() : Convert.ToString(value, CultureInfo.InvariantCulture);
        var (zh, en) = fact.Codes is { } codes
            ? ("其中之一：" + string.Join("、", codes.Values), "one of " + string.Join(", ", codes.Keys))
            : fact.Type switch
            {
                "number" => ("数字", "a number"),
                "boolean" => ("是或否（true/false）", "true or false"),
                "date" => ("日期，形如 2023-05-04", "a date such as 2023-05-04"),
                _ => ("文字", "a text"),
            };
        var (listZh, listEn) = fact.IsList ? ("列表，每项为", "a list, each ") : ("", "");
        return new Bilingual($"“{fact.Name}”应为{listZh}{zh}，不是“{shown}”。", $"{fact.English} should be {listEn}{en}, not '{shown}'.");
    }

    private static Bilingual Unknown(string key, IEnumerable<string> known)
    {
        var near = known.Where(k => k.Contains(key, StringComparison.OrdinalIgnoreCase) || key.Contains(k, StringComparison.OrdinalIgnoreCase)).FirstOrDefault();
        return near is null
            ? new Bilingual($"这里没有名为“{key}”的事实。", $"There is no fact named '{key}' here.")
            : new Bilingual($"这里没有名为“{key}”的事实；是否为“{near}”？", $"There is no fact named '{key}' here; did you mean '{near}'?");
    }
}

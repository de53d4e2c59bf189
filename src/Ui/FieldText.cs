using System.Globalization;

namespace Guiju.Ui;

/// <summary>How fields name themselves and write their values.</summary>
public static class FieldText
{
    /// <summary>Element id of a field name.</summary>
    public static string IdOf(string name) => "f-" + name.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    /// <summary>Ids of hint and error.</summary>
    public static string? DescribedBy(string id, bool hint, bool wrong) => (hint, wrong) switch
    {
        (true, true) => $"{id}-hint {id}-wrong",
        (true, false) => $"{id}-hint",
        (false, true) => $"{id}-wrong",
        _ => null,
    };

    /// <summary>The error of a field: by its own answer, or by the answer of the form around it.</summary>
    public static string? WrongOf(string name, Answer own, FormState? around) => own.For(name) ?? around?.Answer.For(name);

    /// <summary>The value as an input element wants it.</summary>
    public static string? Of(object? value, string type) => value switch
    {
        null => null,
        DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime time => time.ToString(type == "date" ? "yyyy-MM-dd" : "yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        decimal number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };
}

using System.Text.Json;
using Guiju.Ui;

namespace Guiju.Fleet;

/// <summary>Names of an act's fields and choices of its words, from the same attributes that the desk's messages use.</summary>
internal static class Named
{
    /// <summary>The field's name in the language of the request.</summary>
    public static string Field<T>(string property) => Fields.Name<T>(property);

    /// <summary>The act's name in the language of the request.</summary>
    public static string Act<T>() => Fields.Act<T>();

    /// <summary>All members of an enumeration as choices.</summary>
    public static IReadOnlyList<Choice> Choices<TEnum>()
        where TEnum : struct, Enum => Fields.Choices<TEnum>();

    /// <summary>How a state is marked.</summary>
    public static string Kind(Enum state) => JsonNamingPolicy.KebabCaseLower.ConvertName(state.ToString()) switch
    {
        "settled" or "approved" or "in-service" or "on-duty" => "allowed",
        "sent-back" or "returned" or "repairing" => "approval",
        "submitted" or "dispatched" or "departed" => "inform",
        _ => "plain",
    };
}

using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Guiju.Kernel;

namespace Guiju.Ui;

/// <summary>Names of an act's fields and choices of its words for forms, from the same attributes that the desk's messages use.</summary>
public static class Fields
{
    /// <summary>The field's name in the language of the request; the property's own where it has none.</summary>
    public static string Name<TAct>(string property) =>
        Texts.Get(typeof(TAct).Assembly, typeof(TAct).GetProperty(property)?.GetCustomAttribute<DisplayAttribute>()?.Name ?? property);

    /// <summary>The act's name in the language of the request.</summary>
    public static string Act<TAct>() => Texts.Get(typeof(TAct).Assembly, typeof(TAct).GetCustomAttribute<DisplayAttribute>()?.Name ?? typeof(TAct).Name);

    /// <summary>All members of an enumeration as choices.</summary>
    public static IReadOnlyList<Choice> Choices<TEnum>()
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().Select(v => new Choice(v.ToString(), EnumWords.Of(v))).ToList();
}

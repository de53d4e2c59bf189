using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Guiju.Kernel;
using Guiju.Ui;

namespace Guiju.Law;

/// <summary>What pages of this module write over fields and offer as choices; and the day in the bureau.</summary>
internal static class LawForms
{
    /// <summary>The day in the bureau's zone.</summary>
    public static DateOnly Today(this TimeProvider clock) => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    /// <summary>The field's name in the language of the request.</summary>
    public static string Field<T>(string property) => Kernel.Texts.Get(typeof(LawForms).Assembly, typeof(T).GetProperty(property)?.GetCustomAttribute<DisplayAttribute>()?.Name ?? property);

    /// <summary>All members of an enumeration as choices.</summary>
    public static IReadOnlyList<Choice> Choices<TEnum>()
        where TEnum : struct, Enum => Enum.GetValues<TEnum>().Select(v => new Choice(v.ToString(), EnumWords.Of(v))).ToList();
}

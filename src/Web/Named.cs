using Guiju.Kernel;
using Guiju.Ui;

namespace Guiju.Web;

/// <summary>Names of the kernel's fields, words and units in the language of the request, from the same attributes that the desk's messages use.</summary>
internal static class Named
{
    /// <summary>The name of a field of an act.</summary>
    public static string Field<TAct>(string property) => Fields.Name<TAct>(property);

    /// <summary>The word for a member of an enumeration.</summary>
    public static string Of(Enum word) => EnumWords.Of(word);

    /// <summary>All members of an enumeration as choices.</summary>
    public static IReadOnlyList<Choice> Choices<TEnum>()
        where TEnum : struct, Enum => Fields.Choices<TEnum>();

    /// <summary>A name that may have an English form.</summary>
    public static string Either(string name, string english) => Language.IsEnglish && english.Length > 0 ? english : name;
}

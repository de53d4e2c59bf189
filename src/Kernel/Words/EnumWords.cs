using System.Collections.Concurrent;
using System.ComponentModel.DataAnnotations;
using System.Reflection;

namespace Guiju.Kernel;

/// <summary>The words for members of enumerations: the Chinese stands in <see cref="DisplayAttribute"/>, its English in the texts of the enumeration's assembly.</summary>
public static class EnumWords
{
    private static readonly ConcurrentDictionary<Enum, string> Chinese = new();

    /// <summary>The word in the language of the request; the member's name where it has no word, empty for none.</summary>
    public static string Of(Enum? word) => word is null ? "" : Texts.Get(word.GetType().Assembly, ChineseOf(word));

    /// <summary>The word in both languages.</summary>
    public static Bilingual Both(Enum word)
    {
        var zh = ChineseOf(word);
        return new Bilingual(zh, Texts.EnglishOf(word.GetType().Assembly).GetValueOrDefault(zh, zh));
    }

    private static string ChineseOf(Enum word) => Chinese.GetOrAdd(word, static w => w.GetType().GetField(w.ToString())?.GetCustomAttribute<DisplayAttribute>()?.Name ?? w.ToString());
}

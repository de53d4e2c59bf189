using System.Text.Json;

namespace Guiju.Fleet;

/// <summary>The codes under which the law knows our words: <c>OffRoad</c> is <c>off-road</c>.</summary>
internal static class LawCode
{
    /// <summary>The code, or null where nothing was chosen.</summary>
    public static string? Of<T>(T? word)
        where T : struct, Enum => word is { } chosen ? JsonNamingPolicy.KebabCaseLower.ConvertName(chosen.ToString()) : null;

    /// <summary>The code.</summary>
    public static string Of<T>(T word)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());
}

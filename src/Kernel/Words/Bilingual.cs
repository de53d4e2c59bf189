using System.Globalization;
using System.Text.Json.Serialization;

namespace Guiju.Kernel;

/// <summary>A text in Chinese and English.</summary>
public sealed record Bilingual(string Zh, string En)
{
    /// <summary>No text in either language.</summary>
    public static readonly Bilingual Empty = new("", "");

    /// <summary>The text in the language of the current request.</summary>
    [JsonIgnore] // the reader's language is no part of what is stored or sent
    public string Here => Language.IsEnglish ? En : Zh;

    /// <inheritdoc/>
    public override string ToString() => Here;
}

/// <summary>The language of the current request.</summary>
public static class Language
{
    /// <summary>True where the person reads English; Chinese otherwise.</summary>
    public static bool IsEnglish => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en";
}

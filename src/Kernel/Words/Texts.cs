using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using YamlDotNet.Serialization;

namespace Guiju.Kernel;

/// <summary>
/// The texts of pages. The Chinese text is the key; its English stands in the assembly's embedded <c>*.en.yaml</c>:
/// <c>Texts.en.yaml</c> for what a module shares, a file of its own for a room that wants one. A key without English shows in Chinese, and a test names it.
/// </summary>
public static class Texts
{
    private static readonly ConcurrentDictionary<Assembly, IReadOnlyDictionary<string, string>> English = new();

    /// <summary>The text in the language of the request, with <paramref name="values"/> filled in as by <see cref="string.Format(string, object[])"/>.</summary>
    public static string Get(Assembly owner, string chinese, params object?[] values)
    {
        var text = Language.IsEnglish && EnglishOf(owner).TryGetValue(chinese, out var english) ? english : chinese;
        return values.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, values);
    }

    /// <summary>All English texts of an assembly by their Chinese key.</summary>
    public static IReadOnlyDictionary<string, string> EnglishOf(Assembly owner) => English.GetOrAdd(owner, static assembly =>
    {
        var texts = new Dictionary<string, string>();
        foreach (var name in assembly.GetManifestResourceNames().Where(n => n.EndsWith(".en.yaml", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!; // the name was just listed
            using var reader = new StreamReader(stream);
            foreach (var (chinese, english) in new DeserializerBuilder().Build().Deserialize<Dictionary<string, string>>(reader) ?? [])
            {
                texts[chinese] = english;
            }
        }

        return texts;
    });
}

/// <summary>The texts of the assembly that holds <typeparamref name="TOwner"/>: <c>T["申请用车"]</c>.</summary>
public sealed class Texts<TOwner>
{
    /// <summary>The text in the language of the request.</summary>
    public string this[string chinese, params object?[] values] => Texts.Get(typeof(TOwner).Assembly, chinese, values);
}

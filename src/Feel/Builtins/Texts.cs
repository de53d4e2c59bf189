using System.Text;
using System.Text.RegularExpressions;

namespace Guiju.Feel.Builtins;

/// <summary>Functions on texts; places and lengths count code points, so that rare characters count once.</summary>
internal static class Texts
{
    public static void Add(Register register)
    {
        register
            .Add("substring(string: string, start position: number, length?: number): string", (a, _, _) => Substring(S(a[0]), (decimal)a[1]!, (decimal?)a[2]))
            .Add("string length(string: string): number", (a, _, _) => (decimal)Length(S(a[0])))
            .Add("upper case(string: string): string", (a, _, _) => S(a[0]).ToUpperInvariant())
            .Add("lower case(string: string): string", (a, _, _) => S(a[0]).ToLowerInvariant())
            .Add("substring before(string: string, match: string): string", (a, _, _) =>
                S(a[0]).IndexOf(S(a[1]), StringComparison.Ordinal) is var i && i < 0 ? "" : S(a[0])[..i])
            .Add("substring after(string: string, match: string): string", (a, _, _) =>
                S(a[0]).IndexOf(S(a[1]), StringComparison.Ordinal) is var i && i < 0 ? "" : S(a[0])[(i + S(a[1]).Length)..])
            .Add("contains(string: string, match: string): boolean", (a, _, _) => S(a[0]).Contains(S(a[1]), StringComparison.Ordinal))
            .Add("starts with(string: string, match: string): boolean", (a, _, _) => S(a[0]).StartsWith(S(a[1]), StringComparison.Ordinal))
            .Add("ends with(string: string, match: string): boolean", (a, _, _) => S(a[0]).EndsWith(S(a[1]), StringComparison.Ordinal))
            .Add("matches(input: string, pattern: string, flags?: string): boolean", (a, run, at) =>
                Patterns.Use(run, at, S(a[1]), (string?)a[2], r => r.IsMatch(S(a[0]))))
            .Add("replace(input: string, pattern: string, replacement: string, flags?: string): string", (a, run, at) =>
                Patterns.Use(run, at, S(a[1]), (string?)a[3], r => Patterns.Replacement(S(a[2]), (string?)a[3]) is { } by ? Kept(run, r.Replace(S(a[0]), by)) : null))
            .Add("split(string: string, delimiter: string): list", (a, run, at) =>
                Patterns.Use(run, at, S(a[1]), null, r => new FeelList(Split(r, S(a[0])))))
            .Add("string join(list: list, delimiter?: string): string", (a, run, _) => Join((FeelList)a[0]!, (string?)a[1], run));
    }

    private static string S(object? value) => (string)value!; // bound by the signature

    private static string Kept(Run run, string text)
    {
        run.Length(text.Length);
        return text;
    }

    private static int Length(string text)
    {
        var count = text.Length;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            if (char.IsSurrogatePair(text[i], text[i + 1]))
            {
                count--;
                i++;
            }
        }

        return count;
    }

    private static string? Substring(string text, decimal start, decimal? length)
    {
        var runes = text.EnumerateRunes().ToArray();
        var from = decimal.Truncate(start);
        if (from == 0 || Math.Abs(from) > runes.Length || length < 1)
        {
            return from == 0 || length < 1 ? null : "";
        }

        var first = (int)(from > 0 ? from - 1 : runes.Length + from);
        var count = length is { } l ? (int)Math.Min(decimal.Truncate(l), runes.Length - first) : runes.Length - first;
        var result = new StringBuilder();
        foreach (var rune in runes.AsSpan(first, count))
        {
            result.Append(rune.ToString());
        }

        return result.ToString();
    }

    private static object?[] Split(Regex pattern, string text)
    {
        var parts = new List<object?>();
        var start = 0;
        foreach (var match in pattern.EnumerateMatches(text))
        {
            parts.Add(text[start..match.Index]);
            start = match.Index + match.Length;
        }

        parts.Add(text[start..]);
        return [.. parts];
    }

    private static string? Join(FeelList list, string? delimiter, Run run) =>
        list.All(i => i is string or null) ? Kept(run, string.Join(delimiter, list.OfType<string>())) : null;
}

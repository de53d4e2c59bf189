using System.Collections.Concurrent;
using System.Text;
using System.Text.RegularExpressions;

namespace Guiju.Feel.Builtins;

/// <summary>Regular expressions as XPath writes them, run by .NET's.</summary>
internal static class Patterns
{
    private const int MostCached = 500;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);
    private static readonly ConcurrentDictionary<(string, string), Regex?> Cache = new();

    public static object? Use(Run run, Span at, string pattern, string? flags, Func<Regex, object?> use)
    {
        if (Find(pattern, flags ?? "") is not { } regex)
        {
            return run.Warn(Trouble.Invalid, at, pattern, "pattern");
        }

        try
        {
            return use(regex);
        }
        catch (RegexMatchTimeoutException)
        {
            throw new FeelLimitException("time", "a pattern took too long", "正则表达式计算超时");
        }
    }

    /// <summary>The replacement in .NET's spelling, or null when it is none: <c>$</c> stands before a digit, <c>\</c> before <c>$</c> or <c>\</c>.</summary>
    public static string? Replacement(string text, string? flags)
    {
        if (flags?.Contains('q', StringComparison.Ordinal) == true)
        {
            return text.Replace("$", "$$", StringComparison.Ordinal);
        }

        var result = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            var next = i + 1 < text.Length ? text[i + 1] : '\0';
            if (text[i] == '\\')
            {
                if (next is not ('$' or '\\'))
                {
                    return null;
                }

                result.Append(next == '$' ? "$$" : "\\");
                i++;
            }
            else if (text[i] == '$')
            {
                if (!char.IsAsciiDigit(next))
                {
                    return null;
                }

                result.Append("${").Append(next).Append('}');
                i++;
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString();
    }

    private static Regex? Find(string pattern, string flags)
    {
        if (Cache.Count > MostCached)
        {
            Cache.Clear();
        }

        return Cache.GetOrAdd((pattern, flags), key => Build(key.Item1, key.Item2));
    }

    private static Regex? Build(string pattern, string flags)
    {
        var options = RegexOptions.CultureInvariant;
        foreach (var flag in flags)
        {
            switch (flag)
            {
                case 's':
                    options |= RegexOptions.Singleline;
                    break;
                case 'm':
                    options |= RegexOptions.Multiline;
                    break;
                case 'i':
                    options |= RegexOptions.IgnoreCase;
                    break;
                case 'x' or 'q':
                    break;
                default:
                    return null;
            }
        }

        try
        {
            var translated = flags.Contains('q', StringComparison.Ordinal) ? Regex.Escape(pattern) : Translate(pattern, flags.Contains('x', StringComparison.Ordinal), options);
            return translated is null ? null : new Regex(translated, options, Longest);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Turns what only one of the two spellings knows; null for what XPath refuses.</summary>
    private static string? Translate(string pattern, bool squeeze, RegexOptions options)
    {
        var result = new StringBuilder();
        var inClass = 0;
        pattern = squeeze ? Squeezed(pattern) : pattern;
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            var next = i + 1 < pattern.Length ? pattern[i + 1] : '\0';
            if (c == '\\')
            {
                if (Escape(next, pattern, i + 1, inClass > 0) is not { } escape)
                {
                    return null;
                }

                result.Append(escape);
                i++;
            }
            else if (c == '(' && next == '?' && inClass == 0 && (i + 2 >= pattern.Length || pattern[i + 2] != ':'))
            {
                return null;
            }
            else
            {
                inClass += c == '[' ? 1 : c == ']' && inClass > 0 ? -1 : 0;
                result.Append(c == '$' && inClass == 0 && !options.HasFlag(RegexOptions.Multiline) ? "\\z"
                    : c == '.' && inClass == 0 && !options.HasFlag(RegexOptions.Singleline) ? "[^\\n\\r]" : c.ToString());
            }
        }

        return result.ToString();
    }

    /// <summary>The pattern without blanks outside of character classes, be they escaped or not.</summary>
    private static string Squeezed(string pattern)
    {
        var result = new StringBuilder();
        var inClass = 0;
        for (var i = 0; i < pattern.Length; i++)
        {
            var escaped = i > 0 && pattern[i - 1] == '\\';
            inClass += escaped ? 0 : pattern[i] == '[' ? 1 : pattern[i] == ']' && inClass > 0 ? -1 : 0;
            if (inClass > 0 || !char.IsWhiteSpace(pattern[i]))
            {
                result.Append(pattern[i]);
            }
        }

        return result.ToString();
    }

    private static string? Escape(char c, string pattern, int at, bool inClass) => c switch
    {
        'i' => inClass ? "_:\\p{L}" : "[_:\\p{L}]",
        'c' => inClass ? "\\-._:\\p{L}\\p{N}\\p{M}" : "[\\-._:\\p{L}\\p{N}\\p{M}]",
        'I' when !inClass => "[^_:\\p{L}]",
        'C' when !inClass => "[^\\-._:\\p{L}\\p{N}\\p{M}]",
        'p' or 'P' => at + 1 < pattern.Length && pattern[at + 1] == '{' ? "\\" + c : null,
        'd' or 'D' or 's' or 'S' or 'w' or 'W' or 'n' or 'r' or 't' or '\\' or '|' or '.' or '?' or '*' or '+' or '(' or ')'
            or '{' or '}' or '$' or '-' or '[' or ']' or '^' => "\\" + c,
        >= '1' and <= '9' when !inClass => "\\" + c,
        _ => null,
    };
}

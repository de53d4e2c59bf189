using System.Globalization;

namespace Guiju.Feel.Syntax;

/// <summary>Which characters names are made of, and which full-width ones are a slip of the keyboard.</summary>
public static class Letters
{
    private static readonly Dictionary<char, string> FullWidthOperators = new()
    {
        ['＞'] = ">",
        ['＜'] = "<",
        ['＝'] = "=",
        ['≥'] = ">=",
        ['≤'] = "<=",
        ['≠'] = "!=",
        ['，'] = ",",
        ['（'] = "(",
        ['）'] = ")",
        ['“'] = "\"",
        ['”'] = "\"",
        ['‘'] = "\"",
        ['’'] = "\"",
        ['＂'] = "\"",
        ['＋'] = "+",
        ['－'] = "-",
        ['＊'] = "*",
        ['／'] = "/",
        ['×'] = "*",
        ['÷'] = "/",
        ['［'] = "[",
        ['］'] = "]",
        ['【'] = "[",
        ['】'] = "]",
        ['｛'] = "{",
        ['｝'] = "}",
        ['：'] = ":",
        ['；'] = ",",
        ['。'] = ".",
        ['．'] = ".",
        ['、'] = ",",
        ['？'] = "?",
        ['！'] = "!",
        ['＠'] = "@",
        ['「'] = "\"",
        ['」'] = "\"",
        ['…'] = "..",
        ['\u3000'] = " ",
    };

    /// <summary>The half-width sign meant by a full-width one, or null.</summary>
    public static string? Meant(char c) =>
        FullWidthOperators.TryGetValue(c, out var meant) ? meant : c is >= '０' and <= '９' ? ((char)(c - '０' + '0')).ToString() : null;

    /// <summary>How many characters a name's first letter takes at a place; 0 when no name begins there.</summary>
    public static int StartLength(string text, int at)
    {
        var c = text[at];
        if (char.IsHighSurrogate(c))
        {
            return at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 0;
        }

        return c is '?' or '_' or (>= 'A' and <= 'Z') or (>= 'a' and <= 'z')
            or (>= '\u00C0' and <= '\u00D6') or (>= '\u00D8' and <= '\u00F6') or (>= '\u00F8' and <= '\u02FF')
            or (>= '\u0370' and <= '\u037D') or (>= '\u037F' and <= '\u1FFF' and not '\u180E') or '\u200C' or '\u200D'
            or (>= '\u2070' and <= '\u218F') or (>= '\u2C00' and <= '\u2FEF') or (>= '\u3001' and <= '\uD7FF')
            or (>= '\uF900' and <= '\uFDCF') or (>= '\uFDF0' and <= '\uFFFD') && c != '\uFEFF' ? 1 : 0;
    }

    /// <summary>How many characters a name's later letter takes at a place; 0 when the name ends there.</summary>
    public static int PartLength(string text, int at)
    {
        var c = text[at];
        return char.IsAsciiDigit(c) || c is '\u00B7' or (>= '\u0300' and <= '\u036F') or '\u203F' or '\u2040' ? 1 : StartLength(text, at);
    }

    internal static bool IsPart(string text, int at) => char.IsLowSurrogate(text[at]) || PartLength(text, at) > 0;

    /// <summary>The known name most like a misspelt one, or null.</summary>
    public static string? Nearest(string name, IEnumerable<string> known)
    {
        var best = known.Distinct(StringComparer.Ordinal).Select(k => (Name: k, Distance: Distance(name, k)))
            .OrderBy(k => k.Distance).FirstOrDefault();
        return best.Name is not null && best.Distance <= Math.Max(1, new StringInfo(name).LengthInTextElements / 2) ? best.Name : null;
    }

    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 8 || a.Length > 60 || b.Length > 60)
        {
            return int.MaxValue;
        }

        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var cost = Math.Min(Math.Min(row[j], row[j - 1]) + 1, diagonal + (char.ToUpperInvariant(a[i - 1]) == char.ToUpperInvariant(b[j - 1]) ? 0 : 1));
                diagonal = row[j];
                row[j] = cost;
            }
        }

        return row[^1];
    }
}

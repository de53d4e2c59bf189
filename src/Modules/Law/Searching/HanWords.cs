using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Guiju.Texts;

namespace Guiju.Law.Searching;

/// <summary>
/// How Chinese is cut for the index and for questions alike: full-width forms and capitals are folded, figures are spelt as the older texts spell
/// them (60日 = 六十日, 2% = 百分之二), Han runs are cut into overlapping pairs, Latin words stay whole.
/// </summary>
internal static partial class HanWords
{
    /// <summary>Text in one form.</summary>
    public static string Fold(string text)
    {
        var whole = text.Any(char.IsSurrogate) ? string.Concat(text.EnumerateRunes()) : text; // half a character cannot be normalised
        var folded = whole.Normalize(NormalizationForm.FormKC).ToLowerInvariant();
        folded = Percent().Replace(folded, m => "百分之" + Spelt(m.Groups[1].Value));
        return Figure().Replace(folded, m => Spelt(m.Value));
    }

    /// <summary>A wording for looking Han words up in it: folded only where it holds figures or Latin letters, since everything else stays as it is.</summary>
    public static string ForLookup(string text) => text.AsSpan().IndexOfAny(Foldable) < 0 ? text : Fold(text);

    private static readonly System.Buffers.SearchValues<char> Foldable =
        System.Buffers.SearchValues.Create("0123456789%abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ０１２３４５６７８９％");

    /// <summary>Pairs of Han characters and whole Latin words of a folded text, in order; a lone Han character stands for itself.</summary>
    public static List<string> Pairs(string folded)
    {
        var tokens = new List<string>(folded.Length);
        for (var at = 0; at < folded.Length;)
        {
            var end = at;
            if (IsHan(folded[at]))
            {
                while (end < folded.Length && IsHan(folded[end]))
                {
                    end++;
                }

                AddPairs(tokens, folded, at, end);
            }
            else if (char.IsLetterOrDigit(folded[at]))
            {
                while (end < folded.Length && char.IsLetterOrDigit(folded[end]) && !IsHan(folded[end]))
                {
                    end++;
                }

                tokens.Add(folded[at..end]);
            }

            at = Math.Max(end, at + 1);
        }

        return tokens;
    }

    /// <summary>Han characters of a folded text, one by one.</summary>
    public static IEnumerable<string> Characters(string folded) => folded.Where(IsHan).Select(c => c.ToString());

    /// <summary>Whether it is a Chinese character.</summary>
    public static bool IsHan(char c) => c is >= '\u4e00' and <= '\u9fff' or >= '\u3400' and <= '\u4dbf' or '〇';

    private static void AddPairs(List<string> tokens, string text, int from, int to)
    {
        if (to - from == 1)
        {
            tokens.Add(text[from..to]);
        }

        for (var at = from; at + 1 < to; at++)
        {
            tokens.Add(text.Substring(at, 2));
        }
    }

    private static string Spelt(string figure) => int.TryParse(figure, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 10_000 ? ChineseNumeral.Write(number) : figure;

    [GeneratedRegex(@"(\d{1,4})\s*%")]
    private static partial Regex Percent();

    [GeneratedRegex(@"(?<![\d.])\d{1,4}(?![\d.])")]
    private static partial Regex Figure();
}

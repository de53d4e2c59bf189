using System.Text;

namespace Guiju.Law.Searching;

/// <summary>
/// Initials of the readings of Chinese characters (公共机构节能条例 → ggjgjntl). The first level of GB 2312 stands in the order of its readings, so
/// that thirty-odd borders tell the initial of its 3,755 characters; words read otherwise stand in <c>law/search/titles.yaml</c>.
/// </summary>
internal static class Initials
{
    private static readonly (int From, char Initial)[] Borders =
    [
        (45217, 'a'), (45253, 'b'), (45761, 'c'), (46318, 'd'), (46826, 'e'), (47010, 'f'), (47297, 'g'), (47614, 'h'), (48119, 'j'), (49062, 'k'), (49324, 'l'), (49896, 'm'),
        (50371, 'n'), (50614, 'o'), (50622, 'p'), (50906, 'q'), (51387, 'r'), (51446, 's'), (52218, 't'), (52698, 'w'), (52980, 'x'), (53689, 'y'), (54481, 'z'),
    ];

    private const int End = 55290;
    private static readonly Encoding Gb2312 = CodePagesEncodingProvider.Instance.GetEncoding("gb2312")!; // always among the code pages

    /// <summary>The initials of a text; characters without a known reading are left out.</summary>
    public static string Of(string text, IReadOnlyList<(string Word, string Initials)> readings)
    {
        var initials = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            if (readings.FirstOrDefault(r => string.CompareOrdinal(text, at, r.Word, 0, r.Word.Length) == 0) is { Word: { } word } special)
            {
                initials.Append(special.Initials);
                at += word.Length;
            }
            else
            {
                initials.Append(Of(text[at]));
                at++;
            }
        }

        return initials.ToString();
    }

    private static string Of(char character)
    {
        if (!HanWords.IsHan(character))
        {
            return char.IsAsciiLetterOrDigit(character) ? char.ToLowerInvariant(character).ToString() : "";
        }

        var bytes = Gb2312.GetBytes([character]);
        var code = bytes.Length == 2 ? (bytes[0] << 8) | bytes[1] : 0;
        return code < Borders[0].From || code >= End ? "" : Borders.Last(b => b.From <= code).Initial.ToString();
    }
}

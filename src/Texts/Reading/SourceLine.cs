using System.Text;
using System.Text.RegularExpressions;

namespace Guiju.Texts.Reading;

/// <summary>A line of the source that says something, cleaned of layout.</summary>
/// <param name="Number">Line in the source, from 1.</param>
/// <param name="Text">Its words, trimmed, wide and hard spaces made plain.</param>
/// <param name="Hashes">How many Markdown heading marks it had.</param>
internal sealed partial record SourceLine(int Number, string Text, int Hashes)
{
    /// <summary>Whether the sentence is over here; a line that stops elsewhere was broken by layout.</summary>
    public bool IsTerminal => Text.Length == 0 || "。；：:;！？!?”’\"）)》】］…|".Contains(Text[^1], StringComparison.Ordinal);

    /// <summary>Whether the sentence waits for more after a list.</summary>
    public bool WaitsForMore => Text.Length > 0 && "；;，,、".Contains(Text[^1], StringComparison.Ordinal);

    public static IReadOnlyList<SourceLine> Read(string source, WarningList warnings)
    {
        var lines = new List<SourceLine>();
        var number = 0;
        foreach (var raw in source.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            var text = Clean(raw);
            var hashes = text.TakeWhile(character => character == '#').Count();
            text = text[hashes..].Trim().Trim('*').Trim();
            if (text.Length == 0)
            {
                continue;
            }

            if (PageNumber().IsMatch(text))
            {
                warnings.Add(number, $"“{text}”像页码，已略去", $"\"{text}\" looks like a page number and was left out");
                continue;
            }

            lines.Add(new SourceLine(number, text, hashes));
        }

        return lines;
    }

    private static string Clean(string raw)
    {
        var clean = new StringBuilder(raw.Length);
        foreach (var character in raw)
        {
            switch (character)
            {
                case '\u3000' or '\u00a0' or '\t' or '\u2002' or '\u2003':
                    clean.Append(' ');
                    break;
                case >= '\u200b' and <= '\u200f' or '\ufeff' or '\u2060' or '\ufffe' or '\uffff' or < ' ' or (>= '\u007f' and <= '\u009f'):
                    break; // invisible, or nothing that a text may hold
                default:
                    clean.Append(character);
                    break;
            }
        }

        return clean.ToString().Trim();
    }

    [GeneratedRegex(@"^([-—–－]\s*\d{1,4}\s*[-—–－]|第\s*\d{1,4}\s*页(\s*共\s*\d{1,4}\s*页)?)$")]
    private static partial Regex PageNumber();
}

/// <summary>Collects what is doubtful while reading.</summary>
internal sealed class WarningList
{
    private readonly List<TextWarning> warnings = [];

    public void Add(int line, string zh, string en) => warnings.Add(new TextWarning(line, zh, en));

    public IReadOnlyList<TextWarning> InOrder() => [.. warnings.OrderBy(warning => warning.Line)];
}

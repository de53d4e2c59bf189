using System.Globalization;
using System.Text.RegularExpressions;

namespace Guiju.Texts.Reading;

/// <summary>The head of a text: titles, what was done when, the order or document number.</summary>
internal sealed record Head(
    string Title, string? Subtitle, string? Number, IReadOnlyList<HeaderEvent> Events, IReadOnlyList<string> Lines);

/// <summary>Reads the head, with or without the marker that ends it in the Markdown collection.</summary>
internal static partial class HeadReader
{
    private const string EndMarker = "<!-- INFO END -->";

    /// <summary>Splits the lines into head and rest. The head is never empty unless the source is.</summary>
    public static (IReadOnlyList<SourceLine> Head, IReadOnlyList<SourceLine> Others) Split(IReadOnlyList<SourceLine> lines)
    {
        var marker = lines.ToList().FindIndex(line => line.Text.Equals(EndMarker, StringComparison.OrdinalIgnoreCase));
        if (marker >= 0)
        {
            return ([.. lines.Take(marker)], [.. lines.Skip(marker + 1)]);
        }

        var note = 1;
        var structure = lines.ToList().FindIndex(1, line => line.Hashes != 1 && IsStructure(line)); // a second title may be a word such as 总则
        structure = structure < 0 ? lines.Count : structure;
        while (note < structure && !IsSentence(lines[note]))
        {
            note++;
        }

        // Before the first article an order page may stand (现公布…); then everything down to the structure is head.
        var end = OrderPage().IsMatch(lines[0].Text) ? structure : note;
        return ([.. lines.Take(end)], [.. lines.Skip(end)]);
    }

    public static Head Read(IReadOnlyList<SourceLine> lines, WarningList warnings)
    {
        var titles = lines.Where(line => line.Hashes == 1).Select(line => line.Text).ToList();
        if (titles.Count == 0)
        {
            titles = PlainTitles(lines);
        }

        var events = lines.Where(line => line.Hashes == 0).SelectMany(Events).ToList();
        foreach (var (earlier, later) in events.Zip(events.Skip(1)))
        {
            if (later.Date < earlier.Date && later.Act != HeaderAct.InForce)
            {
                warnings.Add(later.Line, $"日期 {later.Date:yyyy-MM-dd} 早于前一日期 {earlier.Date:yyyy-MM-dd}，可能属于其他文件",
                    $"the date {later.Date:yyyy-MM-dd} is earlier than the one before it, {earlier.Date:yyyy-MM-dd}; it may belong to another text");
                break;
            }
        }

        var number = lines.Select(line => OrderNumber().Match(line.Text)).FirstOrDefault(match => match.Success)?.Value;
        var subtitle = string.Join(' ', titles.Skip(1));
        return new Head(titles[0], subtitle.Length > 0 ? subtitle : null, number, events, [.. lines.Select(line => line.Text)]);
    }

    private static bool IsStructure(SourceLine line) =>
        Marks.IsContentsTitle(line) || Marks.Heading(line) is not null
        || Marks.Article(line) is { Separated: true } || Marks.List(line) is { Number: 1 };

    private static bool IsSentence(SourceLine line) =>
        line.Text.EndsWith('。') || line.Text.EndsWith('：') || (line.Text.Length > 60 && !line.Text.StartsWith('（') && !line.Text.StartsWith('('));

    private static List<string> PlainTitles(IReadOnlyList<SourceLine> lines)
    {
        if (!OrderPage().IsMatch(lines[0].Text))
        {
            var second = lines.Skip(1).TakeWhile(line => !Date().IsMatch(line.Text) && !line.Text.StartsWith('（') && !line.Text.StartsWith('('));
            return [lines[0].Text, .. second.Select(line => line.Text)];
        }

        var named = lines.LastOrDefault(line => line.Hashes == 0 && KindOfText().IsMatch(line.Text));
        return [named?.Text ?? lines[0].Text];
    }

    private static IEnumerable<HeaderEvent> Events(SourceLine line)
    {
        var dates = Date().Matches(line.Text);
        for (var i = 0; i < dates.Count; i++)
        {
            var start = dates[i].Index + dates[i].Length;
            var end = i + 1 < dates.Count ? dates[i + 1].Index : line.Text.Length;
            if (AsDate(dates[i]) is { } date)
            {
                var words = line.Text[start..end].Trim(' ', '（', '）', '(', ')', '自');
                yield return new HeaderEvent(date, Act(words), words, line.Number);
            }
        }
    }

    internal static DateOnly? AsDate(Match match) =>
        DateOnly.TryParseExact(
            $"{match.Groups["y"].Value}-{match.Groups["m"].Value}-{match.Groups["d"].Value}", "yyyy-M-d",
            CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    // The words end with the act (…第三次会议《关于修改…的决定》修正): the last one named is the one done.
    private static HeaderAct Act(string words)
    {
        var acts = new (string Word, HeaderAct Act)[]
        {
            ("通过", HeaderAct.Adopted), ("公布", HeaderAct.Published), ("发布", HeaderAct.Published), ("印发", HeaderAct.Published),
            ("颁布", HeaderAct.Published), ("修订", HeaderAct.Revised), ("修正", HeaderAct.Amended), ("修改", HeaderAct.Amended),
            ("施行", HeaderAct.InForce), ("实施", HeaderAct.InForce), ("废止", HeaderAct.Repealed),
        };
        var outside = Quoted().Replace(words, "");
        var last = acts.Select(act => (At: outside.LastIndexOf(act.Word, StringComparison.Ordinal), act.Act)).MaxBy(found => found.At);
        return last.At < 0 ? HeaderAct.Other : last.Act;
    }

    [GeneratedRegex(@"(?<y>(19|20)\d{2})\s*年\s*(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*日")]
    internal static partial Regex Date();

    [GeneratedRegex("《[^《》]*(《[^《》]*》[^《》]*)*》")]
    private static partial Regex Quoted();

    [GeneratedRegex("([一-龥]{0,20}令\\s*第?\\s*[" + ChineseNumeral.Characters + "]+\\s*号)|([一-龥]{1,14}[〔\\[［（(]\\d{4}[〕\\]］）)]\\s*第?\\d+\\s*号)")]
    private static partial Regex OrderNumber();

    [GeneratedRegex("(令|公告|命令)$|^第.{1,8}号$")]
    private static partial Regex OrderPage();

    [GeneratedRegex("(法|条例|办法|规定|细则|决定|规则|标准|准则|意见|通知|制度|规程|方案|章程|解释|纲要|规范|批复|通则)(（[^）]{1,8}）)?$")]
    private static partial Regex KindOfText();
}

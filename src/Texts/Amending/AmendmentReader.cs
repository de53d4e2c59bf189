using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Guiju.Texts.Amending;

/// <summary>Reads an amending act (修改决定) into orders. What it does not understand is told, never guessed.</summary>
public static partial class AmendmentReader
{
    private const char Open = '⟦';
    private const char Close = '⟧';

    /// <summary>Every order, as printed.</summary>
    public static IReadOnlyList<Instruction> Read(string source)
    {
        var found = new List<Instruction>();
        foreach (var statement in Statements(source.ReplaceLineEndings("\n")))
        {
            Read(statement, found);
        }

        return found;
    }

    // A statement goes to a full stop or a break outside quotation marks; what stands in quotation marks is put aside, so that its words are never taken for orders.
    private static IEnumerable<Statement> Statements(string source)
    {
        var (text, quotes, quote) = (new StringBuilder(), new List<string>(), new StringBuilder());
        var (depth, line, start) = (0, 1, 1);
        foreach (var (character, at) in source.Append('\n').Select((c, i) => (c, i)))
        {
            line += character == '\n' ? 1 : 0;
            if (character == '“' && depth == 1 && IsContinuation(source, at))
            {
                continue;
            }

            if (character == '“' && depth++ == 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"{Open}{quotes.Count}{Close}");
                quote.Clear();
            }
            else if (character == '”' && depth > 0 && --depth == 0)
            {
                quotes.Add(quote.ToString());
            }
            else if (depth > 0)
            {
                quote.Append(character);
            }
            else if (character is '\n' or '。')
            {
                // An order whose quotation follows on the next line goes on.
                if (text.ToString().TrimEnd() is { Length: > 0 } said && !(character == '\n' && said.EndsWith('：')))
                {
                    yield return new Statement(said, quotes, start);
                    (text, quotes) = (new StringBuilder(), []);
                    start = line;
                }
            }
            else if (character == '"')
            {
                text.Append(character);
            }
            else
            {
                start = text.Length == 0 ? line : start;
                text.Append(character);
            }
        }
    }

    // Each paragraph of a long quotation opens with a mark again, and only the last closes; a word quoted at a line's beginning closes within the line and the line goes on.
    private static bool IsContinuation(string source, int at)
    {
        var lineStart = source.LastIndexOf('\n', at) + 1;
        var lineEnd = source.IndexOf('\n', at) is var end and >= 0 ? end : source.Length;
        var closed = source.IndexOf('”', at, lineEnd - at);
        return string.IsNullOrWhiteSpace(source[lineStart..at]) && (closed < 0 || source[(closed + 1)..lineEnd].Trim(' ', '　', '；', '。', '”').Length == 0);
    }

    private static void Read(Statement statement, List<Instruction> found)
    {
        var text = Layout().Replace(statement.Text, "");
        ProvisionAddress? context = null;
        var at = 0;
        foreach (Match match in Order().Matches(text))
        {
            Rest(text[at..match.Index]);
            at = match.Index + match.Length;
            context = Take(match, statement, context, found);
        }

        Rest(text[at..]);

        void Rest(string rest)
        {
            if (Verb().IsMatch(rest) && !Preamble().IsMatch(rest))
            {
                found.Add(new Instruction(InstructionKind.NotUnderstood, context, null, "", "", Shown(rest, statement), statement.Line));
            }
        }
    }

    private static ProvisionAddress? Take(Match match, Statement statement, ProvisionAddress? context, List<Instruction> found)
    {
        var targets = Targets(match.Groups["ref"].Value, context);
        var said = Shown(match.Value, statement);
        var place = match.Groups["place"].Success ? Targets(match.Groups["place"].Value, targets.LastOrDefault() ?? context).FirstOrDefault() : null;
        var (old, words) = (Quoted("old"), Quoted("new"));
        InstructionKind kind;
        switch (match.Groups["verb"].Value)
        {
            case "改为" or "作为" when match.Groups["place"].Success:
                kind = InstructionKind.Renumber;
                break;
            case "修改为" or "改为" when match.Groups["old"].Success:
                kind = InstructionKind.ReplaceWords;
                break;
            case "修改为" or "改为":
                kind = InstructionKind.Replace;
                break;
            case "删去" or "删除":
                kind = match.Groups["old"].Success ? InstructionKind.DeleteWords : InstructionKind.Delete;
                break;
            case "后增加":
                kind = InstructionKind.InsertWords;
                break;
            default:
                kind = match.Groups["what"].Value switch { "条" => InstructionKind.AddArticle, "款" => InstructionKind.AddParagraph, _ => InstructionKind.AddItem };
                break;
        }

        if (kind == InstructionKind.AddArticle)
        {
            AddArticles(words, place, said, statement.Line, found);
            return place;
        }

        // What names no provision concerns the one before in the same statement; 本法中的“…” concerns the whole text.
        List<ProvisionAddress?> concerned = targets.Count > 0 ? [.. targets] : match.Groups["all"].Success ? [null] : [context];
        found.AddRange(concerned.Select(target => new Instruction(kind, target, place, old, words, said, statement.Line)));
        return targets.Count > 0 ? targets[^1] : context;

        string Quoted(string group) => match.Groups[group].Success ? statement.Quotes[int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture)] : "";
    }

    // 增加三条，作为第十条、第十一条、第十二条: the quotation holds them one after another, each with its number.
    private static void AddArticles(string words, ProvisionAddress? place, string said, int line, List<Instruction> found)
    {
        var starts = words.Split('\n').Select((text, index) => (text, index)).Where(l => Numbered().IsMatch(l.text.Trim())).Select(l => l.index).ToList();
        if (starts.Count <= 1)
        {
            found.Add(new Instruction(InstructionKind.AddArticle, null, place, "", words, said, line));
            return;
        }

        var lines = words.Split('\n');
        foreach (var (start, index) in starts.Select((s, i) => (s, i)))
        {
            var end = index + 1 < starts.Count ? starts[index + 1] : lines.Length;
            var own = string.Join('\n', lines[start..end]);
            _ = ProvisionAddress.TryParse(Numbered().Match(own.Trim()).Groups["label"].Value, out var number);
            found.Add(new Instruction(InstructionKind.AddArticle, null, number ?? place, "", own, said, line));
        }
    }

    private static List<ProvisionAddress> Targets(string reference, ProvisionAddress? context)
    {
        var found = new List<ProvisionAddress>();
        var last = context;
        foreach (Match part in Citing.References.Listed().Matches(reference))
        {
            int? Number(string name) => part.Groups[name].Success ? ChineseNumeral.Read(part.Groups[name].Value) : null;
            var (para, item) = (Number("para"), Number("item"));
            last = part.Groups["art"].Success
                ? new ProvisionAddress(Number("art") ?? 0, Number("ins") ?? 0, item is null ? para : para ?? 1, item, null)
                : last is null ? null : last with { Paragraph = para ?? last.Paragraph ?? 1, Item = item, Point = null };
            if (last is { Article: > 0 })
            {
                found.Add(last);
            }
        }

        return found;
    }

    private static string Shown(string text, Statement statement) => Placeholder().Replace(text, m => $"“{statement.Quotes[int.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture)]}”").Trim('，', '；', '、', ' ', '：');

    private sealed record Statement(string Text, List<string> Quotes, int Line);

    private const string Ref = "(?<ref>(?:(?:、|和|及|以及)?第[（(]?[零〇一二三四五六七八九十百千]+[）)]?[条款项](?:之[一二三四五六七八九十]+)?)+)";

    [GeneratedRegex(
        "将?" + Ref + "(?<verb>改为|作为)(?<place>(?:第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?(?:、|和|至)?)+)"
        + "|(?:在)?" + Ref + "?(?:中)?的?⟦(?<old>\\d+)⟧(?<verb>后增加)：?⟦(?<new>\\d+)⟧"
        + "|将?(?<all>本(?:法|条例|办法|规定|细则)(?:其他条款)?中?)?" + Ref + "?(?:中)?的?⟦(?<old>\\d+)⟧(?:统一)?(?<verb>修改为|改为)：?⟦(?<new>\\d+)⟧"
        + "|将?" + Ref + "?，?(?<verb>修改为|改为)：?⟦(?<new>\\d+)⟧"
        + "|(?<verb>删去|删除)" + Ref + "?(?:中)?的?⟦(?<old>\\d+)⟧"
        + "|(?<verb>删去|删除)" + Ref
        + "|将?" + Ref + "(?<verb>删去|删除)"
        + "|(?:在?第[^，。⟦]{1,12}[后前]，?)?(?:" + Ref + ")?(?<verb>增加)[一二两三四五六七八九十]+(?<what>条|款|项)，?(?:作为(?<place>(?:第[（(]?[零〇一二三四五六七八九十百千]+[）)]?[条款项](?:之[一二三四五六七八九十]+)?(?:、|和|至)?)+))?：?⟦(?<new>\\d+)⟧")]
    private static partial Regex Order();

    [GeneratedRegex("修改为|改为|删去|删除|增加")]
    private static partial Regex Verb();

    [GeneratedRegex("作如下修改|作出修改|决定对|作出如下|修改如下")]
    private static partial Regex Preamble();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Layout();

    [GeneratedRegex("⟦(?<n>\\d+)⟧")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^(?<label>第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?)[\\s　]")]
    private static partial Regex Numbered();
}

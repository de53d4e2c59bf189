using Guiju.Texts.Reading;

namespace Guiju.Texts;

/// <summary>Reads Chinese legal texts, from Markdown or plain text, into typed parts with permanent addresses.</summary>
public static class TextParser
{
    /// <summary>Reads one text.</summary>
    /// <exception cref="UnreadableTextException">There is nothing to read.</exception>
    public static LegalText Parse(string source)
    {
        if (source.Contains('\0', StringComparison.Ordinal))
        {
            throw new UnreadableTextException("不是文本文件", "not a text file");
        }

        var warnings = new WarningList();
        var lines = SourceLine.Read(source, warnings);
        if (lines.Count == 0)
        {
            throw new UnreadableTextException("文件没有内容", "the file is empty");
        }

        var (headLines, rest) = HeadReader.Split(lines);
        if (headLines.Count == 0)
        {
            throw new UnreadableTextException("没有标题", "there is no title");
        }

        var head = HeadReader.Read(headLines, warnings);
        var (contents, main) = TakeOutContents(rest, warnings);
        var firstAnnex = FirstAnnex(main);
        var mainLines = main.Take(firstAnnex).ToList();
        var outline = !mainLines.Any(line => Marks.Article(line) is { Separated: true });
        var body = new BodyReader("", outline, warnings).Read(mainLines);
        NumberChecks.Check(body, warnings);
        if (!body.Children.Any())
        {
            warnings.Add(headLines[^1].Number, "标题之下没有正文", "nothing stands under the title");
        }

        var inForce = ForceDate.Find(head, body, warnings);
        return new LegalText
        {
            Title = head.Title,
            Subtitle = head.Subtitle,
            Number = head.Number,
            Events = head.Events,
            InForce = inForce,
            Head = head.Lines,
            Contents = contents,
            Body = body,
            Annexes = ReadAnnexes(main.Skip(firstAnnex).ToList(), warnings),
            Warnings = warnings.InOrder(),
        };
    }

    // A printed table of contents repeats the headings: where the first heading comes again before the first article, all before that is contents.
    private static (IReadOnlyList<string> Contents, List<SourceLine> Others) TakeOutContents(IReadOnlyList<SourceLine> lines, WarningList warnings)
    {
        var titled = lines.ToList().FindIndex(Marks.IsContentsTitle);
        var first = lines.ToList().FindIndex(Math.Max(titled, 0), line => Marks.Heading(line) is not null && !Marks.IsContentsTitle(line));
        if (first < 0)
        {
            return ([], [.. lines]);
        }

        var heading = Marks.Heading(lines[first])!; // just found
        var article = lines.ToList().FindIndex(first, line => Marks.Article(line) is { Separated: true });
        var again = lines.ToList().FindIndex(first + 1, line =>
            Marks.Heading(line) is { } other && other.Kind == heading.Kind && other.Number == heading.Number && other.Title == heading.Title);
        if (again < 0 || (article >= 0 && again > article))
        {
            if (titled >= 0)
            {
                warnings.Add(lines[titled].Number, "有目录字样，但未找到与目录相同的标题", "there is a contents title but no heading that repeats its first line");
            }

            return ([], [.. lines.Where((_, index) => index != titled)]);
        }

        var start = titled >= 0 ? titled : first;
        return ([.. lines.Skip(start).Take(again - start).Select(line => line.Text)], [.. lines.Take(start), .. lines.Skip(again)]);
    }

    private static int FirstAnnex(List<SourceLine> lines)
    {
        var said = lines.FindIndex(line => Marks.Article(line) is not null || line.Text.EndsWith('。'));
        var annex = said < 0 ? -1 : lines.FindIndex(said, line => Marks.Annex(line) is not null);
        return annex < 0 ? lines.Count : annex;
    }

    private static List<Annex> ReadAnnexes(List<SourceLine> lines, WarningList warnings)
    {
        var annexes = new List<Annex>();
        while (lines.Count > 0)
        {
            var next = lines.FindIndex(1, line => Marks.Annex(line) is not null);
            var own = lines.Take(next < 0 ? lines.Count : next).ToList();
            lines = [.. lines.Skip(own.Count)];
            var address = $"annex_{annexes.Count + 1}";
            var body = new BodyReader(address + "__", outline: true, warnings).Read([.. own.Skip(1)]);
            annexes.Add(new Annex(address, own[0].Number, annexes.Count + 1, own[0].Text, body));
        }

        return annexes;
    }
}

/// <summary>A source that holds no text of law; the reason is told in both languages.</summary>
public sealed class UnreadableTextException(string zh, string en) : Exception(en)
{
    /// <summary>The reason in Chinese.</summary>
    public string Zh { get; } = zh;

    /// <summary>The reason in English.</summary>
    public string En { get; } = en;
}

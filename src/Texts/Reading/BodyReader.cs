using Guiju.Texts.Akn;

namespace Guiju.Texts.Reading;

/// <summary>Reads lines into divisions, articles and loose paragraphs, with every address under one prefix.</summary>
internal sealed class BodyReader(string prefix, bool outline, WarningList warnings)
{
    private readonly Level root = new(null, 0);
    private readonly List<Level> open = [];
    private readonly List<SourceLine> unit = [];
    private ArticleMark? article;
    private int articleLine;
    private ArticleMark? lastArticle;
    private SourceLine? previous;

    public Body Read(IReadOnlyList<SourceLine> lines)
    {
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            if (Marks.Heading(line) is { } heading)
            {
                Flush();
                Enter(heading, line);
            }
            else if (Marks.Article(line) is { } mark && Begins(mark, line))
            {
                Flush();
                (article, articleLine, lastArticle) = (mark, line.Number, mark);
                if (mark.Rest.Length > 0)
                {
                    unit.Add(line with { Text = mark.Rest, Hashes = 0 });
                }
            }
            else if (IsRestOfHeading(line, i + 1 < lines.Count ? lines[i + 1] : null))
            {
                open[^1].Title += line.Text;
                warnings.Add(line.Number, "标题折行，已与上一行相接", "the heading was broken over two lines; joined");
            }
            else
            {
                unit.Add(line);
            }

            previous = line;
        }

        Flush();
        return root.Build(prefix);
    }

    private bool Begins(ArticleMark mark, SourceLine line)
    {
        var expected = lastArticle is null
            || (mark.Number == lastArticle.Number + 1 && mark.Inserted == 0)
            || (mark.Number == lastArticle.Number && mark.Inserted == lastArticle.Inserted + 1);
        if (Marks.GoesOnAsReference(mark))
        {
            return false;
        }

        var afterSentence = previous is null || previous.IsTerminal || unit.Count == 0;
        var begins = mark.Separated ? expected || afterSentence : expected && afterSentence;
        if (begins && !mark.Separated)
        {
            warnings.Add(line.Number, $"{mark.Label}后没有空格，按新的一条读入", $"{mark.Label} is not set off by a space; read as a new article");
        }

        return begins;
    }

    private bool IsRestOfHeading(SourceLine line, SourceLine? next) =>
        open.Count > 0 && article is null && unit.Count == 0 && previous is not null && Marks.Heading(previous) is not null
        && !line.IsTerminal && line.Text.Length <= 30 && Marks.List(line) is null
        && next is not null && (Marks.Heading(next) is not null || Marks.Article(next) is not null);

    private Level Current => open.Count > 0 ? open[^1] : root;

    private void Enter(HeadingMark heading, SourceLine line)
    {
        while (open.Count > 0 && open[^1].Heading!.Rank >= heading.Rank) // open levels always have a heading
        {
            open.RemoveAt(open.Count - 1);
        }

        var level = new Level(heading, line.Number);
        Current.Divisions.Add(level);
        open.Add(level);
    }

    private void Flush()
    {
        var lines = unit.ToList();
        unit.Clear();
        if (article is { } mark)
        {
            var address = prefix + ProvisionAddress.ArticleId(mark.Number, mark.Inserted);
            if (lines.Count == 0)
            {
                warnings.Add(articleLine, $"{mark.Label}没有内容", $"{mark.Label} is empty");
            }

            var paragraphs = new ParagraphReader(lines, address + "__", outline: false, warnings).Read();
            Current.Articles.Add(new Article(address, articleLine, mark.Number, mark.Inserted, mark.Label, paragraphs));
            article = null;
        }
        else if (lines.Count > 0)
        {
            Current.Loose.AddRange(lines);
            Current.Outline = outline;
            Current.Warnings = warnings;
        }
    }

    /// <summary>A level of headings being filled; its address is known once all its parents are.</summary>
    private sealed class Level(HeadingMark? heading, int line)
    {
        public HeadingMark? Heading { get; } = heading;

        public string Title { get; set; } = heading?.Title ?? "";

        public List<SourceLine> Loose { get; } = [];

        public bool Outline { get; set; }

        public WarningList? Warnings { get; set; }

        public List<Article> Articles { get; } = [];

        public List<Level> Divisions { get; } = [];

        public Body Build(string address)
        {
            IReadOnlyList<Paragraph> paragraphs = Warnings is null ? [] : new ParagraphReader(Loose, address, Outline, Warnings).Read();
            var unnumbered = 0;
            var divisions = Divisions.Select(level => level.AsDivision(address, level.Heading!.Number > 0 ? level.Heading.Number : ++unnumbered));
            return new Body(paragraphs, Articles, [.. divisions]);
        }

        private Division AsDivision(string parent, int number)
        {
            var heading = Heading!; // only the root has none, and it is no division
            var address = $"{parent}{AknNames.Abbreviation(heading.Kind)}_{number}";
            return new Division(address, line, heading.Kind, heading.Number, heading.Label, Title, Build(address + "__"));
        }
    }
}

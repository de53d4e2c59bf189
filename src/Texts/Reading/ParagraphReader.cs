namespace Guiju.Texts.Reading;

/// <summary>
/// Reads the lines of one article (or the loose lines of a division) into paragraphs, items and points. A line after a
/// list is a new paragraph, unless the list goes on after it or the list's sentence is still open.
/// </summary>
internal sealed class ParagraphReader(IReadOnlyList<SourceLine> source, string prefix, bool outline, WarningList warnings)
{
    private readonly List<SourceLine> lines = TablesJoined(source);
    private readonly List<Paragraph> done = [];
    private Draft? draft;

    public IReadOnlyList<Paragraph> Read()
    {
        for (var i = 0; i < lines.Count; i++)
        {
            if (Marks.List(lines[i]) is { } mark && IsPlausible(mark, i))
            {
                TakeList(lines[i], mark);
            }
            else
            {
                TakePlain(lines[i], i);
            }
        }

        Close();
        return done;
    }

    // Rows one below the other are one table; the rule that Markdown draws under the heading says nothing.
    private static List<SourceLine> TablesJoined(IReadOnlyList<SourceLine> source)
    {
        var joined = new List<SourceLine>();
        foreach (var line in source.Where(l => !(TableRow.Is(l.Text) && l.Text.All("|-: ".Contains))))
        {
            if (joined.Count > 0 && TableRow.Is(line.Text) && TableRow.Is(joined[^1].Text))
            {
                joined[^1] = joined[^1] with { Text = joined[^1].Text + "\n" + line.Text };
            }
            else
            {
                joined.Add(line);
            }
        }

        return joined;
    }

    // "一、二审案件" begins a sentence and "12.5" a measure: other styles than （一） must fit their place in a list.
    private bool IsPlausible(ListMark mark, int at)
    {
        if (mark.Style == ListStyle.ChineseInBrackets)
        {
            return true;
        }

        var last = draft is null || draft.Items.Count == 0 ? 0
            : draft.Style == mark.Style ? draft.Items[^1].Mark.Number
            : draft.Items[^1].PointStyle == mark.Style ? draft.Items[^1].Points[^1].Mark.Number : 0;
        if (mark.Number == last + 1 && last > 0)
        {
            return true;
        }

        return mark.Number == 1 && (mark.Style != ListStyle.Chinese || outline
            || lines.Skip(at + 1).Any(line => Marks.List(line) is { Style: ListStyle.Chinese, Number: 2 }));
    }

    private void TakeList(SourceLine line, ListMark mark)
    {
        draft ??= Open(line);
        if (draft.Items.Count == 0 || mark.Style == draft.Style)
        {
            var expected = draft.Items.Count == 0 ? 1 : draft.Items[^1].Mark.Number + 1;
            if (mark.Number == 1 && draft.Items.Count > 0)
            {
                warnings.Add(line.Number, $"项号重新从“{mark.Label}”开始，已另作一款", $"the list begins again at {mark.Label}; read as a new paragraph");
                Close();
                draft = Open(line);
            }
            else if (mark.Number != expected)
            {
                warnings.Add(line.Number, $"项号“{mark.Label}”不连续，应为第 {expected} 项", $"item {mark.Label} is out of order; {expected} was expected");
            }

            draft.Style = mark.Style;
            draft.Items.Add(new Entry(line, mark));
            return;
        }

        var item = draft.Items[^1];
        if (item.Points.Count == 0 || item.PointStyle == mark.Style)
        {
            item.Points.Add(new Entry(line, mark));
            return;
        }

        item.Points[^1].More.Add(line);
    }

    private void TakePlain(SourceLine line, int at)
    {
        if (draft is null)
        {
            draft = Open(line);
            draft.Lead.Add(line);
        }
        else if (draft.Items.Count == 0)
        {
            if (!outline && draft.Lead.Count > 0 && !draft.Lead[^1].IsTerminal)
            {
                WarnJoined(line);
                draft.Lead.Add(line);
                return;
            }

            Close();
            TakePlain(line, at);
        }
        else
        {
            TakeAfterList(line, at);
        }
    }

    private void TakeAfterList(SourceLine line, int at)
    {
        var list = draft!; // called only with an open list
        var last = list.Items[^1].Last;
        if (outline || GoesOn(list, at))
        {
            if (!outline)
            {
                warnings.Add(line.Number, "列项之间夹有另起的一段，已归入上一项", "a paragraph stands inside a list; it was kept with the item before it");
            }

            last.More.Add(line);
        }
        else if (last.End.WaitsForMore)
        {
            warnings.Add(line.Number, "列项之后的文字接续同一句，已归入本款", "the words after the list end its sentence; kept in the same paragraph");
            list.Closing.Add(line);
            Close();
        }
        else if (!last.End.IsTerminal)
        {
            WarnJoined(line);
            last.Joined.Add(line);
        }
        else
        {
            Close();
            TakePlain(line, at);
        }
    }

    // The next list number tells: if it is the one that follows, the list was not over.
    private bool GoesOn(Draft list, int at) =>
        lines.Skip(at + 1).Select(Marks.List).FirstOrDefault(mark => mark?.Style == list.Style) is { Number: > 1 } next
        && next.Number == list.Items[^1].Mark.Number + 1;

    private void WarnJoined(SourceLine line) =>
        warnings.Add(line.Number, "上一行句子未完，已与本行相接", "the line before stops inside a sentence; joined");

    private static Draft Open(SourceLine line) => new(line.Number);

    private void Close()
    {
        if (draft is null)
        {
            return;
        }

        var address = $"{prefix}para_{done.Count + 1}";
        var items = draft.Items.Select(entry =>
        {
            var itemAddress = $"{address}__item_{entry.Mark.Number}";
            var points = entry.Points.Select(point => new Point(
                $"{itemAddress}__point_{point.Mark.Number}", point.Line.Number, point.Mark.Number, point.Mark.Label, point.Words));
            return new Item(itemAddress, entry.Line.Number, entry.Mark.Number, entry.Mark.Label, entry.Words, [.. points]);
        });
        var lead = string.Concat(draft.Lead.Select(line => line.Text));
        var closing = string.Concat(draft.Closing.Select(line => line.Text));
        done.Add(new Paragraph(address, draft.Line, done.Count + 1, lead, [.. items], closing));
        draft = null;
    }

    private sealed class Draft(int line)
    {
        public int Line { get; } = line;

        public List<SourceLine> Lead { get; } = [];

        public List<Entry> Items { get; } = [];

        public List<SourceLine> Closing { get; } = [];

        public ListStyle Style { get; set; }
    }

    private sealed class Entry(SourceLine line, ListMark mark)
    {
        public SourceLine Line { get; } = line;

        public ListMark Mark { get; } = mark;

        public List<Entry> Points { get; } = [];

        public List<SourceLine> Joined { get; } = [];

        public List<SourceLine> More { get; } = [];

        public ListStyle? PointStyle => Points.Count > 0 ? Points[^1].Mark.Style : null;

        public Entry Last => Points.Count > 0 ? Points[^1] : this;

        public SourceLine End => More.Count > 0 ? More[^1] : Joined.Count > 0 ? Joined[^1] : Line;

        public string Words => string.Join('\n', More.Select(more => more.Text)
            .Prepend(Mark.Rest + string.Concat(Joined.Select(joined => joined.Text))));
    }
}

using System.Text.RegularExpressions;
using Guiju.Texts.Citing;

namespace Guiju.Texts.Amending;

/// <summary>An order that could not be carried out, and why.</summary>
public sealed record AmendmentFault(Instruction Instruction, string Zh, string En);

/// <summary>A text with an amending act worked in.</summary>
/// <param name="Text">The new wording.</param>
/// <param name="Faults">Orders not carried out; a person does them by hand before the wording is stored.</param>
public sealed record AmendedText(LegalText Text, IReadOnlyList<AmendmentFault> Faults);

/// <summary>
/// Works orders into a text. Targets are numbers before the amendment, places numbers after it, as amending acts use them. Where articles
/// come or go the rest is numbered anew, and references among the words that stay follow.
/// </summary>
public sealed partial class Amendment
{
    private readonly List<Entry> entries = [];
    private readonly List<AmendmentFault> faults = [];
    private readonly LegalText text;

    private Amendment(LegalText text)
    {
        this.text = text;
        Take(text.Body);
    }

    /// <summary>The text with all orders worked in that can be.</summary>
    public static AmendedText Apply(LegalText text, IReadOnlyList<Instruction> instructions)
    {
        var amendment = new Amendment(text);
        foreach (var instruction in instructions.Where(i => i.Kind is not (InstructionKind.AddArticle or InstructionKind.Renumber)))
        {
            amendment.Carry(instruction);
        }

        amendment.entries.RemoveAll(e => e.Gone);
        foreach (var instruction in instructions.Where(i => i.Kind == InstructionKind.AddArticle).OrderBy(i => i.Place?.Article ?? int.MaxValue).ThenBy(i => i.Place?.Inserted))
        {
            amendment.Add(instruction);
        }

        amendment.Number(instructions);
        return new AmendedText(amendment.Read(), amendment.faults);
    }

    private void Take(Body body)
    {
        foreach (var paragraph in body.Paragraphs)
        {
            entries.Add(new Entry { Paragraphs = [Lines(paragraph.Text, false)] });
        }

        foreach (var article in body.Articles)
        {
            entries.Add(new Entry { Old = new ProvisionAddress(article.Number, article.Inserted, null, null, null), Paragraphs = [.. article.Paragraphs.Select(p => Lines(p.Text, false))] });
        }

        foreach (var division in body.Divisions)
        {
            entries.Add(new Entry { Heading = $"{(division.Kind == DivisionKind.Section ? "###" : "##")} {division.Label} {division.Title}".Replace("  ", " ", StringComparison.Ordinal) });
            Take(division.Body);
        }
    }

    private static List<Words> Lines(string words, bool fresh) => [.. words.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0).Select(l => new Words(l, fresh))];

    // New words come as lines; a line that opens no list begins a paragraph.
    private static List<List<Words>> Paragraphs(string words)
    {
        var paragraphs = new List<List<Words>>();
        foreach (var line in Lines(Label().Replace(words.Trim(), ""), true))
        {
            if (paragraphs.Count > 0 && Listed().IsMatch(line.Text))
            {
                paragraphs[^1].Add(line);
            }
            else
            {
                paragraphs.Add([line]);
            }
        }

        return paragraphs;
    }

    private void Carry(Instruction order)
    {
        if (order.Kind == InstructionKind.NotUnderstood)
        {
            Fault(order, "未能识别，请人工处理", "not understood; to be done by hand");
        }
        else if (order.Target is not { } target)
        {
            Everywhere(order);
        }
        else if (entries.Find(e => e.Old is { } old && old.Article == target.Article && old.Inserted == target.Inserted) is not { } article)
        {
            Fault(order, $"没有{target.ArticlePrinted}", $"there is no {target.ArticlePrinted}");
        }
        else if (order.Kind is InstructionKind.AddParagraph)
        {
            var at = order.Place?.Paragraph is { } place ? Math.Clamp(place - 1, 0, article.Paragraphs.Count) : article.Paragraphs.Count;
            article.Paragraphs.InsertRange(at, Paragraphs(order.New));
        }
        else if (target.Paragraph is null && order.Kind is InstructionKind.Delete)
        {
            article.Gone = true;
        }
        else if (target.Paragraph is null && order.Kind is InstructionKind.Replace)
        {
            article.Paragraphs = Paragraphs(order.New);
        }
        else
        {
            Below(order, target, article);
        }
    }

    private void Below(Instruction order, ProvisionAddress target, Entry article)
    {
        var paragraphs = target.Paragraph is { } number ? (number <= article.Paragraphs.Count ? [article.Paragraphs[number - 1]] : []) : article.Paragraphs.ToList();
        if (paragraphs.Count == 0)
        {
            Fault(order, $"{target.ArticlePrinted}没有第{target.Paragraph}款", $"{target.ArticlePrinted} has no paragraph {target.Paragraph}");
        }
        else if (order.Kind == InstructionKind.AddItem)
        {
            AddItem(order, paragraphs[^1]);
        }
        else if (target.Item is { } item)
        {
            Item(order, paragraphs[0], item, article);
        }
        else if (order.Kind == InstructionKind.Replace)
        {
            var at = article.Paragraphs.IndexOf(paragraphs[0]);
            article.Paragraphs.RemoveAt(at);
            article.Paragraphs.InsertRange(at, Paragraphs(order.New));
        }
        else if (order.Kind == InstructionKind.Delete)
        {
            article.Paragraphs.Remove(paragraphs[0]);
        }
        else if (!Exchange(order, paragraphs))
        {
            Fault(order, $"{target.Printed}中没有“{order.Old}”", $"the words are not found in {target.Printed}");
        }
    }

    private void Item(Instruction order, List<Words> paragraph, int item, Entry article)
    {
        var at = paragraph.FindIndex(l => Listed().Match(l.Text) is { Success: true } m && ChineseNumeral.Read(m.Groups["n"].Value) == item);
        if (at < 0)
        {
            Fault(order, $"没有第（{ChineseNumeral.Write(item)}）项", $"there is no item {item}");
        }
        else if (order.Kind == InstructionKind.Delete)
        {
            paragraph.RemoveAt(at);
            CountItems(paragraph);
        }
        else if (order.Kind == InstructionKind.Replace)
        {
            var words = order.New.Trim();
            paragraph[at] = new Words(Listed().IsMatch(words) ? words : Listed().Match(paragraph[at].Text).Groups["label"].Value + words, true);
        }
        else
        {
            List<Words> only = [paragraph[at]];
            if (Exchange(order, [only]))
            {
                paragraph[at] = only[0];
            }
            else
            {
                Fault(order, $"该项中没有“{order.Old}”", $"the item of {article.Old?.ArticlePrinted} does not hold the words");
            }
        }
    }

    private static void AddItem(Instruction order, List<Words> paragraph)
    {
        var items = paragraph.FindAll(l => Listed().IsMatch(l.Text));
        var at = items.Count == 0 ? paragraph.Count : order.Place?.Item is { } place && place <= items.Count ? paragraph.IndexOf(items[place - 1]) : paragraph.IndexOf(items[^1]) + 1;
        paragraph.InsertRange(at, Lines(order.New, true).Select(l => Listed().IsMatch(l.Text) ? l : new Words($"（{ChineseNumeral.Write(order.Place?.Item ?? items.Count + 1)}）{l.Text}", true)));
        CountItems(paragraph);
    }

    private static void CountItems(List<Words> paragraph)
    {
        var count = 0;
        for (var i = 0; i < paragraph.Count; i++)
        {
            if (Listed().Match(paragraph[i].Text) is { Success: true } match)
            {
                paragraph[i] = paragraph[i] with { Text = $"（{ChineseNumeral.Write(++count)}）{paragraph[i].Text[match.Length..]}" };
            }
        }
    }

    private void Everywhere(Instruction order)
    {
        if (!Exchange(order, entries.SelectMany(e => e.Paragraphs)))
        {
            Fault(order, $"全文没有“{order.Old}”", "the words are not found in the text");
        }
    }

    private static bool Exchange(Instruction order, IEnumerable<List<Words>> paragraphs)
    {
        var found = false;
        var words = order.Kind switch { InstructionKind.DeleteWords => "", InstructionKind.InsertWords => order.Old + order.New, _ => order.New };
        foreach (var paragraph in paragraphs)
        {
            for (var i = 0; i < paragraph.Count; i++)
            {
                if (order.Old.Length > 0 && paragraph[i].Text.Contains(order.Old, StringComparison.Ordinal))
                {
                    found = true;
                    paragraph[i] = paragraph[i] with { Text = paragraph[i].Text.Replace(order.Old, words, StringComparison.Ordinal) };
                }
            }
        }

        return found;
    }

    private void Add(Instruction order)
    {
        if (order.Place is not { } place)
        {
            Fault(order, "没有写明作为第几条", "it does not say which article it becomes");
            return;
        }

        var added = new Entry { Place = place, Inserted = place.Inserted, Paragraphs = Paragraphs(order.New) };
        // It stands behind the article that will carry the number before its own.
        var before = place.Inserted > 0 ? place.Article : place.Article - 1;
        var plain = 0;
        var at = before == 0 ? entries.FindIndex(e => e.IsArticle) : -1;
        for (var i = 0; i < entries.Count && before > 0; i++)
        {
            plain += entries[i] is { IsArticle: true, IsInserted: false } ? 1 : 0;
            if (plain == before && entries[i].IsArticle)
            {
                at = i + 1;
            }
        }

        if (at < 0)
        {
            Fault(order, $"找不到{place.ArticlePrinted}的位置", $"there is no place for {place.ArticlePrinted}");
            return;
        }

        entries.Insert(at, added);
    }

    private void Number(IReadOnlyList<Instruction> instructions)
    {
        var anew = instructions.Any(i => i.Kind is InstructionKind.AddArticle or InstructionKind.Renumber || i is { Kind: InstructionKind.Delete, Target.Paragraph: null });
        var (number, inserted) = ((entries.Find(e => e.IsArticle)?.Old?.Article ?? 1) - 1, 0);
        foreach (var entry in entries.Where(e => e.IsArticle))
        {
            (number, inserted) = entry.IsInserted ? (number, inserted + 1) : (number + 1, 0);
            entry.New = anew ? new ProvisionAddress(number, inserted, null, null, null) : entry.Old ?? entry.Place;
        }

        foreach (var order in instructions.Where(i => i.Kind == InstructionKind.Renumber && i.Target is not null && i.Place is not null))
        {
            var entry = entries.Find(e => e.Old is { } old && old.Article == order.Target?.Article && old.Inserted == order.Target.Inserted);
            if (entry?.New?.Article != order.Place?.Article)
            {
                Fault(order, $"重新编号后为{entry?.New?.ArticlePrinted ?? "（已删去）"}", $"after numbering anew it is {entry?.New?.ArticlePrinted ?? "gone"}");
            }
        }
    }

    private LegalText Read()
    {
        var numbers = entries.Where(e => e is { Old: not null, New: not null }).ToDictionary(e => e.Old!.ToString(), e => e.New!.ToString()); // filtered just before
        var lines = new List<string> { "# " + text.Title };
        lines.AddRange(text.Subtitle is { } subtitle ? ["# " + subtitle] : []);
        lines.AddRange(text.Head.Where(l => l != text.Title && l != text.Subtitle));
        lines.Add("<!-- INFO END -->");
        foreach (var entry in entries)
        {
            if (entry.Heading is { } heading)
            {
                lines.Add(heading);
            }

            var words = entry.Paragraphs.SelectMany(p => p).Select(l => l.Fresh ? l.Text : References.Renumber(l.Text, numbers)).ToList();
            if (entry.New is { } own)
            {
                words = words.Count > 0 ? [$"{own.ArticlePrinted} {words[0]}", .. words.Skip(1)] : [own.ArticlePrinted];
            }

            lines.AddRange(words);
        }

        foreach (var annex in text.Annexes)
        {
            lines.AddRange(annex.Text.Split('\n'));
        }

        return TextParser.Parse(string.Join("\n\n", lines));
    }

    private void Fault(Instruction order, string zh, string en) => faults.Add(new AmendmentFault(order, zh, en));

    [GeneratedRegex("^第[零〇一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?[\\s　]+")]
    private static partial Regex Label();

    [GeneratedRegex("^(?<label>[（(](?<n>[零〇一二三四五六七八九十百]+)[）)])")]
    private static partial Regex Listed();

    private sealed record Words(string Text, bool Fresh);

    private sealed class Entry
    {
        public ProvisionAddress? Old { get; init; }

        public ProvisionAddress? Place { get; init; }

        public ProvisionAddress? New { get; set; }

        public int Inserted { get; init; }

        public string? Heading { get; init; }

        public List<List<Words>> Paragraphs { get; set; } = [];

        public bool Gone { get; set; }

        public bool IsArticle => Old is not null || Place is not null;

        public bool IsInserted => (Old?.Inserted ?? Inserted) > 0;
    }
}

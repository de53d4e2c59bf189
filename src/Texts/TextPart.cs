namespace Guiju.Texts;

/// <summary>A part of a text that has a permanent address.</summary>
/// <param name="Address">Address inside the text, e.g. <c>art_25__para_1</c>.</param>
/// <param name="Line">Line in the source at which it begins, from 1.</param>
public abstract record TextPart(string Address, int Line)
{
    /// <summary>The wording with everything below it, one natural paragraph a line, labels included.</summary>
    public string Text => string.Join('\n', Lines());

    /// <summary>The parts directly below.</summary>
    public abstract IEnumerable<TextPart> Children { get; }

    /// <summary>This part's own lines and those below it, in printed order.</summary>
    internal abstract IEnumerable<string> Lines();

    /// <summary>This part and all parts below it.</summary>
    internal IEnumerable<TextPart> WithAllBelow() => Children.SelectMany(child => child.WithAllBelow()).Prepend(this);
}

/// <summary>What a text, a division or an annex holds: paragraphs outside articles, then articles, then divisions.</summary>
public sealed record Body(
    IReadOnlyList<Paragraph> Paragraphs, IReadOnlyList<Article> Articles, IReadOnlyList<Division> Divisions)
{
    /// <summary>The parts directly below, in order.</summary>
    public IEnumerable<TextPart> Children => Paragraphs.Cast<TextPart>().Concat(Articles).Concat(Divisions);

    /// <summary>Every article, in order.</summary>
    public IEnumerable<Article> AllArticles() => Articles.Concat(Divisions.SelectMany(division => division.Body.AllArticles()));

    /// <summary>Every division, in order.</summary>
    public IEnumerable<Division> AllDivisions() => Divisions.SelectMany(division => division.Body.AllDivisions().Prepend(division));

    internal IEnumerable<TextPart> Parts() => Children.SelectMany(child => child.WithAllBelow());
}

/// <summary>The levels above the article.</summary>
public enum DivisionKind
{
    /// <summary>编.</summary>
    Part,

    /// <summary>分编.</summary>
    Subpart,

    /// <summary>章.</summary>
    Chapter,

    /// <summary>节.</summary>
    Section,

    /// <summary>A heading without a number, e.g. 序言.</summary>
    Heading,
}

/// <summary>A part, chapter or section.</summary>
/// <param name="Address">Its address, nested: <c>chp_2__sec_1</c>.</param>
/// <param name="Line">Line in the source.</param>
/// <param name="Kind">Its level.</param>
/// <param name="Number">Its number, 0 for a heading without one.</param>
/// <param name="Label">Its number as printed, e.g. 第二章.</param>
/// <param name="Title">Its title, without the spaces used to stretch it.</param>
/// <param name="Body">What it holds.</param>
public sealed record Division(string Address, int Line, DivisionKind Kind, int Number, string Label, string Title, Body Body)
    : TextPart(Address, Line)
{
    /// <inheritdoc/>
    public override IEnumerable<TextPart> Children => Body.Children;

    internal override IEnumerable<string> Lines() =>
        Body.Children.SelectMany(child => child.Lines()).Prepend($"{Label} {Title}".Trim());
}

/// <summary>An article (条).</summary>
/// <param name="Address">Its address, e.g. <c>art_25</c> or <c>art_25-1</c>.</param>
/// <param name="Line">Line in the source.</param>
/// <param name="Number">Its number.</param>
/// <param name="Inserted">The number after 之; 0 where it was not inserted.</param>
/// <param name="Label">Its number as printed, e.g. 第二十五条之一.</param>
/// <param name="Paragraphs">Its natural paragraphs (款).</param>
public sealed record Article(string Address, int Line, int Number, int Inserted, string Label, IReadOnlyList<Paragraph> Paragraphs)
    : TextPart(Address, Line)
{
    /// <inheritdoc/>
    public override IEnumerable<TextPart> Children => Paragraphs;

    internal override IEnumerable<string> Lines()
    {
        var lines = Paragraphs.SelectMany(paragraph => paragraph.Lines());
        return Paragraphs.Count == 0 ? [Label] : lines.Select((line, index) => index == 0 ? $"{Label} {line}" : line);
    }
}

/// <summary>A natural paragraph (款): a lead, perhaps a list, perhaps words closing the list's sentence.</summary>
/// <param name="Address">Its address, e.g. <c>art_25__para_1</c>.</param>
/// <param name="Line">Line in the source.</param>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Lead">The words before the list, or the whole paragraph.</param>
/// <param name="Items">The list.</param>
/// <param name="Closing">Words after the list that end its sentence; empty otherwise.</param>
public sealed record Paragraph(string Address, int Line, int Number, string Lead, IReadOnlyList<Item> Items, string Closing)
    : TextPart(Address, Line)
{
    /// <summary>Whether it is a table: each line of the lead is a row, as <see cref="TableRow"/> keeps it.</summary>
    public bool IsTable => Items.Count == 0 && TableRow.Is(Lead);

    /// <inheritdoc/>
    public override IEnumerable<TextPart> Children => Items;

    internal override IEnumerable<string> Lines()
    {
        IEnumerable<string> lead = Lead.Length > 0 ? [Lead] : [];
        IEnumerable<string> closing = Closing.Length > 0 ? [Closing] : [];
        return lead.Concat(Items.SelectMany(item => item.Lines())).Concat(closing);
    }
}

/// <summary>An item of a list (项).</summary>
/// <param name="Address">Its address, e.g. <c>art_25__para_1__item_2</c>.</param>
/// <param name="Line">Line in the source.</param>
/// <param name="Number">Its number.</param>
/// <param name="Label">Its number as printed, e.g. （二）.</param>
/// <param name="Words">Its own words; more than one line where it holds paragraphs.</param>
/// <param name="Points">The list below it.</param>
public sealed record Item(string Address, int Line, int Number, string Label, string Words, IReadOnlyList<Point> Points)
    : TextPart(Address, Line)
{
    /// <inheritdoc/>
    public override IEnumerable<TextPart> Children => Points;

    internal override IEnumerable<string> Lines() => Points.SelectMany(point => point.Lines()).Prepend(Label + Words);
}

/// <summary>A point of an item (目).</summary>
/// <param name="Address">Its address, e.g. <c>art_25__para_1__item_2__point_1</c>.</param>
/// <param name="Line">Line in the source.</param>
/// <param name="Number">Its number.</param>
/// <param name="Label">Its number as printed, e.g. "1.".</param>
/// <param name="Words">Its words.</param>
public sealed record Point(string Address, int Line, int Number, string Label, string Words) : TextPart(Address, Line)
{
    /// <inheritdoc/>
    public override IEnumerable<TextPart> Children => [];

    internal override IEnumerable<string> Lines() => [Label + Words];
}

/// <summary>An annex (附件, 附表): its heading and what it holds.</summary>
/// <param name="Address">Its address, e.g. <c>annex_1</c>; parts below it begin with it.</param>
/// <param name="Line">Line in the source.</param>
/// <param name="Number">Its place among the annexes, from 1.</param>
/// <param name="Title">Its heading as printed.</param>
/// <param name="Body">What it holds.</param>
public sealed record Annex(string Address, int Line, int Number, string Title, Body Body) : TextPart(Address, Line)
{
    /// <inheritdoc/>
    public override IEnumerable<TextPart> Children => Body.Children;

    internal override IEnumerable<string> Lines() => Body.Children.SelectMany(child => child.Lines()).Prepend(Title);
}

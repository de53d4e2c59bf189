namespace Guiju.Texts;

/// <summary>A text of law read into its parts. Nothing of the source is lost: what fits nowhere is kept beside a warning.</summary>
public sealed class LegalText
{
    /// <summary>The title.</summary>
    public required string Title { get; init; }

    /// <summary>Further title lines, e.g. the part of a code that this file holds.</summary>
    public string? Subtitle { get; init; }

    /// <summary>The document or order number as printed, where the header or the title note has one.</summary>
    public string? Number { get; init; }

    /// <summary>What the header says was done and when, in the order printed.</summary>
    public required IReadOnlyList<HeaderEvent> Events { get; init; }

    /// <summary>First day in force: from the header, else from the text's own closing article; null where neither says it.</summary>
    public DateOnly? InForce { get; init; }

    /// <summary>Every line of the head, as printed.</summary>
    public required IReadOnlyList<string> Head { get; init; }

    /// <summary>The printed table of contents, where there is one.</summary>
    public required IReadOnlyList<string> Contents { get; init; }

    /// <summary>What the text says.</summary>
    public required Body Body { get; init; }

    /// <summary>Annexes, forms and tables after the last article.</summary>
    public required IReadOnlyList<Annex> Annexes { get; init; }

    /// <summary>Doubtful places, for a person to look at.</summary>
    public required IReadOnlyList<TextWarning> Warnings { get; init; }

    /// <summary>All articles outside annexes, in order.</summary>
    public IReadOnlyList<Article> Articles => field ??= [.. Body.AllArticles()];

    /// <summary>All divisions of a kind outside annexes, in order.</summary>
    public IEnumerable<Division> Divisions(DivisionKind kind) => Body.AllDivisions().Where(division => division.Kind == kind);

    /// <summary>The part of the text at an address (<c>art_25__para_1</c>, <c>chp_2__sec_1</c>) or citation (第二十五条第一款), or null.</summary>
    public TextPart? Find(string address)
    {
        var local = address[(address.LastIndexOf('~') + 1)..];
        if (Index.TryGetValue(local, out var part))
        {
            return part;
        }

        return ProvisionAddress.TryParse(local, out var parsed) ? Index.GetValueOrDefault(parsed.ToString()) : null;
    }

    private IReadOnlyDictionary<string, TextPart> Index => field ??= BuildIndex();

    private Dictionary<string, TextPart> BuildIndex()
    {
        var index = new Dictionary<string, TextPart>(StringComparer.Ordinal);
        foreach (var part in Body.Parts().Concat(Annexes.SelectMany(annex => annex.Body.Parts().Prepend(annex))))
        {
            index.TryAdd(part.Address, part); // of two articles with one number the first keeps the address; a warning says so
        }

        return index;
    }
}

/// <summary>Something the header says was done with the text.</summary>
/// <param name="Date">The day.</param>
/// <param name="Act">What was done.</param>
/// <param name="Words">The words printed after the date.</param>
/// <param name="Line">Line in the source, from 1.</param>
public sealed record HeaderEvent(DateOnly Date, HeaderAct Act, string Words, int Line);

/// <summary>What is done with a text of law.</summary>
public enum HeaderAct
{
    /// <summary>The words name none of the known acts.</summary>
    Other,

    /// <summary>通过: adopted.</summary>
    Adopted,

    /// <summary>公布, 发布, 印发: published.</summary>
    Published,

    /// <summary>修订: revised as a whole.</summary>
    Revised,

    /// <summary>修正, 修改: amended.</summary>
    Amended,

    /// <summary>施行: comes into force.</summary>
    InForce,

    /// <summary>废止: repealed.</summary>
    Repealed,
}

/// <summary>A doubtful place in a source.</summary>
/// <param name="Line">Line in the source, from 1.</param>
/// <param name="Message">What is doubtful, in Chinese.</param>
/// <param name="English">The same in English.</param>
public sealed record TextWarning(int Line, string Message, string English);

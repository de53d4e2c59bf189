using Guiju.Procedures.Letters;

namespace Guiju.Procedures.Contracts;

/// <summary>A longer paper of the bureau, such as a yearly report: title, text and tables, set in the type and on the page of GB/T 9704.</summary>
public sealed record OfficialPaper
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>Who issues it; signs at the end.</summary>
    public required string Issuer { get; init; }

    /// <summary>The day under the name.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Paragraphs and tables in their order.</summary>
    public required IReadOnlyList<PaperPart> Parts { get; init; }

    /// <summary>The paper as a word-processor file.</summary>
    public byte[] ToDocx() => PaperDocx.Write(this);
}

/// <summary>A part of a paper.</summary>
public abstract record PaperPart
{
    /// <summary>A paragraph; one that begins with 一、 or （一） is set as a heading.</summary>
    public sealed record Text(string Words) : PaperPart;

    /// <summary>A table: headings, rows of as many cells, and which columns are figures and stand to the right.</summary>
    public sealed record Table(IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> Rows, IReadOnlySet<int> Figures) : PaperPart;
}

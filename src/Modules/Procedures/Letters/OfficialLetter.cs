namespace Guiju.Procedures.Letters;

/// <summary>What an official document says, ready to be set on paper.</summary>
public sealed record OfficialLetter
{
    public required LetterForm Form { get; init; }

    /// <summary>Name in the red head, without 文件.</summary>
    public required string Issuer { get; init; }

    /// <summary>发文字号; empty on a draft.</summary>
    public string Number { get; init; } = "";

    /// <summary>签发人, printed on upward documents only.</summary>
    public string Signer { get; init; } = "";

    /// <summary>紧急程度; empty where there is none.</summary>
    public string Urgency { get; init; } = "";

    public required string Title { get; init; }

    public required string Addressee { get; init; }

    /// <summary>Paragraphs of the body, without indents.</summary>
    public required IReadOnlyList<string> Body { get; init; }

    /// <summary>Names of the attachments.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>成文日期; null on a draft.</summary>
    public DateOnly? On { get; init; }

    /// <summary>Whether a seal is put on it; the place is kept free.</summary>
    public bool Sealed { get; init; } = true;

    /// <summary>附注, without brackets.</summary>
    public string Note { get; init; } = "";

    /// <summary>抄送.</summary>
    public string CopyTo { get; init; } = "";

    /// <summary>印发机关.</summary>
    public string PrintOffice { get; init; } = "";

    /// <summary>The date as it is printed.</summary>
    public string Day => On is { } day ? $"{day.Year}年{day.Month}月{day.Day}日" : "　　年　月　日";

    /// <summary>The name in the red head as it is printed.</summary>
    public string Head => Form == LetterForm.Letter ? Issuer : Issuer + "文件";
}

namespace Guiju.Texts.Tests;

/// <summary>A text as lines, every property of every part, so that two can be held against each other.</summary>
internal static class Flat
{
    public static IReadOnlyList<string> Of(LegalText text) =>
    [
        text.Title, text.Subtitle ?? "—", text.Number ?? "—", $"{text.InForce:yyyy-MM-dd}",
        .. text.Events.Select(e => e.ToString()), .. text.Head, .. text.Contents, .. text.Warnings.Select(w => w.ToString()),
        .. text.Body.Children.SelectMany(Part), .. text.Annexes.SelectMany(Part),
    ];

    private static IEnumerable<string> Part(TextPart part) => part.Children.SelectMany(Part).Prepend($"{part.Address}@{part.Line} " + part switch
    {
        Division d => $"{d.Kind} {d.Number} {d.Label} {d.Title}",
        Article a => $"{a.Number} {a.Inserted} {a.Label}",
        Paragraph p => $"{p.Number} {p.Lead} / {p.Closing}",
        Item i => $"{i.Number} {i.Label} {i.Words}",
        Point p => $"{p.Number} {p.Label} {p.Words}",
        Annex x => $"{x.Number} {x.Title}",
        _ => "?",
    });
}

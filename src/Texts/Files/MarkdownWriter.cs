using System.Text;

namespace Guiju.Texts.Files;

/// <summary>Writes a text as Markdown in the form that the parser reads.</summary>
public static class MarkdownWriter
{
    /// <summary>The text.</summary>
    public static string Write(LegalText text)
    {
        var to = new StringBuilder();
        Line(to, "# " + text.Title);
        if (text.Subtitle is { } subtitle)
        {
            Line(to, "# " + subtitle);
        }

        foreach (var line in text.Head.Where(line => line != text.Title && line != text.Subtitle && !(text.Subtitle ?? "").Split(' ').Contains(line)))
        {
            Line(to, line);
        }

        Line(to, "<!-- INFO END -->");
        Write(text.Body, to);
        foreach (var annex in text.Annexes)
        {
            Line(to, annex.Title);
            Write(annex.Body, to);
        }

        return to.ToString();
    }

    private static void Write(Body body, StringBuilder to)
    {
        foreach (var paragraph in body.Paragraphs)
        {
            Lines(to, paragraph.Text);
        }

        foreach (var article in body.Articles)
        {
            Lines(to, article.Text);
        }

        foreach (var division in body.Divisions)
        {
            Line(to, $"{Marks(division.Kind)} {division.Label} {division.Title}".Replace("  ", " ", StringComparison.Ordinal).TrimEnd());
            Write(division.Body, to);
        }
    }

    private static string Marks(DivisionKind kind) => kind switch { DivisionKind.Section => "###", DivisionKind.Subpart => "##", _ => "##" };

    private static void Lines(StringBuilder to, string words)
    {
        foreach (var line in words.Split('\n'))
        {
            Line(to, line);
        }
    }

    private static void Line(StringBuilder to, string line) => to.Append(line).Append("\n\n");
}

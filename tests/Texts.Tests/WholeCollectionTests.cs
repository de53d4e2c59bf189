using System.Text.RegularExpressions;
using Guiju.Texts.Files;

namespace Guiju.Texts.Tests;

/// <summary>All real texts, against counts made without the parser.</summary>
public sealed partial class WholeCollectionTests
{
    [Fact]
    public void Every_article_that_a_plain_expression_counts_is_found()
    {
        var wrong = new List<string>();
        foreach (var file in RealTexts.Files())
        {
            var source = File.ReadAllText(file);
            var counted = ArticleLine().Count(source[source.IndexOf("INFO END", StringComparison.Ordinal)..]);
            var text = TextParser.Parse(source);
            if (text.Articles.Count != counted)
            {
                wrong.Add($"{Path.GetFileName(file)}: counted {counted}, read {text.Articles.Count}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Every_chapter_that_a_plain_expression_counts_is_found()
    {
        var wrong = new List<string>();
        foreach (var file in RealTexts.Files())
        {
            var source = File.ReadAllText(file);
            var body = source[source.IndexOf("INFO END", StringComparison.Ordinal)..];
            var counted = ChapterLine().Matches(body).Select(m => m.Value.Trim('#', ' ')).Distinct().Count(); // a printed table of contents repeats them
            var text = TextParser.Parse(source);
            var read = text.Divisions(DivisionKind.Chapter).Count();
            if (read != counted)
            {
                wrong.Add($"{Path.GetFileName(file)}: counted {counted}, read {read}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void No_character_of_the_bodies_is_lost()
    {
        var wrong = new List<string>();
        foreach (var file in RealTexts.Files())
        {
            var source = File.ReadAllText(file);
            var body = source[(source.IndexOf("INFO END -->", StringComparison.Ordinal) + "INFO END -->".Length)..];
            var text = TextParser.Parse(source);
            var read = string.Concat(text.Contents) + string.Concat(text.Body.Children.Select(c => c.Text)) + string.Concat(text.Annexes.Select(a => a.Text));
            if (Bare(body).Length != Bare(read).Length)
            {
                wrong.Add($"{Path.GetFileName(file)}: {Bare(body).Length} characters, {Bare(read).Length} read");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void Word_and_markdown_come_back_with_the_same_articles()
    {
        foreach (var file in RealTexts.Files())
        {
            var text = TextParser.Parse(File.ReadAllText(file));

            var word = TextFile.Read(Docx.DocxWriter.Write(text));
            var plain = TextFile.Read(System.Text.Encoding.UTF8.GetBytes(MarkdownWriter.Write(text)));

            Assert.Equal(Words(text), Words(word));
            Assert.Equal(Words(text), Words(plain));
            Assert.Equal(text.Title, word.Title);
            Assert.Equal(text.Body.AllDivisions().Select(d => d.Address), plain.Body.AllDivisions().Select(d => d.Address));
            Assert.Equal(text.Body.AllDivisions().Select(d => d.Address), word.Body.AllDivisions().Select(d => d.Address));
        }
    }

    private static IEnumerable<string> Words(LegalText text) => text.Articles.Select(a => a.Address + " " + a.Text);

    private static string Bare(string words) => Layout().Replace(words, "");

    [GeneratedRegex("^第[零〇一二三四五六七八九十百千]+条(之[一二三四五六七八九十]+)?(?=[\\s　])", RegexOptions.Multiline)]
    private static partial Regex ArticleLine();

    [GeneratedRegex("^#+\\s*第[零〇一二三四五六七八九十百]+章(?=[\\s　])", RegexOptions.Multiline)]
    private static partial Regex ChapterLine();

    [GeneratedRegex("[\\s　#*\\u200b-\\u200f\\ufeff\\u2002\\u2003\\u00a0]")]
    private static partial Regex Layout();
}

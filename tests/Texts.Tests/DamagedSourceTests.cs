using System.IO.Compression;
using System.Text;
using Guiju.Texts.Akn;
using Guiju.Texts.Files;

namespace Guiju.Texts.Tests;

/// <summary>Files of every kind, and what is wrong with them.</summary>
public sealed class DamagedSourceTests
{
    [Fact]
    public void An_archive_gives_its_texts_and_says_what_it_left_out()
    {
        var files = Archive.Unpack(Zip(("a/规定.md", "# 规定\n\n第一条 甲。"), ("b/图.png", "x"), ("../出去.md", "# 出去")));

        Assert.Equal(["../出去.md", "a/规定.md", "b/图.png"], files.Select(f => f.Name));
        Assert.NotNull(files[1].Content);
        Assert.All([files[0], files[2]], f => Assert.Null(f.Content));
    }

    [Fact]
    public void A_bomb_is_not_unpacked()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var bomb = zip.CreateEntry("bomb.txt", CompressionLevel.Fastest).Open();
            var zeros = new byte[1_000_000];
            for (var i = 0; i < 40; i++)
            {
                bomb.Write(zeros);
            }
        }

        Assert.Null(Assert.Single(Archive.Unpack(memory.ToArray())).Content);
    }

    [Fact]
    public void A_document_type_is_refused()
    {
        var wrong = Assert.Throws<UnreadableTextException>(() => TextFile.Read(Encoding.UTF8.GetBytes("<?xml version=\"1.0\"?><!DOCTYPE akomaNtoso [<!ENTITY a \"b\">]><akomaNtoso>&a;</akomaNtoso>")));

        Assert.Contains("文档类型", wrong.Zh, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PK\u0003\u0004 rubbish")]
    [InlineData("<?xml version=\"1.0\"?><html/>")]
    [InlineData("<akomaNtoso><act><meta/></act>")]
    [InlineData("")]
    public void What_cannot_be_read_is_refused_with_a_reason(string content) => Assert.Throws<UnreadableTextException>(() => TextFile.Read(Encoding.Latin1.GetBytes(content)));

    [Fact]
    public void Deep_nesting_is_refused() =>
        Assert.Throws<UnreadableTextException>(() => AknReader.Read("<akomaNtoso>" + string.Concat(Enumerable.Repeat("<act>", 5000))));

    [Fact]
    public void The_national_encoding_is_read()
    {
        _ = TextFile.Endings; // registers the encoding
        var text = TextFile.Read(Encoding.GetEncoding("GB18030").GetBytes("# 示例规定\n\n第一条 为了试验，制定本规定。\n\n第二条 自公布之日起施行。"));

        Assert.Equal(2, text.Articles.Count);
    }

    [Fact]
    public void A_text_without_articles_keeps_its_outline_and_a_table_its_cells()
    {
        var text = TextParser.Parse("# 关于做好清理工作的通知\n\n各单位：\n\n一、总体要求。\n\n二、工作安排：\n\n（一）自查。\n\n（二）复核。\n\n附件：清理表\n\n| 序号 | 名称 |\n| 1 | 甲办法 |");

        Assert.Empty(text.Articles);
        var table = text.Annexes.SelectMany(a => a.Body.Paragraphs).Single(p => p.IsTable);
        Assert.Equal(["序号", "名称"], TableRow.Cells(table.Lead.Split('\n')[0]));
        Assert.Equal(Flat.Of(text), Flat.Of(AknReader.Read(AknWriter.Write(text, new AknIdentity("bureau/rule/x", new DateOnly(2024, 1, 1), "")))));
    }

    [Fact]
    public void Doubts_name_their_line()
    {
        var text = TextParser.Parse("# 示例规定\n\n第一条 甲（乙。\n\n第三条 丙。\n\n第三条 丁。");

        Assert.Equal([3, 5, 7], text.Warnings.Select(w => w.Line));
    }

    [Fact]
    public void Rubbish_never_breaks_the_parser()
    {
        var random = new Random(7);
        const string Letters = "第一二十百条章节款项（）()《》“”。；：\n#|之附件目录 12.、①修改删去";
        for (var i = 0; i < 3000; i++)
        {
            var source = new string([.. Enumerable.Range(0, random.Next(1, 200)).Select(_ => Letters[random.Next(Letters.Length)])]);
            try
            {
                var text = TextParser.Parse(source);
                var xml = AknWriter.Write(text, new AknIdentity("cn/x", new DateOnly(2020, 1, 1), ""));
                Assert.Equal(xml, AknWriter.Write(AknReader.Read(xml), new AknIdentity("cn/x", new DateOnly(2020, 1, 1), "")));
            }
            catch (UnreadableTextException)
            {
                // refused with a reason, which is an answer too
            }
        }
    }

    private static byte[] Zip(params (string Name, string Words)[] files)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, words) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(words));
            }
        }

        return memory.ToArray();
    }
}

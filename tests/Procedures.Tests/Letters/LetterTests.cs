using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Procedures.Letters;
using Guiju.Procedures.Numbers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Procedures.Tests.Letters;

public sealed class LetterTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Office.Databases), MemberType = typeof(Office))]
    public async Task Numbers_taken_by_many_at_once_have_neither_gap_nor_double_though_some_acts_are_refused(string database)
    {
        await using var office = await Office.OpenAsync(database, new Dictionary<string, string?>(), Ct);
        var series = Value(await office.DoAsync(office.Head, new OpenSeries { Mark = "方民发", Title = "文件" }, Ct));
        var drafts = new List<Guid>();
        for (var n = 0; n < 24; n++)
        {
            drafts.Add(Value(await office.DoAsync(office.Clerk, Draft($"第{n}份"), Ct)));
        }

        // Every third document is issued twice at once: one of the two is refused and gives its number back.
        var acts = drafts.SelectMany((id, n) => n % 3 == 0 ? (Guid[])[id, id] : [id]).Select(id => Task.Run(() => office.DoAsync(office.Head, new IssueLetter { LetterId = id, SeriesId = series }, Ct)));
        var outcomes = await Task.WhenAll(acts);

        Assert.Equal(24, outcomes.Count(o => o is Outcome<Guid>.Done));
        await using var scope = office.Scoped(office.Head);
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        Assert.Equal(Enumerable.Range(1, 24), await db.Set<IssuedNumber>().OrderBy(n => n.Number).Select(n => n.Number).ToListAsync(Ct));
        Assert.Equal(24, await db.Set<Letter>().Where(l => l.State == LetterState.Issued).Select(l => l.Number).Distinct().CountAsync(Ct));
    }

    [Fact]
    public async Task A_reserved_number_is_used_later_and_a_void_one_never_again()
    {
        await using var office = await Office.OpenAsync(Ct);
        var series = Value(await office.DoAsync(office.Head, new OpenSeries { Mark = "方民函", Title = "函" }, Ct));
        var kept = Value(await office.DoAsync(office.Head, new ReserveNumber { SeriesId = series, Purpose = "年度报告" }, Ct));
        var lost = Value(await office.DoAsync(office.Head, new ReserveNumber { SeriesId = series, Purpose = "误取" }, Ct));
        Value(await office.DoAsync(office.Head, new VoidNumber { NumberId = lost, Reason = "误取" }, Ct));
        var (first, second) = (Value(await office.DoAsync(office.Clerk, Draft("年度报告"), Ct)), Value(await office.DoAsync(office.Clerk, Draft("另一份"), Ct)));

        Value(await office.DoAsync(office.Head, new IssueLetter { LetterId = second, SeriesId = series }, Ct));
        Value(await office.DoAsync(office.Head, new IssueLetter { LetterId = first, SeriesId = series, NumberId = kept }, Ct));
        Broken("IsFree", await office.DoAsync(office.Head, new IssueLetter { LetterId = Value(await office.DoAsync(office.Clerk, Draft("第三份"), Ct)), SeriesId = series, NumberId = lost }, Ct));

        Assert.Equal(("方民函〔2023〕1号", "方民函〔2023〕3号"), ((await FindAsync(office, first)).Number, (await FindAsync(office, second)).Number));
        Value(await office.DoAsync(office.Head, new VoidLetter { LetterId = second, Reason = "内容有误" }, Ct));
        Assert.Equal(LetterState.Void, (await FindAsync(office, second)).State);
    }

    [Fact]
    public async Task Nobody_signs_what_they_drafted_and_an_upward_document_has_one_addressee()
    {
        await using var office = await Office.OpenAsync(Ct);
        var series = Value(await office.DoAsync(office.Head, new OpenSeries { Mark = "方民发", Title = "文件" }, Ct));
        var own = Value(await office.DoAsync(office.Head, Draft("本人起草"), Ct));

        Broken("SignedByAnother", await office.DoAsync(office.Head, new IssueLetter { LetterId = own, SeriesId = series }, Ct));
        Broken("OneAddressee", await office.DoAsync(office.Clerk, Draft("请示") with { Form = LetterForm.Upward, Addressee = "市政府、市委" }, Ct));
        Assert.IsType<Outcome<Guid>.Missing>(await office.DoAsync(office.DutyOfficer, new ChangeLetter { LetterId = own, Form = LetterForm.Letter, Issuer = "外人", Title = "外人", Addressee = "外人", Body = "外人" }, Ct));
    }

    [Theory]
    [InlineData(LetterForm.Document, 30)]
    [InlineData(LetterForm.Document, 3)]
    [InlineData(LetterForm.Upward, 8)]
    [InlineData(LetterForm.Letter, 8)]
    public void The_file_is_valid_and_lies_on_the_grid_of_the_standard(LetterForm form, int paragraphs)
    {
        var file = LetterDocx.Write(Sample(form, paragraphs));
        if (Environment.GetEnvironmentVariable("GUIJU_LETTERS") is { Length: > 0 } folder)
        {
            File.WriteAllBytes(Path.Combine(folder, $"{form}-{paragraphs}.docx"), file);
        }

        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        Assert.Empty(new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Microsoft365).Validate(document, Ct).Select(e => $"{e.Path?.XPath}: {e.Description}"));
        var section = document.MainDocumentPart!.Document!.Descendants<SectionProperties>().First();
        var (size, margin, grid) = (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!, section.GetFirstChild<DocGrid>()!);
        Assert.Equal((210, 297), (Millimetres(size.Width!), Millimetres(size.Height!)));
        Assert.Equal((37, 35, 28, 26), (Millimetres((uint)margin.Top!.Value), Millimetres((uint)margin.Bottom!.Value), Millimetres(margin.Left!), Millimetres(margin.Right!)));
        Assert.Equal(22, (int)((size.Height!.Value - margin.Top.Value - margin.Bottom.Value) / grid.LinePitch!.Value));
        var pitch = 16 + (grid.CharacterSpace!.Value / 4096.0);
        Assert.Equal(28, (int)((size.Width!.Value - margin.Left!.Value - margin.Right!.Value) / 20.0 / pitch));
        var text = document.MainDocumentPart.Document.InnerText + string.Concat(document.MainDocumentPart.HeaderParts.Select(h => h.Header!.InnerText));
        Assert.Contains("方管发〔2026〕12号", text, StringComparison.Ordinal);
        Assert.Contains("2026年11月6日", text, StringComparison.Ordinal);
        Assert.Equal(form != LetterForm.Letter, text.Contains("印发", StringComparison.Ordinal));
        Assert.Equal(form == LetterForm.Upward, text.Contains("签发人：", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("关于做好公务用车节假日封存停驶工作的通知", 1)]
    [InlineData("关于进一步规范市级机关公务用车配备更新和处置管理工作有关事项的通知", 2)]
    public void A_long_title_is_broken_into_balanced_lines(string title, int lines)
    {
        var parts = PageGrid.Title(title);

        Assert.Equal(lines, parts.Count);
        Assert.Equal(title, string.Concat(parts));
        Assert.True(parts.Max(p => p.Length) - parts.Min(p => p.Length) <= 3);
    }

    [Fact]
    public void A_template_keeps_a_field_without_value_in_sight()
    {
        var folder = Law.LawFiles.Find(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build());
        var templates = LetterTemplates.Parse(Law.LawFiles.Read(folder));

        var wording = LetterTemplates.Fill(templates.Find("reply")!, new Dictionary<string, string> { ["本机关"] = "方圆市机关事务管理局", ["事项"] = "更新公务用车" });

        Assert.Equal(("方圆市机关事务管理局", "关于更新公务用车的批复", "〔单位〕"), (wording.Issuer, wording.Title, wording.Addressee));
        Assert.Equal(4, templates.All.Count);
    }

    private static int Millimetres(uint twips) => (int)Math.Round(twips / 1440.0 * 25.4);

    private static OfficialLetter Sample(LetterForm form, int paragraphs) => new()
    {
        Form = form,
        Issuer = "方圆市机关事务管理局",
        Number = "方管发〔2026〕12号",
        Signer = "王建国",
        Title = "关于进一步规范市级机关公务用车配备更新和处置管理工作有关事项的通知",
        Addressee = "市级各机关、各直属单位",
        Body = ["一、严格执行配备标准", .. Enumerable.Range(1, paragraphs).Select(n => $"（{"一二三四五六七八九十"[(n - 1) % 10]}）规范管理。各单位要对照编制逐车核对，超编的限期调剂，不得以租代购，不得擅自改变用途，第{n}项有关情况按季度报送，并对照台账逐项销号，确保账实相符。")],
        Attachments = ["公务用车编制核对表", "公务用车处置申请表"],
        On = new DateOnly(2026, 11, 6),
        Note = "此件公开发布",
        CopyTo = "市委办公室，市人大常委会办公室，市政府办公室，市政协办公室，市监委，市法院，市检察院",
        PrintOffice = "方圆市机关事务管理局办公室",
    };

    private static DraftLetter Draft(string title) => new() { Form = LetterForm.Document, Issuer = "方圆市民政局", Title = title, Addressee = "各科室", Body = "一、要求。\n二、安排。" };

    private static async Task<Letter> FindAsync(Office office, Guid id) => (await office.AskAsync((LetterFile f) => f.FindAsync(id, Ct), office.Head))!;

    private static Guid Value(Outcome<Guid> outcome) => Assert.IsType<Outcome<Guid>.Done>(outcome).Value;

    private static void Broken(string check, Outcome<Guid> outcome) => Assert.EndsWith(check, Assert.IsType<Outcome<Guid>.Broken>(outcome).Check.Code, StringComparison.Ordinal);
}

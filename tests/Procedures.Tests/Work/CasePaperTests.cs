using System.IO.Compression;
using System.Text;
using Guiju.Kernel;
using Guiju.Kernel.Ledger;
using Guiju.Procedures.Home;
using Guiju.Procedures.Papers;
using Guiju.Procedures.Work;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Tests.Work;

public sealed class CasePaperTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static byte[] Pdf => Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n");

    [Theory]
    [InlineData("请示.pdf", "pdf", true)]
    [InlineData("请示.docx", "docx", true)]
    [InlineData("说明.txt", "text", true)]
    [InlineData("请示.pdf", "docx", false)]
    [InlineData("图.png", "pdf", false)]
    [InlineData("宏.docx", "macro", false)]
    [InlineData("说明.txt", "binary", false)]
    [InlineData("程序.exe", "pdf", false)]
    [InlineData("../请示.pdf", "pdf", false)]
    [InlineData("请示\u202efdp.pdf", "pdf", false)]
    [InlineData(".pdf", "pdf", false)]
    [InlineData("空.pdf", "empty", false)]
    [InlineData("坏.docx", "broken", false)]
    public void A_file_is_what_its_content_says(string name, string content, bool accepted)
    {
        var (type, wrong) = FileKinds.Of(name, Content(content));

        Assert.Equal(accepted, type is not null);
        Assert.Equal(accepted, wrong is null);
    }

    [Fact]
    public async Task A_file_is_kept_whole_or_not_at_all_and_the_ledger_holds_its_digest_and_not_its_bytes()
    {
        await using var desk = await MatterDesk.OpenAsync();
        var id = await desk.CaseOfAsync(await desk.StartAsync(desk.Office.Clerk));

        Assert.IsType<Outcome<Guid>.Broken>(await desk.Office.DoAsync(desk.Office.Clerk, new AttachFile { CaseId = id, Name = "坏.pdf", Content = new FileContent(Content("docx")) }, Ct));
        Assert.IsType<Outcome<Guid>.Missing>(await desk.Office.DoAsync(desk.Office.DutyOfficer, new AttachFile { CaseId = id, Name = "外.pdf", Content = new FileContent(Pdf) }, Ct));
        Assert.Equal((0, 0), await CountAsync(desk));
        var file = MatterDesk.Value(await desk.Office.DoAsync(desk.Office.Clerk, new AttachFile { CaseId = id, Name = "依据.pdf", Content = new FileContent(Pdf) }, Ct));

        Assert.Equal(Pdf, await desk.UseAsync(desk.Office.Head, db => db.Set<AttachmentContent>().Where(c => c.Id == file).Select(c => c.Bytes).FirstAsync(Ct)));
        var payload = await desk.UseAsync(desk.Office.Head, db => db.Set<LedgerEntry>().Where(e => e.Act.EndsWith("AttachFile")).Select(e => e.Payload).FirstAsync(Ct));
        Assert.Contains(Sm3.Of(Pdf.AsSpan()).TrimEnd('=')[..20], payload.Replace("\\u002B", "+", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Pdf), payload, StringComparison.Ordinal);
        Assert.IsType<Outcome<Guid>.Missing>(await desk.Office.DoAsync(desk.Office.Head, new RemoveAttachment { AttachmentId = file }, Ct));
        MatterDesk.Value(await desk.Office.DoAsync(desk.Office.Clerk, new RemoveAttachment { AttachmentId = file }, Ct));
        Assert.Equal((0, 0), await CountAsync(desk));
    }

    [Fact]
    public async Task Who_is_consulted_may_read_the_case_answers_once_and_decides_nothing()
    {
        await using var desk = await MatterDesk.OpenAsync();
        var matter = await desk.StartAsync(desk.Office.Clerk);
        var id = await desk.CaseOfAsync(matter);
        Assert.Null(await desk.Office.AskAsync((CaseFile f) => f.AskAsync(matter, Ct), desk.Office.DutyOfficer));

        var question = MatterDesk.Value(await desk.Office.DoAsync(desk.Office.Head, new ConsultPerson { CaseId = id, PersonCode = "D1", Question = "预算是否足够？" }, Ct));

        Assert.NotNull(await desk.Office.AskAsync((CaseFile f) => f.AskAsync(matter, Ct), desk.Office.DutyOfficer));
        Assert.Single((await desk.Office.AskAsync((HomeLists h) => h.MessagesAsync(new HomeFilter(), Ct), desk.Office.DutyOfficer)).Rows);
        Assert.Null(await desk.TaskOfAsync(matter, desk.Office.DutyOfficer));
        Assert.IsType<Outcome<Guid>.Missing>(await desk.Office.DoAsync(desk.Second, new AnswerConsultation { ConsultationId = question, Answer = "够" }, Ct));
        MatterDesk.Value(await desk.Office.DoAsync(desk.Office.DutyOfficer, new AnswerConsultation { ConsultationId = question, Answer = "够" }, Ct));
        Assert.Equal("ConsultationChecks.NotYetAnswered", Assert.IsType<Outcome<Guid>.Broken>(await desk.Office.DoAsync(desk.Office.DutyOfficer, new AnswerConsultation { ConsultationId = question, Answer = "不够" }, Ct)).Check.Code);
        Assert.Equal(["review"], await desk.OpenAsync(matter));
    }

    [Fact]
    public async Task Two_cases_are_related_once_and_each_shows_the_other()
    {
        await using var desk = await MatterDesk.OpenAsync();
        var (one, other) = (await desk.StartAsync(desk.Office.Clerk), await desk.StartAsync(desk.Office.Clerk));
        var (first, second) = (await desk.CaseOfAsync(one), await desk.CaseOfAsync(other));

        MatterDesk.Value(await desk.Office.DoAsync(desk.Office.Clerk, new RelateCases { CaseId = first, OtherId = second }, Ct));

        Assert.IsType<Outcome<Guid>.Broken>(await desk.Office.DoAsync(desk.Office.Clerk, new RelateCases { CaseId = second, OtherId = first }, Ct));
        Assert.IsType<Outcome<Guid>.Broken>(await desk.Office.DoAsync(desk.Office.Clerk, new RelateCases { CaseId = first, OtherId = first }, Ct));
        Assert.IsType<Outcome<Guid>.Missing>(await desk.Office.DoAsync(desk.Office.DutyOfficer, new RelateCases { CaseId = first, OtherId = second }, Ct));
        Assert.Equal(second, Assert.Single((await desk.Office.AskAsync((CaseFile f) => f.AskAsync(one, Ct), desk.Office.Clerk))!.Papers.Related).Id);
        Assert.Equal(first, Assert.Single((await desk.Office.AskAsync((CaseFile f) => f.AskAsync(other, Ct), desk.Office.Clerk))!.Papers.Related).Id);
    }

    private static async Task<(int Files, int Contents)> CountAsync(MatterDesk desk) => await desk.UseAsync(desk.Office.Head, async db => (await db.Set<Attachment>().CountAsync(Ct), await db.Set<AttachmentContent>().CountAsync(Ct)));

    private static byte[] Content(string kind) => kind switch
    {
        "pdf" => Pdf,
        "docx" => Package("word/document.xml"),
        "macro" => Package("word/document.xml", "word/vbaProject.bin"),
        "text" => Encoding.UTF8.GetBytes("情况说明\n第一行"),
        "binary" => [0x00, 0x01, 0xFF, 0xFE],
        "broken" => [.. Package("word/document.xml").Take(40)],
        _ => [],
    };

    private static byte[] Package(params string[] names)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var name in names)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write("<x/>"u8);
            }
        }

        return stream.ToArray();
    }
}

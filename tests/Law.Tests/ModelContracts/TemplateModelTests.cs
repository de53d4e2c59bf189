using DocumentFormat.OpenXml.Packaging;
using Guiju.Law.ModelContracts;
using Guiju.Law.Tests.Searching;
using Guiju.Law.Tests.Standards;

namespace Guiju.Law.Tests.ModelContracts;

/// <summary>Model contracts: usual terms, typed blanks, conditions, documents.</summary>
public sealed class TemplateModelTests
{
    private static readonly Dictionary<string, string> Repair = new()
    {
        ["partyA"] = "方圆市民政局",
        ["partyB"] = "方圆汽车维修中心",
        ["cars"] = "12",
        ["hourly"] = "180.50",
        ["discount"] = "15",
        ["approval"] = "3000",
        ["warranty"] = "90",
        ["from"] = "2024-01-01",
        ["to"] = "2024-12-31",
        ["court"] = "方圆市第一区人民法院",
    };

    [Fact]
    public void Every_sample_carries_the_usual_terms()
    {
        var samples = LawFiles.Read(LawSearchTests.LawFolder()).Under("contracts/", ".yaml").ToList();

        Assert.True(samples.Count >= 3);
        Assert.All(samples, s => Assert.Empty(TemplateModel.Read(s.Value).MissingTerms()));
    }

    [Fact]
    public void Only_what_is_asked_must_be_filled()
    {
        var model = Sample("lease");
        var answers = new Dictionary<string, string> { ["deposit"] = "无" };

        Assert.DoesNotContain(model.Wrong(answers), w => w.Blank.Name == "depositSum");
        answers["deposit"] = "有";
        Assert.Contains(model.Wrong(answers), w => w.Blank.Name == "depositSum" && w.Missing);
        Assert.DoesNotContain(model.Fill(Repairless(answers)), c => c.Words.Contains("{{", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("cars", "十二辆")]
    [InlineData("hourly", "-3")]
    [InlineData("hourly", "3.005")]
    [InlineData("from", "2024年1月1日")]
    [InlineData("partyA", "")]
    public void A_blank_holds_only_its_type(string blank, string said)
    {
        var wrong = Sample("vehicle-repair").Wrong(new Dictionary<string, string>(Repair) { [blank] = said });

        Assert.Equal([blank], wrong.Select(w => w.Blank.Name));
    }

    [Fact]
    public void The_document_holds_the_answers()
    {
        var model = Sample("vehicle-repair");
        Assert.Empty(model.Wrong(Repair));

        using var document = WordprocessingDocument.Open(new MemoryStream(ContractPaper.Write("维修合同", model.Fill(Repair), "范本：第 1 版")), isEditable: false);
        var text = document.MainDocumentPart?.Document?.InnerText ?? "";

        Assert.Contains("方圆汽车维修中心", text, StringComparison.Ordinal);
        Assert.Contains("180.50元", text, StringComparison.Ordinal);
        Assert.Contains("2024年12月31日", text, StringComparison.Ordinal);
        Assert.Contains("第八条 争议解决", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_template_that_uses_an_unknown_blank_is_told_by_its_name()
    {
        var wrong = Assert.Throws<LawFormatException>(() => TemplateModel.Read("template: a\ntitle: 甲\nkind: 甲\nprovisions: []\nblanks: []\nclauses:\n  - {id: a, nature: fixed, heading: 甲, words: '{{nobody}}'}"));

        Assert.Contains("nobody", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_without_the_usual_terms_is_not_published()
    {
        var version = new TemplateVersion { Id = Guid.CreateVersion7(), Number = 1 };

        StandardTests.Broken("TemplateChecks.HasUsualTerms", () => version.Publish(new(2024, 1, 1), [new("违约责任", "breach")]));
        version.Publish(new(2024, 1, 1), []);
        version.Withdraw("条文修改");
        Assert.Equal(VersionState.Withdrawn, version.State);
        StandardTests.Broken("TemplateChecks.IsDraft", () => version.Publish(new(2024, 1, 2), []));
    }

    private static TemplateModel Sample(string code) => TemplateModel.Read(LawFiles.Read(LawSearchTests.LawFolder()).Files[$"contracts/{code}.yaml"]);

    private static Dictionary<string, string> Repairless(Dictionary<string, string> answers) => new(answers) { ["rent"] = "10000", ["depositSum"] = "2000", ["from"] = "2024-01-01", ["to"] = "2024-12-31" };
}

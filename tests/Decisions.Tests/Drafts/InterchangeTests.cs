using System.Xml.Linq;
using Guiju.Decisions.Addresses;
using Guiju.Decisions.Drafts;
using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Decisions.Scenarios;
using Guiju.Decisions.Tests.Scenarios;
using Guiju.Dmn;
using Guiju.Kernel;
using Guiju.Kernel.Registers;
using Guiju.Law;
using Scenario = Guiju.Decisions.Scenarios.Scenario;

namespace Guiju.Decisions.Tests.Drafts;

/// <summary>What other systems take from the rules comes back as it went out.</summary>
public sealed class InterchangeTests
{
    private static readonly DateOnly On = new(2026, 3, 2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static TheoryData<string> Models() => new(Book.Files.Files.Keys.Where(k => k.EndsWith(".dmn", StringComparison.Ordinal)).Order());

    [Theory]
    [MemberData(nameof(Models))]
    public void A_model_goes_out_as_1_5_and_comes_back_the_same(string path)
    {
        var text = Book.Files.Files[path];
        var abroad = DmnWriter.Write(DmnXml.Parse(text, path), "1.5");

        var draft = new DraftFolder(Book.Current, On, On).Read(new Dictionary<string, string> { [Path.GetFileName(path)] = abroad });
        var home = DmnWriter.Write(DmnXml.Parse(draft[path], path), "1.3");

        Assert.Contains("https://www.omg.org/spec/DMN/20230324/MODEL/", abroad, StringComparison.Ordinal);
        Assert.True(XNode.DeepEquals(XDocument.Parse(text).Root, XDocument.Parse(home).Root), path);
        Assert.True(DraftReview.Of(Book.Current, draft, [], new DecisionSettings()).Lines.All(l => l.IsWarning), path);
    }

    [Fact]
    public void Scenarios_are_written_as_they_are_read()
    {
        foreach (var (path, text) in Book.Files.Under("fleet/", ".scenarios.yaml"))
        {
            var read = Scenario.Read(path, text);

            Assert.Equal(Json.Write(read), Json.Write(Scenario.Read(path, Scenario.Write(read))));
        }
    }

    [Theory]
    [InlineData("quota.scenarios.yaml", "fleet/quota.scenarios.yaml")]
    [InlineData("control-points.scenarios.yaml", "control-points.scenarios.yaml")]
    public void Scenarios_that_come_home_stand_beside_their_model_again(string name, string place)
    {
        var draft = new DraftFolder(Book.Current, On, On).Read(new Dictionary<string, string> { [name] = "[]" });

        Assert.Equal(place, Assert.Single(draft).Key);
    }

    [Theory]
    [InlineData("cn/general-offices/2017/71", true)]
    [InlineData("cn/general-offices/2017/71~art_999", false)]
    [InlineData("cn/general-offices/2017/71000", false)]
    public void A_provision_that_is_not_there_cannot_be_cited(string cited, bool fits)
    {
        var text = Book.Files.Files["fleet/quota.dmn"].Replace("cn/general-offices/2017/71~art_6", cited, StringComparison.Ordinal);

        Assert.Equal(fits, DraftReview.Of(Book.Current, new Dictionary<string, string> { ["fleet/quota.dmn"] = text }, [], new DecisionSettings()).IsGreen);
    }

    [Fact]
    public void Provisions_that_come_as_a_file_can_be_cited_and_what_stands_is_not_written_over()
    {
        var (path, text) = Book.Files.Under("sources/", ".yaml").First(f => f.Value.Contains("art_34__para_1", StringComparison.Ordinal));
        var known = LawSources.Read(path, text);
        var version = known.Versions[^1];
        var added = new LawProvision("art_900", "第九百条", Evidence.Verified, ["a, \"b\""], new Bilingual("新的", "new"));
        var given = known with { Versions = [version with { Provisions = [added, version.Provisions[0] with { Article = "第九条" }] }] };

        var draft = new DraftFolder(Book.Current, On, On).Read(new Dictionary<string, string> { ["any-name.yaml"] = SourceFile.Write(given) });
        var then = DraftFolder.Overlay(Book.Current, draft, On).Sources;

        Assert.Equal(SourceFile.PathOf(known.Work), Assert.Single(draft).Key);
        Assert.Equal("第九百条", then.Resolve($"{known.Work}~art_900", On)!.Article);
        Assert.Equal(version.Provisions[0].Article, then.Resolve($"{known.Work}~{version.Provisions[0].Address}", On)!.Article);
        Assert.Equal(Json.Write(given), Json.Write(LawSources.Read(path, SourceFile.Write(given))));
        Assert.False(Book.Current.Sources.Knows($"{known.Work}~art_900"));
    }

    [Fact]
    public void Every_shipped_scenario_passes_in_the_workbench_as_it_does_in_the_tests()
    {
        var wrong = Book.Files.Under("fleet/", ".scenarios.yaml").SelectMany(f => Scenario.Read(f.Key, f.Value)).Select(s => ScenarioTrial.Of(Book.Current, s, new DecisionSettings()))
            .Where(t => !t.Passed).Select(t => $"{t.Scenario.Name}: {string.Join(' ', t.Wrong.Select(w => w.En))}");

        Assert.Empty(wrong);
    }

    [Fact]
    public void Figures_are_written_as_they_are_read()
    {
        var again = ParameterReader.Read("parameters.yaml", FigureFile.Whole(Book.Current.Parameters.Values));

        Assert.Equal(FigureFile.Whole(Book.Current.Parameters.Values), FigureFile.Whole(again));
        Assert.Equal(Book.Current.Parameters.Count, again.Count);
        Assert.Empty(new DraftFolder(Book.Current, On, On).Read(new Dictionary<string, string> { ["parameters.yaml"] = FigureFile.Whole(again) }));
    }

    [Fact]
    public async Task A_workbook_of_figures_adds_what_it_says_otherwise_and_nothing_else()
    {
        var rows = Interchange.Rows(Book.Current);
        rows.First(r => (string?)r["id"] == "fleet.renew.years")["值"] = 10m;
        using var file = new MemoryStream();
        await SheetExport.WriteAsync(file, rows, Ct);
        file.Position = 0;

        var upload = await DraftUpload.ReadAsync("figures.xlsx", file, Book.Current, new DateOnly(2026, 12, 1), Ct);
        var draft = new DraftFolder(Book.Current, On, new DateOnly(2026, 12, 1)).Read(new Dictionary<string, string> { [upload.Name] = upload.Text });

        var (id, value) = Assert.Single(ParameterReader.Added("parameters.yaml", Assert.Single(draft).Value, Book.Current.Parameters));
        Assert.Equal(("fleet.renew.years", 10m), (id, value.Value));
        Assert.Equal(10m, DraftFolder.Overlay(Book.Current, draft, On).Parameters["fleet.renew.years"].On(On)!.Value);
    }

    [Theory]
    [InlineData("id", "fleet.none", "没有数值")]
    [InlineData("值", "十年", "能取的值")]
    [InlineData("起", "某日", "不是日期")]
    public async Task A_row_that_cannot_be_taken_is_named(string column, string value, string told)
    {
        var rows = Interchange.Rows(Book.Current).Where(r => (string?)r["id"] == "fleet.renew.years").ToList();
        rows[0][column] = value;
        using var file = new MemoryStream();
        await SheetExport.WriteAsync(file, rows, Ct);
        file.Position = 0;

        var refused = await Assert.ThrowsAsync<SheetRefusedException>(() => DraftUpload.ReadAsync("figures.xlsx", file, Book.Current, On, Ct));

        Assert.Contains("第 2 行", refused.Reason.Zh, StringComparison.Ordinal);
        Assert.Contains(told, refused.Reason.Zh, StringComparison.Ordinal);
    }
}

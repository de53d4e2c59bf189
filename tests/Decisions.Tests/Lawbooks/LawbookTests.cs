using Guiju.Decisions.Facts;
using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Decisions.Tests.Scenarios;
using Guiju.Kernel;
using Guiju.Law;

namespace Guiju.Decisions.Tests.Lawbooks;

public sealed class LawbookTests
{
    private const string Points = """
        types: {}
        facts:
          headcount: {name: 人数, type: number, help: 人数, english: Heads}
        points:
          - id: trial.point
            title: {zh: 试验, en: Trial}
            stage: effect
            decisions: [trial.dmn#T-01]
            facts: [headcount]
        """;

    [Fact]
    public void A_case_that_no_row_covers_is_never_allowed()
    {
        var book = Lawbook.Load(With("&gt; 0"));
        var point = book.ControlPoints["trial.point"];

        var verdict = Judge.Give(book, point, new DateOnly(2026, 3, 2), FactReader.Read(point, new Dictionary<string, object?> { ["headcount"] = 0 }), new DecisionSettings());

        Assert.Equal(LawOutcome.CannotDecide, verdict.Outcome);
    }

    [Theory]
    [InlineData("&gt; 人头数", "人头数")]
    [InlineData("＞ 0", "＞")]
    [InlineData("&gt; 定员", "定员")]
    public void A_cell_that_cannot_be_read_is_told_with_file_and_place(string cell, string named)
    {
        var fault = Assert.Throws<LawFormatException>(() => Lawbook.Load(With(cell)));

        Assert.Contains("trial.dmn, line", fault.Message, StringComparison.Ordinal);
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_control_point_that_names_no_decision_is_told()
    {
        var files = new Dictionary<string, string>(With("&gt; 0").Files) { ["control-points.yaml"] = Points.Replace("T-01", "T-02", StringComparison.Ordinal) };

        Assert.Contains("T-02", Assert.Throws<LawFormatException>(() => Lawbook.Load(new LawFiles(files))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_the_content_and_an_altered_copy_is_refused()
    {
        var files = With("&gt; 0");
        var kept = new KeptLawbook { Version = files.Version, Packed = Json.Pack(files.Files) };
        var altered = new KeptLawbook { Version = files.Version, Packed = Json.Pack(With("&gt;= 0").Files) };

        Assert.Equal(files.Version, kept.Open().Version);
        Assert.NotEqual(files.Version, With("&gt;= 0").Version);
        Assert.Throws<LawFormatException>(altered.Open);
    }

    [Fact]
    public void A_figure_corrected_later_is_known_only_from_the_day_it_was_recorded()
    {
        var figure = new Parameter("trial.cap", new Bilingual("上限", "Cap"), "元", "number", "bureau",
        [
            new(new DateOnly(2020, 1, 1), null, 10m, null, Evidence.Assumed, new DateOnly(2020, 1, 1)),
            new(new DateOnly(2020, 1, 1), null, 12m, null, Evidence.Reported, new DateOnly(2026, 1, 1)),
        ]);

        Assert.Equal(10m, figure.On(new DateOnly(2024, 5, 6), new DateOnly(2024, 5, 6))?.Value);
        Assert.Equal(12m, figure.On(new DateOnly(2024, 5, 6))?.Value);
        Assert.Null(figure.On(new DateOnly(2019, 12, 31)));
    }

    [Fact]
    public void Of_two_amendments_written_down_the_same_day_for_the_same_day_the_later_one_counts()
    {
        var day = new DateOnly(2026, 12, 1);
        ParameterValue Value(decimal value, int? amendment) => new(day, null, value, null, Evidence.Assumed, day) { Amendment = amendment };
        var figure = new Parameter("trial.cap", new Bilingual("上限", "Cap"), "元", "number", "bureau", [Value(10m, null), Value(12m, 1), Value(14m, 2)]);

        Assert.Equal(14m, figure.On(day)?.Value);
    }

    [Fact]
    public void Replacing_a_figure_makes_another_lawbook()
    {
        var other = Book.With(new Dictionary<string, string> { ["fleet.renew.years"] = "10" });

        Assert.NotEqual(Book.Current.Version, other.Version);
        Assert.Equal(10m, other.Parameters["fleet.renew.years"].On(new DateOnly(2026, 1, 1))?.Value);
    }

    private static LawFiles With(string cell) => new(new Dictionary<string, string>
    {
        ["control-points.yaml"] = Points,
        ["trial.dmn"] = $"""
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:guiju="urn:guiju:law" id="trial" name="试验" namespace="urn:guiju:law:trial">
              <inputData id="heads" name="人数" guiju:english="headcount"><variable id="heads-var" name="人数" typeRef="number" /></inputData>
              <decision id="T-01" name="试验规则" guiju:rule="T-01">
                <variable id="T-01-var" name="试验规则" typeRef="string" />
                <informationRequirement id="T-01-n1"><requiredInput href="#heads" /></informationRequirement>
                <decisionTable id="T-01-table" hitPolicy="FIRST">
                  <input id="T-01-i1"><inputExpression id="T-01-i1x" typeRef="number"><text>人数</text></inputExpression></input>
                  <output id="T-01-o" name="结论" typeRef="string" />
                  <rule id="T-01-r1" guiju:pack="bureau" guiju:evidence="assumed">
                    <inputEntry id="T-01-r1c1"><text>{cell}</text></inputEntry>
                    <outputEntry id="T-01-r1o"><text>"允许"</text></outputEntry>
                  </rule>
                </decisionTable>
              </decision>
            </definitions>
            """,
    });
}

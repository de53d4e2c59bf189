using System.Text.Json;
using Guiju.Kernel;

namespace Guiju.Decisions.Tests.Terminal;

public sealed class DmnEvaluationTests
{
    private const string Rows = "\"机要\" ; > 上限 | \"机要\" ; <= 上限 | not(\"机要\") ; -";
    private const string Figures = "- {id: cap, name: 上限, english: Cap, type: number, values: [{from: 2020-01-01, to: 2024-12-31, value: 25, evidence: assumed, recorded: 2020-01-01}, {from: 2025-01-01, value: 18, evidence: assumed, recorded: 2025-01-01}]}";

    [Theory]
    [InlineData("2024-06-01", "2")]
    [InlineData("2025-06-01", "1")]
    public async Task The_value_comes_with_rows_trace_and_sentences_and_the_figures_of_the_day(string on, string value)
    {
        using var file = Model();
        var facts = file.Beside("f.json", """{"use": "secret", "价格": 20}""");

        var (code, json) = await Guiju.JsonAsync("dmn", "eval", file.Path, "--decision", "结论", "--facts", facts, "--on", on);

        Assert.Equal((ExitCode.Done, value), (code, json.GetProperty("value").GetRawText()));
        Assert.Equal("r" + (value == "1" ? "1" : "2"), json.GetProperty("hits")[0].GetProperty("id").GetString());
        Assert.Equal(value, json.GetProperty("trace")[0].GetProperty("hits")[0].GetProperty("row").GetRawText());
        Assert.Equal("机要", json.GetProperty("trace")[0].GetProperty("inputs")[0].GetProperty("value").GetString());
        Assert.Contains($"命中第 {value} 行", json.GetProperty("told").GetProperty("zh").GetString(), StringComparison.Ordinal);
        Assert.Contains($"Row {value} hit", json.GetProperty("told").GetProperty("en").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_only_decision_need_not_be_named_and_the_rows_that_nearly_hit_are_told()
    {
        using var file = Model();
        var facts = file.Beside("f.json", """{"用途": "机要", "价格": 20}""");

        var (code, output, _) = await Guiju.RunAsync("dmn", "eval", file.Path, "--facts", facts, "--on", "2024-06-01");

        Assert.Equal(ExitCode.Done, code);
        Assert.StartsWith("2", output, StringComparison.Ordinal);
        Assert.Contains("价格（20）不满足 > 上限", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_fact_is_named_and_cannot_be_decided()
    {
        using var file = Model();
        var facts = file.Beside("f.json", """{"use": "secret"}""");

        var (code, json) = await Guiju.JsonAsync("dmn", "eval", file.Path, "--facts", facts);

        Assert.Equal(ExitCode.CannotDecide, code);
        Assert.Equal("价格", Assert.Single(json.GetProperty("missing").EnumerateArray()).GetString());
        Assert.Equal(JsonValueKind.Null, json.GetProperty("value").ValueKind);
    }

    [Fact]
    public async Task A_fact_the_model_does_not_know_is_told_with_the_nearest_name()
    {
        using var file = Model();
        var facts = file.Beside("f.json", """{"用途": "接待", "价各": 20}""");

        var (code, output, error) = await Guiju.RunAsync("dmn", "eval", file.Path, "--facts", facts, "--json");

        Assert.Equal((ExitCode.Done, '{'), (code, output[0]));
        Assert.Contains("是否指“价格”", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Days_are_given_as_texts_and_a_wrong_value_is_a_warning()
    {
        const string Xml = """
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" name="期" namespace="urn:a" id="m">
              <itemDefinition name="记录"><itemComponent name="购置日"><typeRef>date</typeRef></itemComponent><itemComponent name="维修日" isCollection="true"><typeRef>date</typeRef></itemComponent></itemDefinition>
              <inputData id="i" name="车"><variable name="车" typeRef="记录"/></inputData><inputData id="j" name="数"><variable name="数" typeRef="number"/></inputData>
              <decision id="d" name="期满日"><variable name="期满日"/><informationRequirement><requiredInput href="#i"/></informationRequirement><literalExpression><text>[车.购置日 + duration("P8Y"), max(车.维修日)]</text></literalExpression></decision>
              <decision id="e" name="加一"><variable name="加一"/><informationRequirement><requiredInput href="#j"/></informationRequirement><literalExpression><text>数 + 1</text></literalExpression></decision>
            </definitions>
            """;
        using var file = new Guiju.File("期.dmn", Xml);
        var facts = file.Beside("f.json", """{"车": {"购置日": "2016-02-29", "维修日": ["2025-01-01", "2024-01-01"]}, "数": "很多"}""");

        var (code, json) = await Guiju.JsonAsync("dmn", "eval", file.Path, "--decision", "期满日", "--facts", facts);
        var wrong = await Guiju.JsonAsync("dmn", "eval", file.Path, "--decision", "加一", "--facts", facts);

        Assert.Equal((ExitCode.Done, "[\"2024-02-29\",\"2025-01-01\"]"), (code, json.GetProperty("value").GetRawText()));
        Assert.Equal(ExitCode.CannotDecide, wrong.Code);
        Assert.Equal("type-mismatch", wrong.Json.GetProperty("warnings")[0].GetProperty("code").GetString());
    }

    [Theory]
    [InlineData("--decision 没有", "结论")]
    [InlineData("--on 2025年", "yyyy-MM-dd")]
    [InlineData("--facts /no/such/file.json", "file.json")]
    public async Task Wrong_use_is_refused_in_a_line(string arguments, string word)
    {
        using var file = Model();

        var (code, output, error) = await Guiju.RunAsync(["dmn", "eval", file.Path, .. arguments.Split(' ')]);

        Assert.Equal((ExitCode.Failure, ""), (code, output));
        Assert.Contains(word, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_with_faults_is_not_evaluated()
    {
        using var file = new Guiju.File("甲.dmn", DmnCommandTests.Model("UNIQUE", "- ; ＞30"));

        var (code, output, error) = await Guiju.RunAsync("dmn", "eval", file.Path);

        Assert.Equal((ExitCode.Failure, ""), (code, output));
        Assert.Contains("full-width", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_model_reads_those_it_imports_from_its_own_folder()
    {
        const string Space = "https://www.omg.org/spec/DMN/20191111/MODEL/";
        using var file = new Guiju.File("甲.dmn", $"""
            <definitions xmlns="{Space}" name="甲" namespace="urn:a" id="m"><import name="共用" namespace="urn:b" importType="{Space}"/>
              <decision id="d" name="结论"><variable name="结论"/><informationRequirement><requiredDecision href="urn:b#e"/></informationRequirement><literalExpression><text>共用.底数 + 1</text></literalExpression></decision></definitions>
            """);

        var alone = await Guiju.RunAsync("dmn", "check", file.Path);
        file.Beside("乙.dmn", $"""<definitions xmlns="{Space}" name="乙" namespace="urn:b" id="n"><decision id="e" name="底数"><variable name="底数"/><literalExpression><text>41</text></literalExpression></decision></definitions>""");
        file.Beside("坏.dmn", "<broken");
        var both = await Guiju.JsonAsync("dmn", "eval", file.Path);

        Assert.Contains("[import]", alone.Output, StringComparison.Ordinal);
        Assert.Equal(42, both.Json.GetProperty("value").GetInt32());
    }

    private static Guiju.File Model()
    {
        var file = new Guiju.File("甲.dmn", DmnCommandTests.Model("FIRST", Rows));
        file.Beside("parameters.yaml", Figures);
        return file;
    }
}

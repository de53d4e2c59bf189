using System.Security;
using Guiju.Kernel;

namespace Guiju.Decisions.Tests.Terminal;

public sealed class DmnCommandTests
{
    private const string Space = "https://www.omg.org/spec/DMN/20191111/MODEL/";

    [Theory]
    [InlineData("UNIQUE", "\"机要\" ; <= 25 | \"机要\" ; >= 25 | not(\"机要\") ; -", "overlap", "价格", "25")]
    [InlineData("UNIQUE", "\"机要\" ; < 25 | \"机要\" ; > 25 | not(\"机要\") ; -", "gap", "价格", "25")]
    [InlineData("FIRST", "- ; <= 25 | - ; > 25 | \"机要\" ; 20", "unreachable", "价格", "20")]
    [InlineData("COLLECT", "- ; \"二十五\"", "type", "价格", "\"二十五\"")]
    [InlineData("COLLECT", "- ; (5..5)", "unreachable", "价格", "(5..5)")]
    public async Task Each_kind_of_fault_is_shown_by_the_smallest_example(string policy, string rows, string code, string input, string value)
    {
        using var file = new Guiju.File("甲.dmn", Model(policy, rows));

        var (exit, json) = await Guiju.JsonAsync("dmn", "check", file.Path);
        var told = await Guiju.RunAsync("dmn", "check", file.Path);

        Assert.Equal(ExitCode.Refused, exit);
        var fault = Assert.Single(json.GetProperty("faults").EnumerateArray(), f => f.GetProperty("code").GetString() == code);
        Assert.Equal(value, fault.GetProperty("example").GetProperty(input).GetString());
        Assert.StartsWith("结论", fault.GetProperty("element").GetString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Refused, told.Code);
        Assert.Contains($"[{code}]", told.Output, StringComparison.Ordinal);
        Assert.Contains($"{input} = {value}", told.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_complete_table_is_told_so()
    {
        using var file = new Guiju.File("甲.dmn", Model("UNIQUE", "\"机要\" ; <= 25 | \"机要\" ; > 25 | not(\"机要\") ; -"));

        var (exit, json) = await Guiju.JsonAsync("dmn", "check", file.Path);

        Assert.Equal((ExitCode.Done, 0), (exit, json.GetProperty("faults").GetArrayLength()));
    }

    [Fact]
    public async Task What_a_required_decision_can_give_is_known()
    {
        const string Step = """<decision id="s" name="档次"><variable name="档次" typeRef="string"/><literalExpression><text>if 价格 > 20 then "高" else "低"</text></literalExpression></decision>""";
        string Over(string rows) => Model("UNIQUE", rows).Replace("<decision id=\"d\"", Step.Replace("<literal", "<informationRequirement><requiredInput href=\"#i_价格\"/></informationRequirement><literal", StringComparison.Ordinal) + "<decision id=\"d\"", StringComparison.Ordinal)
            .Replace("<decisionTable", "<informationRequirement><requiredDecision href=\"#s\"/></informationRequirement><decisionTable", StringComparison.Ordinal)
            .Replace("<text>用途</text>", "<text>档次</text>", StringComparison.Ordinal);
        using var whole = new Guiju.File("甲.dmn", Over("\"高\" ; - | \"低\" ; -"));
        using var half = new Guiju.File("乙.dmn", Over("\"高\" ; - | \"中\" ; -"));

        Assert.Equal(ExitCode.Done, (await Guiju.RunAsync("dmn", "check", whole.Path)).Code);
        var told = (await Guiju.RunAsync("dmn", "check", half.Path)).Output;
        Assert.Contains("没有任何取值满足第 2 行", told, StringComparison.Ordinal);
        Assert.Contains("档次 = \"低\"", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decisions_that_require_each_other_are_shown_with_the_way_round()
    {
        const string Xml = $"""
            <definitions xmlns="{Space}" name="环" namespace="urn:a" id="m">
              <decision id="a" name="甲"><variable name="甲"/><informationRequirement><requiredDecision href="#b"/></informationRequirement><literalExpression><text>乙</text></literalExpression></decision>
              <decision id="b" name="乙"><variable name="乙"/><informationRequirement><requiredDecision href="#c"/></informationRequirement><literalExpression><text>丙</text></literalExpression></decision>
              <decision id="c" name="丙"><variable name="丙"/><informationRequirement><requiredDecision href="#a"/></informationRequirement><literalExpression><text>甲</text></literalExpression></decision>
            </definitions>
            """;
        using var file = new Guiju.File("环.dmn", Xml);

        var (code, output, _) = await Guiju.RunAsync("dmn", "check", file.Path);

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("甲 → 乙 → 丙 → 甲", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rows_that_no_scenario_hits_are_shown_with_a_case_that_would()
    {
        using var file = new Guiju.File("甲.dmn", Model("UNIQUE", "\"机要\" ; <= 上限 | \"机要\" ; > 上限 | not(\"机要\") ; -"));
        file.Beside("parameters.yaml", "- {id: cap, name: 上限, english: Cap, type: number, values: [{from: 2020-01-01, value: 25, evidence: assumed, recorded: 2020-01-01}]}");
        var scenarios = file.Beside("甲.scenarios.yaml", """
            - {name: 恰好等于上限, decision: d, on: 2025-01-01, facts: {use: secret, 价格: 25}, expect: {outcome: allowed, rule: r1}}
            - {name: 别的用途, decision: d, on: 2025-01-01, facts: {用途: 接待}, expect: {outcome: allowed, rule: r3}}
            """);

        var (code, json) = await Guiju.JsonAsync("dmn", "check", file.Path, "--scenarios", scenarios);

        Assert.Equal(ExitCode.Refused, code);
        var fault = Assert.Single(json.GetProperty("faults").EnumerateArray());
        Assert.Equal(("untried", "结论, row 2"), (fault.GetProperty("code").GetString(), fault.GetProperty("element").GetString()));
        Assert.Equal(("\"机要\"", "> 上限"), (fault.GetProperty("example").GetProperty("用途").GetString(), fault.GetProperty("example").GetProperty("价格").GetString()));
    }

    [Fact]
    public async Task Scenarios_that_do_not_fit_the_model_are_faults()
    {
        using var file = new Guiju.File("甲.dmn", Model("UNIQUE", "- ; -"));
        var scenarios = file.Beside("s.yaml", """
            - {name: 没有的决策, decision: 别处, facts: {}, expect: {outcome: allowed}}
            - {name: 写错的事实, decision: d, facts: {价各: 1}, expect: {outcome: allowed, rule: r9}}
            """);

        var (code, output, _) = await Guiju.RunAsync("dmn", "check", file.Path, "--scenarios", scenarios);

        Assert.Equal(ExitCode.Refused, code);
        Assert.Contains("没有名为“别处”的决策", output, StringComparison.Ordinal);
        Assert.Contains("是否指“价格”", output, StringComparison.Ordinal);
        Assert.Contains("应命中 r9 而未命中", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_model_of_the_law_passes_its_checks_with_its_scenarios()
    {
        foreach (var path in Scenarios.Book.Files.Under("", ".dmn").Select(f => f.Key))
        {
            using var file = new Guiju.File("model.dmn", Scenarios.Book.Files.Files[path]);
            file.Beside("parameters.yaml", Scenarios.Book.Files.Files[path[..(path.LastIndexOf('/') + 1)] + "parameters.yaml"]);
            var scenarios = file.Beside("model.scenarios.yaml", Scenarios.Book.Files.Files[path.Replace(".dmn", ".scenarios.yaml", StringComparison.Ordinal)]);

            var (code, output, _) = await Guiju.RunAsync("dmn", "check", file.Path, "--scenarios", scenarios);

            Assert.True(code == ExitCode.Done, $"{path}: {output}");
        }
    }

    [Theory]
    [InlineData("<definitions", "XML")]
    [InlineData("", "XML")]
    [InlineData("<!DOCTYPE definitions [<!ENTITY a 'aaaa'>]><definitions xmlns=\"" + Space + "\" name=\"a\" namespace=\"a\">&a;</definitions>", "DTD")]
    [InlineData("<html/>", "DMN 1.2")]
    public async Task A_file_that_is_no_model_is_refused_in_words(string text, string word)
    {
        using var file = new Guiju.File("坏.dmn", text);

        var (code, json) = await Guiju.JsonAsync("dmn", "check", file.Path);
        var asked = await Guiju.RunAsync("dmn", "eval", file.Path);

        Assert.Equal(ExitCode.Refused, code);
        var fault = Assert.Single(json.GetProperty("faults").EnumerateArray());
        Assert.Equal("format", fault.GetProperty("code").GetString());
        Assert.Contains(word, fault.GetProperty("messageZh").GetString(), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Failure, asked.Code);
        Assert.Contains("坏.dmn", asked.Error, StringComparison.Ordinal);
    }

    internal static string Model(string policy, string rows) => $"""
        <definitions xmlns="{Space}" xmlns:guiju="urn:guiju:law" name="试表" namespace="urn:a" id="m">
          <itemDefinition name="用途" guiju:codes="secret reception urgent"><typeRef>string</typeRef><allowedValues><text>"机要","接待","应急"</text></allowedValues></itemDefinition>
          <inputData id="i_用途" name="用途" guiju:english="use"><variable name="用途" typeRef="用途"/></inputData>
          <inputData id="i_价格" name="价格"><variable name="价格" typeRef="number"/></inputData>
          <inputData id="i_日期" name="日期"><variable name="日期" typeRef="date"/></inputData>
          <inputData id="i_上限" name="上限" guiju:parameter="cap"><variable name="上限" typeRef="number"/></inputData>
          <decision id="d" name="结论"><variable name="结论"/>{string.Concat(new[] { "用途", "价格", "日期", "上限" }.Select(i => $"<informationRequirement><requiredInput href=\"#i_{i}\"/></informationRequirement>"))}
            <decisionTable hitPolicy="{policy}"><input><inputExpression><text>用途</text></inputExpression></input><input><inputExpression typeRef="number"><text>价格</text></inputExpression></input><output/>
              {string.Concat(rows.Split('|').Select((row, i) => $"<rule id=\"r{i + 1}\">{string.Concat(row.Split(';').Select(c => $"<inputEntry><text>{SecurityElement.Escape(c.Trim())}</text></inputEntry>"))}<outputEntry><text>{i + 1}</text></outputEntry></rule>"))}
            </decisionTable></decision>
        </definitions>
        """;
}

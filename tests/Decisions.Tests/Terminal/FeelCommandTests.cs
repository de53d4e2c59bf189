using System.Text.Json;
using Guiju.Kernel;

namespace Guiju.Decisions.Tests.Terminal;

public sealed class FeelCommandTests
{
    private const string Context = """{"使用面积": 28.5, "核定面积": 30, "备注": null, "购置日": "@\"2019-03-31\"", "文号": "2019-03-31", "单位": [{"名称": "办公室", "人数": 12}], "大数": 12345678901234567890.12}""";

    [Theory]
    [InlineData("使用面积 + 核定面积", "58.5", "number")]
    [InlineData("购置日 + duration(\"P6Y\")", "\"2025-03-31\"", "date")]
    [InlineData("购置日.year", "2019", "number")]
    [InlineData("文号", "\"2019-03-31\"", "string")]
    [InlineData("单位[人数 > 10].名称", "[\"办公室\"]", "list")]
    [InlineData("大数 + 0.01", "\"12345678901234567890.13\"", "number")]
    [InlineData("{甲: 1, 乙: [true, null]}", "{\"甲\":1,\"乙\":[true,null]}", "context")]
    [InlineData("duration(\"PT36H\")", "\"P1DT12H\"", "days and time duration")]
    public async Task Value_and_type_are_told(string expression, string value, string type)
    {
        using var file = new Guiju.File("c.json", Context);

        var (code, json) = await Guiju.JsonAsync("feel", expression, "--context", file.Path, "--strict");
        var told = await Guiju.RunAsync("feel", expression, "--context", file.Path);

        Assert.Equal((ExitCode.Done, value, type), (code, json.GetProperty("value").GetRawText(), json.GetProperty("type").GetString()));
        Assert.Equal(JsonValueKind.Null, json.GetProperty("error").ValueKind);
        Assert.Equal((ExitCode.Done, $"{value}\t{type}"), (told.Code, told.Output));
    }

    [Theory]
    [InlineData("使用面积＞30", "full-width", 4, 5, ">")]
    [InlineData("（使用面积）", "full-width", 0, 1, "(")]
    [InlineData("使用面积 > 30 and 核订面积 < 3", "unknown-name", 14, 18, "核定面积")]
    [InlineData("1 +", "syntax", 3, 3, "")]
    [InlineData("[1, 2", "syntax", 5, 5, "")]
    public async Task A_mistake_is_refused_with_its_place_and_what_was_meant(string expression, string code, int start, int end, string meant)
    {
        using var file = new Guiju.File("c.json", Context);

        var (exit, json) = await Guiju.JsonAsync("feel", expression, "--context", file.Path, "--strict");
        var told = await Guiju.RunAsync("feel", expression, "--context", file.Path, "--strict");

        Assert.Equal(ExitCode.Failure, exit);
        var warning = Assert.Single(json.GetProperty("warnings").EnumerateArray());
        Assert.Equal((code, start, end), (warning.GetProperty("code").GetString(), warning.GetProperty("start").GetInt32(), warning.GetProperty("end").GetInt32()));
        Assert.Contains(meant, warning.GetProperty("messageZh").GetString(), StringComparison.Ordinal);
        Assert.Contains(meant, warning.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal((ExitCode.Failure, ""), (told.Code, told.Output));
        Assert.Contains(expression, told.Error, StringComparison.Ordinal);
        Assert.Contains("^", told.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_mark_stands_under_the_place_as_a_terminal_shows_it()
    {
        using var file = new Guiju.File("c.json", Context);

        var lines = (await Guiju.RunAsync("feel", "使用面积＞30", "--context", file.Path, "--strict")).Error.Split('\n');

        Assert.Equal("            ^^", lines[^1].TrimEnd()); // four characters of two columns, after four blanks
    }

    [Fact]
    public async Task Trouble_on_the_way_is_a_warning_with_its_place()
    {
        var (code, json) = await Guiju.JsonAsync("feel", "[1 / 0, \"a\" + 1]");

        Assert.Equal((ExitCode.Done, "[null,null]"), (code, json.GetProperty("value").GetRawText()));
        Assert.Equal(["division-by-zero", "types"], json.GetProperty("warnings").EnumerateArray().Select(w => w.GetProperty("code").GetString()));
        Assert.Equal([(1, 6), (8, 15)], json.GetProperty("warnings").EnumerateArray().Select(w => (w.GetProperty("start").GetInt32(), w.GetProperty("end").GetInt32())));
    }

    [Fact]
    public async Task A_missing_fact_is_cannot_decide()
    {
        using var file = new Guiju.File("c.json", Context);

        var (code, json) = await Guiju.JsonAsync("feel", "备注 > 3", "--context", file.Path, "--strict");

        Assert.Equal(ExitCode.CannotDecide, code);
        Assert.Contains("备注", json.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1 / 0", "除数为零")]
    [InlineData("28.5 + \"平方米\"", "+ 不能用于")]
    public async Task Strictly_nothing_is_no_value(string expression, string reason)
    {
        var (code, json) = await Guiju.JsonAsync("feel", expression, "--strict");

        Assert.Equal(ExitCode.CannotDecide, code);
        Assert.Contains(reason, json.GetProperty("error").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_written_with_its_sign_is_no_file_of_arguments()
    {
        var (code, json) = await Guiju.JsonAsync("feel", "@\"2025-01-31\"");

        Assert.Equal((ExitCode.Done, "2025-01-31", "date"), (code, json.GetProperty("value").GetString(), json.GetProperty("type").GetString()));
    }

    [Fact]
    public async Task A_folder_without_cases_is_no_kit()
    {
        using var file = new Guiju.File("甲.txt", "");

        var (code, _, error) = await Guiju.RunAsync("tck", Path.GetDirectoryName(file.Path) ?? "");

        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("no cases", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{不是 JSON")]
    [InlineData("[1, 2]")]
    [InlineData("{\"甲\": 1, \"甲\": 2}")]
    [InlineData("{\"甲\": 1e400}")]
    [InlineData("{\"甲\": \"\\ud800\"}")]
    public async Task A_context_that_cannot_be_read_is_refused_by_name(string context)
    {
        using var file = new Guiju.File("甲.json", context);

        var (code, output, error) = await Guiju.RunAsync("feel", "甲", "--context", file.Path, "--json");

        Assert.Equal((ExitCode.Failure, ""), (code, output));
        Assert.StartsWith("甲.json: ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("for 甲 in 1..100000000 return 甲")]
    [InlineData("{深: function(数) 深(数 + 1), 得: 深(1)}.得")]
    public async Task An_expression_that_would_not_end_is_stopped(string expression) =>
        Assert.Equal(ExitCode.Failure, (await Guiju.JsonAsync("feel", expression)).Code);

    [Fact]
    public async Task A_batch_answers_every_line_in_order_and_goes_on_after_a_bad_one()
    {
        using var file = new Guiju.File("b.jsonl", """
            {"id": 1, "expr": "1 + 1"}
            not json
            {"id": 3}
            {"id": "四", "expr": "甲＞1", "context": {"甲": 2}, "strict": true}
            {"id": 5, "expr": "甲", "context": {"甲": 1e999}}
            {"id": 6, "expr": "甲 > 1", "context": {"甲": null}, "strict": true}
            [7]
            {"id": 8, "expr": "甲 + duration(\"P1M\")", "context": {"甲": "@\"2024-01-31\""}}
            """);

        var (code, output, _) = await Guiju.RunAsync("feel", "--batch", file.Path);

        Assert.Equal(ExitCode.Done, code);
        var answers = output.Split('\n').Select(l => JsonDocument.Parse(l).RootElement).ToList();
        Assert.Equal(["1", "null", "3", "\"四\"", "5", "6", "null", "8"], answers.Select(a => a.GetProperty("id").GetRawText()));
        Assert.Equal([true, false, false, false, false, false, false, true], answers.Select(a => a.GetProperty("error").ValueKind == JsonValueKind.Null));
        Assert.Equal("2024-02-29", answers[^1].GetProperty("value").GetString());
    }
}

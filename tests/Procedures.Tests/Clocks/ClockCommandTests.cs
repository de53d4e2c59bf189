using System.CommandLine;
using System.Text.Json;
using Guiju.Kernel;
using Guiju.Procedures.Clocks;

namespace Guiju.Procedures.Tests.Clocks;

public sealed class ClockCommandTests
{
    [Theory]
    [InlineData("--from 2023-09-15 --within 20 --unit workday", "2023-10-19", "2023-10-19", "2023-10-19")]
    [InlineData("--from 2023-09-20 --within 15 --unit day", "2023-10-05", "2023-10-07", "2023-09-28")]
    [InlineData("--from 2024-08-05 --within 60 --unit day --extend 30", "2024-11-03", "2024-11-04", "2024-11-01")]
    [InlineData("--from 2023-11-30 --within 3 --unit month", "2024-02-29", "2024-02-29", "2024-02-29")]
    [InlineData("--from 2024-02-29 --within 1 --unit year", "2025-02-28", "2025-02-28", "2025-02-28")]
    [InlineData("--from 2024-03-01 --within 20 --unit workday --suspend 2024-03-08..2024-03-25", "2024-04-16", "2024-04-16", "2024-04-16")]
    [InlineData("--from 2024-05-08 --within -7 --unit day", "2024-05-01", "2024-05-01", "2024-04-30")]
    public async Task A_limit_is_told_with_its_three_days(string line, string raw, string rolled, string aim)
    {
        var (code, told, _) = await RunAsync([.. line.Split(' '), "--json"]);

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal((raw, rolled, aim, false), (Text(told, "raw"), Text(told, "rolled"), Text(told, "internal"), told.GetProperty("provisional").GetBoolean()));
        Assert.All(told.GetProperty("derivation").EnumerateArray(), step => Assert.False(string.IsNullOrEmpty(Text(step, "zh")) || string.IsNullOrEmpty(Text(step, "en"))));
    }

    [Fact]
    public async Task The_derivation_names_the_article_behind_a_step_only_while_it_was_in_force()
    {
        var (_, now, _) = await RunAsync(["--from", "2023-11-30", "--within", "3", "--unit", "month", "--json"]);
        var (_, before, _) = await RunAsync(["--from", "2019-11-30", "--within", "3", "--unit", "month", "--json"]);

        Assert.Contains(now.GetProperty("derivation").EnumerateArray(), s => Text(s, "rule") == "correspond" && Text(s.GetProperty("provision"), "article") == "第二百零二条");
        Assert.DoesNotContain(before.GetProperty("derivation").EnumerateArray(), s => s.TryGetProperty("provision", out _));
    }

    [Theory]
    [InlineData("--from 2023-02-29 --within 5 --unit day", "from")]
    [InlineData("--from 2023-2-9 --within 5 --unit day", "from")]
    [InlineData("--within 5 --unit day", "from")]
    [InlineData("--from 2023-02-09 --within 0 --unit day", "within")]
    [InlineData("--from 2023-02-09 --within 5.5 --unit day", "within")]
    [InlineData("--from 2023-02-09 --within 99999999999 --unit day", "within")]
    [InlineData("--from 2023-02-09 --within 5 --unit week", "unit")]
    [InlineData("--from 2023-02-09 --within 5 --unit day --suspend 2023-03-09..2023-03-01", "suspend")]
    [InlineData("--from 2023-02-09 --within 5 --unit day --suspend 2023-03-09", "suspend")]
    [InlineData("--from 2023-02-09 --within 5 --unit day --extend -1", "extend")]
    public async Task What_cannot_be_meant_is_refused_by_its_field(string line, string field)
    {
        var (code, told, error) = await RunAsync([.. line.Split(' '), "--json"]);

        Assert.Equal(ExitCode.Failure, code);
        Assert.Equal(field, Text(told, "field"));
        Assert.StartsWith(field, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_are_answered_in_their_order_and_a_bad_one_does_not_stop_the_rest()
    {
        var file = Path.GetTempFileName();
        await File.WriteAllLinesAsync(file,
        [
            """{"id":1,"from":"2024-09-10","within":20,"unit":"workday","suspend":[],"extend":20}""",
            """{"id":"b","from":"2024-09-10","within":20,"unit":"workday","suspend":[["2024-09-12"]]}""",
            "no json",
            """{"id":3,"from":"2024-09-10","within":20,"unit":"workday","suspnd":[]}""",
            """{"id":4,"from":"2024-09-10","within":20,"unit":"workday","suspend":null,"extend":null,"note":"x"}""",
        ], TestContext.Current.CancellationToken);

        var (code, lines) = await LinesAsync(["--batch", file]);

        Assert.Equal(ExitCode.Done, code);
        Assert.Equal(5, lines.Count);
        Assert.Equal((1, "2024-11-11"), (lines[0].GetProperty("id").GetInt32(), Text(lines[0], "raw")));
        Assert.Equal(("b", "suspend"), (Text(lines[1], "id"), Text(lines[1], "field")));
        Assert.Equal("line", Text(lines[2], "field"));
        Assert.Equal("suspnd", Text(lines[3], "field"));
        Assert.Equal("2024-10-14", Text(lines[4], "raw"));
        File.Delete(file);
    }

    private static string? Text(JsonElement told, string name) => told.GetProperty(name).GetString();

    private static async Task<(int Code, JsonElement Told, string Error)> RunAsync(string[] args)
    {
        var (code, output, error) = await SayAsync(args);
        return (code, JsonDocument.Parse(output).RootElement, error);
    }

    private static async Task<(int Code, List<JsonElement> Lines)> LinesAsync(string[] args)
    {
        var (code, output, _) = await SayAsync(args);
        return (code, [.. output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)]);
    }

    private static async Task<(int Code, string Output, string Error)> SayAsync(string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = new CommandHost(output, error, (_, _) => throw new InvalidOperationException("The clock needs no database."));
        var code = await ClockCommand.Build(host).Parse(args).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }
}

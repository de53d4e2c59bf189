using System.CommandLine;
using System.Text.Json;
using Guiju.Kernel;

namespace Guiju.Fleet.Tests.Terminal;

public sealed class FleetCommandTests
{
    private const string Registration = "7E0102000E013511221122000661757468656e7469636174696F6E3F7E";

    [Fact]
    public async Task Each_line_gives_a_line_and_a_bad_one_does_not_stop_the_rest()
    {
        using var file = new Scratch("frames.tsv", $"expectation\tframe_hex\texpected\nx\t{Registration}\t\n\ny\tnonsense\t\nz\t{Registration.Replace("3F7E", "407E", StringComparison.Ordinal)}\t\n");

        var (code, output, _) = await RunAsync("fleet", "decode", file.Path);
        var lines = output.Split('\n').Select(l => JsonDocument.Parse(l).RootElement).ToList();

        Assert.Equal(ExitCode.Refused, code);
        Assert.Equal([2, 4, 5], lines.Select(l => l.GetProperty("line").GetInt32()));
        Assert.Equal(("0102", "013511221122", "authentication"), (Text(lines[0], "messageId"), Text(lines[0], "terminal"), lines[0].GetProperty("attributes").GetProperty("code").GetString()));
        Assert.Equal(JsonValueKind.Null, lines[0].GetProperty("error").ValueKind);
        Assert.StartsWith("hex", Text(lines[1], "error"), StringComparison.Ordinal);
        Assert.StartsWith("check-code", Text(lines[2], "error"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_problem_is_planned_and_checked()
    {
        using var file = new Scratch("one.txt", "1 2 480 3 30\n0 0 0 0 0 0 480\n1 3 4 1 1 0 480\n2 6 8 1 -1 0 480\n");

        var (code, output, _) = await RunAsync("fleet", "dispatch", file.Path, "--seconds", "2", "--json");
        var plan = JsonDocument.Parse(output).RootElement;

        Assert.Equal(ExitCode.Done, code);
        Assert.True(plan.GetProperty("feasible").GetBoolean() && plan.GetProperty("optimal").GetBoolean());
        Assert.Equal((20.0, 20.0), (plan.GetProperty("cost").GetDouble(), plan.GetProperty("bound").GetDouble()));
        Assert.Equal("[[1,2]]", plan.GetProperty("routes").GetRawText());
    }

    [Fact]
    public async Task A_broken_file_is_refused_in_a_line_that_names_the_place()
    {
        using var file = new Scratch("one.txt", "1 2 480 3 30\n0 0 0 0 0 0 480\n1 3 4 1 eins 0 480\n");

        var failure = await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync("fleet", "dispatch", file.Path));

        Assert.StartsWith("one.txt line 3", failure.Message, StringComparison.Ordinal);
    }

    private static string? Text(JsonElement line, string name) => line.GetProperty(name).GetString();

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var root = new RootCommand();
        foreach (var command in new FleetModule().Commands(new CommandHost(output, error, (_, _) => throw new InvalidOperationException("these commands need no database"))))
        {
            root.Add(command);
        }

        var code = await root.Parse(arguments).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString().Trim(), error.ToString().Trim());
    }

    private sealed class Scratch : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("guiju-field");

        public Scratch(string name, string text) => File.WriteAllText(Path = System.IO.Path.Combine(folder.FullName, name), text);

        public string Path { get; }

        public void Dispose() => folder.Delete(recursive: true);
    }
}

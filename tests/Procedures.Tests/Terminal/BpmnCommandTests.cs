using System.CommandLine;
using System.Text.Json;
using Guiju.Kernel;
using Guiju.Procedures.Terminal;

namespace Guiju.Procedures.Tests.Terminal;

public sealed class BpmnCommandTests
{
    public static TheoryData<string> Procedures => [.. Directory.GetFiles(Path.Combine(Home, "law"), "*.bpmn", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(Home, f))];

    private static string Home
    {
        get
        {
            var at = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(at.FullName, "Guiju.slnx")))
            {
                at = at.Parent!; // the tests run within a checkout
            }

            return at.FullName;
        }
    }

    [Theory, MemberData(nameof(Procedures))]
    public async Task The_bureaus_own_procedures_are_without_fault_and_ready_to_be_published(string file)
    {
        var (exit, told) = await RunAsync("check", Path.Combine(Home, file), "--publish");

        Assert.Equal("没有发现错误 no faults", told.Trim());
        Assert.Equal(ExitCode.Done, exit);
    }

    [Fact]
    public async Task A_faulty_procedure_is_told_with_element_code_and_words()
    {
        var path = Path.Combine(Path.GetTempPath(), $"guiju-{Guid.CreateVersion7():N}.bpmn");
        await File.WriteAllTextAsync(path, """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="t"><process id="p"><startEvent id="s"/><exclusiveGateway id="x"/><userTask id="a"/><userTask id="b"/>
            <parallelGateway id="j"/><endEvent id="e"/><sequenceFlow id="1f" sourceRef="s" targetRef="x"/><sequenceFlow id="2f" sourceRef="x" targetRef="a"><conditionExpression>金额＞30</conditionExpression></sequenceFlow>
            <sequenceFlow id="3f" sourceRef="x" targetRef="b"/><sequenceFlow id="4f" sourceRef="a" targetRef="j"/><sequenceFlow id="5f" sourceRef="b" targetRef="j"/><sequenceFlow id="6f" sourceRef="j" targetRef="e"/></process></definitions>
            """, TestContext.Current.CancellationToken);

        var (exit, told) = await RunAsync("check", path, "--json");
        File.Delete(path);

        Assert.Equal(ExitCode.Refused, exit);
        var faults = JsonDocument.Parse(told).RootElement.GetProperty("faults");
        Assert.Contains(faults.EnumerateArray(), f => f.GetProperty("element").GetString() == "j" && f.GetProperty("code").GetString() == "deadlock" && f.GetProperty("message").GetString()!.Length > 0);
    }

    private static async Task<(int Exit, string Told)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var host = new CommandHost(output, error, (_, _) => throw new InvalidOperationException("no database is needed"));
        var exit = await BpmnCommand.Build(host).Parse(arguments).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (exit, output.ToString());
    }
}

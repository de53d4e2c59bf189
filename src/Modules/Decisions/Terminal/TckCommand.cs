using System.CommandLine;
using Guiju.Dmn;
using Guiju.Kernel;

namespace Guiju.Decisions.Terminal;

/// <summary><c>guiju tck DIR</c>: runs the DMN conformance kit, value and error cases apart.</summary>
internal static class TckCommand
{
    public static Command Build(CommandHost host)
    {
        var folder = new Argument<string>("DIR") { Description = "The kit's folder" };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var command = new Command("tck", "Run the DMN conformance kit.") { folder, json };
        command.SetAction(async (parsed, _) =>
        {
            var kit = parsed.GetRequiredValue(folder);
            var levels = Conformance.Run(kit).Where(l => l.Cases > 0).ToList();
            if (levels.Count == 0)
            {
                throw new InvalidDataException($"{kit} 中没有测试用例 {kit} holds no cases of the kit.");
            }

            await host.Out.WriteLineAsync(parsed.GetValue(json)
                ? Json.Write(new { levels })
                : string.Join('\n', levels.Select(l => $"level {l.Level}: {l.Passed}/{l.Cases} cases, {l.FoldersComplete}/{l.Folders} folders; values {l.ValuePassed}/{l.ValueCases}, errors {l.ErrorPassed}/{l.ErrorCases}")));
            return levels.All(l => l.Failed.Count == 0) ? ExitCode.Done : ExitCode.Refused;
        });
        return command;
    }
}

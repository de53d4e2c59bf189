using System.CommandLine;
using Guiju.Kernel;
using Guiju.Law.Checking;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Law.Terminal;

/// <summary><c>guiju law …</c>.</summary>
internal static class LawCommands
{
    public static Command Build(CommandHost host) => new("law", "Texts of law: take them in, show, compare, follow references, export, see what an amendment touches, check the sources.")
    {
        Check(host), ImportCommand.Build(host), ShowCommand.Build(host), DiffCommand.Build(host), CitesCommand.Build(host), ExportCommand.Build(host), ImpactCommand.Build(host), SearchCommand.Build(host),
    };

    private static Command Check(CommandHost host)
    {
        var (folder, json) = (new Argument<string>("DIR") { Description = "Folder with the real texts" }, JsonOption());
        var command = new Command("check", "Prove that every provision marked verified exists in the real texts. Exit 2 where one does not.") { folder, json };
        command.SetAction(async (parsed, ct) =>
        {
            if (!Directory.Exists(parsed.GetRequiredValue(folder)))
            {
                throw new DirectoryNotFoundException($"There is no folder {parsed.GetRequiredValue(folder)}.");
            }

            var result = SourceCheck.Run(await SourcesAsync(host, ct), await ReadFile.AllAsync([parsed.GetRequiredValue(folder)], ct));
            await host.Out.WriteLineAsync(parsed.GetValue(json)
                ? Json.Write(result)
                : $"{result.Provisions} provisions, {result.Found} found, {result.Missing.Count} missing, {result.Unchecked.Count} unchecked" +
                  string.Concat(result.Missing.Select(m => $"\n  missing {m.Address} ({m.Version:yyyy-MM-dd}): {m.Reason.Zh} {m.Reason.En}")) +
                  string.Concat(result.Unchecked.Select(m => $"\n  unchecked {m.Address} ({m.Version:yyyy-MM-dd}): {m.Reason.Zh} {m.Reason.En}")));
            return result.Missing.Count > 0 ? ExitCode.Refused : ExitCode.Done;
        });
        return command;
    }

    public static async Task<LawSources> SourcesAsync(CommandHost host, CancellationToken ct)
    {
        await using var scope = await host.OpenAsync(null, ct);
        return LawSources.Parse(LawFiles.Read(LawFiles.Find(scope.ServiceProvider.GetRequiredService<IConfiguration>())));
    }

    public static Option<bool> JsonOption() => new("--json") { Description = "One JSON object on standard output" };

    public static Option<string?> DatabaseOption() => new("--db") { Description = "Database: sqlite:PATH or postgres://…; default: the setting Guiju:Database" };
}

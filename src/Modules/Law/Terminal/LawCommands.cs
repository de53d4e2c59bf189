using System.CommandLine;
using System.Globalization;
using Guiju.Kernel;
using Guiju.Law.Checking;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Law.Terminal;

/// <summary><c>guiju law …</c>.</summary>
internal static class LawCommands
{
    public static Command Build(CommandHost host) => new("law", "Texts of law: check the sources, read texts, show provisions.") { Check(host), ImportCommand.Build(host), SearchCommand.Build(host), Show(host) };

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

    private static Command Show(CommandHost host)
    {
        var address = new Argument<string>("ADDRESS") { Description = "work~provision, e.g. cn/state-council/2012/621~art_25" };
        var on = new Option<string?>("--on") { Description = "Day yyyy-MM-dd; default: today" };
        var json = JsonOption();
        var command = new Command("show", "Show a provision as it stands on a day.") { address, on, json };
        command.SetAction(async (parsed, ct) =>
        {
            var day = parsed.GetValue(on) is { } text ? DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture) : DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
            var provision = (await SourcesAsync(host, ct)).Resolve(parsed.GetRequiredValue(address), day)
                ?? throw new InvalidDataException($"No text has the address {parsed.GetRequiredValue(address)}.");
            await host.Out.WriteLineAsync(parsed.GetValue(json)
                ? Json.Write(provision)
                : $"《{provision.Title.Zh}》{provision.Article} {provision.Number}\n{provision.Title.En}\n{provision.Gist?.Zh}\n{provision.Gist?.En}");
            return ExitCode.Done;
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

using System.CommandLine;
using Guiju.Kernel;
using Guiju.Law.Stored;
using Guiju.Texts.Akn;

namespace Guiju.Law.Terminal;

/// <summary><c>guiju law export</c>: a text as Akoma Ntoso, Word or Markdown.</summary>
internal static class ExportCommand
{
    public static Command Build(CommandHost host)
    {
        var address = new Argument<string>("ADDRESS") { Description = "work, work@2021-06-20, or a file" };
        var format = new Option<string>("--format") { Description = "akn, docx or md", DefaultValueFactory = _ => "akn" };
        var file = new Option<string?>("--out") { Description = "File to write; akn and md go to standard output unless it is given" };
        var on = new Option<string?>("--on") { Description = "Day yyyy-MM-dd; default: today" };
        var (database, json) = (LawCommands.DatabaseOption(), LawCommands.JsonOption());
        var command = new Command("export", "Write a text as Akoma Ntoso, Word or Markdown.") { address, format, file, on, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            var asked = TextFormat.Find(parsed.GetRequiredValue(format)) ?? throw new InvalidDataException($"'{parsed.GetRequiredValue(format)}' is no format: akn, docx or md.");
            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            var meant = await TextAddress.FindAsync(scope.ServiceProvider, parsed.GetRequiredValue(address), parsed.GetValue(on) is { } day ? TextAddress.Day(day) : null, ct);
            var content = asked.Write(meant.Text, new AknIdentity(meant.Work, meant.Date, meant.Identity?.Issuer ?? ""));
            var name = parsed.GetValue(file) ?? (asked.Name == "docx" ? $"{meant.Text.Title}({meant.Date:yyyy-MM-dd}).docx" : null);
            if (name is not null)
            {
                await File.WriteAllBytesAsync(name, content, ct);
            }

            var text = asked.Name == "docx" ? null : System.Text.Encoding.UTF8.GetString(content);
            await host.Out.WriteLineAsync(parsed.GetValue(json)
                ? Json.Write(new { work = meant.Work, version = meant.Date, format = asked.Name, file = name, bytes = content.Length, content = name is null ? text : null })
                : name ?? text);
            return ExitCode.Done;
        });
        return command;
    }
}

using System.CommandLine;
using Guiju.Kernel;
using Guiju.Law.Citing;
using Guiju.Texts.Citing;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Law.Terminal;

/// <summary><c>guiju law cites</c>: references of a text or provision, and those to it.</summary>
internal static class CitesCommand
{
    public static Command Build(CommandHost host)
    {
        var address = new Argument<string>("ADDRESS") { Description = "work, work~art_25, or a file" };
        var on = new Option<string?>("--on") { Description = "Day yyyy-MM-dd; default: today" };
        var (database, json) = (LawCommands.DatabaseOption(), LawCommands.JsonOption());
        var command = new Command("cites", "Show what a text or provision cites, what cites it, and what it defines.") { address, on, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            var day = parsed.GetValue(on) is { } text ? TextAddress.Day(text) : DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
            var meant = await TextAddress.FindAsync(scope.ServiceProvider, parsed.GetRequiredValue(address), day, ct);
            var links = meant.Identity is null
                ? await scope.ServiceProvider.GetRequiredService<CitationBook>().AskAsync(meant.Work, meant.Place, day, ct) ?? throw new InvalidDataException($"No text has the address {meant.Work}.")
                : new CitationBook.Links([.. CitationReader.Read(meant.Text).Select(c => new CitationBook.Outgoing(c.In, c.Words, c.Title ?? meant.Text.Title, c.Title is null ? $"{meant.Work}~{c.Address}" : null, c.Resolved))], []);
            var defined = DefinitionReader.Read(meant.Text).Where(d => meant.Place is null || d.Address == meant.Place || d.Address.StartsWith(meant.Place + "__", StringComparison.Ordinal)).ToList();
            await host.Out.WriteLineAsync(parsed.GetValue(json)
                ? Json.Write(new { work = meant.Work, place = meant.Place, cites = links.Cites, citedBy = links.CitedBy, unresolved = links.Cites.Where(c => !c.Resolved), definitions = defined })
                : links.Cites.Count + links.CitedBy.Count + defined.Count == 0 ? "It cites nothing, nothing cites it, and it defines nothing. 没有引用，也没有定义。"
                : string.Join('\n', links.Cites.Select(c => $"→ {c.In} {c.Words} {c.Address ?? "(not in the library)"}{(c.Resolved || c.Address is null ? "" : " (not found)")}")
                    .Concat(links.CitedBy.Select(c => $"← 《{c.Title}》 {c.Address} {c.Words}")).Concat(defined.Select(d => $"= {d.Term} ({d.Address})"))));
            return ExitCode.Done;
        });
        return command;
    }
}

using System.CommandLine;
using Guiju.Kernel;
using Guiju.Law.Comparing;
using Guiju.Texts;
using Guiju.Texts.Comparing;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Law.Terminal;

/// <summary><c>guiju law impact</c>: what a new version of a text means for everything that hangs on it.</summary>
internal static class ImpactCommand
{
    public static Command Build(CommandHost host)
    {
        var file = new Argument<string>("FILE") { Description = "The new version" };
        var against = new Option<string?>("--against") { Description = "The version before it, a file or an address; default: the newest stored one" };
        var (database, json) = (LawCommands.DatabaseOption(), LawCommands.JsonOption());
        var command = new Command("impact", "Show which provisions a new version changes and what hangs on them, with a day for each. Renumbering alone raises nothing.") { file, against, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            var newer = await TextAddress.FindAsync(scope.ServiceProvider, parsed.GetRequiredValue(file), null, ct);
            var older = parsed.GetValue(against) is { } named ? (await TextAddress.FindAsync(scope.ServiceProvider, named, null, ct)).Text : await BeforeAsync(scope.ServiceProvider, newer, ct);
            var impact = scope.ServiceProvider.GetRequiredService<Impact>();
            var found = await impact.OfAsync(newer.Work, older, newer.Text, ct);
            var due = impact.DueOn(newer.Identity?.From ?? newer.Date);
            var changes = found.Changes.Where(c => c.Kind != ArticleChangeKind.Unchanged).Select(c => new { c.Kind, from = c.From?.Label, to = c.To?.Label, address = c.From?.Address, material = c.IsMaterial }).ToList();
            var todo = found.Affected.Select(a => new { a.Dependant.Kind, a.Dependant.Id, a.Dependant.Title, a.Dependant.Address, a.Change, a.From, a.To, wholeText = a.Whole, due }).ToList();
            await host.Out.WriteLineAsync(parsed.GetValue(json)
                ? Json.Write(new { work = newer.Work, title = newer.Text.Title, changes, dependants = todo, asked = found.Dependants })
                : string.Join('\n', found.Affected.Select(a => $"{due:yyyy-MM-dd} {a.Dependant.Kind.Zh} {a.Dependant.Title.Zh} ({a.Dependant.Address}): {a.From} → {(a.To.Length > 0 ? a.To : "—")}")
                    .Append($"{changes.Count(c => c.material)} provisions changed, {todo.Count} of {found.Dependants} dependants to be checked again")));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<LegalText> BeforeAsync(IServiceProvider services, TextAddress newer, CancellationToken ct)
    {
        var shelf = await TextAddress.ShelfAsync(services, ct);
        var text = shelf is null ? null : await shelf.FindAsync(newer.Work, ct);
        var before = text?.Versions.LastOrDefault(v => v.Date < newer.Date);
        return shelf is null || before is null
            ? throw new InvalidDataException($"No earlier version of {newer.Text.Title} is stored; name it with --against.")
            : await shelf.WordingAsync(before.Id, ct);
    }
}

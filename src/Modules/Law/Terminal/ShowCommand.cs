using System.CommandLine;
using Guiju.Kernel;
using Guiju.Law.Stored;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Law.Terminal;

/// <summary><c>guiju law show</c>: a provision or text as it stands on a day; the stored wording where there is one, and our own gist.</summary>
internal static class ShowCommand
{
    public static Command Build(CommandHost host)
    {
        var address = new Argument<string>("ADDRESS") { Description = "work or work~provision, e.g. cn/state-council/2012/621~art_25" };
        var on = new Option<string?>("--on") { Description = "Day yyyy-MM-dd; default: today" };
        var (database, json) = (LawCommands.DatabaseOption(), LawCommands.JsonOption());
        var command = new Command("show", "Show a provision or text as it stands on a day.") { address, on, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            var day = parsed.GetValue(on) is { } given ? TextAddress.Day(given) : DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);
            var (work, place) = parsed.GetRequiredValue(address).Split('~', 2) is [var w, var p] ? (w, p) : (parsed.GetRequiredValue(address), null);
            var gist = scope.ServiceProvider.GetRequiredService<LawSources>().Resolve(parsed.GetRequiredValue(address), day);
            var stored = await StoredAsync(scope.ServiceProvider, work, place, day, ct);
            if (gist is null && stored is null)
            {
                throw new InvalidDataException($"No text has the address {parsed.GetRequiredValue(address)}.");
            }

            if (place is not null && stored is null && gist?.Gist is null)
            {
                throw new InvalidDataException($"{work} has no provision {place} on {day:yyyy-MM-dd}.");
            }

            await host.Out.WriteLineAsync(parsed.GetValue(json)
                ? Json.Write(new { address = parsed.GetRequiredValue(address), on = day, title = gist?.Title ?? new Bilingual(stored!.Title, stored.Title), number = gist?.Number ?? stored?.Number, article = gist?.Article ?? stored?.Label, version = stored?.Version ?? gist?.Version, gist = gist?.Gist, stored?.Words, stored?.Standing, stored?.From, stored?.To }) // one of the two is there
                : string.Join('\n', new[] { $"《{stored?.Title ?? gist?.Title.Zh}》{stored?.Label ?? gist?.Article} {gist?.Number ?? stored?.Number}", stored is null ? null : $"{stored.From:yyyy-MM-dd}– {EnumWords.Both(stored.Standing).Zh}", stored?.Words, gist?.Gist?.Zh, gist?.Gist?.En }.Where(l => !string.IsNullOrEmpty(l))));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<Stored?> StoredAsync(IServiceProvider services, string work, string? place, DateOnly day, CancellationToken ct)
    {
        if (await TextAddress.ShelfAsync(services, ct) is not { } shelf || await shelf.FindAsync(work, ct) is not { } text || text.Nearest(day) is not { } version)
        {
            return null;
        }

        var wording = await shelf.WordingAsync(version.Id, ct);
        var part = place is null ? null : wording.Find(place);
        if (place is not null && part is null)
        {
            return null;
        }

        var label = part is Guiju.Texts.Article article ? article.Label : place is not null && Guiju.Texts.ProvisionAddress.TryParse(place, out var parsed) ? parsed.Printed : null;
        var words = part?.Text ?? string.Join('\n', wording.Body.Children.Select(c => c.Text));
        return new Stored(version.Title, text.Text.Number, label, version.Date, version.From, text.To(version), text.Standing(version, day), words);
    }

    private sealed record Stored(string Title, string? Number, string? Label, DateOnly Version, DateOnly From, DateOnly? To, TextStanding Standing, string Words);
}

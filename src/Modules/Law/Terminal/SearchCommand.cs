using System.CommandLine;
using System.Text.Json;
using Guiju.Kernel;
using Guiju.Law.Searching;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Law.Terminal;

/// <summary><c>guiju law search</c>.</summary>
internal static class SearchCommand
{
    public static Command Build(CommandHost host)
    {
        var words = new Argument<string[]>("WORDS") { Description = "What is asked: words, an article number (民法典第五百条), a document number, initials of a title", Arity = ArgumentArity.ZeroOrMore };
        var limit = new Option<int>("--limit") { Description = "How many provisions at most", DefaultValueFactory = _ => 10 };
        var on = new Option<string?>("--on") { Description = "Provisions in force on that day (yyyy-MM-dd); default: today" };
        var batch = new Option<string?>("--batch") { Description = "JSON lines {\"id\",\"q\"} in, {\"id\",\"results\"} out" };
        var (json, database) = (LawCommands.JsonOption(), LawCommands.DatabaseOption());
        var command = new Command("search", "Find provisions in the library.") { words, limit, on, batch, json, database };
        command.SetAction(async (parsed, ct) =>
        {
            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            var search = await scope.ServiceProvider.GetRequiredService<LawFinder>().SearchAsync(ct);
            var most = Math.Clamp(parsed.GetValue(limit), 1, LawSearch.Candidates);
            var facets = new SearchFacets { On = parsed.GetValue(on) is { } day ? TextAddress.Day(day) : null };
            if (parsed.GetValue(batch) is { } file)
            {
                return await BatchAsync(host, file, q => SearchLines.Of(search.Find(q, most, facets.Lets)), ct);
            }

            var asked = string.Join(' ', parsed.GetValue(words) ?? []);
            if (asked.Length == 0)
            {
                throw new InvalidOperationException("Give words to search for, or --batch FILE.");
            }

            var lines = SearchLines.Of(search.Find(asked, most, facets.Lets));
            await host.Out.WriteLineAsync(parsed.GetValue(json) ? Json.Write(lines)
                : lines.Results.Count == 0 ? $"Nothing found among {search.Records.Count} provisions. 没有找到。"
                : string.Join('\n', lines.Results.Select(r => $"《{r.Title}》{r.Article}  {r.Address}\n    {r.Snippet}")));
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<int> BatchAsync(CommandHost host, string file, Func<string, SearchLines> find, CancellationToken ct)
    {
        var failed = false;
        await foreach (var line in File.ReadLinesAsync(file, ct))
        {
            if (line.Length == 0)
            {
                continue;
            }

            var (answer, wrong) = Answer(line, find);
            failed |= wrong;
            await host.Out.WriteLineAsync(Json.Write(answer));
        }

        return failed ? ExitCode.Failure : ExitCode.Done;
    }

    // A bad line is told in its place, and the rest goes on.
    private static (object Answer, bool Wrong) Answer(string line, Func<string, SearchLines> find)
    {
        try
        {
            using var asked = JsonDocument.Parse(line);
            var id = asked.RootElement.TryGetProperty("id", out var given) ? given.Clone() : (JsonElement?)null;
            return asked.RootElement.TryGetProperty("q", out var words) && words.ValueKind == JsonValueKind.String
                ? (new { id, results = find(words.GetString() ?? "").Results }, false)
                : (new { id, error = "\"q\" with the words is missing." }, true);
        }
        catch (Exception wrong) when (wrong is JsonException or InvalidOperationException)
        {
            return (new { id = (object?)null, error = $"The line is no JSON object: {wrong.Message}" }, true);
        }
    }
}

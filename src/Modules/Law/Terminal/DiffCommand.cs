using System.CommandLine;
using Guiju.Kernel;
using Guiju.Texts.Comparing;

namespace Guiju.Law.Terminal;

/// <summary><c>guiju law diff</c>: two versions, articles aligned though renumbered.</summary>
internal static class DiffCommand
{
    public static Command Build(CommandHost host)
    {
        var older = new Argument<string>("A") { Description = "Older version: a file, or an address such as cn/state-council/2012/621@2012-06-28" };
        var newer = new Argument<string>("B") { Description = "Newer version" };
        var words = new Option<bool>("--words") { Description = "With the words that went and came" };
        var (database, json) = (LawCommands.DatabaseOption(), LawCommands.JsonOption());
        var command = new Command("diff", "Compare two versions: unchanged, reworded, added, deleted, renumbered.") { older, newer, words, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            var a = await TextAddress.FindAsync(scope.ServiceProvider, parsed.GetRequiredValue(older), null, ct);
            var b = await TextAddress.FindAsync(scope.ServiceProvider, parsed.GetRequiredValue(newer), null, ct);
            var changes = TextComparison.Compare(a.Text, b.Text);
            var rows = changes.Select(c => new Row(c.Kind, c.From?.Label, c.To?.Label, c.Moved, c.ReferencesOnly, [.. c.Kin.Select(k => k.Label)], parsed.GetValue(words) && c.Kind == ArticleChangeKind.Reworded ? c.Runs() : null)).ToList();
            var counts = Enum.GetValues<ArticleChangeKind>().ToDictionary(k => Json.Write(k).Trim('"'), k => changes.Count(c => c.Kind == k));
            await host.Out.WriteLineAsync(parsed.GetValue(json)
                ? Json.Write(new { articles = rows, counts, moved = changes.Count(c => c.Moved) })
                : string.Join('\n', rows.Where(r => r.Kind != ArticleChangeKind.Unchanged).Select(Told).Append(string.Join(", ", counts.Select(c => $"{c.Value} {c.Key}")))));
            return ExitCode.Done;
        });
        return command;
    }

    private static string Told(Row row) => $"{Json.Write(row.Kind).Trim('"'),-10} {row.From ?? "—"} → {row.To ?? "—"}{(row.Moved ? " moved" : "")}{(row.ReferencesOnly ? " references only" : "")}{(row.Related.Count > 0 ? $" ({(row.To is null ? "see" : "from")} {string.Join("、", row.Related)})" : "")}"
        + (row.Words is null ? "" : "\n  " + string.Concat(row.Words.Select(r => r.Change switch { WordChange.Deleted => $"[-{r.Words}-]", WordChange.Inserted => $"[+{r.Words}+]", _ => r.Words })));

    private sealed record Row(ArticleChangeKind Kind, string? From, string? To, bool Moved, bool ReferencesOnly, IReadOnlyList<string> Related, IReadOnlyList<WordRun>? Words);
}

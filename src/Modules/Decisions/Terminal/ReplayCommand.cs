using System.CommandLine;
using Guiju.Decisions.Replaying;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Verdicts;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Decisions.Terminal;

/// <summary><c>guiju replay ID | --case ID | --all</c>: a verdict's or a record's verdicts, or all, recomputed and compared.</summary>
internal static class ReplayCommand
{
    private const int Page = 500;

    public static Command Build(CommandHost host)
    {
        var id = new Argument<Guid?>("ID") { Description = "A verdict or a record", Arity = ArgumentArity.ZeroOrOne };
        var record = new Option<Guid?>("--case") { Description = "The record whose verdicts are replayed" };
        var all = new Option<bool>("--all") { Description = "Every stored verdict" };
        var database = new Option<string?>("--db") { Description = "Database" };
        var json = new Option<bool>("--json") { Description = "One JSON object on standard output" };
        var command = new Command("replay", "Recompute stored verdicts from their facts and lawbooks. Exit 2 where one differs.") { id, record, all, database, json };
        command.SetAction(async (parsed, ct) =>
        {
            var wanted = parsed.GetValue(id) ?? parsed.GetValue(record);
            if (wanted is null && !parsed.GetValue(all))
            {
                throw new InvalidDataException("Name a verdict or record, or give --all.");
            }

            await using var scope = await host.OpenAsync(parsed.GetValue(database), ct);
            await scope.ServiceProvider.GetRequiredService<Lawbooks.LawShelf>().RefreshAsync(scope.ServiceProvider.GetRequiredService<GuijuDb>(), ct);
            var (count, identical, different) = await CompareAsync(scope.ServiceProvider, wanted, ct);
            await host.Out.WriteLineAsync(parsed.GetValue(json)
                ? Json.Write(new { verdicts = count, identical, different })
                : $"{count} verdicts, {identical} identical, {different.Count} different" + string.Concat(different.Select(d => $"\n  {d}")));
            return count == 0 && wanted is not null ? ExitCode.Failure : different.Count > 0 ? ExitCode.Refused : ExitCode.Done;
        });
        return command;
    }

    private static async Task<(int Count, int Identical, List<object> Different)> CompareAsync(IServiceProvider services, Guid? wanted, CancellationToken ct)
    {
        var db = services.GetRequiredService<GuijuDb>();
        var replay = services.GetRequiredService<Replay>();
        var (count, identical, different, last) = (0, 0, new List<object>(), Guid.Empty);
        while (true)
        {
            var page = await db.Set<StoredVerdict>().AsNoTracking()
                .Where(v => wanted == null || v.Id == wanted || v.SubjectId == wanted).Where(v => v.Id.CompareTo(last) > 0)
                .OrderBy(v => v.Id).Take(Page).ToListAsync(ct);
            foreach (var stored in page)
            {
                var replayed = await replay.RunAsync(stored, ct);
                count++;
                identical += replayed.Identical ? 1 : 0;
                if (!replayed.Identical)
                {
                    different.Add(new { id = stored.Id, stored.ControlPoint, stored.On, was = replayed.Stored.Outcome, now = replayed.AsThen?.Outcome, lawbookKept = replayed.AsThen is not null });
                }
            }

            if (page.Count < Page)
            {
                return (count, identical, different);
            }

            last = page[^1].Id;
        }
    }
}

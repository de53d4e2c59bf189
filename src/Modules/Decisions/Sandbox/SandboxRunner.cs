using System.Threading.Channels;
using Guiju.Decisions.Contracts;
using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;
using Guiju.Kernel.Organisations;
using Microsoft.Extensions.Options;

namespace Guiju.Decisions.Sandbox;

/// <summary>Tries a draft on a population: one reads, one asks the rules. Read-only from end to end.</summary>
internal sealed class SandboxRunner(IEnumerable<IPopulation> populations, UnitTrees trees, IOptions<DecisionSettings> settings, TimeProvider clock)
{
    /// <summary>Differences kept with a run; beyond that they are only counted.</summary>
    public const int MostKept = 100_000;

    /// <summary>The populations, by name.</summary>
    public IReadOnlyList<IPopulation> Populations => populations.OrderBy(p => p.Name, StringComparer.Ordinal).ToList();

    /// <summary>The population of a name; null where there is none.</summary>
    public IPopulation? Find(string name) => populations.FirstOrDefault(p => p.Name == name);

    /// <summary>Runs it.</summary>
    /// <param name="books">The lawbook in force and the one with the draft.</param>
    /// <param name="population">The records.</param>
    /// <param name="on">The day whose law is tried, and for which the records are taken.</param>
    /// <param name="progress">Told how many records are done.</param>
    /// <param name="ct">Cancels between two parts.</param>
    public async Task<(SandboxResult Result, IReadOnlyList<SandboxDifference> Differences)> RunAsync((Lawbook InForce, Lawbook Draft) books, IPopulation population, DateOnly on, Func<int, Task> progress, CancellationToken ct)
    {
        var began = clock.GetTimestamp();
        var trial = new SandboxTrial(books.InForce, books.Draft, on, population.ControlPoints, settings.Value, MostKept);
        var parts = Channel.CreateBounded<PopulationPart>(2);
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var reading = ReadAsync(population, on, trial.Facts, parts.Writer, stopped.Token);
        var done = 0;
        try
        {
            await foreach (var part in parts.Reader.ReadAllAsync(ct))
            {
                trial.Take(part);
                done += part.Records.Count;
                await progress(done);
            }
        }
        finally
        {
            // Whoever asks the rules may fail while the other waits to hand over a part: the reader is let go before its database is.
            await stopped.CancelAsync();
            await reading.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // its own failure has come through the channel
        }

        var tree = await trees.AsOfAsync(on, ct);
        return (trial.Result(books.InForce.Version, books.Draft.Version, Math.Round(clock.GetElapsedTime(began).TotalSeconds, 3), id => tree.Find(id) is { } unit ? new Bilingual(unit.Name, unit.EnglishName.Length > 0 ? unit.EnglishName : unit.Name) : null), trial.Differences);
    }

    private static async Task ReadAsync(IPopulation population, DateOnly on, IReadOnlySet<string> facts, ChannelWriter<PopulationPart> to, CancellationToken ct)
    {
        Exception? failure = null;
        try
        {
            await Task.Yield();
            await foreach (var part in population.ReadAsync(on, facts, ct))
            {
                await to.WriteAsync(part, ct);
            }
        }
        catch (Exception met)
        {
            failure = met;
            throw;
        }
        finally
        {
            to.Complete(failure);
        }
    }
}

namespace Guiju.Kernel.Demonstration;

/// <summary>A module's part of the demonstration bureau: deterministic, fictional, planted into an empty database.</summary>
public interface IDemonstration
{
    /// <summary>Parts are planted in this order.</summary>
    int Order { get; }

    /// <summary>What is planted, for progress.</summary>
    Bilingual Title { get; }

    /// <summary>Plants the part; returns how many records of each kind it made.</summary>
    Task<IReadOnlyDictionary<string, int>> PlantAsync(CancellationToken ct);
}

/// <summary>Plants the whole demonstration bureau, the fictional 方圆市.</summary>
public static class DemonstrationBureau
{
    /// <summary>Plants every part in order; refuses a database that already holds units.</summary>
    public static async Task<IReadOnlyDictionary<string, int>> PlantAsync(IEnumerable<IDemonstration> parts, Func<Bilingual, Task> progress, CancellationToken ct)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var part in parts.OrderBy(p => p.Order))
        {
            await progress(part.Title);
            foreach (var (kind, count) in await part.PlantAsync(ct))
            {
                counts[kind] = counts.GetValueOrDefault(kind) + count;
            }
        }

        return counts;
    }
}

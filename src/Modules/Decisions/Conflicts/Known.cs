using System.Collections.Concurrent;
using Guiju.Decisions.Lawbooks;

namespace Guiju.Decisions.Conflicts;

/// <summary>Conflicts once found: a lawbook does not change, so a day is looked through once.</summary>
internal static class Known
{
    private const int Most = 40;
    private static readonly ConcurrentDictionary<(string Version, DateOnly On), IReadOnlyList<Conflict>> Found = new();

    /// <summary>The conflicts of a lawbook on a day.</summary>
    public static IReadOnlyList<Conflict> Of(Lawbook book, DateOnly on, CancellationToken ct)
    {
        if (Found.Count > Most)
        {
            Found.Clear();
        }

        return Found.GetOrAdd((book.Version, on), key => ConflictFinder.Find(book, key.On, ct));
    }
}

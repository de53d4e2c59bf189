using Guiju.Law.Stored;
using Guiju.Texts.Comparing;

namespace Guiju.Law.Comparing;

/// <summary>Two versions of a stored text side by side; the last two unless others are asked for.</summary>
internal sealed class VersionPair(Shelf shelf)
{
    /// <summary>The texts that have two versions or more; of the one asked for, its versions and what changed.</summary>
    public async Task<View> AskAsync(string? work, DateOnly? older, DateOnly? newer, CancellationToken ct)
    {
        var texts = (await shelf.AllAsync(ct)).Where(t => t.Versions.Count > 1).ToList();
        var choices = texts.ConvertAll(t => (t.Text.Work, t.Text.Title));
        if (texts.Find(t => t.Text.Work == work) is not { } text)
        {
            return new View(choices, [], null, null, null);
        }

        var to = text.Versions.FirstOrDefault(v => v.Date == newer) ?? text.Versions[^1];
        var from = text.Versions.FirstOrDefault(v => v.Date == older) ?? text.Versions.LastOrDefault(v => v.Date < to.Date) ?? text.Versions[0];
        var changes = TextComparison.Compare(await shelf.WordingAsync(from.Id, ct), await shelf.WordingAsync(to.Id, ct));
        return new View(choices, [.. text.Versions.Select(v => v.Date)], from.Date, to.Date, changes);
    }

    /// <summary>What is shown.</summary>
    internal sealed record View(IReadOnlyList<(string Work, string Title)> Texts, IReadOnlyList<DateOnly> Versions, DateOnly? Older, DateOnly? Newer, IReadOnlyList<ArticleChange>? Changes);
}

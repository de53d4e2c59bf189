using Guiju.Kernel.Data;
using Guiju.Law.Stored;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Law.Citing;

/// <summary>References both ways: what a text or provision cites, and what cites it, as things stand on a day.</summary>
internal sealed class CitationBook(GuijuDb db, Shelf shelf)
{
    /// <summary>The references of a work, or of one of its provisions, and those to it.</summary>
    public async Task<Links?> AskAsync(string work, string? place, DateOnly on, CancellationToken ct)
    {
        var texts = await shelf.AllAsync(ct);
        if (texts.FirstOrDefault(t => t.Text.Work == work) is not { } own || own.Nearest(on) is not { } version)
        {
            return null;
        }

        var byBare = texts.GroupBy(t => t.Text.Bare).ToDictionary(g => g.Key, g => g.First());
        var current = texts.Select(t => (Text: t, Version: t.Nearest(on))).Where(t => t.Version is not null).ToDictionary(t => t.Version!.Id, t => t.Text); // filtered just before
        var rows = await db.Set<StoredCitation>().AsNoTracking().Where(c => c.VersionId == version.Id || c.ToBare == own.Text.Bare).ToListAsync(ct);
        var held = (await db.Set<StoredProvision>().AsNoTracking().Where(p => rows.Select(r => r.TextId).Contains(p.TextId) && current.Keys.Contains(p.VersionId)).Select(p => new { p.VersionId, p.Address }).ToListAsync(ct)).Select(p => (p.VersionId, p.Address)).ToHashSet();
        var cites = rows.Where(c => c.VersionId == version.Id && (place is null || Within(c.In, place))).Select(c => Out(c, own, byBare, on, held));
        var citedBy = rows.Where(c => current.ContainsKey(c.VersionId) && (c.ToBare == own.Text.Bare || c.ToBare.Length == 0 && c.VersionId == version.Id) && (place is null ? c.ToBare.Length > 0 : c.ToAddress.Length > 0 && (Within(c.ToAddress, place) || Within(place, c.ToAddress))))
            .Select(c => new Incoming(current[c.VersionId].Text.Title, $"{current[c.VersionId].Text.Work}~{c.In}", c.Words, $"{work}{(c.ToAddress.Length > 0 ? "~" + c.ToAddress : "")}"));
        return new Links([.. cites], [.. citedBy.Distinct()]);
    }

    /// <summary>Every reference in force that leads nowhere: inside its text, or to a provision that a text of the library does not have.</summary>
    public async Task<IReadOnlyList<Open>> UnresolvedAsync(DateOnly on, CancellationToken ct)
    {
        var texts = await shelf.AllAsync(ct);
        var current = texts.Where(t => t.On(on) is not null).ToDictionary(t => t.On(on)!.Id); // filtered just before
        var open = await db.Set<StoredCitation>().AsNoTracking().Where(c => c.ToBare == "" && !c.Resolved).ToListAsync(ct);
        return [.. open.Where(c => current.ContainsKey(c.VersionId)).Select(c => new Open(current[c.VersionId].Text.Title, $"{current[c.VersionId].Text.Work}~{c.In}", c.Words))];
    }

    private static Outgoing Out(StoredCitation c, ShelfText own, Dictionary<string, ShelfText> byBare, DateOnly on, HashSet<(Guid, string)> held)
    {
        if (c.ToBare.Length == 0)
        {
            return new Outgoing(c.In, c.Words, own.Text.Title, $"{own.Text.Work}~{c.ToAddress}", c.Resolved);
        }

        if (!byBare.TryGetValue(c.ToBare, out var other))
        {
            return new Outgoing(c.In, c.Words, c.ToBare, null, false);
        }

        var article = c.ToAddress.Split("__")[0];
        var resolved = c.ToAddress.Length == 0 || other.Nearest(on) is { } version && (held.Contains((version.Id, article)) || !held.Any(h => h.Item1 == version.Id));
        return new Outgoing(c.In, c.Words, other.Text.Title, other.Text.Work + (c.ToAddress.Length > 0 ? "~" + c.ToAddress : ""), resolved);
    }

    /// <summary>Whether an address is a place or stands below it.</summary>
    private static bool Within(string address, string place) => address == place || address.StartsWith(place + "__", StringComparison.Ordinal);

    /// <summary>References both ways.</summary>
    internal sealed record Links(IReadOnlyList<Outgoing> Cites, IReadOnlyList<Incoming> CitedBy);

    /// <summary>A reference to something; the address is null where the library does not have the text.</summary>
    internal sealed record Outgoing(string In, string Words, string Title, string? Address, bool Resolved);

    /// <summary>A reference from something.</summary>
    internal sealed record Incoming(string Title, string Address, string Words, string To);

    /// <summary>A reference that leads nowhere.</summary>
    internal sealed record Open(string Title, string Address, string Words);
}

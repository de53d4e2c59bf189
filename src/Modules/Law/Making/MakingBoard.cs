using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Law.Comparing;
using Guiju.Law.Stored;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Guiju.Law.Making;

/// <summary>What is to be done with the rules: amendments to work in, validity periods and reviews that come near, re-checks that are open, clean-ups, and the year's 立改废释.</summary>
internal sealed class MakingBoard(GuijuDb db, Shelf shelf, IOptions<LawOptions> options, TimeProvider clock)
{
    /// <summary>Amendments known and not worked in.</summary>
    public async Task<IReadOnlyList<(PendingAmendment Amendment, string Title, string Work)>> PendingAsync(CancellationToken ct)
    {
        var rows = await db.Set<PendingAmendment>().AsNoTracking().Where(a => a.State == AmendmentState.Known)
            .Join(db.Set<StoredText>(), a => a.TextId, t => t.Id, (a, t) => new { a, t.Title, t.Work }).OrderBy(r => r.a.EffectOn).ToListAsync(ct);
        return rows.ConvertAll(r => (r.a, r.Title, r.Work));
    }

    /// <summary>Amendments of one text that are not worked in.</summary>
    public Task<List<PendingAmendment>> PendingAsync(Guid textId, CancellationToken ct) =>
        db.Set<PendingAmendment>().AsNoTracking().Where(a => a.TextId == textId && a.State == AmendmentState.Known).OrderBy(a => a.EffectOn).ToListAsync(ct);

    /// <summary>Texts in force whose validity ends or whose review is due within the reminder period, the nearest first.</summary>
    public async Task<IReadOnlyList<Reminder>> RemindersAsync(CancellationToken ct)
    {
        var today = clock.Today();
        var until = today.AddMonths(options.Value.ReminderMonths);
        var found = new List<Reminder>();
        foreach (var text in (await shelf.AllAsync(ct)).Where(t => t.Standing(today) == TextStanding.InForce).Select(t => t.Text))
        {
            if (text.ValidTo is { } end && end <= until)
            {
                found.Add(new Reminder(text.Title, text.Work, end, IsValidity: true, end < today));
            }

            if (text.ReviewOn is { } review && review <= until)
            {
                found.Add(new Reminder(text.Title, text.Work, review, IsValidity: false, review < today));
            }
        }

        return [.. found.OrderBy(r => r.On)];
    }

    /// <summary>Open re-checks, the nearest first.</summary>
    public Task<List<Recheck>> RechecksAsync(CancellationToken ct) =>
        db.Set<Recheck>().AsNoTracking().Where(r => r.DoneOn == null).OrderBy(r => r.DueOn).ThenBy(r => r.Address).Take(200).ToListAsync(ct);

    /// <summary>Campaigns with how many of their texts have a conclusion.</summary>
    public async Task<IReadOnlyList<(Campaign Campaign, int Texts, int Concluded)>> CampaignsAsync(CancellationToken ct)
    {
        var campaigns = await db.Set<Campaign>().AsNoTracking().OrderByDescending(c => c.OpenedOn).ToListAsync(ct);
        var counts = await db.Set<CampaignItem>().GroupBy(i => i.CampaignId).Select(g => new { g.Key, All = g.Count(), Done = g.Count(i => i.Conclusion != null) }).ToDictionaryAsync(g => g.Key, ct);
        return campaigns.ConvertAll(c => counts.TryGetValue(c.Id, out var n) ? (c, n.All, n.Done) : (c, 0, 0));
    }

    /// <summary>A campaign with its texts.</summary>
    public async Task<(Campaign Campaign, IReadOnlyList<(CampaignItem Item, string Title, string Work)> Items)?> CampaignAsync(Guid id, CancellationToken ct)
    {
        var campaign = await db.Set<Campaign>().AsNoTracking().FirstOrDefaultAsync(c => c.Id == id, ct);
        if (campaign is null)
        {
            return null;
        }

        var items = await db.Set<CampaignItem>().AsNoTracking().Where(i => i.CampaignId == id).Join(db.Set<StoredText>(), i => i.TextId, t => t.Id, (i, t) => new { i, t.Title, t.Work }).OrderBy(r => r.Title).ToListAsync(ct);
        return (campaign, items.ConvertAll(r => (r.i, r.Title, r.Work)));
    }

    /// <summary>An amendment, or null.</summary>
    public Task<PendingAmendment?> AmendmentAsync(Guid id, CancellationToken ct) => db.Set<PendingAmendment>().AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct);

    /// <summary>All changes of a text, the newest first.</summary>
    public Task<List<TextChange>> ChangesAsync(Guid textId, CancellationToken ct) =>
        db.Set<TextChange>().AsNoTracking().Where(c => c.TextId == textId).OrderByDescending(c => c.EffectOn).ThenByDescending(c => c.MadeOn).ToListAsync(ct);

    /// <summary>How many of each kind took effect in each year.</summary>
    public async Task<IReadOnlyList<(int Year, ChangeKind Kind, int Count)>> YearsAsync(CancellationToken ct)
    {
        var rows = await db.Set<TextChange>().GroupBy(c => new { c.MadeOn.Year, c.Kind }).Select(g => new { g.Key.Year, g.Key.Kind, Count = g.Count() }).ToListAsync(ct);
        return [.. rows.OrderByDescending(r => r.Year).ThenBy(r => r.Kind).Select(r => (r.Year, r.Kind, r.Count))];
    }

    /// <summary>A date that comes near.</summary>
    internal sealed record Reminder(string Title, string Work, DateOnly On, bool IsValidity, bool Over);
}

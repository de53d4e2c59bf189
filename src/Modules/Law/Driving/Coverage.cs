using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Law.Contracts;
using Guiju.Law.Duties;
using Guiju.Law.Stored;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Law.Driving;

/// <summary>What has become of a sentence here.</summary>
public enum SentenceState
{
    /// <summary>A rule, figure or procedure cites the provision.</summary>
    [Display(Name = "已嵌入规则")] Embedded,

    /// <summary>It was confirmed as a duty.</summary>
    [Display(Name = "已列职责")] Duty,

    /// <summary>It was set aside with a reason.</summary>
    [Display(Name = "不嵌入，有理由")] SetAside,

    /// <summary>Nobody has said anything about it yet.</summary>
    [Display(Name = "待处理")] Open,
}

/// <summary>Everything that hangs on provisions, asked of all modules; and how far the binding sentences of a text are embedded.</summary>
internal sealed class Coverage(GuijuDb db, Shelf shelf, IEnumerable<IDependants> modules, TimeProvider clock)
{
    /// <summary>Everything that cites an address: the work with all its provisions, or an article with all below it.</summary>
    public async Task<IReadOnlyList<Dependant>> DrivenByAsync(string address, CancellationToken ct)
    {
        var all = new List<Dependant>();
        foreach (var module in modules)
        {
            all.AddRange(await module.OfWorkAsync(address.Split('~')[0], ct));
        }

        return all.Where(d => !address.Contains('~', StringComparison.Ordinal) || d.Address == address || d.Address.StartsWith(address + "__", StringComparison.Ordinal) || address.StartsWith(d.Address + "__", StringComparison.Ordinal))
            .OrderBy(d => d.Kind.Zh, StringComparer.Ordinal).ThenBy(d => d.Address, StringComparer.Ordinal).ToList();
    }

    /// <summary>The binding sentences of a text as it stands today, each with what has become of it; null where the library does not have the text.</summary>
    public async Task<View?> OfAsync(string work, CancellationToken ct)
    {
        var today = clock.Today();
        if (await shelf.FindAsync(work, ct) is not { } text || text.Nearest(today) is not { } version)
        {
            return null;
        }

        var driven = (await DrivenByAsync(work, ct)).Where(d => d.Kind != DutyDependants.Kind).ToLookup(d => ArticleOf(d.Address));
        var duties = (await db.Set<Duty>().AsNoTracking().Where(d => d.Work == work).ToListAsync(ct)).ToLookup(d => ArticleOf(d.Address));
        var asides = (await db.Set<SetAside>().AsNoTracking().Where(a => a.Address.StartsWith(work + "~")).ToListAsync(ct)).ToDictionary(a => (a.Address, a.Sentence), a => a.Reason);
        var lines = new List<Line>();
        foreach (var provision in await db.Set<StoredProvision>().AsNoTracking().Where(p => p.VersionId == version.Id).OrderBy(p => p.Place).ToListAsync(ct))
        {
            var address = $"{work}~{provision.Address}";
            foreach (var sentence in Sentence.Of(provision.Words))
            {
                var rules = driven[provision.Address].ToList();
                var duty = duties[provision.Address].FirstOrDefault(d => d.Sentence == sentence.Mark) ?? duties[provision.Address].FirstOrDefault(d => d.Sentence.Length == 0 && sentence.Force == SentenceForce.Shall);
                var reason = asides.GetValueOrDefault((address, sentence.Mark), "");
                var state = duty is not null ? SentenceState.Duty : reason.Length > 0 ? SentenceState.SetAside : rules.Count > 0 ? SentenceState.Embedded : SentenceState.Open;
                lines.Add(new Line(address, provision.Label, sentence, state, reason, duty?.Id, rules.Count));
            }
        }

        return new View(text.Text.Title, version.Date, lines);
    }

    /// <summary>The article of an address: <c>w~art_5__para_1</c> → <c>art_5</c>.</summary>
    private static string ArticleOf(string address) => address.Contains('~', StringComparison.Ordinal) ? address.Split('~', 2)[1].Split("__")[0] : "";

    /// <summary>A text's binding sentences.</summary>
    internal sealed record View(string Title, DateOnly Version, IReadOnlyList<Line> Lines)
    {
        /// <summary>How many sentences of a force are in a state.</summary>
        public int Count(SentenceForce force, SentenceState state) => Lines.Count(l => l.Sentence.Force == force && l.State == state);
    }

    /// <summary>A sentence with what has become of it.</summary>
    internal sealed record Line(string Address, string Label, Sentence Sentence, SentenceState State, string Reason, Guid? DutyId, int Rules);
}

/// <summary>Duties hang on provisions too.</summary>
internal sealed class DutyDependants(GuijuDb db) : IDependants
{
    /// <summary>What they are called.</summary>
    public static readonly Bilingual Kind = new("职责", "Duty");

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Dependant>> OfWorkAsync(string work, CancellationToken ct) =>
        (await db.Set<Duty>().AsNoTracking().Where(d => d.Work == work).ToListAsync(ct)).Select(d => new Dependant(Kind, d.Id.ToString(), new(d.Title, d.Title), d.Address, $"/law/duties/{d.Id}")).ToList();
}

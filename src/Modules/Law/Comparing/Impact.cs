using Guiju.Kernel;
using Guiju.Law.Contracts;
using Guiju.Law.Making;
using Guiju.Texts;
using Guiju.Texts.Comparing;
using Microsoft.Extensions.Options;

namespace Guiju.Law.Comparing;

/// <summary>What a new version means for everything that hangs on the text: the changed provisions, and what cites them. Renumbering alone raises nothing.</summary>
internal sealed class Impact(IEnumerable<IDependants> modules, IOptions<LawOptions> options, TimeProvider clock)
{
    /// <summary>The day by which a re-check is due: when the version comes into force, but never sooner than the setting allows.</summary>
    public DateOnly DueOn(DateOnly from) => new[] { from, clock.Today().AddDays(options.Value.RecheckDays) }.Max();

    /// <summary>The impact of a newer version on what cites the work.</summary>
    public async Task<Found> OfAsync(string work, LegalText older, LegalText newer, CancellationToken ct)
    {
        var changes = TextComparison.Compare(older, newer);
        var all = await DependantsAsync(work, ct);
        var byAddress = changes.Where(c => c.From is not null).ToDictionary(c => c.From!.Address); // filtered just before
        var affected = new List<Affected>();
        foreach (var one in all)
        {
            var place = one.Address.Split('~', 2) is [_, var p] ? p : null;
            var change = place is null ? changes.FirstOrDefault(c => c.IsMaterial) : byAddress.GetValueOrDefault(place.Split("__")[0]);
            if (change is { IsMaterial: true })
            {
                affected.Add(new Affected(one, change.Kind, change.From?.Label ?? "", change.To?.Label ?? "", place is null));
            }
        }

        return new Found(changes, affected, all.Count);
    }

    /// <summary>Everything that hangs on a work, over all modules.</summary>
    public async Task<IReadOnlyList<Dependant>> DependantsAsync(string work, CancellationToken ct)
    {
        var all = new List<Dependant>();
        foreach (var module in modules)
        {
            all.AddRange(await module.OfWorkAsync(work, ct));
        }

        return [.. all.Distinct()];
    }

    /// <summary>All changes, and what is affected by those that touch the words.</summary>
    internal sealed record Found(IReadOnlyList<ArticleChange> Changes, IReadOnlyList<Affected> Affected, int Dependants);

    /// <summary>Something affected, and by which change; whole where it cites the text and no provision.</summary>
    internal sealed record Affected(Dependant Dependant, ArticleChangeKind Change, string From, string To, bool Whole);
}

using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Law;
using Guiju.Law.Contracts;

namespace Guiju.Decisions.Drafts;

/// <summary>An article of the library is taken into a draft, so that its rows and figures can cite it. What it says is written in one's own words; the place, title and days come from the library.</summary>
[Needs(DecisionPermissions.Draft), Display(Name = "引入条款")]
public sealed record DraftProvision : IAct<Guid>
{
    /// <summary>The draft.</summary>
    [Display(Name = "草案"), Required] public Guid? DraftId { get; init; }

    /// <summary>Address of the text in the library, e.g. <c>cn/state-council/2012/621</c>.</summary>
    [Display(Name = "制度"), Required, StringLength(200, MinimumLength = 1)] public string Work { get; init; } = "";

    /// <summary>The place as printed (第二十六条第一款) or as an address (<c>art_26__para_1</c>).</summary>
    [Display(Name = "条款"), Required, StringLength(60, MinimumLength = 1)] public string Place { get; init; } = "";

    /// <summary>What it says.</summary>
    [Display(Name = "要点"), Required, StringLength(300, MinimumLength = 4)] public string Gist { get; init; } = "";

    /// <summary>The same in English; the Chinese stands in for it where it is empty.</summary>
    [Display(Name = "英文要点"), StringLength(300)] public string? EnglishGist { get; init; }

    internal sealed class Handler(GuijuDb db, DraftBook book, ILibraryArticles library, Journal journal) : IHandler<DraftProvision, Guid>
    {
        public async Task<Guid> HandleAsync(DraftProvision act, CancellationToken ct)
        {
            var draft = await book.OpenAsync(act.DraftId, ct);
            var found = await library.FindAsync(act.Work.Trim(), act.Place.Trim(), book.Today, ct);
            Check.That(found is not null, DraftChecks.IsInLibrary, nameof(Place));
            var place = found!.Versions[0].Provisions[0]; // the check before has thrown otherwise
            var files = new Dictionary<string, string>(await book.FilesAsync(draft, ct));
            Check.That(!SourceFile.Known(book.InForce, files).Knows($"{found.Work}~{place.Address}"), DraftChecks.NotYetCited, nameof(Place));
            var gist = new Bilingual(act.Gist.Trim(), string.IsNullOrWhiteSpace(act.EnglishGist) ? act.Gist.Trim() : act.EnglishGist.Trim());
            var told = found with { Versions = [.. found.Versions.Select(v => v with { Provisions = [.. v.Provisions.Select(p => p with { Gist = gist })] })] };
            var path = SourceFile.PathOf(found.Work);
            files[path] = SourceFile.Write(files.TryGetValue(path, out var before) ? LawSources.Read(path, before).With(told) : told);
            db.Add(draft.Write(book.Hand, files, $"《{found.Title.Zh}》{place.Article}", book.InForce.Version));
            journal.Concerns(DecisionKinds.Draft, draft.Id);
            return draft.Id;
        }
    }
}

using Guiju.Kernel;
using Guiju.Law.Contracts;
using Guiju.Texts;

namespace Guiju.Law.Stored;

/// <summary>Articles of the library as texts that rules may cite. The wording was read in full, so the place is verified; the gist is for a person to write.</summary>
internal sealed class LibraryArticles(Shelf shelf) : ILibraryArticles
{
    public async Task<IReadOnlyList<(string Work, string Title)>> InForceAsync(DateOnly on, CancellationToken ct) =>
        [.. (await shelf.AllAsync(ct)).Where(t => t.On(on) is not null).Select(t => (t.Text.Work, t.Text.Title)).OrderBy(t => t.Title, StringComparer.Ordinal)];

    public async Task<LawText?> FindAsync(string work, string place, DateOnly on, CancellationToken ct)
    {
        if (!ProvisionAddress.TryParse(place, out var parsed)
            || await shelf.FindAsync(work, ct) is not { } text || text.On(on) is not { } version || (await shelf.WordingAsync(version.Id, ct)).Find(parsed.ToString()) is null)
        {
            return null;
        }

        var provision = new LawProvision(parsed.ToString(), parsed.Printed, Evidence.Verified, [], Bilingual.Empty);
        return new LawText(work, new Bilingual(text.Text.Title, text.Text.Title), text.Text.Number, text.Text.Issuer, TextIdentity.NameOf(text.Text.Rank), text.Text.Pack, Bilingual.Empty,
            [new LawVersion(version.Date, version.From, text.To(version), Evidence.Verified, [provision])]);
    }
}

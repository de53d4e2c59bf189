using Guiju.Kernel;

namespace Guiju.Law;

/// <summary>A text: regulation, standard or internal rule.</summary>
/// <param name="Work">Permanent address of the work.</param>
/// <param name="Title">Title in Chinese and English.</param>
/// <param name="Number">Document number; null where it is not sure.</param>
/// <param name="Issuer">Issuer.</param>
/// <param name="Rank">Rank, e.g. <c>administrative-regulation</c>.</param>
/// <param name="Pack">Whom it binds: cn, cen, bj, bureau.</param>
/// <param name="Binds">Whom it binds, told.</param>
/// <param name="Versions">Its wordings by date.</param>
public sealed record LawText(string Work, Bilingual Title, string? Number, string Issuer, string Rank, string Pack, Bilingual Binds, IReadOnlyList<LawVersion> Versions)
{
    /// <summary>The version in force on a day; null before the first, after the last and in between.</summary>
    public LawVersion? On(DateOnly day) => Versions.Where(v => v.From <= day && (v.To is null || v.To >= day)).MaxBy(v => v.From);

    /// <summary>This text with the versions and provisions that another file of it adds; what both have stays as it is here.</summary>
    public LawText With(LawText added) => this with
    {
        Versions = [.. Versions.Select(v => added.Versions.FirstOrDefault(a => a.From == v.From) is { } same ? v with { Provisions = [.. v.Provisions, .. same.Provisions.ExceptBy(v.Provisions.Select(p => p.Address), p => p.Address)] } : v)
            .Concat(added.Versions.ExceptBy(Versions.Select(v => v.From), v => v.From)).OrderBy(v => v.From)],
    };
}

/// <summary>The wording of a text between two days.</summary>
/// <param name="Date">Day it was adopted.</param>
/// <param name="From">First day in force.</param>
/// <param name="To">Last day in force; null while it holds.</param>
/// <param name="Evidence">How well the version is known.</param>
/// <param name="Provisions">Provisions that rules cite.</param>
public sealed record LawVersion(DateOnly Date, DateOnly From, DateOnly? To, Evidence Evidence, IReadOnlyList<LawProvision> Provisions);

/// <summary>An article, paragraph or item of a version.</summary>
/// <param name="Address">Akoma Ntoso address within the text, e.g. <c>art_26__para_1</c>.</param>
/// <param name="Article">As printed; null where the number is not sure.</param>
/// <param name="Evidence">How well it is known.</param>
/// <param name="Holds">Short terms that the real provision holds.</param>
/// <param name="Gist">What it says, in our own words.</param>
public sealed record LawProvision(string Address, string? Article, Evidence Evidence, IReadOnlyList<string> Holds, Bilingual Gist);

/// <summary>All texts under <c>law/sources</c>.</summary>
public sealed class LawSources
{
    private readonly Dictionary<string, LawText> byWork;

    private LawSources(IEnumerable<LawText> texts) => byWork = texts.GroupBy(t => t.Work).ToDictionary(g => g.Key, g => g.Aggregate((known, added) => known.With(added)));

    /// <summary>Every text, by address.</summary>
    public IReadOnlyCollection<LawText> All => byWork.Values;

    /// <summary>Reads the sources of a set of law files.</summary>
    public static LawSources Parse(LawFiles files) => new(files.Under("sources/", ".yaml").Select(f => Read(f.Key, f.Value)));

    /// <summary>These texts and those of further files. A text that is known gains versions and provisions; what stands in it is never written over.</summary>
    public LawSources With(IEnumerable<KeyValuePair<string, string>> files) => new(All.Concat(files.Select(f => Read(f.Key, f.Value))));

    /// <summary>One file.</summary>
    /// <exception cref="LawFormatException">It is not written as a text is.</exception>
    public static LawText Read(string path, string text) => ReadText(LawYaml.Parse(path, text));

    /// <summary>The text of a work, or null.</summary>
    public LawText? Find(string work) => byWork.GetValueOrDefault(work);

    /// <summary>Whether there is such a text and, where the address names a provision, a version that has it. To cite an article that is not there is a slip, however forgivingly it is printed.</summary>
    public bool Knows(string address) => address.Split('~', 2) is [var work, var place] ? Find(work)?.Versions.Any(v => v.Provisions.Any(p => p.Address == place)) == true : Find(address) is not null;

    /// <summary>Whether the number of a provision is kept and in no version sure: then it is not printed.</summary>
    public bool IsUnsure(string address) => address.Split('~', 2) is [var work, var place] && Find(work)?.Versions.SelectMany(v => v.Provisions).Where(p => p.Address == place).ToList() is { Count: > 0 } kept
        && kept.TrueForAll(p => p.Article is null || p.Evidence == Evidence.Assumed);

    /// <summary>
    /// The provision as it stands on a day. Where the version in force does not have the address, or no version was in force, the document alone
    /// is cited; where the number is not sure, no article is printed. An unknown work is null.
    /// </summary>
    public ProvisionRef? Resolve(string address, DateOnly on)
    {
        var (work, place) = address.Split('~', 2) is [var w, var p] ? (w, p) : (address, null);
        if (Find(work) is not { } text)
        {
            return null;
        }

        var version = text.On(on);
        var provision = place is null ? null : version?.Provisions.FirstOrDefault(p => p.Address == place);
        return new ProvisionRef(provision is null ? work : address, text.Title, provision?.Evidence == Evidence.Assumed ? null : provision?.Article, version?.From, provision?.Gist) { Number = text.Number };
    }

    private static LawText ReadText(LawYaml yaml) => new(
        yaml["work"].Text,
        new Bilingual(yaml["title"].Text, yaml["english"].Text),
        yaml.Find("number")?.Text,
        yaml["issuer"].Text,
        yaml["rank"].Text,
        yaml["pack"].Text,
        yaml.Find("binds")?.Both ?? Bilingual.Empty,
        yaml["versions"].Items.Select(ReadVersion).ToList());

    private static LawVersion ReadVersion(LawYaml yaml) => new(
        yaml["date"].Date,
        yaml["from"].Date,
        yaml.Find("to")?.Date,
        yaml["evidence"].Evidence,
        yaml.Find("provisions")?.Items.Select(p => new LawProvision(
            p["address"].Text, p.Find("article")?.Text, p["evidence"].Evidence, p.Find("holds")?.Items.Select(h => h.Text).ToList() ?? [], p["gist"].Both)).ToList() ?? []);
}

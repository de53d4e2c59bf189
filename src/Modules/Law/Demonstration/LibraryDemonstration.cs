using System.Globalization;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Demonstration;
using Guiju.Law.Driving;
using Guiju.Law.Duties;
using Guiju.Law.Making;
using Guiju.Law.Stored;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;

namespace Guiju.Law.Demonstration;

/// <summary>Plants the demonstration bureau's own rules (<c>law/library</c>) with an amendment to be worked in and a clean-up under way, all through the desk.</summary>
internal sealed class LibraryDemonstration(GuijuDb db, LawFiles files, IConfiguration configuration, BatchDesk desk, TimeProvider clock) : IDemonstration
{
    private const string Sheet = "library/library.yaml";

    /// <inheritdoc/>
    public int Order => 16;

    /// <inheritdoc/>
    public Bilingual Title { get; } = new("内部制度", "The bureau's own rules");

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, int>> PlantAsync(CancellationToken ct)
    {
        if (!files.Files.TryGetValue(Sheet, out var source))
        {
            return new Dictionary<string, int>();
        }

        var sheet = LawYaml.Parse(Sheet, source);
        var (texts, amendments, campaigns) = (sheet["texts"].Items.ToList(), sheet["amendments"].Items.ToList(), sheet["campaigns"].Items.ToList());
        var folder = Path.Combine(LawFiles.Find(configuration), "library");
        await AllAsync(texts.Select(t => new StoreText { FileName = t["file"].Text, Content = File.ReadAllBytes(Path.Combine(folder, t["file"].Text)), Work = t["work"].Text, Rank = LawRank.InternalRule, Issuer = Issuer }), ct);
        var ids = await db.Set<StoredText>().AsNoTracking().ToDictionaryAsync(t => t.Work, t => t.Id, ct);
        await AllAsync(texts.DistinctBy(t => t["work"].Text).Select(t => new KeepText { TextId = ids[t["work"].Text], Domains = [.. t["domains"].Items.Select(d => Enum.Parse<LawDomain>(d.Text))], ReviewOn = In(t.Find("review-in-days")) }), ct);
        await AllAsync(amendments.Select(a => new NoteAmendment { TextId = ids[a["work"].Text], Document = a["document"].Text, MadeOn = clock.Today().AddDays(-Days(a["made-days-ago"])), EffectOn = In(a["effect-in-days"]), Source = a["source"].Text }), ct);
        await AllAsync(campaigns.Select(c => new OpenCampaign { Title = c["title"].Text, Basis = c["basis"].Text, DueOn = In(c["due-in-days"]), Pack = c["pack"].Text }), ct);
        var items = await db.Set<CampaignItem>().AsNoTracking().ToDictionaryAsync(i => i.TextId, i => i.Id, ct);
        await AllAsync(campaigns.SelectMany(c => c["concluded"].Items).Select(c => new ConcludeText { ItemId = items[ids[c["work"].Text]], Conclusion = Enum.Parse<Conclusion>(c["conclusion"].Text), Reason = c["reason"].Text, Basis = c["basis"].Text }), ct);
        var (duties, asides, marks) = (sheet["duties"].Items.ToList(), sheet["set-aside"].Items.ToList(), sheet["coverage"].Items.ToList());
        await AllAsync(await MarkedAsync(duties, (yaml, mark) => LawDemonstration.DutyOf(yaml) with { Sentence = mark }, ct), ct);
        await AllAsync(await MarkedAsync(asides, (yaml, mark) => new SetSentenceAside { Address = yaml["address"].Text, Sentence = mark, Reason = yaml["reason"].Text }, ct), ct);
        await AllAsync<MarkCoverage, int>(marks.SelectMany(m => m["steps"].Items.Select(step => new MarkCoverage { Address = m["address"].Text, Asset = Enum.Parse<GovernedAsset>(m["asset"].Text), Step = Enum.Parse<GovernedStep>(step.Text) })), ct);
        return new Dictionary<string, int> { ["versions of rules"] = texts.Count, ["amendments"] = amendments.Count, ["clean-ups"] = campaigns.Count, ["coverage marks"] = marks.Count };
    }

    // A duty or a reason belongs to one sentence: the first that binds in the newest wording of its provision.
    private async Task<IReadOnlyList<TAct>> MarkedAsync<TAct>(IReadOnlyList<LawYaml> lines, Func<LawYaml, string, TAct> act, CancellationToken ct)
    {
        var marked = new List<TAct>();
        foreach (var line in lines)
        {
            var (work, place) = line["address"].Text.Split('~', 2) is [var w, var p] ? (w, p) : throw line.Wrong("an address with its provision was expected");
            var words = await db.Set<StoredProvision>().AsNoTracking().Where(s => s.Address == place)
                .Join(db.Set<StoredVersion>(), s => s.VersionId, v => v.Id, (s, v) => new { s.Words, v.Date, v.TextId }).Join(db.Set<StoredText>().Where(t => t.Work == work), v => v.TextId, t => t.Id, (v, t) => v)
                .OrderByDescending(v => v.Date).Select(v => v.Words).FirstAsync(ct);
            marked.Add(act(line, Sentence.Of(words).First(s => s.Force != SentenceForce.May).Mark));
        }

        return marked;
    }

    private const string Issuer = "方圆市机关事务管理局";

    private static int Days(LawYaml days) => int.Parse(days.Text, CultureInfo.InvariantCulture);

    private DateOnly? In(LawYaml? days) => days is null ? null : clock.Today().AddDays(Days(days));

    private Task AllAsync<TAct>(IEnumerable<TAct> wanted, CancellationToken ct)
        where TAct : IAct<Guid> => AllAsync<TAct, Guid>(wanted, ct);

    private async Task AllAsync<TAct, TResult>(IEnumerable<TAct> wanted, CancellationToken ct)
        where TAct : IAct<TResult>
    {
        var acts = wanted.ToList();
        var done = await desk.PerformAsync<TResult>(acts.Count, (at, _) => acts[at], keep: true, ct);
        if (!done.AllDone)
        {
            throw new LawFormatException($"{Sheet} cannot be planted: {done.Outcomes.First(o => o is not Outcome<TResult>.Done)}");
        }
    }
}

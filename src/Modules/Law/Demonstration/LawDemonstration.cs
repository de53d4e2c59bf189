using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Demonstration;
using Guiju.Law.Duties;
using Guiju.Law.ModelContracts;
using Guiju.Law.Standards;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Law.Demonstration;

/// <summary>Plants the standards of <c>law/standards</c>, publishes the model contracts of <c>law/contracts</c> and confirms the duties of <c>law/duties</c>, all through the desk.</summary>
internal sealed class LawDemonstration(GuijuDb db, LawFiles files, TemplateSamples samples, BatchDesk desk) : IDemonstration
{
    /// <inheritdoc/>
    public int Order => 15;

    /// <inheritdoc/>
    public Bilingual Title { get; } = new("标准、合同范本和职责", "Standards, model contracts and duties");

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<string, int>> PlantAsync(CancellationToken ct)
    {
        var sheets = files.Under("standards/", "standards.yaml").SelectMany(f => LawYaml.Parse(f.Key, f.Value).Items.Select(StandardYaml.Read)).ToList();
        await AllAsync<Guid>([.. sheets.Select(s => s.Sheet)], ct);
        var ids = await db.Set<Standard>().AsNoTracking().ToDictionaryAsync(s => s.Title, s => s.Id, ct);
        await AllAsync<Guid>([.. sheets.Where(s => s.ReplacedBy is not null).Select(s => new ReplaceStandard { Id = ids[s.Sheet.Title], By = ids[s.ReplacedBy!], On = s.ReplacedOn })], ct); // filtered just before
        await AllAsync<Guid>([.. samples.All.Values.Select(source => new DraftTemplate { Source = source, Initiative = "演示范本" })], ct);
        var drafts = await db.Set<TemplateVersion>().AsNoTracking().Where(v => v.State == VersionState.Draft).Select(v => v.Id).ToListAsync(ct);
        await AllAsync<Guid>([.. drafts.Select(id => new PublishTemplate { Id = id })], ct);
        var duties = files.Under("duties/", ".yaml").SelectMany(f => LawYaml.Parse(f.Key, f.Value).Items.Select(DutyOf)).ToList();
        await AllAsync<Guid>([.. duties], ct);
        return new Dictionary<string, int> { ["standards"] = sheets.Count, ["model contracts"] = drafts.Count, ["duties"] = duties.Count };
    }

    internal static ConfirmDuty DutyOf(LawYaml yaml) => new()
    {
        Address = yaml["address"].Text,
        Title = yaml["title"].Text,
        Frequency = Enum.Parse<DutyFrequency>(yaml["frequency"].Text),
        Evidence = yaml["evidence"].Text,
        UnitId = yaml.Find("unit") is { } unit ? Planted.Id("unit:" + unit.Text) : null,
    };

    private async Task AllAsync<TResult>(IReadOnlyList<IAct<TResult>> acts, CancellationToken ct)
    {
        var done = await desk.PerformAsync<TResult>(acts.Count, (at, _) => acts[at], keep: true, ct);
        if (!done.AllDone)
        {
            throw new LawFormatException($"The demonstration's standards or model contracts cannot be planted: {done.Outcomes.First(o => o is not Outcome<TResult>.Done)}");
        }
    }
}

/// <summary>A standard of <c>law/standards</c>.</summary>
internal sealed record StandardYaml(RegisterStandard Sheet, string? ReplacedBy, DateOnly? ReplacedOn)
{
    public static StandardYaml Read(LawYaml yaml) => new(
        new RegisterStandard
        {
            Number = yaml.Find("number")?.Text,
            Title = yaml["title"].Text,
            Family = Enum.Parse<StandardFamily>(yaml["family"].Text),
            Role = Enum.Parse<StandardRole>(yaml["role"].Text),
            PublishedOn = yaml.Find("published")?.Date,
            From = yaml.Find("from")?.Date,
            Purpose = yaml.Find("purpose")?.Text,
            Verified = yaml.Find("seen") is not null,
            SeenAt = yaml.Find("seen")?.Text,
        },
        yaml.Find("replaced-by")?.Text,
        yaml.Find("replaced-on")?.Date);
}

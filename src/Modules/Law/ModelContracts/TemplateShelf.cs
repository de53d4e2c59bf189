using System.Text.Json;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Law.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Law.ModelContracts;

/// <summary>The samples that come with the law's files.</summary>
internal sealed class TemplateSamples(LawFiles files)
{
    /// <summary>Sources by code.</summary>
    public IReadOnlyDictionary<string, string> All { get; } = files.Under("contracts/", ".yaml").ToDictionary(f => f.Key["contracts/".Length..^".yaml".Length], f => f.Value);
}

/// <summary>Reads templates, needs and drawn contracts.</summary>
internal sealed class TemplateShelf(GuijuDb db, ActorHolder asker, Duties.DutyUnits names)
{
    /// <summary>All templates.</summary>
    public async Task<IReadOnlyList<ContractTemplate>> AllAsync(CancellationToken ct) => await db.Set<ContractTemplate>().AsNoTracking().OrderBy(t => t.Title).ToListAsync(ct);

    /// <summary>One template with its versions, newest first; null where there is none.</summary>
    public async Task<(ContractTemplate Template, IReadOnlyList<TemplateVersion> Versions)?> FindAsync(Guid id, CancellationToken ct) =>
        await db.Set<ContractTemplate>().AsNoTracking().SingleOrDefaultAsync(t => t.Id == id, ct) is { } template
            ? (template, await db.Set<TemplateVersion>().AsNoTracking().Where(v => v.TemplateId == id).OrderByDescending(v => v.Number).ToListAsync(ct))
            : null;

    /// <summary>A version; null where there is none.</summary>
    public async Task<TemplateVersion?> VersionAsync(Guid id, CancellationToken ct) => await db.Set<TemplateVersion>().AsNoTracking().SingleOrDefaultAsync(v => v.Id == id, ct);

    /// <summary>Needs within reach: those waiting first.</summary>
    public async Task<IReadOnlyList<Need>> NeedsAsync(CancellationToken ct)
    {
        var keeps = asker.Current.Can(LawModule.KeepTemplates);
        var needs = db.Set<ContractNeed>().AsNoTracking();
        var rows = await (keeps ? needs : needs.Within(asker.Current, LawModule.DrawContracts, n => n.UnitId)).OrderBy(n => n.TemplateId != null).ThenByDescending(n => n.On).Take(Most).ToListAsync(ct);
        var tree = await names.TreeAsync(ct);
        return rows.Select(n => new Need(n.Id, tree.Find(n.UnitId)?.Name ?? "", n.Kind, n.Wish, n.On, n.TemplateId)).ToList();
    }

    /// <summary>Contracts drawn within reach, newest first.</summary>
    public async Task<IReadOnlyList<DrawnContract>> DrawnAsync(CancellationToken ct) =>
        await db.Set<DrawnContract>().AsNoTracking().Within(asker.Current, LawModule.DrawContracts, d => d.UnitId).OrderByDescending(d => d.On).ThenByDescending(d => d.Id).Take(Most).ToListAsync(ct);

    /// <summary>The document of a contract within reach; null where there is none.</summary>
    public async Task<(string Name, byte[] Content)?> PaperAsync(Guid id, CancellationToken ct)
    {
        if (await db.Set<DrawnContract>().AsNoTracking().Within(asker.Current, LawModule.DrawContracts, d => d.UnitId).SingleOrDefaultAsync(d => d.Id == id, ct) is not { } drawn)
        {
            return null;
        }

        var version = await db.Set<TemplateVersion>().AsNoTracking().SingleAsync(v => v.Id == drawn.VersionId, ct);
        var model = TemplateModel.Read(version.Source);
        var answers = JsonSerializer.Deserialize<Dictionary<string, string>>(drawn.Answers, Json.Options) ?? [];
        return ($"{drawn.Title}.docx", ContractPaper.Write(drawn.Title, model.Fill(answers), $"范本：{model.Title.Zh}，第 {version.Number} 版；{drawn.On:yyyy-MM-dd} 生成。"));
    }

    private const int Most = 200;

    /// <summary>A need with the name of its unit.</summary>
    internal sealed record Need(Guid Id, string Unit, string Kind, string Wish, DateOnly On, Guid? TemplateId);
}

/// <summary>Published templates hang on the provisions that they name.</summary>
internal sealed class TemplateDependants(GuijuDb db) : IDependants
{
    private static readonly Bilingual Kind = new("合同范本", "Model contract");

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Dependant>> OfWorkAsync(string work, CancellationToken ct)
    {
        var published = await db.Set<TemplateVersion>().AsNoTracking().Where(v => v.State == VersionState.Published).ToListAsync(ct);
        return published.Select(v => (Version: v, Model: TemplateModel.Read(v.Source))).SelectMany(p => p.Model.Provisions.Where(a => a == work || a.StartsWith(work + "~", StringComparison.Ordinal))
            .Select(a => new Dependant(Kind, p.Version.TemplateId.ToString(), p.Model.Title, a, $"/law/templates/{p.Version.TemplateId}"))).ToList();
    }
}

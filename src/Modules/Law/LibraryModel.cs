using Guiju.Kernel;
using Guiju.Kernel.Demonstration;
using Guiju.Kernel.Registers;
using Guiju.Law.Contracts;
using Guiju.Law.Demonstration;
using Guiju.Law.Driving;
using Guiju.Law.Duties;
using Guiju.Law.ModelContracts;
using Guiju.Law.Standards;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Guiju.Law;

/// <summary>What duties, coverage, standards and model contracts bring into the module: one line a slice.</summary>
internal static class LibraryModel
{
    public static IReadOnlyList<MenuItem> Menu { get; } =
    [
        new("/law/search", new("检索条文", "Find provisions"), LawModule.ReadLaw, "search", 791),
        new("/law/duties", new("职责清单", "Duties"), LawModule.ReadLaw, "clipboard-list", 792),
        new("/law/coverage", new("条文覆盖", "Coverage"), LawModule.KeepDuties, "chart", 793),
        new("/law/matrix", new("覆盖矩阵", "Coverage matrix"), LawModule.KeepDuties, "table", 794),
        new("/law/standards", new("标准库", "Standards"), LawModule.ReadLaw, "stack", 795),
        new("/law/templates", new("合同范本库", "Model contracts"), LawModule.DrawContracts, "file-plus", 796),
    ];

    public static void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(_ => LawFiles.Read(LawFiles.Find(configuration)));
        services.AddSingleton(provider => LawFigures.Parse(provider.GetRequiredService<LawFiles>(), provider.GetRequiredService<LawSources>()));
        services.AddSingleton<TemplateSamples>().AddScoped<TemplateShelf>().AddScoped<StandardFile>().AddScoped<DutyFile>().AddScoped<DutyUnits>().AddScoped<KnownProvisions>().AddScoped<Coverage>().AddScoped<CoverageMatrix>();
        services.AddScoped<IDependants, DutyDependants>().AddScoped<IDependants, TemplateDependants>();
        services.AddRegister<StandardList>().AddRegister<DutyList>();
        services.AddScoped<IDemonstration, LawDemonstration>().AddScoped<IDemonstration, LibraryDemonstration>();
        services.AddAct<RegisterStandard, Guid, RegisterStandard.Handler>();
        services.AddAct<ChangeStandard, Guid, ChangeStandard.Handler>();
        services.AddAct<ReplaceStandard, Guid, ReplaceStandard.Handler>();
        services.AddAct<ReviewStandard, Guid, ReviewStandard.Handler>();
        services.AddAct<ConfirmDuty, Guid, ConfirmDuty.Handler>();
        services.AddAct<AssignDuty, Guid, AssignDuty.Handler>();
        services.AddAct<ReleaseDuty, Guid, ReleaseDuty.Handler>();
        services.AddAct<PerformDuty, Guid, PerformDuty.Handler>();
        services.AddAct<SetSentenceAside, Guid, SetSentenceAside.Handler>();
        services.AddAct<MarkCoverage, int, MarkCoverage.Handler>();
        services.AddAct<UnmarkCoverage, Guid, UnmarkCoverage.Handler>();
        services.AddAct<StateNeed, Guid, StateNeed.Handler>();
        services.AddAct<DraftTemplate, Guid, DraftTemplate.Handler>();
        services.AddAct<PublishTemplate, Guid, PublishTemplate.Handler>();
        services.AddAct<WithdrawTemplate, Guid, WithdrawTemplate.Handler>();
        services.AddAct<DrawContract, Guid, DrawContract.Handler>();
    }

    public static void Build(ModelBuilder model)
    {
        model.ApplyConfiguration(new Standard.Mapping());
        model.ApplyConfiguration(new Duty.Mapping());
        model.ApplyConfiguration(new DutyOwner.Mapping());
        model.ApplyConfiguration(new SetAside.Mapping());
        model.ApplyConfiguration(new CoverageMark.Mapping());
        model.ApplyConfiguration(new ContractNeed.Mapping());
        model.ApplyConfiguration(new ContractTemplate.Mapping());
        model.ApplyConfiguration(new TemplateVersion.Mapping());
        model.ApplyConfiguration(new DrawnContract.Mapping());
    }

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapAct<RegisterStandard, Guid>("/standards");
        api.MapAct<ChangeStandard, Guid>("/standards/{id}/change");
        api.MapAct<ReplaceStandard, Guid>("/standards/{id}/replace");
        api.MapAct<ReviewStandard, Guid>("/standards/{id}/review");
        api.MapAct<ConfirmDuty, Guid>("/duties");
        api.MapAct<AssignDuty, Guid>("/duties/{id}/assign");
        api.MapAct<ReleaseDuty, Guid>("/duties/{id}/release");
        api.MapAct<PerformDuty, Guid>("/duties/{id}/perform");
        api.MapAct<SetSentenceAside, Guid>("/set-aside");
        api.MapAct<MarkCoverage, int>("/coverage-marks");
        api.MapAct<UnmarkCoverage, Guid>("/coverage-marks/{id}/remove");
        api.MapAct<StateNeed, Guid>("/contract-needs");
        api.MapAct<DraftTemplate, Guid>("/templates");
        api.MapAct<PublishTemplate, Guid>("/template-versions/{id}/publish");
        api.MapAct<WithdrawTemplate, Guid>("/template-versions/{id}/withdraw");
        api.MapAct<DrawContract, Guid>("/template-versions/{id}/draw");
        api.MapGet("/drawn/{id:guid}/docx", PaperAsync).WithName("law.drawn.docx");
        api.MapGet("/driving", DrivingAsync).WithName("law.driving").Produces<IReadOnlyList<Dependant>>();
        api.MapGet("/coverage", CoverageAsync).WithName("law.coverage");
    }

    private static async Task<IResult> PaperAsync(Guid id, TemplateShelf shelf, Kernel.Identity.ActorHolder asker, CancellationToken ct) =>
        !asker.Current.Can(LawModule.DrawContracts) ? OutcomeHttp.Denied(LawModule.DrawContracts)
        : await shelf.PaperAsync(id, ct) is { } paper ? Results.File(paper.Content, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", paper.Name) : OutcomeHttp.Missing();

    private static async Task<IResult> DrivingAsync(string address, Coverage coverage, Kernel.Identity.ActorHolder asker, CancellationToken ct) =>
        asker.Current.Can(LawModule.ReadLaw) ? Results.Json(await coverage.DrivenByAsync(address, ct), Json.Options) : OutcomeHttp.Denied(LawModule.ReadLaw);

    private static async Task<IResult> CoverageAsync(string work, Coverage coverage, Kernel.Identity.ActorHolder asker, CancellationToken ct) =>
        !asker.Current.Can(LawModule.ReadLaw) ? OutcomeHttp.Denied(LawModule.ReadLaw)
        : await coverage.OfAsync(work, ct) is { } view ? Results.Json(view, Json.Options) : OutcomeHttp.Missing();
}

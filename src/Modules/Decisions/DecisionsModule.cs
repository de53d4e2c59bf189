using System.CommandLine;
using Guiju.Decisions.Addresses;
using Guiju.Decisions.Drafts;
using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Decisions.Replaying;
using Guiju.Decisions.Sandbox;
using Guiju.Decisions.Scenarios;
using Guiju.Decisions.Terminal;
using Guiju.Kernel;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Decisions;

/// <summary>The executable law: lawbooks, judging, replay.</summary>
public sealed class DecisionsModule : IModule
{
    /// <inheritdoc/>
    public string Name => "decisions";

    /// <inheritdoc/>
    public IReadOnlyList<MenuItem> Menu { get; } =
    [
        new("/decisions", new("规则", "Rules"), DecisionPermissions.ReadRules, "table", 800),
        new("/decisions/figures", new("数值", "Figures"), DecisionPermissions.ReadRules, "list", 801),
        new("/decisions/scenarios", new("情景", "Scenarios"), DecisionPermissions.ReadRules, "clipboard-list", 802),
        new("/decisions/conflicts", new("规则冲突", "Conflicts"), DecisionPermissions.ReadRules, "route", 804),
        new("/decisions/drafts", new("规则草案", "Drafts of rules"), DecisionPermissions.ReadRules, "file-plus", 803),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(DecisionPermissions.ReadRules, new("查阅决策表、数值与控制点", "Read decision tables, figures and control points")),
        new(DecisionPermissions.ReadVerdicts, new("查阅并重演全部判定", "Read and replay every verdict")),
        new(DecisionPermissions.Draft, new("起草、推演规则和数值，编写情景，附合法性审查意见", "Draft and try rules and figures, write scenarios, attach legality opinions")),
        new(DecisionPermissions.Approve, new("审定并发布他人起草的规则", "Approve and publish rules that others drafted")),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<RoleProposal> Roles { get; } =
    [
        new("legal-officer", new("法规人员", "Legal officer"), DecisionPermissions.ReadRules, DecisionPermissions.ReadVerdicts, DecisionPermissions.Draft, DecisionPermissions.Approve),
        new("rule-approver", new("规则审定人", "Rule approver"), DecisionPermissions.ReadRules, DecisionPermissions.ReadVerdicts, DecisionPermissions.Approve),
        new("auditor", new("审计员", "Auditor"), DecisionPermissions.ReadRules, DecisionPermissions.ReadVerdicts),
        new("discipline-inspector", new("纪检监察人员", "Discipline inspector"), DecisionPermissions.ReadRules, DecisionPermissions.ReadVerdicts),
        new("finance-supervisor", new("财政监督人员", "Finance supervisor"), DecisionPermissions.ReadRules, DecisionPermissions.ReadVerdicts),
        new("fleet-desk", new("公务用车管理员", "Vehicle officer"), DecisionPermissions.ReadRules),
    ];

    /// <inheritdoc/>
    public void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DecisionSettings>().BindConfiguration("Guiju:Decisions");
        services.AddSingleton<LawShelf>();
        services.AddSingleton<ILaw, CurrentLaw>();
        services.AddSingleton<IFactWords, LawbookWords>();
        services.AddScoped<Replay>().AddScoped<SandboxRunner>().AddScoped<Contracts.IPopulation, StoredFacts>();
        services.AddScoped<DraftBook>().AddScoped<DraftList>().AddScoped<RunBoard>().AddScoped<ScenarioGrid>().AddScoped<Reading.RowHits>();
        services.AddHostedService<LawWatch>().AddHostedService<SandboxJob>();
        AddActs(services);
        services.AddScoped<Contracts.ILawbooks, ShelfLawbooks>();
        services.AddSingleton<Contracts.IFigures, ShelfFigures>();
        services.AddScoped<Guiju.Law.Contracts.IDependants, LawbookDependants>();
    }

    /// <inheritdoc/>
    public void BuildModel(ModelBuilder model)
    {
        model.ApplyConfiguration(new KeptLawbook.Mapping());
        model.ApplyConfiguration(new PublishedAmendment.Mapping());
        model.ApplyConfiguration(new RuleDraft.Mapping());
        model.ApplyConfiguration(new DraftVersion.Mapping());
        model.ApplyConfiguration(new KeptScenario.Mapping());
        model.ApplyConfiguration(new SandboxRun.Mapping());
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        DecisionAddresses.Map(api);
        DraftAddresses.Map(api);
        Interchange.Map(api);
    }

    /// <inheritdoc/>
    public IEnumerable<Command> Commands(CommandHost host) => [DecideCommand.Build(host), ReplayCommand.Build(host), SandboxCommand.Build(host), FeelCommand.Build(host), DmnCommand.Build(host), TckCommand.Build(host)];

    private static void AddActs(IServiceCollection services)
    {
        services.AddAct<OpenDraft, Guid, OpenDraft.Handler>();
        services.AddAct<DraftModel, Guid, DraftModel.Handler>();
        services.AddAct<DraftFigure, Guid, DraftFigure.Handler>();
        services.AddAct<DraftProvision, Guid, DraftProvision.Handler>();
        services.AddAct<ImportIntoDraft, Guid, ImportIntoDraft.Handler>();
        services.AddAct<DropFromDraft, Guid, DropFromDraft.Handler>();
        services.AddAct<AttachOpinion, Guid, AttachOpinion.Handler>();
        services.AddAct<SubmitDraft, Guid, SubmitDraft.Handler>();
        services.AddAct<ReturnDraft, Guid, ReturnDraft.Handler>();
        services.AddAct<AbandonDraft, Guid, AbandonDraft.Handler>();
        services.AddAct<PublishDraft, int, PublishDraft.Handler>();
        services.AddAct<KeepVerdictAsScenario, Guid, KeepVerdictAsScenario.Handler>();
        services.AddAct<WriteScenario, Guid, WriteScenario.Handler>();
        services.AddAct<DropScenario, Guid, DropScenario.Handler>();
        services.AddAct<TryDraft, Guid, TryDraft.Handler>();
        services.AddAct<CancelTrial, Guid, CancelTrial.Handler>();
    }
}

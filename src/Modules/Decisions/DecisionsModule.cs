using System.CommandLine;
using Guiju.Decisions.Addresses;
using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Decisions.Replaying;
using Guiju.Decisions.Sandbox;
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
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(DecisionPermissions.ReadRules, new("查阅决策表、数值与控制点", "Read decision tables, figures and control points")),
        new(DecisionPermissions.ReadVerdicts, new("查阅并重演全部判定", "Read and replay every verdict")),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<RoleProposal> Roles { get; } =
    [
        new("legal-officer", new("法规人员", "Legal officer"), DecisionPermissions.ReadRules, DecisionPermissions.ReadVerdicts),
        new("auditor", new("审计员", "Auditor"), DecisionPermissions.ReadRules, DecisionPermissions.ReadVerdicts),
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
        services.AddHostedService<LawWatch>();
        services.AddScoped<Contracts.ILawbooks, ShelfLawbooks>();
        services.AddScoped<Guiju.Law.Contracts.IDependants, LawbookDependants>();
    }

    /// <inheritdoc/>
    public void BuildModel(ModelBuilder model)
    {
        model.ApplyConfiguration(new KeptLawbook.Mapping());
        model.ApplyConfiguration(new PublishedAmendment.Mapping());
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder api) => DecisionAddresses.Map(api);

    /// <inheritdoc/>
    public IEnumerable<Command> Commands(CommandHost host) => [DecideCommand.Build(host), ReplayCommand.Build(host), SandboxCommand.Build(host), FeelCommand.Build(host), DmnCommand.Build(host), TckCommand.Build(host)];
}

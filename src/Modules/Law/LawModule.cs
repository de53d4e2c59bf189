using System.CommandLine;
using Guiju.Kernel;
using Guiju.Law.Searching;
using Guiju.Law.Stored;
using Guiju.Law.Terminal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Law;

/// <summary>Texts of law: which there are, what their provisions say in our own words, on which day.</summary>
public sealed class LawModule : IModule
{
    /// <summary>Read the library of texts.</summary>
    public const string ReadLaw = "law.read";

    /// <summary>Take texts into the library, record what is done with them, run clean-up campaigns.</summary>
    public const string KeepTexts = "law.keep";

    /// <summary>Confirm duties, keep the matrix of coverage.</summary>
    public const string KeepDuties = "law.duties.keep";

    /// <summary>Keep the library of standards.</summary>
    public const string KeepStandards = "law.standards.keep";

    /// <summary>Draft, publish and withdraw model contracts.</summary>
    public const string KeepTemplates = "law.templates.keep";

    /// <summary>Say what model contracts a unit needs, and draw contracts from them.</summary>
    public const string DrawContracts = "law.contracts.draw";

    /// <inheritdoc/>
    public string Name => "law";

    /// <inheritdoc/>
    public IReadOnlyList<MenuItem> Menu { get; } = [new("/law", new("制度库", "Library of law"), ReadLaw, "book", 790), .. LibraryModel.Menu];

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions { get; } =
    [
        new(ReadLaw, new("查阅制度库", "Read the library of law")),
        new(KeepTexts, new("录入规定文本，登记立改废释，组织清理", "Take texts into the library, record what is done with them, run clean-up campaigns")),
        new(KeepDuties, new("确认职责、指定责任单位，登记条文覆盖", "Confirm duties, name who answers for them, keep the matrix of coverage")),
        new(KeepStandards, new("登记、复审标准", "Register and review standards")),
        new(KeepTemplates, new("起草、发布、撤回合同范本", "Draft, publish and withdraw model contracts")),
        new(DrawContracts, new("提出合同需求，用范本起草合同", "State contract needs and draw contracts from models")),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<RoleProposal> Roles { get; } =
    [
        new("applicant", new("用车人", "Applicant"), ReadLaw, DrawContracts),
        new("legal-officer", new("法规人员", "Legal officer"), ReadLaw, KeepTexts, KeepDuties, KeepStandards, KeepTemplates, DrawContracts),
        new("auditor", new("审计人员", "Auditor"), ReadLaw),
        new("discipline-inspector", new("纪检监察人员", "Discipline inspector"), ReadLaw),
        new("finance-supervisor", new("财政监督人员", "Finance supervisor"), ReadLaw),
        new("driver", new("驾驶员", "Driver"), ReadLaw),
    ];

    /// <inheritdoc/>
    public void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(_ => LawSources.Parse(LawFiles.Read(LawFiles.Find(configuration))));
        StoredModel.AddTo(services);
        SearchModel.AddTo(services, configuration);
        LibraryModel.AddTo(services, configuration);
    }

    /// <inheritdoc/>
    public void BuildModel(ModelBuilder model)
    {
        StoredModel.Build(model);
        LibraryModel.Build(model);
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        StoredModel.Map(api);
        SearchModel.Map(api);
        LibraryModel.Map(api);
        api.MapGet("/texts", (LawSources sources) => sources.All.OrderBy(t => t.Work, StringComparer.Ordinal)).WithName("law.texts");
        api.MapGet("/provisions", IResult (string address, DateOnly? on, LawSources sources, TimeProvider clock) =>
            sources.Resolve(address, on ?? DateOnly.FromDateTime(clock.GetLocalNow().DateTime)) is { } provision ? TypedResults.Ok(provision) : OutcomeHttp.Missing()).WithName("law.provision");
    }

    /// <inheritdoc/>
    public IEnumerable<Command> Commands(CommandHost host) => [LawCommands.Build(host)];
}

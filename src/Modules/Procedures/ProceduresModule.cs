using System.CommandLine;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Clocks;
using Guiju.Procedures.Contracts;
using Guiju.Procedures.Definitions;
using Guiju.Procedures.Home;
using Guiju.Procedures.Letters;
using Guiju.Procedures.Messages;
using Guiju.Procedures.Numbers;
using Guiju.Procedures.Timeline;
using Guiju.Procedures.Work;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Procedures;

/// <summary>Cases, tasks and everybody's home.</summary>
public sealed class ProceduresModule : IModule
{
    /// <inheritdoc/>
    public string Name => "procedures";

    /// <inheritdoc/>
    public IReadOnlyList<MenuItem> Menu { get; } =
    [
        new("/", new("工作台", "Home"), ProceduresPermissions.Home, "home", 0),
        new("/matters/new", new("发起事项", "Start a matter"), ProceduresPermissions.Work, "plus", 1),
        new("/clocks", new("法定期限", "Statutory clocks"), ProceduresPermissions.KeepClocks, "clock", 20),
        new("/procedures", new("流程", "Procedures"), ProceduresPermissions.ReadProcedures, "flow", 25),
        new("/letters", new("公文", "Official documents"), ProceduresPermissions.ReadLetters, "file-plus", 30),
    ];

    /// <inheritdoc/>
    public IReadOnlyList<Permission> Permissions => ProceduresPermissions.All;

    /// <inheritdoc/>
    public IReadOnlyList<RoleProposal> Roles => ProceduresPermissions.Roles;

    /// <inheritdoc/>
    public void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services.AddScoped<Guiju.Law.Contracts.IDependants, CaseDependants>();
        services.AddScoped<Holders>();
        services.AddScoped<HomeLists>();
        services.AddScoped<RecordHistory>();
        services.AddScoped(s => new Casework(
            s.GetRequiredService<GuijuDb>(), s.GetRequiredService<ActorHolder>(), s.GetRequiredService<Holders>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<CaseFlow>(),
            s.GetRequiredService<Messages.MessageDesk>()));
        services.AddClocks(configuration).AddMessages(configuration).AddLetters(configuration).AddRunning();
        services.AddSingleton<ParsedProcedures>();
        services.AddScoped<ProcedureShelf>().AddScoped<StepCatalogue>().AddScoped<ProcedureFaults>().AddScoped<ProcedureBoard>().AddScoped<Assigner>().AddScoped<CaseFlow>();
        services.AddAct<ReadNotice, Guid, ReadNotice.Handler>();
        services.AddAct<ReadAllNotices, int, ReadAllNotices.Handler>();
        services.AddAct<HandOverTask, Guid, HandOverTask.Handler>();
        services.AddWork();
    }

    /// <inheritdoc/>
    public void BuildModel(ModelBuilder model)
    {
        model.ApplyConfiguration(new Case.Mapping());
        model.ApplyConfiguration(new WorkTask.Mapping());
        model.ApplyConfiguration(new Notice.Mapping());
        OfficeRegistration.Build(model);
        model.ApplyConfiguration(new CaseRun.Mapping());
        model.ApplyConfiguration(new ProcedureVersion.Mapping());
        model.ApplyConfiguration(new Deputy.Mapping());
        model.ApplyConfiguration(new Matter.Mapping());
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        HomeEndpoints.Map(api);
        ClockEndpoints.Map(api);
        MessageEndpoints.Map(api);
        LetterEndpoints.Map(api);
        TimelineEndpoints.Map(api);
        WorkEndpoints.Map(api);
        ProcedureEndpoints.Map(api);
    }

    /// <inheritdoc/>
    public IEnumerable<Command> Commands(CommandHost host) => [ClockCommand.Build(host), Terminal.BpmnCommand.Build(host)];
}

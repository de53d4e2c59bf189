using System.CommandLine;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Clocks;
using Guiju.Procedures.Contracts;
using Guiju.Procedures.Home;
using Guiju.Procedures.Timeline;
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
    public IReadOnlyList<MenuItem> Menu { get; } = [new("/", new("工作台", "Home"), ProceduresPermissions.Home, "home", 0)];

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
            s.GetRequiredService<GuijuDb>(), s.GetRequiredService<ActorHolder>(), s.GetRequiredService<Holders>(), s.GetRequiredService<TimeProvider>()));
        services.AddAct<ReadNotice, Guid, ReadNotice.Handler>();
        services.AddAct<HandOverTask, Guid, HandOverTask.Handler>();
    }

    /// <inheritdoc/>
    public void BuildModel(ModelBuilder model)
    {
        model.ApplyConfiguration(new Case.Mapping());
        model.ApplyConfiguration(new WorkTask.Mapping());
        model.ApplyConfiguration(new Notice.Mapping());
    }

    /// <inheritdoc/>
    public void MapEndpoints(IEndpointRouteBuilder api)
    {
        HomeEndpoints.Map(api);
        TimelineEndpoints.Map(api);
    }

    /// <inheritdoc/>
    public IEnumerable<Command> Commands(CommandHost host) => [ClockCommand.Build(host), Terminal.BpmnCommand.Build(host)];
}

using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.Time;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Guiju.Kernel;

/// <summary>Puts the kernel and the modules together; called by every host.</summary>
public static class KernelRegistration
{
    /// <summary>Registers the kernel's services and all <paramref name="modules"/> over one database.</summary>
    public static IServiceCollection AddGuiju(this IServiceCollection services, IConfiguration configuration, IDatabase database, IReadOnlyList<IModule> modules)
    {
        services.TryAddSingleton<TimeProvider>(new BureauTime(configuration["Guiju:Bureau:Zone"] ?? BureauTime.DefaultZone));
        services.AddSingleton(database);
        services.AddDbContextPool<GuijuDb>(options =>
        {
            database.Configure(options);
            options.ReplaceService<IModelCacheKeyFactory, ModelKey>();
        });
        services.AddSingleton<ActCatalogue>();
        services.AddSingleton<UnitTrees>();
        services.AddScoped<ActorHolder>();
        services.AddScoped<Journal>();
        services.AddScoped<Desk>();
        services.AddSingleton(configuration.GetSection("Guiju:Ledger").Get<LedgerSettings>() ?? new LedgerSettings());
        services.AddSingleton<LedgerKeys>();
        services.AddSingleton<LedgerSealer>();
        services.AddScoped<LedgerProof>();
        services.AddScoped<LedgerBook>();
        services.AddSingleton<ActTitles>();
        foreach (var module in modules)
        {
            services.AddSingleton(module);
            module.AddTo(services, configuration);
        }

        return services;
    }

    /// <summary>Gives every module its addresses under <c>/api/NAME</c>, for signed-in people: those it maps itself, then those of acts that were registered with theirs.</summary>
    public static void MapModules(this IEndpointRouteBuilder routes)
    {
        var acts = routes.ServiceProvider.GetServices<ActDescription>().Where(a => a.Map is not null).ToLookup(a => a.Act.Assembly);
        foreach (var module in routes.ServiceProvider.GetServices<IModule>())
        {
            var api = routes.MapGroup($"/api/{module.Name}").RequireAuthorization();
            module.MapEndpoints(api);
            foreach (var act in acts[module.GetType().Assembly])
            {
                act.Map?.Invoke(api);
            }
        }
    }
}

using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.Time;
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
}

using Guiju.Kernel;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Law.Stored;

/// <summary>What the stored texts bring into the module: tables, questions, acts, addresses.</summary>
internal static class StoredModel
{
    public static void AddTo(IServiceCollection services)
    {
        services.AddScoped<Shelf>().AddScoped<Intake>();
        services.AddAct<StoreText, Guid, StoreText.Handler>();
    }

    public static void Build(ModelBuilder model)
    {
        model.ApplyConfiguration(new StoredText.Mapping());
        model.ApplyConfiguration(new StoredVersion.Mapping());
        model.ApplyConfiguration(new StoredWording.Mapping());
        model.ApplyConfiguration(new StoredProvision.Mapping());
        model.ApplyConfiguration(new TextChange.Mapping());
    }

    public static void Map(IEndpointRouteBuilder api) => api.MapAct<StoreText, Guid>("/library");
}

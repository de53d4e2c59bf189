using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.Registers;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Fleet.Tests;

/// <summary>Registers as the person of a scope reads and exports them.</summary>
internal static class Lists
{
    public static async Task<RegisterTools> ToolsAsync(IServiceProvider services, CancellationToken ct) => new(
        services.GetRequiredService<GuijuDb>(), services.GetRequiredService<ActorHolder>().Current, await services.GetRequiredService<UnitTrees>().AsOfAsync(Samples.Today, ct), TimeZoneInfo.Utc);

    /// <summary>All rows of a register as an export writes them.</summary>
    public static async Task<List<object?[]>> RowsAsync(IServiceProvider services, string key, CancellationToken ct)
    {
        var register = services.GetServices<IRegister>().Single(r => r.Key == key);
        var rows = new List<object?[]>();
        await foreach (var row in register.AllAsync(await ToolsAsync(services, ct), new RegisterState(), ct))
        {
            rows.Add(row);
        }

        return rows;
    }
}

using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel.Registers;

/// <summary>All registers of the running application.</summary>
public sealed class RegisterBook(IEnumerable<IRegister> registers)
{
    private readonly Dictionary<string, IRegister> byKey = registers.ToDictionary(r => r.Key);

    /// <summary>Every register.</summary>
    public IReadOnlyCollection<IRegister> All => byKey.Values;

    /// <summary>The register of that key, or null.</summary>
    public IRegister? Find(string key) => byKey.GetValueOrDefault(key);
}

/// <summary>Reads registers for the person who asks.</summary>
public sealed class RegisterReader(GuijuDb db, ActorHolder holder, UnitTrees trees, TimeProvider clock)
{
    /// <summary>Whether the asker may read the register at all.</summary>
    public bool May(IRegister register) => holder.Current.Can(register.Permission);

    /// <summary>One page.</summary>
    public async Task<RegisterPage> PageAsync(IRegister register, RegisterState state, CancellationToken ct) => await register.PageAsync(await ToolsAsync(ct), state, ct);

    /// <summary>What the register's queries need.</summary>
    public async Task<RegisterTools> ToolsAsync(CancellationToken ct) => new(db, holder.Current, await trees.AsOfAsync(clock.Today(), ct), clock.LocalTimeZone);
}

/// <summary>Registration of registers, one line each.</summary>
public static class RegisterRegistration
{
    /// <summary>Adds a register.</summary>
    public static IServiceCollection AddRegister<TRegister>(this IServiceCollection services)
        where TRegister : class, IRegister => services.AddSingleton<IRegister, TRegister>();
}

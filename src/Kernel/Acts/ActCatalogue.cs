using System.Reflection;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel;

/// <summary>What the desk knows of one kind of act.</summary>
public sealed record ActDescription(Type Act, Type Result, Type Handler, Type? Facts, string Permission, AtAttribute? At)
{
    /// <summary>Name of the act in ledger and API, e.g. <c>fleet.RequestTrip</c>.</summary>
    public string Name { get; } = NameOf(Act);

    /// <summary>Whether its handler takes many at once.</summary>
    public bool TakesMany { get; } = Handler.IsAssignableTo(typeof(IHandlesMany<>).MakeGenericType(Act));

    /// <summary>Gives the act its address under its module's; null where the module does that itself.</summary>
    public Action<IEndpointRouteBuilder>? Map { get; init; }

    /// <summary>The name of an act type: module and act.</summary>
    public static string NameOf(Type act) => $"{act.Namespace!.Split('.')[1].ToLowerInvariant()}.{act.Name}"; // acts stand in a namespace
}

/// <summary>All acts of the running application, so that tests and administrators can walk them.</summary>
public sealed class ActCatalogue(IEnumerable<ActDescription> acts)
{
    private readonly Dictionary<Type, ActDescription> byType = acts.ToDictionary(a => a.Act);

    /// <summary>Every registered act.</summary>
    public IReadOnlyCollection<ActDescription> All => byType.Values;

    /// <summary>The description of an act type; an unregistered act is a fault of ours.</summary>
    public ActDescription For(Type act) => byType.TryGetValue(act, out var description)
        ? description
        : throw new InvalidOperationException($"Act {act.Name} is not registered: add services.AddAct<…>() to its module.");
}

/// <summary>Registration of acts, one line a slice.</summary>
public static class ActRegistration
{
    /// <summary>Registers an act that is not judged; with an address, e.g. <c>/payees</c>, it is also posted to under its module's <c>/api/NAME</c>.</summary>
    public static IServiceCollection AddAct<TAct, TResult, THandler>(this IServiceCollection services, string? address = null)
        where TAct : class, IAct<TResult>
        where THandler : class, IHandler<TAct, TResult> =>
        services.AddScoped<IHandler<TAct, TResult>, THandler>().AddSingleton(Describe<TAct, TResult>(typeof(THandler), null, address));

    /// <summary>Registers an act that is judged at its control point; the address as above, and beside it the one of the preview.</summary>
    public static IServiceCollection AddAct<TAct, TResult, THandler, TFacts>(this IServiceCollection services, string? address = null)
        where TAct : class, IAct<TResult>
        where THandler : class, IHandler<TAct, TResult>
        where TFacts : class, IFacts<TAct> =>
        services.AddScoped<IHandler<TAct, TResult>, THandler>().AddScoped<IFacts<TAct>, TFacts>()
            .AddSingleton(Describe<TAct, TResult>(typeof(THandler), typeof(TFacts), address));

    private static ActDescription Describe<TAct, TResult>(Type handler, Type? facts, string? address)
        where TAct : class, IAct<TResult>
    {
        var needs = typeof(TAct).GetCustomAttribute<NeedsAttribute>()
            ?? throw new InvalidOperationException($"Act {typeof(TAct).Name} names no permission.");
        var at = typeof(TAct).GetCustomAttribute<AtAttribute>();
        return (at is null) == (facts is null)
            ? new ActDescription(typeof(TAct), typeof(TResult), handler, facts, needs.Permission, at) { Map = address is null ? null : routes => routes.MapAct<TAct, TResult>(address) }
            : throw new InvalidOperationException($"Act {typeof(TAct).Name} must have both a control point and facts, or neither.");
    }
}

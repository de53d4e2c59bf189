using Guiju.Kernel.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel;

/// <summary>What a command of <c>guiju</c> may use: its writers and, opened only when asked for, the application's services.</summary>
public sealed class CommandHost(TextWriter output, TextWriter error, Func<string?, CancellationToken, Task<IServiceProvider>> open)
{
    /// <summary>Results. With <c>--json</c> one object (or JSON lines) and nothing else.</summary>
    public TextWriter Out { get; } = output;

    /// <summary>Progress and messages.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>Builds the services over the given database (null: the configured one) and opens a scope that acts as the system itself.</summary>
    public async Task<AsyncServiceScope> OpenAsync(string? database, CancellationToken ct)
    {
        var scope = (await open(database, ct)).CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<ActorHolder>().Current = Actor.System("guiju");
        return scope;
    }
}

/// <summary>Exit codes of <c>guiju</c>.</summary>
public static class ExitCode
{
    /// <summary>Done or allowed.</summary>
    public const int Done = 0;

    /// <summary>Wrong use or failure.</summary>
    public const int Failure = 1;

    /// <summary>Refused by law, or a check that found faults.</summary>
    public const int Refused = 2;

    /// <summary>Cannot decide: a fact is missing.</summary>
    public const int CannotDecide = 3;
}

using System.CommandLine;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel;

/// <summary>One module of the bureau's work: its services, tables, addresses, menu and commands. The hosts hold the list.</summary>
public interface IModule
{
    /// <summary>Short lower-case name; prefixes tables, permissions and addresses.</summary>
    string Name { get; }

    /// <summary>Registers acts, questions and options: one line a slice.</summary>
    void AddTo(IServiceCollection services, IConfiguration configuration);

    /// <summary>Maps the module's entities.</summary>
    void BuildModel(ModelBuilder model);

    /// <summary>Maps the module's addresses; <paramref name="api"/> is already at <c>/api/{Name}</c> and asks for a signed-in person.</summary>
    void MapEndpoints(IEndpointRouteBuilder api);

    /// <summary>Entries of the navigation, shown to those who hold the permission.</summary>
    IReadOnlyList<MenuItem> Menu { get; }

    /// <summary>What can be permitted in this module, each with a sentence.</summary>
    IReadOnlyList<Permission> Permissions { get; }

    /// <summary>Roles that the module proposes with their permissions; the security administrator may change them.</summary>
    IReadOnlyList<RoleProposal> Roles { get; }

    /// <summary>Commands that the module adds to <c>guiju</c>.</summary>
    IEnumerable<Command> Commands(CommandHost host);
}

/// <summary>A permission: code and what it lets a person do.</summary>
public sealed record Permission(string Code, Bilingual Meaning);

/// <summary>A role that a module proposes. The same code in two modules merges their permissions.</summary>
public sealed record RoleProposal(string Code, Bilingual Title, params string[] Permissions);

/// <summary>A line of the navigation. <paramref name="Permission"/> null: every signed-in person.</summary>
public sealed record MenuItem(string Address, Bilingual Title, string? Permission, string Icon, int Order);

using System.CommandLine;
using Guiju.Kernel.Data;
using Guiju.Kernel.People;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel.Tests.Ledger;

/// <summary>Enrols, renames and removes people.</summary>
internal sealed class ArchiveModule : IModule
{
    public string Name => "archive";

    public IReadOnlyList<MenuItem> Menu => [];

    public IReadOnlyList<Permission> Permissions => [];

    public IReadOnlyList<RoleProposal> Roles => [];

    public void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAct<Enrol, Guid, Enrol.Handler, Enrol.Facts>();
        services.AddAct<Rename, Guid, Rename.Handler>();
        services.AddAct<Remove, Guid, Remove.Handler>();
    }

    public void BuildModel(ModelBuilder model)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder api)
    {
    }

    public IEnumerable<Command> Commands(CommandHost host) => [];
}

[Needs("archive.enrol"), At("archive.enrol")]
internal sealed record Enrol : IAct<Guid>
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public string Code { get; init; } = "";

    public string Name { get; init; } = "";

    internal sealed class Handler(GuijuDb db, Journal journal) : IHandler<Enrol, Guid>
    {
        public Task<Guid> HandleAsync(Enrol act, CancellationToken ct)
        {
            db.Add(new Person { Id = act.Id, Code = act.Code, Name = act.Name, From = new DateOnly(2020, 1, 1) });
            journal.Concerns("archive.person", act.Id);
            return Task.FromResult(act.Id);
        }
    }

    internal sealed class Facts : IFacts<Enrol>
    {
        public Task<LawQuestion?> GatherAsync(Enrol act, CancellationToken ct) =>
            Task.FromResult<LawQuestion?>(new LawQuestion(new DateOnly(2023, 1, 1), new Dictionary<string, object?> { ["name"] = act.Name }));
    }
}

[Needs("archive.rename")]
internal sealed record Rename(Guid Id, string Name) : IAct<Guid>
{
    internal sealed class Handler(GuijuDb db, Journal journal) : IHandler<Rename, Guid>
    {
        public async Task<Guid> HandleAsync(Rename act, CancellationToken ct)
        {
            (await db.Set<Person>().FirstAsync(p => p.Id == act.Id, ct)).Name = act.Name;
            journal.Concerns("archive.person", act.Id);
            return act.Id;
        }
    }
}

[Needs("archive.remove")]
internal sealed record Remove(Guid Id) : IAct<Guid>
{
    internal sealed class Handler(GuijuDb db, Journal journal) : IHandler<Remove, Guid>
    {
        public async Task<Guid> HandleAsync(Remove act, CancellationToken ct)
        {
            db.Remove(await db.Set<Person>().FirstAsync(p => p.Id == act.Id, ct));
            journal.Concerns("archive.person", act.Id);
            return act.Id;
        }
    }
}

/// <summary>Allows everything.</summary>
internal sealed class KindLaw : ILaw
{
    public Verdict Judge(string controlPoint, LawQuestion question) =>
        new(controlPoint, question.On, LawOutcome.Allowed, [], [], new Dictionary<string, string> { ["lawbook"] = "test" });
}

using System.CommandLine;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Contracts;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Procedures.Tests;

/// <summary>A module of another trade, as small as it can be: matters are filed, answered, copied and closed.</summary>
public sealed class MattersModule : IModule
{
    public string Name => "matters";

    public IReadOnlyList<MenuItem> Menu => [];

    public IReadOnlyList<Permission> Permissions => [new(Office.Approve, new("批准事项", "Approve matters")), new("matters.file", new("提出事项", "File matters"))];

    public IReadOnlyList<RoleProposal> Roles => [];

    public void AddTo(IServiceCollection services, IConfiguration configuration)
    {
        services.AddAct<FileMatter, Guid, FileMatter.Handler>();
        services.AddAct<AnswerMatter, Guid, AnswerMatter.Handler>();
        services.AddAct<WithdrawMatter, Guid, WithdrawMatter.Handler>();
    }

    public void BuildModel(ModelBuilder model)
    {
    }

    public void MapEndpoints(IEndpointRouteBuilder api)
    {
    }

    public IEnumerable<Command> Commands(CommandHost host) => [];
}

/// <summary>Files a matter that the office head has to approve; may ask a named person, send a copy, or keep the filer out.</summary>
[Needs("matters.file")]
public sealed record FileMatter(Guid Id, string Title) : IAct<Guid>
{
    public Guid? Named { get; init; }

    public Guid? Copy { get; init; }

    public Guid? UnitId { get; init; }

    public string Permission { get; init; } = Office.Approve;

    public bool NotByStarter { get; init; }

    public DateTime? Due { get; init; }

    internal sealed class Handler(Casework casework, ActorHolder holder, Journal journal) : IHandler<FileMatter, Guid>
    {
        public async Task<Guid> HandleAsync(FileMatter act, CancellationToken ct)
        {
            var unit = act.UnitId ?? holder.Current.UnitId!.Value; // everybody in these tests has a unit
            journal.Concerns("matters.matter", act.Id, unit);
            await casework.OpenAsync(new CaseOpening("matters.matter", new(act.Title, "A matter"), "matters.matter", act.Id, unit, $"/matters/{act.Id}", new DateOnly(2023, 5, 8)), ct);
            await casework.AskAsync(act.Id, new Step("approve", new("审批", "Approve"), act.Named is null ? act.Permission : null, null, act.Named)
            {
                NotByStarter = act.NotByStarter,
                Due = act.Due,
            }, ct);
            if (act.Copy is { } reader)
            {
                await casework.CopyToAsync(act.Id, reader, ct);
            }

            return act.Id;
        }
    }
}

/// <summary>Answers the approval and closes the matter.</summary>
[Needs("matters.file")]
public sealed record AnswerMatter(Guid Id, string Result, string Opinion) : IAct<Guid>
{
    internal sealed class Handler(Casework casework, Journal journal) : IHandler<AnswerMatter, Guid>
    {
        public async Task<Guid> HandleAsync(AnswerMatter act, CancellationToken ct)
        {
            journal.Concerns("matters.matter", act.Id);
            await casework.AnswerAsync(act.Id, "approve", act.Result, act.Opinion, ct);
            await casework.CloseAsync(act.Id, act.Result, ct);
            return act.Id;
        }
    }
}

/// <summary>The filer takes the matter back.</summary>
[Needs("matters.file")]
public sealed record WithdrawMatter(Guid Id) : IAct<Guid>
{
    internal sealed class Handler(Casework casework, Journal journal) : IHandler<WithdrawMatter, Guid>
    {
        public async Task<Guid> HandleAsync(WithdrawMatter act, CancellationToken ct)
        {
            journal.Concerns("matters.matter", act.Id);
            await casework.WithdrawAsync(act.Id, "approve", ct);
            await casework.CloseAsync(act.Id, "withdrawn", ct);
            return act.Id;
        }
    }
}

using System.ComponentModel.DataAnnotations;
using Guiju.Bpmn;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Terminal;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Definitions;

/// <summary>A person keeps a version of a procedure as a draft. A file with faults is refused by its first one.</summary>
[Needs(ProceduresPermissions.Draw), Display(Name = "起草流程")]
public sealed record DrawProcedure : IAct<Guid>
{
    /// <summary>The BPMN file.</summary>
    [Required, StringLength(900_000, MinimumLength = 1), Display(Name = "流程文件")] public string Xml { get; init; } = "";

    internal sealed class Handler(GuijuDb db, ActorHolder holder, Journal journal, TimeProvider clock) : IHandler<DrawProcedure, Guid>
    {
        public async Task<Guid> HandleAsync(DrawProcedure act, CancellationToken ct)
        {
            if (BpmnCommand.Faults(act.Xml, forPublication: true) is [var fault, ..])
            {
                Check.That(false, ProcedureChecks.Faulty(fault), nameof(Xml));
            }

            var main = BpmnXml.Parse(act.Xml).Main;
            var last = await db.Set<ProcedureVersion>().Where(v => v.Code == main.Id).MaxAsync(v => (int?)v.Number, ct) ?? 0;
            var version = new ProcedureVersion
            {
                Id = Guid.CreateVersion7(),
                Code = main.Id,
                Number = last + 1,
                Title = main.Name,
                Xml = act.Xml,
                AuthorId = holder.Current.PersonId,
                Author = holder.Current.Name,
                DrawnAt = clock.GetUtcNow().UtcDateTime,
            };
            db.Add(version);
            journal.Concerns("procedures.version", version.Id);
            return version.Id;
        }
    }
}

/// <summary>A second person publishes a version from a day on. Cases already running stay on theirs.</summary>
[Needs(ProceduresPermissions.Publish), Display(Name = "发布流程")]
public sealed record PublishProcedure : IAct<Guid>
{
    /// <summary>The version.</summary>
    [Required, Display(Name = "流程版本")] public Guid? VersionId { get; init; }

    /// <summary>First day in force.</summary>
    [Required, Display(Name = "施行日期")] public DateOnly? From { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder holder, Journal journal, TimeProvider clock) : IHandler<PublishProcedure, Guid>
    {
        public async Task<Guid> HandleAsync(PublishProcedure act, CancellationToken ct)
        {
            var version = await db.Set<ProcedureVersion>().FirstOrDefaultAsync(v => v.Id == act.VersionId, ct) ?? throw new NotWithinReachException("version");
            var from = act.From.GetValueOrDefault();
            Check.That(from >= DateOnly.FromDateTime(clock.GetLocalNow().DateTime), ProcedureChecks.NotInThePast, nameof(From));
            version.Publish(new Participant(holder.Current.PersonId, holder.Current.Name), from, clock.GetUtcNow().UtcDateTime);
            journal.Concerns("procedures.version", version.Id);
            return version.Id;
        }
    }
}

/// <summary>代理: a person names who is asked in the own place between two days.</summary>
[Needs(ProceduresPermissions.Work), Display(Name = "指定代理人")]
public sealed record NameDeputy : IAct<Guid>
{
    /// <summary>Staff number of the deputy.</summary>
    [Required, StringLength(40, MinimumLength = 1), Display(Name = "代理人工号")] public string PersonCode { get; init; } = "";

    /// <summary>First day.</summary>
    [Required, Display(Name = "起")] public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    [Required, Display(Name = "止")] public DateOnly? To { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder holder, Work.WorkDesk desk, Journal journal) : IHandler<NameDeputy, Guid>
    {
        public async Task<Guid> HandleAsync(NameDeputy act, CancellationToken ct)
        {
            var me = holder.Current.PersonId ?? throw new NotWithinReachException("person");
            var deputy = await desk.PersonAsync(act.PersonCode, nameof(PersonCode), ct);
            Check.That(deputy != me, CaseChecks.AnotherPerson, nameof(PersonCode));
            Check.That(act.From <= act.To, CaseChecks.EndsAfterStart, nameof(To));
            var named = new Deputy { Id = Guid.CreateVersion7(), PersonId = me, DeputyId = deputy, From = act.From.GetValueOrDefault(), To = act.To.GetValueOrDefault() };
            db.Add(named);
            journal.Concerns(KernelKinds.Person, me, holder.Current.UnitId);
            return named.Id;
        }
    }
}

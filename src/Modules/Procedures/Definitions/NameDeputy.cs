using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Cases;

namespace Guiju.Procedures.Definitions;

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

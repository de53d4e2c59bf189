using System.ComponentModel.DataAnnotations;
using Guiju.Bpmn;
using Guiju.Bpmn.Running;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.People;
using Guiju.Procedures.Messages;
using Guiju.Procedures.Work;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Guiju.Procedures.Papers;

/// <summary>沟通: a question put to somebody beside the procedure, and the answer. No step moves, and nothing is decided.</summary>
internal sealed class Consultation : IRevised
{
    public Guid Id { get; init; }

    public Guid CaseId { get; init; }

    public Guid? AskedById { get; init; }

    public required string AskedBy { get; init; }

    public DateTime AskedAt { get; init; }

    public Guid PersonId { get; init; }

    public required string Person { get; init; }

    public required string Question { get; init; }

    public string Answer { get; private set; } = "";

    public DateTime? AnsweredAt { get; private set; }

    public int Revision { get; set; }

    public void Reply(string answer, DateTime at)
    {
        Check.That(AnsweredAt is null, ConsultationChecks.NotYetAnswered);
        (Answer, AnsweredAt) = (answer.Trim(), at);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<Consultation>
    {
        public void Configure(EntityTypeBuilder<Consultation> consultation)
        {
            consultation.ToTable("procedures_consultation");
            consultation.Property(c => c.Id).ValueGeneratedNever();
            consultation.Property(c => c.AskedBy).HasMaxLength(100);
            consultation.Property(c => c.Person).HasMaxLength(100);
            consultation.Property(c => c.Question).HasMaxLength(1000);
            consultation.Property(c => c.Answer).HasMaxLength(1000);
            consultation.HasIndex(c => c.CaseId);
        }
    }
}

/// <summary>沟通: a person of a case asks somebody a question; who is asked may read the case.</summary>
[Needs(ProceduresPermissions.Work), Display(Name = "沟通")]
public sealed record ConsultPerson : IAct<Guid>
{
    /// <summary>The case.</summary>
    [Required, Display(Name = "事项")] public Guid? CaseId { get; init; }

    /// <summary>Staff number of who is asked.</summary>
    [Required, StringLength(40, MinimumLength = 1), Display(Name = "沟通对象工号")] public string PersonCode { get; init; } = "";

    /// <summary>The question.</summary>
    [Required, StringLength(1000, MinimumLength = 1), Display(Name = "问题")] public string Question { get; init; } = "";

    internal sealed class Handler(GuijuDb db, ActorHolder holder, WorkDesk desk, MessageDesk messages, TimeProvider clock) : IHandler<ConsultPerson, Guid>
    {
        public async Task<Guid> HandleAsync(ConsultPerson act, CancellationToken ct)
        {
            var at = await desk.CaseAsync(act.CaseId, null, ct);
            WorkDesk.Allow(at, Verbs.Consult);
            var asked = await desk.PersonAsync(act.PersonCode, nameof(PersonCode), ct);
            var consultation = new Consultation
            {
                Id = Guid.CreateVersion7(),
                CaseId = at.Matter.Id,
                AskedById = holder.Current.PersonId,
                AskedBy = holder.Current.Name,
                AskedAt = clock.GetUtcNow().UtcDateTime,
                PersonId = asked,
                Person = await db.Set<Person>().Where(p => p.Id == asked).Select(p => p.Name).FirstAsync(ct),
                Question = act.Question.Trim(),
            };
            db.Add(consultation);
            await messages.TellAsync(asked, new($"{holder.Current.Name}就“{at.Matter.Title}”与您沟通。", $"{holder.Current.Name} asks you about \"{at.Matter.EnglishTitle}\"."), $"/cases/{at.Matter.Id}", ct);
            await desk.DoAsync(at, new Consult(desk.Me, asked.ToString()), null, ct);
            return consultation.Id;
        }
    }
}

/// <summary>答复沟通: who was asked answers, once.</summary>
[Needs(ProceduresPermissions.Work), Display(Name = "答复沟通")]
public sealed record AnswerConsultation : IAct<Guid>
{
    /// <summary>The question.</summary>
    [Required, Display(Name = "问题")] public Guid? ConsultationId { get; init; }

    /// <summary>The answer.</summary>
    [Required, StringLength(1000, MinimumLength = 1), Display(Name = "答复")] public string Answer { get; init; } = "";

    internal sealed class Handler(GuijuDb db, ActorHolder holder, MessageDesk messages, Journal journal, TimeProvider clock) : IHandler<AnswerConsultation, Guid>
    {
        public async Task<Guid> HandleAsync(AnswerConsultation act, CancellationToken ct)
        {
            var me = holder.Current.PersonId;
            var consultation = await db.Set<Consultation>().FirstOrDefaultAsync(c => c.Id == act.ConsultationId && c.PersonId == me, ct) ?? throw new NotWithinReachException("consultation");
            var matter = await db.Set<Cases.Case>().FirstAsync(c => c.Id == consultation.CaseId, ct);
            consultation.Reply(act.Answer, clock.GetUtcNow().UtcDateTime);
            journal.Concerns(matter.SubjectKind, matter.SubjectId, matter.UnitId);
            if (consultation.AskedById is { } asker)
            {
                await messages.TellAsync(asker, new($"{consultation.Person}已答复关于“{matter.Title}”的沟通。", $"{consultation.Person} has answered about \"{matter.EnglishTitle}\"."), $"/cases/{matter.Id}", ct);
            }

            return consultation.Id;
        }
    }
}

/// <summary>What must hold of questions.</summary>
internal static class ConsultationChecks
{
    public static readonly SystemCheck NotYetAnswered = new("ConsultationChecks.NotYetAnswered", new("这一问题已经答复。", "The question has been answered."));
}

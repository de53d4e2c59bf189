using System.ComponentModel.DataAnnotations;
using Guiju.Bpmn;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Definitions;

/// <summary>A person keeps a version of a procedure as a draft, faults and all; only what cannot be read as a procedure is refused.</summary>
[Needs(ProceduresPermissions.Draw), Display(Name = "起草流程")]
public sealed record DrawProcedure : IAct<Guid>
{
    /// <summary>The author's own draft that is drawn over; null: a new version.</summary>
    [Display(Name = "流程版本")] public Guid? VersionId { get; init; }

    /// <summary>The BPMN file.</summary>
    [Required, StringLength(900_000, MinimumLength = 1), Display(Name = "流程文件")] public string Xml { get; init; } = "";

    internal sealed class Handler(GuijuDb db, ActorHolder holder, Journal journal, TimeProvider clock) : IHandler<DrawProcedure, Guid>
    {
        public async Task<Guid> HandleAsync(DrawProcedure act, CancellationToken ct)
        {
            var main = Read(act.Xml).Main;
            Check.That(ProcedureChecks.IsCode(main.Id), ProcedureChecks.CodeFits, nameof(Xml));
            var version = act.VersionId is { } id ? await OverAsync(id, main, act.Xml, ct) : await AnewAsync(main, act.Xml, ct);
            journal.Concerns("procedures.version", version.Id);
            return version.Id;
        }

        private static BpmnModel Read(string xml)
        {
            try
            {
                return BpmnXml.Parse(xml);
            }
            catch (BpmnFormatException wrong)
            {
                Check.That(false, ProcedureChecks.Faulty(wrong.Faults[0]), nameof(Xml));
                throw;
            }
        }

        private async Task<ProcedureVersion> AnewAsync(BpmnProcess main, string xml, CancellationToken ct)
        {
            var last = await db.Set<ProcedureVersion>().Where(v => v.Code == main.Id).MaxAsync(v => (int?)v.Number, ct) ?? 0;
            var version = new ProcedureVersion
            {
                Id = Guid.CreateVersion7(),
                Code = main.Id,
                Number = last + 1,
                Title = main.Name,
                Xml = xml,
                AuthorId = holder.Current.PersonId,
                Author = holder.Current.Name,
                DrawnAt = clock.GetUtcNow().UtcDateTime,
            };
            db.Add(version);
            return version;
        }

        private async Task<ProcedureVersion> OverAsync(Guid id, BpmnProcess main, string xml, CancellationToken ct)
        {
            var version = await db.Set<ProcedureVersion>().FirstOrDefaultAsync(v => v.Id == id, ct) ?? throw new NotWithinReachException("version");
            Check.That(version.AuthorId is not null && version.AuthorId == holder.Current.PersonId, ProcedureChecks.OwnDraft);
            Check.That(version.Code == main.Id, ProcedureChecks.SameProcedure, nameof(Xml));
            version.Redraw(main.Name, xml, clock.GetUtcNow().UtcDateTime);
            return version;
        }
    }
}

using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Work;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Papers;

/// <summary>添加附件: a person who has to do with a case adds a file to it.</summary>
[Needs(ProceduresPermissions.Work), Display(Name = "添加附件")]
public sealed record AttachFile : IAct<Guid>
{
    /// <summary>The case.</summary>
    [Required, Display(Name = "事项")] public Guid? CaseId { get; init; }

    /// <summary>Name of the file.</summary>
    [Required, StringLength(FileKinds.LongestName, MinimumLength = 1), Display(Name = "文件名")] public string Name { get; init; } = "";

    /// <summary>The file.</summary>
    [Required, Display(Name = "文件")] public FileContent? Content { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder holder, WorkDesk desk, TimeProvider clock) : IHandler<AttachFile, Guid>
    {
        private const int MostFiles = 30;

        public async Task<Guid> HandleAsync(AttachFile act, CancellationToken ct)
        {
            var matter = await desk.MatterAsync(act.CaseId, false, ct);
            Check.That(await db.Set<Attachment>().CountAsync(a => a.CaseId == matter.Id, ct) < MostFiles, PaperChecks.NotTooMany);
            var bytes = act.Content!.Bytes.ToArray(); // the shape has seen that it is there
            var (type, wrong) = FileKinds.Of(act.Name, bytes);
            Check.That(type is not null, PaperChecks.Sound(wrong), nameof(Content));
            var file = new Attachment
            {
                Id = Guid.CreateVersion7(),
                CaseId = matter.Id,
                Name = act.Name,
                MediaType = type!,
                Size = bytes.Length,
                Digest = act.Content.Digest, // the check has thrown otherwise
                AddedById = holder.Current.PersonId,
                AddedBy = holder.Current.Name,
                AddedAt = clock.GetUtcNow().UtcDateTime,
            };
            db.Add(file);
            db.Add(new AttachmentContent { Id = file.Id, Bytes = bytes });
            return file.Id;
        }
    }
}

/// <summary>移除附件: whoever added a file takes it out again while the case is open; the ledger keeps that it was there.</summary>
[Needs(ProceduresPermissions.Work), Display(Name = "移除附件")]
public sealed record RemoveAttachment : IAct<Guid>
{
    /// <summary>The attachment.</summary>
    [Required, Display(Name = "附件")] public Guid? AttachmentId { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder holder, WorkDesk desk) : IHandler<RemoveAttachment, Guid>
    {
        public async Task<Guid> HandleAsync(RemoveAttachment act, CancellationToken ct)
        {
            var me = holder.Current.PersonId;
            var file = await db.Set<Attachment>().FirstOrDefaultAsync(a => a.Id == act.AttachmentId && a.AddedById == me && me != null, ct) ?? throw new NotWithinReachException("attachment");
            var matter = await desk.MatterAsync(file.CaseId, false, ct);
            db.Remove(file);
            db.Remove(await db.Set<AttachmentContent>().FirstAsync(c => c.Id == file.Id, ct));
            return matter.Id;
        }
    }
}

/// <summary>What must hold of the files of a case.</summary>
internal static class PaperChecks
{
    public static readonly SystemCheck NotTooMany = new("PaperChecks.NotTooMany", new("一个办件的附件不超过 30 个。", "A case has 30 files at most."));

    /// <summary>A file that is not accepted, with the reason.</summary>
    public static SystemCheck Sound(Bilingual? wrong) => new("PaperChecks.Sound", wrong ?? new("不接受这个文件。", "The file is not accepted."));
}

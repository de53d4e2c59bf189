using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Cases;
using Guiju.Procedures.Messages;
using Guiju.Procedures.Numbers;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Procedures.Letters;

/// <summary>The fields that drafting and changing a document share.</summary>
public abstract record LetterFields
{
    /// <summary>Layout.</summary>
    [Required, Display(Name = "格式")]
    public LetterForm? Form { get; init; }

    /// <summary>Name in the red head.</summary>
    [Required, StringLength(60, MinimumLength = 2), Display(Name = "发文机关")]
    public string Issuer { get; init; } = "";

    /// <summary>Title.</summary>
    [Required, StringLength(200, MinimumLength = 2), Display(Name = "标题")]
    public string Title { get; init; } = "";

    /// <summary>Addressee.</summary>
    [Required, StringLength(300, MinimumLength = 1), Display(Name = "主送机关")]
    public string Addressee { get; init; } = "";

    /// <summary>Paragraphs, one a line.</summary>
    [Required, StringLength(40_000, MinimumLength = 1), Display(Name = "正文")]
    public string Body { get; init; } = "";

    /// <summary>Attachments, one a line.</summary>
    [StringLength(2_000), Display(Name = "附件说明")]
    public string? Attachments { get; init; }

    /// <summary>Copies.</summary>
    [StringLength(500), Display(Name = "抄送机关")]
    public string? CopyTo { get; init; }

    /// <summary>Note under the date.</summary>
    [StringLength(100), Display(Name = "附注")]
    public string? Note { get; init; }

    /// <summary>Whether it goes out without a seal.</summary>
    [Display(Name = "不加盖印章")]
    public bool Unsealed { get; init; }

    internal LetterWording Wording => new(Form.GetValueOrDefault(), Issuer, Title, Addressee, Body) { Attachments = Attachments, CopyTo = CopyTo, Note = Note, Sealed = !Unsealed };
}

/// <summary>A person drafts an official document, on its own or in a case.</summary>
[Needs(ProceduresPermissions.DraftLetters), Display(Name = "起草公文")]
public sealed record DraftLetter : LetterFields, IAct<Guid>
{
    /// <summary>Case that it belongs to.</summary>
    [Display(Name = "办件")]
    public Guid? CaseId { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder holder, Journal journal, TimeProvider clock) : IHandler<DraftLetter, Guid>
    {
        public async Task<Guid> HandleAsync(DraftLetter act, CancellationToken ct)
        {
            var me = holder.Current;
            var matter = act.CaseId is { } id ? await db.Set<Case>().Within(me, ProceduresPermissions.DraftLetters, c => c.UnitId).FirstOrDefaultAsync(c => c.Id == id, ct) ?? throw new NotWithinReachException("case") : null;
            var letter = new Letter
            {
                Id = Guid.CreateVersion7(),
                UnitId = me.UnitId ?? throw new NotWithinReachException("unit"),
                DrafterId = me.PersonId,
                Drafter = me.Name,
                CaseId = matter?.Id,
                DraftedAt = clock.GetUtcNow().UtcDateTime,
            };
            letter.Write(act.Wording);
            db.Add(letter);
            journal.Concerns(ProceduresKinds.Letter, letter.Id, letter.UnitId);
            if (matter is not null)
            {
                journal.Concerns(matter.SubjectKind, matter.SubjectId);
            }

            return letter.Id;
        }
    }
}

/// <summary>The drafter or a colleague changes the wording of a draft.</summary>
[Needs(ProceduresPermissions.DraftLetters), Display(Name = "修改公文")]
public sealed record ChangeLetter : LetterFields, IAct<Guid>
{
    /// <summary>The document.</summary>
    [Display(Name = "公文")]
    public Guid LetterId { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder holder, Journal journal) : IHandler<ChangeLetter, Guid>
    {
        public async Task<Guid> HandleAsync(ChangeLetter act, CancellationToken ct)
        {
            var letter = await db.Set<Letter>().Within(holder.Current, ProceduresPermissions.DraftLetters, l => l.UnitId, l => l.DrafterId).FirstOrDefaultAsync(l => l.Id == act.LetterId, ct)
                ?? throw new NotWithinReachException("letter");
            letter.Write(act.Wording);
            journal.Concerns(ProceduresKinds.Letter, letter.Id, letter.UnitId);
            return letter.Id;
        }
    }
}

/// <summary>The signer issues a draft: it gets the next number of a series (or a reserved one) and today's date.</summary>
[Needs(ProceduresPermissions.IssueLetters), Display(Name = "签发公文")]
public sealed record IssueLetter : IAct<Guid>
{
    /// <summary>The document.</summary>
    [Display(Name = "公文")]
    public Guid LetterId { get; init; }

    /// <summary>Series of the number.</summary>
    [Required, Display(Name = "机关代字")]
    public Guid? SeriesId { get; init; }

    /// <summary>A reserved number to be used; null: the next.</summary>
    [Display(Name = "预留文号")]
    public Guid? NumberId { get; init; }

    internal sealed class Handler(GuijuDb db, ActorHolder holder, Journal journal, NumberBook book, MessageDesk messages, TimeProvider clock) : IHandler<IssueLetter, Guid>
    {
        public async Task<Guid> HandleAsync(IssueLetter act, CancellationToken ct)
        {
            var (me, today) = (holder.Current, DateOnly.FromDateTime(clock.GetLocalNow().DateTime));
            var letter = await db.Set<Letter>().Within(me, ProceduresPermissions.IssueLetters, l => l.UnitId).FirstOrDefaultAsync(l => l.Id == act.LetterId, ct) ?? throw new NotWithinReachException("letter");
            var series = await db.Set<NumberSeries>().Within(me, ProceduresPermissions.IssueLetters, s => s.UnitId).FirstOrDefaultAsync(s => s.Id == act.SeriesId, ct) ?? throw new NotWithinReachException("series");
            Check.That(letter.State == LetterState.Draft, LetterChecks.IsDraft);
            Check.That(me.PersonId is null || me.PersonId != letter.DrafterId, LetterChecks.SignedByAnother);
            var number = act.NumberId is { } kept ? await ReservedAsync(kept, series, today, ct) : await TakenAsync(series, today, ct);
            number.GiveTo(letter.Id, letter.Title);
            letter.Issue(me.PersonId, me.Name, number.Printed, today);
            messages.Announce("letter.issued", new { letter.Id, letter.Number, letter.Title, letter.Addressee, letter.On });
            if (letter.DrafterId is { } drafter)
            {
                await messages.TellAsync(drafter, new($"公文已签发：{number.Printed}《{letter.Title}》", $"Signed and issued: {number.Printed} {letter.Title}"), $"/letters/{letter.Id}", ct);
            }

            journal.Concerns(ProceduresKinds.Letter, letter.Id, letter.UnitId);
            journal.Concerns(ProceduresKinds.Number, number.Id);
            return letter.Id;
        }

        private async Task<IssuedNumber> ReservedAsync(Guid id, NumberSeries series, DateOnly today, CancellationToken ct)
        {
            var number = await db.Set<IssuedNumber>().FirstOrDefaultAsync(n => n.Id == id, ct) ?? throw new NotWithinReachException("number");
            Check.That(number.SeriesId == series.Id && number.Year == today.Year, NumberChecks.SameSeries, nameof(NumberId));
            return number;
        }

        private async Task<IssuedNumber> TakenAsync(NumberSeries series, DateOnly today, CancellationToken ct) => await book.TakeAsync(series, today.Year, ct);
    }
}

/// <summary>An issued document is voided with its number and the reason.</summary>
[Needs(ProceduresPermissions.IssueLetters), Display(Name = "作废公文")]
public sealed record VoidLetter : IAct<Guid>
{
    /// <summary>The document.</summary>
    [Display(Name = "公文")]
    public Guid LetterId { get; init; }

    /// <summary>Why.</summary>
    [Required, StringLength(200, MinimumLength = 1), Display(Name = "原因")]
    public string Reason { get; init; } = "";

    internal sealed class Handler(GuijuDb db, ActorHolder holder, Journal journal) : IHandler<VoidLetter, Guid>
    {
        public async Task<Guid> HandleAsync(VoidLetter act, CancellationToken ct)
        {
            var letter = await db.Set<Letter>().Within(holder.Current, ProceduresPermissions.IssueLetters, l => l.UnitId).FirstOrDefaultAsync(l => l.Id == act.LetterId, ct)
                ?? throw new NotWithinReachException("letter");
            letter.Cancel(act.Reason);
            var number = await db.Set<IssuedNumber>().FirstAsync(n => n.LetterId == letter.Id, ct);
            number.Cancel(act.Reason);
            journal.Concerns(ProceduresKinds.Letter, letter.Id, letter.UnitId);
            journal.Concerns(ProceduresKinds.Number, number.Id);
            return letter.Id;
        }
    }
}

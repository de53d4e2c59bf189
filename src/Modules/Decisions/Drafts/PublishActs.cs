using System.ComponentModel.DataAnnotations;
using Guiju.Decisions.Contracts;
using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Decisions.Drafts;

/// <summary>The legality opinion is attached to the latest version of a draft.</summary>
[Needs(DecisionPermissions.Draft), Display(Name = "附合法性审查意见")]
public sealed record AttachOpinion : IAct<Guid>
{
    /// <summary>The draft.</summary>
    [Display(Name = "草案"), Required] public Guid? DraftId { get; init; }

    /// <summary>Number of the opinion.</summary>
    [Display(Name = "意见文号"), Required, StringLength(100, MinimumLength = 1)] public string Number { get; init; } = "";

    /// <summary>The opinion.</summary>
    [Display(Name = "合法性审查意见"), Required, StringLength(4000, MinimumLength = 2)] public string Opinion { get; init; } = "";

    internal sealed class Handler(DraftBook book, Journal journal) : IHandler<AttachOpinion, Guid>
    {
        public async Task<Guid> HandleAsync(AttachOpinion act, CancellationToken ct)
        {
            var draft = await book.OpenAsync(act.DraftId, ct);
            draft.Advise(book.Hand, act.Number, act.Opinion);
            journal.Concerns(DecisionKinds.Draft, draft.Id);
            return draft.Id;
        }
    }
}

/// <summary>A draft whose checks and scenarios are green is handed in, to hold from a day on.</summary>
[Needs(DecisionPermissions.Draft), Display(Name = "提交规则草案")]
public sealed record SubmitDraft : IAct<Guid>
{
    /// <summary>The draft.</summary>
    [Display(Name = "草案"), Required] public Guid? DraftId { get; init; }

    /// <summary>First day it is to hold.</summary>
    [Display(Name = "施行日期"), Required] public DateOnly? From { get; init; }

    internal sealed class Handler(DraftBook book, Journal journal) : IHandler<SubmitDraft, Guid>
    {
        public async Task<Guid> HandleAsync(SubmitDraft act, CancellationToken ct)
        {
            var draft = await book.OpenAsync(act.DraftId, ct);
            draft.Submit(book.Hand, act.From.GetValueOrDefault(), book.Today);
            Check.That((await book.ReviewAsync(draft, ct)).IsGreen, DraftChecks.IsGreen);
            Check.That(await book.StillFitsAsync(draft, ct), DraftChecks.StillFits);
            journal.Concerns(DecisionKinds.Draft, draft.Id);
            return draft.Id;
        }
    }
}

/// <summary>A draft is sent back to be written on.</summary>
[Needs(DecisionPermissions.Approve), Display(Name = "退回规则草案")]
public sealed record ReturnDraft : IAct<Guid>
{
    /// <summary>The draft.</summary>
    [Display(Name = "草案"), Required] public Guid? DraftId { get; init; }

    /// <summary>Why.</summary>
    [Display(Name = "理由"), Required, StringLength(1000, MinimumLength = 2)] public string Reason { get; init; } = "";

    internal sealed class Handler(DraftBook book, Journal journal) : IHandler<ReturnDraft, Guid>
    {
        public async Task<Guid> HandleAsync(ReturnDraft act, CancellationToken ct)
        {
            var draft = await book.OpenAsync(act.DraftId, ct);
            draft.Return(book.Hand, act.Reason);
            journal.Concerns(DecisionKinds.Draft, draft.Id);
            return draft.Id;
        }
    }
}

/// <summary>A draft is given up.</summary>
[Needs(DecisionPermissions.Draft), Display(Name = "放弃规则草案")]
public sealed record AbandonDraft : IAct<Guid>
{
    /// <summary>The draft.</summary>
    [Display(Name = "草案"), Required] public Guid? DraftId { get; init; }

    /// <summary>Why.</summary>
    [Display(Name = "理由"), Required, StringLength(1000, MinimumLength = 2)] public string Reason { get; init; } = "";

    internal sealed class Handler(DraftBook book, Journal journal) : IHandler<AbandonDraft, Guid>
    {
        public async Task<Guid> HandleAsync(AbandonDraft act, CancellationToken ct)
        {
            var draft = await book.OpenAsync(act.DraftId, ct);
            draft.Abandon(book.Hand, act.Reason);
            journal.Concerns(DecisionKinds.Draft, draft.Id);
            return draft.Id;
        }
    }
}

/// <summary>A second person approves a draft and puts it in force on its day. Open cases keep the lawbook they were opened under; those concerned are told.</summary>
[Needs(DecisionPermissions.Approve), Display(Name = "审定并发布规则")]
public sealed record PublishDraft : IAct<int>
{
    /// <summary>The draft.</summary>
    [Display(Name = "草案"), Required] public Guid? DraftId { get; init; }

    /// <summary>Words of the approval.</summary>
    [Display(Name = "审定意见"), Required, StringLength(1000, MinimumLength = 1)] public string Note { get; init; } = "";

    internal sealed class Handler(GuijuDb db, DraftBook book, IEnumerable<IRuleNews> news, Journal journal, TimeProvider clock) : IHandler<PublishDraft, int>
    {
        public async Task<int> HandleAsync(PublishDraft act, CancellationToken ct)
        {
            var draft = await book.OpenAsync(act.DraftId, ct);
            var authors = await book.AuthorsAsync(draft.Id, ct);
            var number = (await db.Set<PublishedAmendment>().MaxAsync(a => (int?)a.Number, ct) ?? 0) + 1;
            draft.Publish(book.Hand, authors.Select(a => a.Id).OfType<Guid>().ToHashSet(), number, act.Note);
            Check.That((await book.ReviewAsync(draft, ct)).IsGreen, DraftChecks.IsGreen);
            Check.That(number == (book.InForce.Amendments is [.., var last] ? last.Number : 0) + 1 && await book.StillFitsAsync(draft, ct), DraftChecks.StillFits);
            Check.That(draft.Withdraws is not { } ended || book.InForce.Amendments.Any(a => a.Number == ended && a.Until is null), DraftChecks.Published);
            var amendment = await book.AmendmentAsync(draft, number, draft.From.GetValueOrDefault(), ct);
            var files = amendment.AddTo(book.InForce.Files);
            var after = Lawbook.Load(files, book.InForce); // whatever cannot be read is found before it binds anyone
            db.Add(new PublishedAmendment
            {
                Number = number, From = amendment.From, Title = amendment.Title.Zh, EnglishTitle = amendment.Title.En, Withdraws = draft.Withdraws, DraftId = draft.Id,
                Authors = string.Join('、', authors.Select(a => a.Name).Append(draft.AuthorName).Distinct()), ApproverId = book.Hand.PersonId.GetValueOrDefault(), ApproverName = book.Hand.Name,
                At = clock.GetUtcNow().UtcDateTime, Lawbook = files.Version, Packed = Json.Pack(amendment.Files),
            });
            db.Add(KeptLawbook.Of(files, clock));
            journal.Concerns(DecisionKinds.Draft, draft.Id);
            foreach (var teller in news)
            {
                await teller.TellAsync(new RuleNews(
                    new Bilingual($"规则修改将于 {amendment.From:yyyy年M月d日} 施行：{amendment.Title.Zh}。您在办的事项仍按受理时的规则办理。", $"A change of rules takes effect on {amendment.From:d MMMM yyyy}: {amendment.Title.En}. Your open matters keep the rules they were opened under."),
                    Touched.Points(book.InForce, after)), ct);
            }

            return number;
        }
    }
}

/// <summary>Where two lawbooks differ.</summary>
internal static class Touched
{
    /// <summary>Control points at which a rule or one of its figures reads otherwise, on whatever day.</summary>
    public static IReadOnlySet<string> Points(Lawbook before, Lawbook after)
    {
        var figures = after.Parameters.Where(p => !before.Parameters.TryGetValue(p.Key, out var old) || FigureFile.Whole([old]) != FigureFile.Whole([p.Value])).Select(p => p.Key).ToHashSet();
        return after.ControlPoints.Values.Where(point => point.Decisions.Any(Differs)).Select(p => p.Id).ToHashSet();

        bool Differs(string reference)
        {
            var (old, now) = (before.WordingsOf(reference), after.WordingsOf(reference));
            return old.Count != now.Count || !old.Select(w => w.Amendment.Until).SequenceEqual(now.Select(w => w.Amendment.Until))
                || (after.At(reference, DateOnly.MaxValue)?.Parameters.Values.Any(p => figures.Contains(p.Id)) ?? false);
        }
    }
}

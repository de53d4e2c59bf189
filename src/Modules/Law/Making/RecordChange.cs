using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Law.Comparing;
using Guiju.Law.Stored;
using Guiju.Texts.Comparing;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Law.Making;

/// <summary>A making, revision, repeal or interpretation (立改废释) is entered with its document, effect and dates. A repeal ends the text from its day on.</summary>
[Needs(LawModule.KeepTexts), Display(Name = "登记立改废释")]
public sealed record RecordChange : IAct<Guid>
{
    /// <summary>The text.</summary>
    [Display(Name = "规定"), Required] public Guid? TextId { get; init; }

    /// <summary>What is done.</summary>
    [Display(Name = "行为"), Required] public ChangeKind? Kind { get; init; }

    /// <summary>Title of the document that does it.</summary>
    [Display(Name = "依据文件"), Required, StringLength(300, MinimumLength = 2)] public string Document { get; init; } = "";

    /// <summary>Its number.</summary>
    [Display(Name = "依据文号"), StringLength(100)] public string? Number { get; init; }

    /// <summary>When it was made.</summary>
    [Display(Name = "作出日期"), Required] public DateOnly? MadeOn { get; init; }

    /// <summary>First day of its effect.</summary>
    [Display(Name = "生效日期"), Required] public DateOnly? EffectOn { get; init; }

    /// <summary>Provisions concerned; empty for the whole text.</summary>
    [Display(Name = "涉及条款"), StringLength(500)] public string? Provisions { get; init; }

    /// <summary>What it says, in our own words.</summary>
    [Display(Name = "内容与理由"), StringLength(2000)] public string? Note { get; init; }

    internal sealed class Handler(GuijuDb db, Impact impact, Journal journal) : IHandler<RecordChange, Guid>
    {
        public async Task<Guid> HandleAsync(RecordChange act, CancellationToken ct)
        {
            var text = await db.Set<StoredText>().FirstOrDefaultAsync(t => t.Id == act.TextId, ct) ?? throw new NotWithinReachException("text");
            var document = new ChangeDocument(act.Document, act.Number, act.MadeOn.GetValueOrDefault(), act.EffectOn.GetValueOrDefault(), act.Provisions ?? "", act.Note ?? "");
            var change = TextChange.Record(Guid.CreateVersion7(), text.Id, act.Kind.GetValueOrDefault(), document);
            if (change is { Kind: ChangeKind.Repealed, Provisions: "" })
            {
                Check.That(!await db.Set<TextChange>().AnyAsync(c => c.TextId == text.Id && c.Kind == ChangeKind.Repealed && c.Provisions == "", ct), StoredChecks.IsNotRepealedYet);
                var hanging = await impact.DependantsAsync(text.Work, ct);
                db.AddRange(hanging.Select(d => Recheck.Raise(Guid.CreateVersion7(), text.Id, new Impact.Affected(d, ArticleChangeKind.Deleted, text.Title, "", true), impact.DueOn(change.EffectOn))));
            }

            db.Add(change);
            journal.Concerns(LawKinds.Text, text.Id);
            return change.Id;
        }
    }
}

using System.ComponentModel.DataAnnotations;
using System.Text;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Law.Stored;
using Guiju.Texts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Law.Making;

/// <summary>An amending act becomes known: the text carries a banner until it is worked in.</summary>
[Needs(LawModule.KeepTexts), Display(Name = "登记修改决定")]
public sealed record NoteAmendment : IAct<Guid>
{
    /// <summary>The text amended.</summary>
    [Display(Name = "规定"), Required] public Guid? TextId { get; init; }

    /// <summary>Title of the amending act.</summary>
    [Display(Name = "依据文件"), Required, StringLength(300, MinimumLength = 2)] public string Document { get; init; } = "";

    /// <summary>Its number.</summary>
    [Display(Name = "依据文号"), StringLength(100)] public string? Number { get; init; }

    /// <summary>When it was made.</summary>
    [Display(Name = "作出日期"), Required] public DateOnly? MadeOn { get; init; }

    /// <summary>First day of its effect.</summary>
    [Display(Name = "生效日期"), Required] public DateOnly? EffectOn { get; init; }

    /// <summary>Its words as printed.</summary>
    [Display(Name = "修改决定全文"), StringLength(400_000)] public string? Source { get; init; }

    internal sealed class Handler(GuijuDb db, Journal journal) : IHandler<NoteAmendment, Guid>
    {
        public async Task<Guid> HandleAsync(NoteAmendment act, CancellationToken ct)
        {
            var text = await db.Set<StoredText>().FirstOrDefaultAsync(t => t.Id == act.TextId, ct) ?? throw new NotWithinReachException("text");
            var document = new ChangeDocument(act.Document, act.Number, act.MadeOn.GetValueOrDefault(), act.EffectOn.GetValueOrDefault(), "", "");
            var amendment = PendingAmendment.Note(Guid.CreateVersion7(), text.Id, document, act.Source ?? "");
            db.Add(amendment);
            journal.Concerns(LawKinds.Text, text.Id);
            return amendment.Id;
        }
    }
}

/// <summary>A person has reviewed the wording with the amendment worked in; it becomes a version.</summary>
[Needs(LawModule.KeepTexts), Display(Name = "并入修改决定")]
public sealed record ApplyAmendment : IAct<Guid>
{
    /// <summary>The amendment.</summary>
    [Display(Name = "修改决定"), Required] public Guid? Id { get; init; }

    /// <summary>The whole wording as reviewed, as Markdown.</summary>
    [Display(Name = "审定文本"), Required, StringLength(2_000_000, MinimumLength = 10)] public string Wording { get; init; } = "";

    internal sealed class Handler(GuijuDb db, LawSources sources, VersionWriter writer, Shelf shelf) : IHandler<ApplyAmendment, Guid>
    {
        public async Task<Guid> HandleAsync(ApplyAmendment act, CancellationToken ct)
        {
            var amendment = await db.Set<PendingAmendment>().FirstOrDefaultAsync(a => a.Id == act.Id, ct) ?? throw new NotWithinReachException("amendment");
            Check.That(amendment.State == AmendmentState.Known, MakingChecks.AmendmentIsOpen);
            var text = await shelf.FindAsync(amendment.TextId, ct) ?? throw new NotWithinReachException("text");
            var read = Read(act.Wording);
            var proposed = TextIdentity.Of(read, "", sources);
            Check.That(proposed.Bare == text.Text.Bare, MakingChecks.IsTheSameText, nameof(act.Wording));
            var identity = proposed with
            {
                Work = text.Text.Work,
                Issuer = text.Text.Issuer,
                Rank = text.Text.Rank,
                Pack = text.Text.Pack,
                Number = amendment.Number ?? proposed.Number,
                Date = amendment.MadeOn,
                From = amendment.EffectOn,
                FromStated = true,
            };
            var file = new SourceFile($"{amendment.Document}.md", Encoding.UTF8.GetBytes(act.Wording));
            amendment.Apply(await writer.WriteAsync(read, identity, file, null, ct));
            return amendment.VersionId.GetValueOrDefault();
        }

        private static LegalText Read(string wording)
        {
            try
            {
                return TextParser.Parse(wording);
            }
            catch (UnreadableTextException unreadable)
            {
                throw StoredChecks.Unreadable(unreadable, nameof(Wording));
            }
        }
    }
}

/// <summary>An amendment is not worked in, for a reason.</summary>
[Needs(LawModule.KeepTexts), Display(Name = "搁置修改决定")]
public sealed record SetAsideAmendment : IAct<Guid>
{
    /// <summary>The amendment.</summary>
    [Display(Name = "修改决定"), Required] public Guid? Id { get; init; }

    /// <summary>Why.</summary>
    [Display(Name = "理由"), Required, StringLength(1000, MinimumLength = 2)] public string Reason { get; init; } = "";

    internal sealed class Handler(GuijuDb db, Journal journal) : IHandler<SetAsideAmendment, Guid>
    {
        public async Task<Guid> HandleAsync(SetAsideAmendment act, CancellationToken ct)
        {
            var amendment = await db.Set<PendingAmendment>().FirstOrDefaultAsync(a => a.Id == act.Id, ct) ?? throw new NotWithinReachException("amendment");
            amendment.SetAside(act.Reason);
            journal.Concerns(LawKinds.Text, amendment.TextId);
            return amendment.Id;
        }
    }
}

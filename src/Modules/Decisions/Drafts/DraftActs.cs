using System.ComponentModel.DataAnnotations;
using Guiju.Decisions.Lawbooks;
using Guiju.Dmn;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Law;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Decisions.Drafts;

/// <summary>A change of rules or figures is opened, or the withdrawal of one that was published.</summary>
[Needs(DecisionPermissions.Draft), Display(Name = "新建规则草案")]
public sealed record OpenDraft : IAct<Guid>
{
    /// <summary>Title.</summary>
    [Display(Name = "草案名称"), Required, StringLength(200, MinimumLength = 2)] public string Title { get; init; } = "";

    /// <summary>English title.</summary>
    [Display(Name = "英文名称"), StringLength(200)] public string? EnglishTitle { get; init; }

    /// <summary>Why.</summary>
    [Display(Name = "修改理由"), Required, StringLength(1000, MinimumLength = 2)] public string Purpose { get; init; } = "";

    /// <summary>The amendment that is to end; empty for a draft that changes something.</summary>
    [Display(Name = "撤销第几号修改")] public int? Withdraws { get; init; }

    internal sealed class Handler(GuijuDb db, DraftBook book, Journal journal) : IHandler<OpenDraft, Guid>
    {
        public async Task<Guid> HandleAsync(OpenDraft act, CancellationToken ct)
        {
            Check.That(act.Withdraws is not { } number || book.InForce.Amendments.Any(a => a.Number == number && a.Withdraws is null && a.Until is null), DraftChecks.Published, nameof(Withdraws));
            var last = await db.Set<RuleDraft>().MaxAsync(d => (int?)d.Number, ct) ?? 0;
            var draft = RuleDraft.Open(last + 1, new DraftWords(act.Title, act.EnglishTitle, act.Purpose), book.Hand, act.Withdraws);
            db.Add(draft);
            journal.Concerns(DecisionKinds.Draft, draft.Id);
            return draft.Id;
        }
    }
}

/// <summary>A model is written into a draft as a new version; it replaces the one of the same file in force.</summary>
[Needs(DecisionPermissions.Draft), Display(Name = "改写决策")]
public sealed record DraftModel : IAct<Guid>
{
    /// <summary>The draft.</summary>
    [Display(Name = "草案"), Required] public Guid? DraftId { get; init; }

    /// <summary>The file, e.g. <c>fleet/quota.dmn</c>.</summary>
    [Display(Name = "决策文件"), Required, StringLength(160, MinimumLength = 1)] public string Path { get; init; } = "";

    /// <summary>The model as DMN.</summary>
    [Display(Name = "决策内容"), Required, StringLength(2_000_000, MinimumLength = 1)] public string Xml { get; init; } = "";

    /// <summary>What was changed.</summary>
    [Display(Name = "改了什么"), StringLength(300)] public string? Note { get; init; }

    internal sealed class Handler(GuijuDb db, DraftBook book, Journal journal) : IHandler<DraftModel, Guid>
    {
        public async Task<Guid> HandleAsync(DraftModel act, CancellationToken ct)
        {
            var draft = await book.OpenAsync(act.DraftId, ct);
            Check.That(act.Path.EndsWith(".dmn", StringComparison.Ordinal) && book.InForce.ModelAt(act.Path, DateOnly.MaxValue) is not null, DraftChecks.KnownModel, nameof(Path));
            string text;
            try
            {
                text = DmnWriter.Write(DmnXml.Parse(act.Xml, act.Path), "1.3");
            }
            catch (DmnFormatException wrong)
            {
                throw new BrokenCheckException(DraftChecks.Unreadable(wrong.Message), nameof(Xml));
            }

            var files = new Dictionary<string, string>(await book.FilesAsync(draft, ct)) { [act.Path] = text.ReplaceLineEndings("\n") };
            db.Add(draft.Write(book.Hand, files, string.IsNullOrWhiteSpace(act.Note) ? act.Path : act.Note.Trim(), book.InForce.Version));
            journal.Concerns(DecisionKinds.Draft, draft.Id);
            return draft.Id;
        }
    }
}

/// <summary>A new value of a figure is written into a draft, from a day on. What stood before is never written over.</summary>
[Needs(DecisionPermissions.Draft), Display(Name = "起草数值")]
public sealed record DraftFigure : IAct<Guid>
{
    /// <summary>The draft.</summary>
    [Display(Name = "草案"), Required] public Guid? DraftId { get; init; }

    /// <summary>The figure.</summary>
    [Display(Name = "数值"), Required, StringLength(120, MinimumLength = 1)] public string Figure { get; init; } = "";

    /// <summary>First day of the value; a day that has passed is a late entry.</summary>
    [Display(Name = "起始日"), Required] public DateOnly? From { get; init; }

    /// <summary>The value.</summary>
    [Display(Name = "取值"), Required, StringLength(200, MinimumLength = 1)] public string Value { get; init; } = "";

    /// <summary>Address of the provision.</summary>
    [Display(Name = "条款"), StringLength(200)] public string? Provision { get; init; }

    /// <summary>How well it is known.</summary>
    [Display(Name = "依据程度"), Required] public Evidence? Evidence { get; init; }

    /// <summary>A remark.</summary>
    [Display(Name = "备注"), StringLength(300)] public string? Note { get; init; }

    internal sealed class Handler(GuijuDb db, DraftBook book, Journal journal) : IHandler<DraftFigure, Guid>
    {
        private const string File = "parameters.yaml";

        public async Task<Guid> HandleAsync(DraftFigure act, CancellationToken ct)
        {
            var draft = await book.OpenAsync(act.DraftId, ct);
            var figure = book.InForce.Parameters.GetValueOrDefault(act.Figure);
            Check.That(figure is not null, DraftChecks.KnownFigure, nameof(Figure));
            var (from, cited) = (act.From.GetValueOrDefault(), string.IsNullOrWhiteSpace(act.Provision) ? null : act.Provision.Trim());
            var files = new Dictionary<string, string>(await book.FilesAsync(draft, ct));
            Check.That(cited is null == figure!.Pack is "bureau" && (cited is null || SourceFile.Known(book.InForce, files).Knows(cited)), DraftChecks.CitesWhatExists, nameof(Provision)); // the check before has thrown otherwise
            Check.That(FigureValue.TryRead(figure, act.Value, out var value), DraftChecks.FitsFigure, nameof(Value));
            var added = new ParameterValue(from, null, value!, cited, act.Evidence.GetValueOrDefault(), book.Today) { RecordedBy = book.Hand.Name, Note = string.IsNullOrWhiteSpace(act.Note) ? null : act.Note.Trim() }; // read just above
            var before = files.TryGetValue(File, out var text) ? ParameterReader.Added(File, text, book.InForce.Parameters) : [];
            files[File] = FigureFile.Added([.. before.Where(v => v.Id != figure.Id || v.Value.From != from), (figure.Id, added)]);
            db.Add(draft.Write(book.Hand, files, $"{figure.Name.Zh} {from:yyyy-MM-dd} {act.Value}", book.InForce.Version));
            journal.Concerns(DecisionKinds.Draft, draft.Id);
            return draft.Id;
        }
    }
}

/// <summary>Files are taken into a draft at once: models, <c>parameters.yaml</c>, scenarios.</summary>
[Needs(DecisionPermissions.Draft), Display(Name = "导入草案文件")]
public sealed record ImportIntoDraft : IAct<Guid>
{
    /// <summary>The draft.</summary>
    [Display(Name = "草案"), Required] public Guid? DraftId { get; init; }

    /// <summary>Name of the file, which says what it is.</summary>
    [Display(Name = "文件名"), Required, StringLength(160, MinimumLength = 1)] public string FileName { get; init; } = "";

    /// <summary>Its text.</summary>
    [Display(Name = "文件内容"), Required, StringLength(2_000_000, MinimumLength = 1)] public string Text { get; init; } = "";

    internal sealed class Handler(GuijuDb db, DraftBook book, Journal journal) : IHandler<ImportIntoDraft, Guid>
    {
        public async Task<Guid> HandleAsync(ImportIntoDraft act, CancellationToken ct)
        {
            var draft = await book.OpenAsync(act.DraftId, ct);
            var files = new Dictionary<string, string>(await book.FilesAsync(draft, ct));
            try
            {
                foreach (var (path, text) in new DraftFolder(book.InForce, book.Today, book.Today, book.Hand.Name).Read(new Dictionary<string, string> { [act.FileName.Replace('\\', '/')] = act.Text }))
                {
                    files[path] = path.EndsWith(".dmn", StringComparison.Ordinal) ? DmnWriter.Write(DmnXml.Parse(text, path), "1.3").ReplaceLineEndings("\n") : text;
                }
            }
            catch (Exception wrong) when (wrong is LawFormatException or DmnFormatException or InvalidDataException)
            {
                throw new BrokenCheckException(DraftChecks.Unreadable(wrong.Message), nameof(Text));
            }

            db.Add(draft.Write(book.Hand, files, act.FileName, book.InForce.Version));
            journal.Concerns(DecisionKinds.Draft, draft.Id);
            return draft.Id;
        }
    }
}

/// <summary>One file of a draft is dropped again; what stands in force stays as it is.</summary>
[Needs(DecisionPermissions.Draft), Display(Name = "从草案中去掉")]
public sealed record DropFromDraft : IAct<Guid>
{
    /// <summary>The draft.</summary>
    [Display(Name = "草案"), Required] public Guid? DraftId { get; init; }

    /// <summary>The file.</summary>
    [Display(Name = "文件名"), Required, StringLength(160, MinimumLength = 1)] public string Path { get; init; } = "";

    internal sealed class Handler(GuijuDb db, DraftBook book, Journal journal) : IHandler<DropFromDraft, Guid>
    {
        public async Task<Guid> HandleAsync(DropFromDraft act, CancellationToken ct)
        {
            var draft = await book.OpenAsync(act.DraftId, ct);
            var files = new Dictionary<string, string>(await book.FilesAsync(draft, ct));
            Check.That(files.Remove(act.Path), DraftChecks.KnownModel, nameof(Path));
            db.Add(draft.Write(book.Hand, files, $"− {act.Path}", book.InForce.Version));
            journal.Concerns(DecisionKinds.Draft, draft.Id);
            return draft.Id;
        }
    }
}

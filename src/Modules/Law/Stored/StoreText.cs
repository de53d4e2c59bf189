using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Texts;
using Guiju.Texts.Akn;
using Guiju.Texts.Files;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Law.Stored;

/// <summary>A text is taken into the library, or a version of one that is there.</summary>
[Needs(LawModule.KeepTexts), Display(Name = "录入规定文本")]
public sealed record StoreText : IAct<Guid>
{
    /// <summary>Name of the file.</summary>
    [Display(Name = "文件名"), Required, StringLength(300, MinimumLength = 1)] public string FileName { get; init; } = "";

    /// <summary>The file: DOCX, Markdown, plain text or Akoma Ntoso.</summary>
    [Display(Name = "文件内容"), Required, MaxLength(TextFile.MostBytes)] public byte[] Content { get; init; } = [];

    /// <summary>Address of the work, where the proposal is not right.</summary>
    [Display(Name = "永久地址"), StringLength(200), RegularExpression(@"[\p{L}\p{N}\-]+(/[\p{L}\p{N}\-]+)+")] public string? Work { get; init; }

    /// <summary>Day that names the version, where neither text nor name tells it.</summary>
    [Display(Name = "版本日期")] public DateOnly? Date { get; init; }

    /// <summary>First day in force, where the text does not tell it.</summary>
    [Display(Name = "施行日期")] public DateOnly? From { get; init; }

    /// <summary>Rank, where the proposal is not right.</summary>
    [Display(Name = "效力位阶")] public LawRank? Rank { get; init; }

    /// <summary>Issuer, where the proposal is not right.</summary>
    [Display(Name = "制定机关"), StringLength(200)] public string? Issuer { get; init; }

    /// <summary>Why a version that is stored with other words is corrected.</summary>
    [Display(Name = "更正理由"), StringLength(500)] public string? Correction { get; init; }

    /// <summary>The proposal with what the person said instead.</summary>
    internal TextIdentity Correct(TextIdentity proposed)
    {
        var date = Date ?? proposed.Date;
        var from = From ?? (Date is null ? proposed.From : proposed.FromStated && proposed.From >= date ? proposed.From : date);
        return proposed with
        {
            Work = Work ?? proposed.Work,
            Date = date,
            From = from,
            FromStated = From is not null || proposed.FromStated && from == proposed.From,
            Rank = Rank ?? proposed.Rank,
            Issuer = Issuer ?? proposed.Issuer,
        };
    }

    internal sealed class Handler(GuijuDb db, LawSources sources, Journal journal, TimeProvider clock) : IHandler<StoreText, Guid>
    {
        public async Task<Guid> HandleAsync(StoreText act, CancellationToken ct)
        {
            var read = Read(act);
            Check.That(read.Body.Children.Any(), StoredChecks.HasWords, nameof(act.Content));
            var identity = act.Correct(TextIdentity.Of(read, act.FileName, sources));
            Check.That(identity.IsDated, StoredChecks.IsDated, nameof(act.Date));
            Check.That(identity.From >= identity.Date, StoredChecks.InForceAfterMaking, nameof(act.From));
            var akn = AknWriter.Write(read, new AknIdentity(identity.Work, identity.Date, identity.Issuer));
            var text = await TextAsync(identity, ct);
            var version = await db.Set<StoredVersion>().FirstOrDefaultAsync(v => v.TextId == text.Id && v.Date == identity.Date, ct);
            Check.That(version?.Digest != StoredVersion.DigestOf(akn), StoredChecks.IsNotStoredYet);
            if (version is null)
            {
                version = StoredVersion.Of(Guid.CreateVersion7(), text.Id, identity, akn, clock.GetUtcNow().UtcDateTime);
                db.Add(version);
                var first = !await db.Set<StoredVersion>().AnyAsync(v => v.TextId == text.Id && v.Date < identity.Date, ct);
                db.Add(TextChange.Brings(Guid.CreateVersion7(), version, first && !read.Events.Any(e => e.Act is HeaderAct.Revised or HeaderAct.Amended), identity));
            }
            else
            {
                Check.That(!string.IsNullOrWhiteSpace(act.Correction), StoredChecks.CorrectionHasReason, nameof(act.Correction));
                version.Take(identity, akn, clock.GetUtcNow().UtcDateTime);
                db.RemoveRange(await db.Set<StoredProvision>().Where(p => p.VersionId == version.Id).ToListAsync(ct));
            }

            var wording = await db.Set<StoredWording>().FirstOrDefaultAsync(w => w.VersionId == version.Id, ct) ?? db.Add(new StoredWording { VersionId = version.Id }).Entity;
            wording.Take(akn, Path.GetFileName(act.FileName), act.Content);
            db.AddRange(StoredProvision.Of(read, text.Id, version.Id));
            journal.Concerns(LawKinds.Text, text.Id);
            return version.Id;
        }

        private async Task<StoredText> TextAsync(TextIdentity identity, CancellationToken ct)
        {
            var text = await db.Set<StoredText>().FirstOrDefaultAsync(t => t.Work == identity.Work, ct);
            if (text is null)
            {
                text = StoredText.Open(Guid.CreateVersion7(), identity);
                db.Add(text);
            }
            else if (!await db.Set<StoredVersion>().AnyAsync(v => v.TextId == text.Id && v.Date > identity.Date, ct))
            {
                text.Take(identity);
            }

            return text;
        }

        private static LegalText Read(StoreText act)
        {
            try
            {
                return TextFile.Read(act.Content);
            }
            catch (UnreadableTextException unreadable)
            {
                var check = StoredChecks.CanBeRead;
                throw new BrokenCheckException(check with { Statement = new($"{check.Statement.Zh}（{unreadable.Zh}）", $"{check.Statement.En} ({unreadable.En})") }, nameof(act.Content));
            }
        }
    }
}

using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Law.Citing;
using Guiju.Law.Comparing;
using Guiju.Texts;
using Guiju.Texts.Akn;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Law.Stored;

/// <summary>Puts a wording into the library inside a running act: version, provisions, citations, the change it stands for, and the re-checks of what hangs on it.</summary>
internal sealed class VersionWriter(GuijuDb db, Impact impact, Journal journal, TimeProvider clock)
{
    /// <summary>Stores a version, or with a reason corrects one; the version's id.</summary>
    public async Task<Guid> WriteAsync(LegalText read, TextIdentity identity, SourceFile file, string? correction, CancellationToken ct)
    {
        Check.That(read.Body.Children.Any(), StoredChecks.HasWords, nameof(StoreText.Content));
        Check.That(identity.IsDated, StoredChecks.IsDated, nameof(StoreText.Date));
        Check.That(identity.From >= identity.Date, StoredChecks.InForceAfterMaking, nameof(StoreText.From));
        var akn = AknWriter.Write(read, new AknIdentity(identity.Work, identity.Date, identity.Issuer));
        var text = await TextAsync(identity, ct);
        var version = await db.Set<StoredVersion>().FirstOrDefaultAsync(v => v.TextId == text.Id && v.Date == identity.Date, ct);
        Check.That(version?.Digest != StoredVersion.DigestOf(akn), StoredChecks.IsNotStoredYet);
        if (version is null)
        {
            version = await AddAsync(read, text, identity, akn, ct);
        }
        else
        {
            Check.That(!string.IsNullOrWhiteSpace(correction), StoredChecks.CorrectionHasReason, nameof(StoreText.Correction));
            version.Take(identity, akn, clock.GetUtcNow().UtcDateTime);
            db.RemoveRange(await db.Set<StoredProvision>().Where(p => p.VersionId == version.Id).ToListAsync(ct));
            db.RemoveRange(await db.Set<StoredCitation>().Where(c => c.VersionId == version.Id).ToListAsync(ct));
        }

        var wording = await db.Set<StoredWording>().FirstOrDefaultAsync(w => w.VersionId == version.Id, ct) ?? db.Add(new StoredWording { VersionId = version.Id }).Entity;
        wording.Take(akn, Path.GetFileName(file.Name), file.Content);
        db.AddRange(StoredProvision.Of(read, text.Id, version.Id));
        db.AddRange(StoredCitation.Of(read, text.Id, version.Id));
        journal.Concerns(LawKinds.Text, text.Id);
        return version.Id;
    }

    private async Task<StoredVersion> AddAsync(LegalText read, StoredText text, TextIdentity identity, string akn, CancellationToken ct)
    {
        var version = StoredVersion.Of(Guid.CreateVersion7(), text.Id, identity, akn, clock.GetUtcNow().UtcDateTime);
        var before = await db.Set<StoredVersion>().AsNoTracking().Where(v => v.TextId == text.Id && v.Date < identity.Date).OrderByDescending(v => v.Date).FirstOrDefaultAsync(ct);
        var amended = read.Events.Any(e => e.Act is HeaderAct.Revised or HeaderAct.Amended);
        db.Add(version);
        db.Add(TextChange.Brings(Guid.CreateVersion7(), version, before is null && !amended, identity));
        if (before is not null)
        {
            var older = (await db.Set<StoredWording>().AsNoTracking().SingleAsync(w => w.VersionId == before.Id, ct)).Read();
            var found = await impact.OfAsync(identity.Work, older, read, ct);
            db.AddRange(found.Affected.Select(a => Recheck.Raise(Guid.CreateVersion7(), text.Id, a, impact.DueOn(version.From))));
        }

        return version;
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
}

/// <summary>A file by name and content.</summary>
internal sealed record SourceFile(string Name, byte[] Content);

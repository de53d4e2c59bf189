using System.Collections.Concurrent;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Law;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Configuration;

namespace Guiju.Decisions.Lawbooks;

/// <summary>The lawbook in use — the law's files with what was published since — and those once in use, compiled when asked for.</summary>
public sealed class LawShelf(IConfiguration configuration) : IDisposable
{
    private readonly Lazy<Lawbook> onFile = new(() => Lawbook.Load(LawFiles.Read(LawFiles.Find(configuration))));
    private readonly ConcurrentDictionary<string, Lawbook> earlier = new();
    private readonly SemaphoreSlim one = new(1, 1);
    private volatile Lawbook? amended;

    /// <summary>The lawbook in use.</summary>
    public Lawbook Current => amended ?? onFile.Value;

    /// <summary>The lawbook of a version that was asked for before; null where it is not at hand.</summary>
    public Lawbook? AtHand(string version) => version == Current.Version ? Current : earlier.GetValueOrDefault(version);

    /// <summary>The lawbook of a version: the current one, or one kept in the database; null where it was never kept.</summary>
    public async Task<Lawbook?> FindAsync(GuijuDb db, string version, CancellationToken ct)
    {
        if (AtHand(version) is { } known)
        {
            return known;
        }

        var kept = await db.Set<KeptLawbook>().AsNoTracking().FirstOrDefaultAsync(k => k.Version == version, ct);
        return kept is null ? null : earlier.GetOrAdd(version, _ => Lawbook.Load(kept.Open(), Current));
    }

    /// <summary>Takes up what was published since, here or by another node; what was in use stays at hand.</summary>
    public async Task RefreshAsync(GuijuDb db, CancellationToken ct)
    {
        var last = await db.Set<PublishedAmendment>().MaxAsync(a => (int?)a.Number, ct) ?? 0;
        if (last == Known)
        {
            return;
        }

        await one.WaitAsync(ct);
        try
        {
            if (last != Known)
            {
                var all = await db.Set<PublishedAmendment>().AsNoTracking().OrderBy(a => a.Number).ToListAsync(ct);
                var files = all.Aggregate(onFile.Value.Files, (files, next) => next.Read().AddTo(files));
                var before = Current;
                earlier[before.Version] = before;
                amended = Lawbook.Load(files, before);
            }
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>Keeps the lawbook in use, so that its verdicts can be replayed for ever.</summary>
    public async Task KeepAsync(GuijuDb db, TimeProvider clock, CancellationToken ct)
    {
        await RefreshAsync(db, ct);
        if (await db.Set<KeptLawbook>().AnyAsync(k => k.Version == Current.Version, ct))
        {
            return;
        }

        db.Add(KeptLawbook.Of(Current.Files, clock));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (db.Provider.IsDuplicate(failure))
        {
            db.ChangeTracker.Clear(); // another node kept it first; the content is the same by its hash
        }
    }

    /// <inheritdoc/>
    public void Dispose() => one.Dispose();

    private int Known => Current.Amendments is [.., var latest] ? latest.Number : 0;
}

/// <summary>The files of a lawbook that was applied. Its version is the hash of its content, so it proves itself.</summary>
public sealed class KeptLawbook
{
    /// <summary>Version.</summary>
    public required string Version { get; init; }

    /// <summary>When it was first used, UTC.</summary>
    public DateTime At { get; init; }

    /// <summary>Files by path, as compressed JSON.</summary>
    public required byte[] Packed { get; init; }

    /// <summary>A lawbook to be kept.</summary>
    public static KeptLawbook Of(LawFiles files, TimeProvider clock) => new() { Version = files.Version, At = clock.GetUtcNow().UtcDateTime, Packed = Json.Pack(files.Files) };

    /// <summary>The files; refuses content that does not match the version.</summary>
    public LawFiles Open()
    {
        var files = new LawFiles(Json.Unpack<Dictionary<string, string>>(Packed));
        return files.Version == Version ? files : throw new LawFormatException($"The kept lawbook {Version} was altered: its content has the hash {files.Version}.");
    }

    internal sealed class Mapping : IEntityTypeConfiguration<KeptLawbook>
    {
        public void Configure(EntityTypeBuilder<KeptLawbook> book)
        {
            book.ToTable("decisions_lawbook").HasAnnotation(Kernel.Ledger.RowDigest.Unwatched, true);
            book.HasKey(b => b.Version);
            book.Property(b => b.Version).HasMaxLength(32);
        }
    }
}

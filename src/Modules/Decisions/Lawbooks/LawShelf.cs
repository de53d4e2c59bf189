using System.Collections.Concurrent;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Law;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.Extensions.Configuration;

namespace Guiju.Decisions.Lawbooks;

/// <summary>The lawbook in use, and those once in use, compiled when asked for.</summary>
public sealed class LawShelf(IConfiguration configuration)
{
    private readonly Lazy<Lawbook> current = new(() => Lawbook.Load(LawFiles.Read(LawFiles.Find(configuration))));
    private readonly ConcurrentDictionary<string, Lawbook> earlier = new();

    /// <summary>The lawbook in use.</summary>
    public Lawbook Current => current.Value;

    /// <summary>The lawbook of a version: the current one, or one kept in the database; null where it was never kept.</summary>
    public async Task<Lawbook?> FindAsync(GuijuDb db, string version, CancellationToken ct)
    {
        if (version == Current.Version)
        {
            return Current;
        }

        if (earlier.TryGetValue(version, out var known))
        {
            return known;
        }

        var kept = await db.Set<KeptLawbook>().AsNoTracking().FirstOrDefaultAsync(k => k.Version == version, ct);
        return kept is null ? null : earlier.GetOrAdd(version, _ => Lawbook.Load(kept.Open()));
    }

    /// <summary>Keeps the lawbook in use, so that its verdicts can be replayed for ever.</summary>
    public async Task KeepAsync(GuijuDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Set<KeptLawbook>().AnyAsync(k => k.Version == Current.Version, ct))
        {
            return;
        }

        db.Add(new KeptLawbook { Version = Current.Version, At = clock.GetUtcNow().UtcDateTime, Packed = Json.Pack(Current.Files.Files) });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException failure) when (db.Provider.IsDuplicate(failure))
        {
            db.ChangeTracker.Clear(); // another node kept it first; the content is the same by its hash
        }
    }
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

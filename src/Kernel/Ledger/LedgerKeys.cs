using System.Text.Json;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Ledger;

/// <summary>The keys that seal the ledger. They lie in a file outside the database, so that whoever can write the database cannot seal.</summary>
public sealed class LedgerKeys(LedgerSettings settings)
{
    private const string Folder = "keys";
    private const string File = "ledger-sm2.json";
    private const string ServerFolder = "data";

    /// <summary>The file that new blocks of this database are signed from.</summary>
    public string FileFor(GuijuDb db) => settings.KeyFile ?? Path.Combine(FolderOf(db), Folder, File);

    /// <summary>
    /// Public points by fingerprint. A database copied elsewhere has no key beside it: the bureau's own file then still vouches for its blocks.
    /// </summary>
    public IReadOnlyDictionary<string, string> TrustedFor(GuijuDb db)
    {
        string[] files = settings.KeyFile is { } set ? [set] : [FileFor(db), Path.Combine(ServerFolder, Folder, File)];
        return files.Where(System.IO.File.Exists).SelectMany(f => Read(f).Keys).DistinctBy(k => k.Fingerprint).ToDictionary(k => k.Fingerprint, k => k.Public);
    }

    /// <summary>The key to sign with; null where the file does not exist.</summary>
    internal SigningKey? SigningFor(GuijuDb db)
    {
        var file = FileFor(db);
        return System.IO.File.Exists(file)
            ? Read(file).Keys.Where(k => k.Private is not null).Select(k => new SigningKey(k.Fingerprint, k.Private!)).FirstOrDefault() // just seen not to be null
                ?? throw new InvalidDataException($"{file} holds no private key.")
            : null;
    }

    /// <summary>Makes the key file where none exists, readable by its owner alone; of two nodes at once one makes it.</summary>
    internal SigningKey Create(GuijuDb db)
    {
        var file = Path.GetFullPath(FileFor(db));
        var (secret, open) = Sm2.NewKey();
        var folder = Path.GetDirectoryName(file)!; // a full path of a file has a folder
        var draft = Path.Combine(folder, $".{Guid.CreateVersion7():N}");
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Write(draft, new KeyFile([new Key(FingerprintOf(open), open, secret)]));
        try
        {
            System.IO.File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (System.IO.File.Exists(file))
        {
            System.IO.File.Delete(draft);
        }

        return SigningFor(db) ?? throw new InvalidDataException($"{file} was just made and cannot be read.");
    }

    /// <summary>What a block names its key by.</summary>
    internal static string FingerprintOf(string open) => Sm3.Of(open)[..16];

    private static string FolderOf(GuijuDb db)
    {
        var source = db.Database.GetDbConnection().DataSource;
        return db.Provider.Name == "SQLite" && !source.Contains(":memory:", StringComparison.OrdinalIgnoreCase)
            ? Path.GetDirectoryName(Path.GetFullPath(source)) ?? ServerFolder
            : ServerFolder;
    }

    private static void Write(string file, KeyFile keys)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using var stream = new FileStream(file, options);
        JsonSerializer.Serialize(stream, keys, Json.Indented);
    }

    private static KeyFile Read(string file)
    {
        try
        {
            var keys = Json.Read<KeyFile>(System.IO.File.ReadAllText(file));
            return keys.Keys is { Count: > 0 } ? keys : throw new InvalidDataException($"{file} holds no keys.");
        }
        catch (JsonException malformed)
        {
            throw new InvalidDataException($"{file} is not a key file of the ledger: {malformed.Message}", malformed);
        }
    }

    private sealed record KeyFile(IReadOnlyList<Key> Keys);

    private sealed record Key(string Fingerprint, string Public, string? Private);
}

/// <summary>A key to sign with.</summary>
internal sealed record SigningKey(string Fingerprint, string Secret)
{
    // Records print themselves; a secret must not end in a log.
    public override string ToString() => Fingerprint;
}

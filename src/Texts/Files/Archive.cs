using System.IO.Compression;

namespace Guiju.Texts.Files;

/// <summary>A file of an archive, or why it was not taken.</summary>
public sealed record ArchivedFile(string Name, byte[]? Content, string? Zh = null, string? En = null);

/// <summary>
/// Unpacks zip archives in memory, within limits that are counted while reading and never taken from the archive's own claims.
/// Nothing is written to disk, so names lead nowhere; those that try to are refused all the same.
/// </summary>
public static class Archive
{
    /// <summary>Most files in one archive.</summary>
    public const int MostFiles = 5_000;

    /// <summary>Most bytes of all files together.</summary>
    public const long MostBytes = 200_000_000;

    /// <summary>Whether content is a zip.</summary>
    public static bool Is(byte[] content) => content is [(byte)'P', (byte)'K', 3, 4, ..] or [(byte)'P', (byte)'K', 5, 6, ..];

    /// <summary>Whether a zip holds a Word document rather than files.</summary>
    public static bool IsDocument(byte[] content)
    {
        using var zip = Open(content);
        return zip.GetEntry("word/document.xml") is not null || zip.GetEntry("[Content_Types].xml") is not null;
    }

    /// <summary>Every file that may hold a text, in order of names.</summary>
    /// <exception cref="UnreadableTextException">The archive is damaged or breaks the limits.</exception>
    public static IReadOnlyList<ArchivedFile> Unpack(byte[] content)
    {
        using var zip = Open(content);
        if (zip.Entries.Count > MostFiles)
        {
            throw new UnreadableTextException($"压缩包内文件超过 {MostFiles} 个", $"the archive holds more than {MostFiles} files");
        }

        var (files, total) = (new List<ArchivedFile>(), 0L);
        foreach (var entry in zip.Entries.Where(e => !e.FullName.EndsWith('/')).OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            var file = One(entry);
            total += file.Content?.Length ?? 0;
            if (total > MostBytes)
            {
                throw new UnreadableTextException("压缩包解压后过大", "the archive is too large when unpacked");
            }

            files.Add(file);
        }

        return files;
    }

    private static ArchivedFile One(ZipArchiveEntry entry)
    {
        var name = entry.FullName.Replace('\\', '/');
        if (name.StartsWith('/') || name.Contains(':', StringComparison.Ordinal) || name.Split('/').Contains(".."))
        {
            return new ArchivedFile(name, null, "文件名指向压缩包以外", "the name leads out of the archive");
        }

        if (!TextFile.IsNamed(name))
        {
            return new ArchivedFile(name, null, "不是可读入的文件种类", "not a kind of file that can be read");
        }

        try
        {
            using var stream = entry.Open();
            return Limited(stream) is { } bytes ? new ArchivedFile(name, bytes) : new ArchivedFile(name, null, "文件过大", "the file is too large");
        }
        catch (InvalidDataException)
        {
            return new ArchivedFile(name, null, "文件已损坏", "the file is damaged");
        }
    }

    /// <summary>All bytes of a stream, or null where it goes on beyond the limit of one file.</summary>
    internal static byte[]? Limited(Stream stream)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[81_920];
        int read;
        while ((read = stream.Read(buffer)) > 0)
        {
            if (memory.Length + read > TextFile.MostBytes)
            {
                return null;
            }

            memory.Write(buffer, 0, read);
        }

        return memory.ToArray();
    }

    private static ZipArchive Open(byte[] content)
    {
        try
        {
            return new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read, leaveOpen: false, TextFile.National);
        }
        catch (InvalidDataException)
        {
            throw new UnreadableTextException("压缩包已损坏", "the archive is damaged");
        }
    }
}

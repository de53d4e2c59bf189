using System.Globalization;
using System.IO.Compression;
using System.Text;
using Guiju.Kernel;

namespace Guiju.Procedures.Papers;

/// <summary>Which files may be added to a case. The content decides what a file is; a name that says something else is refused.</summary>
internal static class FileKinds
{
    /// <summary>The largest file, in bytes.</summary>
    public const int MostBytes = 20 * 1024 * 1024;

    /// <summary>The longest name.</summary>
    public const int LongestName = 120;

    /// <summary>What a file dialogue offers.</summary>
    public const string Accepted = ".pdf,.ofd,.docx,.xlsx,.pptx,.png,.jpg,.jpeg,.txt,.csv";

    private const int MostEntries = 5_000;
    private const long MostUnpacked = 400L * 1024 * 1024;
    private const string Office = "application/vnd.openxmlformats-officedocument.";

    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        ["pdf"] = "application/pdf",
        ["ofd"] = "application/ofd",
        ["docx"] = Office + "wordprocessingml.document",
        ["xlsx"] = Office + "spreadsheetml.sheet",
        ["pptx"] = Office + "presentationml.presentation",
        ["png"] = "image/png",
        ["jpg"] = "image/jpeg",
        ["jpeg"] = "image/jpeg",
        ["txt"] = "text/plain",
        ["csv"] = "text/csv",
    };

    /// <summary>Why a name is refused; null where it may be used.</summary>
    public static Bilingual? WrongName(string name) =>
        name.Length is 0 or > LongestName ? new($"文件名须为 1 至 {LongestName} 个字符。", $"A file name has 1 to {LongestName} characters.")
        : name != name.Trim() || name.StartsWith('.') || name.EndsWith('.') || name.Any(IsForbidden) ? new("文件名含有不允许的字符（路径分隔符、控制字符、方向控制符等）。", "The file name holds characters that are not allowed: separators, control characters, marks that turn its direction.")
        : Extension(name) is not { } known || !Types.ContainsKey(known) ? new($"不接受这种文件，可接受：{Accepted.Replace(",", " ", StringComparison.Ordinal)}。", $"Files of this kind are not accepted; these are: {Accepted.Replace(",", " ", StringComparison.Ordinal)}.")
        : null;

    /// <summary>The media type of a content under a name; null with the reason where the two do not agree, or the content is not sound.</summary>
    public static (string? MediaType, Bilingual? Wrong) Of(string name, byte[] content)
    {
        if (WrongName(name) is { } wrong)
        {
            return (null, wrong);
        }

        if (content.Length is 0 or > MostBytes)
        {
            return (null, new($"文件须大于 0、不超过 {MostBytes / 1024 / 1024} MB。", $"A file is not empty and has {MostBytes / 1024 / 1024} MB at most."));
        }

        var extension = Extension(name)!; // the name was looked at before
        return Holds(extension, content) ? (Types[extension], null) : (null, new("文件内容与扩展名不符，或文件已损坏、含有宏。", "The content is not what the name says, or the file is damaged or holds macros."));
    }

    private static bool Holds(string extension, byte[] content) => extension switch
    {
        "pdf" => Starts(content, "%PDF-"u8) && content.AsSpan(Math.Max(0, content.Length - 2048)).IndexOf("%%EOF"u8) >= 0,
        "png" => Starts(content, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
        "jpg" or "jpeg" => Starts(content, [0xFF, 0xD8, 0xFF]),
        "txt" or "csv" => IsText(content),
        _ => IsPackage(content, extension switch { "docx" => "word/document.xml", "xlsx" => "xl/workbook.xml", "pptx" => "ppt/presentation.xml", _ => "OFD.xml" }),
    };

    private static bool IsPackage(byte[] content, string main)
    {
        if (!Starts(content, "PK\u0003\u0004"u8))
        {
            return false;
        }

        try
        {
            using var archive = new ZipArchive(new MemoryStream(content, writable: false), ZipArchiveMode.Read);
            return archive.Entries.Count <= MostEntries && archive.Entries.Sum(e => e.Length) <= MostUnpacked && archive.GetEntry(main) is not null
                && !archive.Entries.Any(e => e.FullName.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase) || e.FullName.Contains("..", StringComparison.Ordinal));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static bool IsText(byte[] content)
    {
        try
        {
            return !new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content).Any(c => char.IsControl(c) && c is not ('\r' or '\n' or '\t'));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool Starts(byte[] content, ReadOnlySpan<byte> with) => content.AsSpan().StartsWith(with);

    private static bool IsForbidden(char c) => c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' || char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static string? Extension(string name) => name.LastIndexOf('.') is > 0 and var dot && dot < name.Length - 1 ? name[(dot + 1)..].ToLowerInvariant() : null;
}

using System.Text;
using Guiju.Texts.Akn;

namespace Guiju.Texts.Files;

/// <summary>Reads one file of a text of law, whatever its kind: told by its content, not by its name.</summary>
public static class TextFile
{
    /// <summary>Largest file that is read, in bytes.</summary>
    public const int MostBytes = 20_000_000;

    private static readonly Encoding Strict = new UTF8Encoding(false, throwOnInvalidBytes: true);

    static TextFile() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The national character set, in which older archives spell their names.</summary>
    internal static Encoding National => Encoding.GetEncoding("GB18030");

    /// <summary>Endings of names that a folder or archive is searched for.</summary>
    public static IReadOnlyList<string> Endings { get; } = [".md", ".txt", ".docx", ".xml", ".akn"];

    /// <summary>Whether a name ends like a file that can hold a text.</summary>
    public static bool IsNamed(string name) => Endings.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads a file.</summary>
    /// <exception cref="UnreadableTextException">It is too large, of no known kind, or damaged.</exception>
    public static LegalText Read(byte[] content)
    {
        if (content.Length > MostBytes)
        {
            throw new UnreadableTextException("文件过大", "the file is too large");
        }

        if (Archive.Is(content))
        {
            return TextParser.Parse(Docx.DocxReader.Read(content));
        }

        var source = Decode(content);
        return AknReader.Is(source) ? AknReader.Read(source) : TextParser.Parse(source);
    }

    /// <summary>The characters of a text file: UTF-8, UTF-16 with its mark, else the national GB 18030.</summary>
    internal static string Decode(byte[] content)
    {
        if (content is [0xff, 0xfe, ..])
        {
            return Encoding.Unicode.GetString(content, 2, content.Length - 2);
        }

        if (content is [0xfe, 0xff, ..])
        {
            return Encoding.BigEndianUnicode.GetString(content, 2, content.Length - 2);
        }

        if (content.AsSpan().Contains((byte)0))
        {
            throw new UnreadableTextException("不是文本文件", "not a text file");
        }

        try
        {
            return Strict.GetString(content).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            try
            {
                return Encoding.GetEncoding("GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback).GetString(content);
            }
            catch (DecoderFallbackException)
            {
                throw new UnreadableTextException("文字编码无法识别（不是 UTF-8、UTF-16 或 GB 18030）", "the characters are neither UTF-8, UTF-16 nor GB 18030");
            }
        }
    }
}

using System.Text;
using Guiju.Kernel.Ledger;
using MiniExcelLibs;

namespace Guiju.Kernel.Registers;

/// <summary>
/// Every filled row of a file that comes from outside, before anybody knows which row holds the headings: the first sheet of an .xlsx workbook, or a text file with
/// separated values in UTF-8, UTF-16 or GB 18030. What kind of file it is shows in its first bytes, whatever it is called.
/// </summary>
public static class SheetGrid
{
    private const string Separators = ",\t;|";
    private const int LinesLookedAt = 20;

    private static readonly byte[] OldWorkbook = [0xD0, 0xCF, 0x11, 0xE0];

    static SheetGrid() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>Reads the rows; at most <paramref name="mostRows"/> of them.</summary>
    /// <exception cref="SheetRefusedException">The file is neither, is too large in any way, or holds no row.</exception>
    public static async Task<SheetFile> ReadAsync(Stream file, int mostRows, CancellationToken ct)
    {
        using var copy = new MemoryStream();
        await SheetReader.CopyAsync(file, copy, ct);
        var content = copy.GetBuffer().AsMemory(0, (int)copy.Length);
        if (content.Span.StartsWith(OldWorkbook))
        {
            throw new SheetRefusedException(new("这是旧格式的 Excel 文件（.xls），请另存为 .xlsx 或 .csv。", "This is an old Excel file (.xls): please save it as .xlsx or .csv."));
        }

        List<SheetRow> rows;
        if (content.Span.StartsWith("PK"u8))
        {
            await SheetReader.InspectAsync(copy, ct);
            copy.Position = 0;
            rows = Workbook(copy, mostRows);
        }
        else
        {
            rows = Separated(TextOf(content.Span), mostRows);
        }

        return rows.Count > 0 ? new SheetFile(rows, Sm3.Of(content.Span)) : throw new SheetRefusedException(new("文件里没有内容。", "There is nothing in the file."));
    }

    private static List<SheetRow> Workbook(MemoryStream file, int mostRows)
    {
        try
        {
            return Filled(file.Query(useHeaderRow: false, excelType: ExcelType.XLSX).Cast<IDictionary<string, object?>>().Select(r => (IReadOnlyList<object?>)r.Values.ToList()), mostRows);
        }
        catch (Exception fault) when (fault is InvalidDataException or System.Xml.XmlException or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException or NullReferenceException or IndexOutOfRangeException)
        {
            throw SheetReader.Unreadable(); // whatever the reader stumbles over is the file's fault
        }
    }

    private static List<SheetRow> Separated(string text, int mostRows)
    {
        var separator = Separators.MaxBy(s => text.Split('\n').Take(LinesLookedAt).Sum(l => l.Count(c => c == s)));
        return Filled(Lines(text, separator), mostRows);
    }

    private static List<SheetRow> Filled(IEnumerable<IReadOnlyList<object?>> lines, int mostRows)
    {
        var (rows, number) = (new List<SheetRow>(), 0);
        foreach (var cells in lines)
        {
            number++;
            if (cells.Any(c => c?.ToString()?.Trim().Length > 0))
            {
                rows.Add(new SheetRow(number, cells));
            }

            if (rows.Count > mostRows)
            {
                throw new SheetRefusedException(new($"超过 {mostRows} 行，请分批导入。", $"More than {mostRows} rows: please import them in parts."));
            }
        }

        return rows;
    }

    // Strict UTF-8 first: what is not is the national encoding, in which every other text of an issuer's is written.
    private static string TextOf(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return (content[0] == 0xFF ? Encoding.Unicode : Encoding.BigEndianUnicode).GetString(content[2..]);
        }

        if (content.Contains((byte)0))
        {
            throw SheetReader.Unreadable();
        }

        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(content.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? content[3..] : content);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.GetEncoding("GB18030").GetString(content);
        }
    }

    private static IEnumerable<IReadOnlyList<object?>> Lines(string text, char separator)
    {
        var (cells, cell, quoted) = (new List<object?>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var sign = text[i];
            if (quoted)
            {
                if (sign != '"')
                {
                    cell.Append(sign);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    cell.Append(text[++i]);
                }
                else
                {
                    quoted = false;
                }
            }
            else if (sign == '"' && (cell.ToString().Trim() is "" or "="))
            {
                quoted = true;
                cell.Clear(); // ="0012" is how a number is kept from losing its noughts
            }
            else if (sign == separator)
            {
                Close();
            }
            else if (sign == '\n')
            {
                Close();
                yield return cells;
                cells = [];
            }
            else if (sign != '\r')
            {
                cell.Append(sign);
            }
        }

        Close();
        yield return cells;

        void Close()
        {
            var said = cell.ToString().Trim().TrimStart('\'').Trim();
            cells.Add(said.Length == 0 ? null : said);
            cell.Clear();
        }
    }
}

/// <summary>The filled rows of a file, and the SM3 of its content, by which the same file is known again.</summary>
public sealed record SheetFile(IReadOnlyList<SheetRow> Rows, string Hash);

using System.IO.Compression;
using System.Text;
using MiniExcelLibs;

namespace Guiju.Kernel.Registers;

/// <summary>The first sheet of a workbook: headings and filled rows.</summary>
public sealed record Sheet(IReadOnlyList<string> Headings, IReadOnlyList<SheetRow> Rows);

/// <summary>A row as it stands in the file; its number counts as the sheet does.</summary>
public sealed record SheetRow(int Number, IReadOnlyList<object?> Cells)
{
    /// <summary>What cells said before they were mended, by heading; null where none was.</summary>
    public IReadOnlyDictionary<string, string>? Before { get; init; }
}

/// <summary>A file that is not read at all, and why.</summary>
public sealed class SheetRefusedException(Bilingual message) : Exception(message.En)
{
    /// <summary>Why.</summary>
    public Bilingual Reason { get; } = message;
}

/// <summary>Reads workbooks that come from outside. What is too large, or packed to be, is refused before it is unpacked.</summary>
public static class SheetReader
{
    /// <summary>Bytes of a file at most.</summary>
    public const int MostBytes = 10 * 1024 * 1024;

    /// <summary>Rows of a sheet at most.</summary>
    public const int MostRows = 5_000;

    /// <summary>Rows at most where they are taken many at once.</summary>
    public const int ManyRows = 50_000;

    private const int MostColumns = 200;
    private const long MostUnpacked = 256 * 1024 * 1024; // 50 000 rows of an act with sixty fields unpack to about half of it
    private const int MostParts = 400;
    private const int MostCharacters = 40_000;

    /// <summary>Reads the first sheet of an .xlsx workbook.</summary>
    /// <exception cref="SheetRefusedException">The file is no workbook, or too large in any way.</exception>
    public static Task<Sheet> ReadAsync(Stream file, CancellationToken ct) => ReadAsync(file, MostRows, ct);

    /// <summary>The same for at most <paramref name="mostRows"/> rows.</summary>
    /// <exception cref="SheetRefusedException">The file is no workbook, or too large in any way.</exception>
    public static async Task<Sheet> ReadAsync(Stream file, int mostRows, CancellationToken ct)
    {
        using var copy = new MemoryStream();
        await CopyAsync(file, copy, ct);
        await InspectAsync(copy, ct);
        copy.Position = 0;
        try
        {
            return Rows(copy, mostRows);
        }
        catch (Exception fault) when (fault is InvalidDataException or System.Xml.XmlException or FormatException or ArgumentException or InvalidOperationException or KeyNotFoundException or NullReferenceException or IndexOutOfRangeException)
        {
            throw Unreadable(); // whatever the reader stumbles over is the file's fault
        }
    }

    internal static async Task CopyAsync(Stream file, MemoryStream copy, CancellationToken ct)
    {
        var buffer = new byte[81920];
        int read;
        while ((read = await file.ReadAsync(buffer, ct)) > 0)
        {
            if (copy.Length + read > MostBytes)
            {
                throw new SheetRefusedException(new($"文件超过 {MostBytes / 1024 / 1024} MB，未读取。", $"The file is larger than {MostBytes / 1024 / 1024} MB and was not read."));
            }

            copy.Write(buffer, 0, read);
        }
    }

    // Sizes stated in an archive may lie, so every part is unpacked once, to nowhere, and counted.
    internal static async Task InspectAsync(MemoryStream file, CancellationToken ct)
    {
        file.Position = 0;
        try
        {
            using var archive = new ZipArchive(file, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.GetEntry("[Content_Types].xml") is null || archive.Entries.All(e => !e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)))
            {
                throw Unreadable();
            }

            if (archive.Entries.Count > MostParts)
            {
                throw Bomb();
            }

            long total = 0;
            var buffer = new byte[81920];
            foreach (var part in archive.Entries)
            {
                await using var stream = await part.OpenAsync(ct);
                var first = true;
                int read;
                while ((read = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, ct)) > 0)
                {
                    total += read;
                    if (total > MostUnpacked)
                    {
                        throw Bomb();
                    }

                    if (first && Encoding.Latin1.GetString(buffer, 0, Math.Min(read, 4096)).Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase))
                    {
                        throw new SheetRefusedException(new("文件内含 DTD 声明，出于安全不予读取。", "The file holds a DTD, which is not read for safety."));
                    }

                    first = false;
                }
            }
        }
        catch (InvalidDataException)
        {
            throw Unreadable();
        }
    }

    private static Sheet Rows(MemoryStream file, int mostRows)
    {
        List<string>? headings = null;
        Dictionary<string, int> places = [];
        var rows = new List<SheetRow>();
        var number = 0;
        foreach (IDictionary<string, object?> row in file.Query(useHeaderRow: false, excelType: ExcelType.XLSX))
        {
            number++;
            if (headings is null)
            {
                var named = row.Where(c => c.Value?.ToString()?.Trim().Length > 0).ToList();
                headings = named.ConvertAll(c => c.Value!.ToString()!.Trim()); // just found filled
                places = named.Select((c, i) => (c.Key, i)).ToDictionary(c => c.Key, c => c.i);
                if (headings.Count is 0 or > MostColumns)
                {
                    throw new SheetRefusedException(new($"第一行须为列标题（1–{MostColumns} 列）。", $"The first row must hold 1 to {MostColumns} headings."));
                }

                continue;
            }

            var (cells, filled) = (new object?[headings.Count], false);
            foreach (var (letter, value) in row)
            {
                if (value is string { Length: > MostCharacters })
                {
                    throw new SheetRefusedException(new($"第 {number} 行有超长的单元格（超过 {MostCharacters} 字）。", $"Row {number} holds a cell of more than {MostCharacters} characters."));
                }

                if (value is not null && places.TryGetValue(letter, out var place))
                {
                    cells[place] = value;
                    filled |= value is not string text || !string.IsNullOrWhiteSpace(text);
                }
            }

            if (filled)
            {
                rows.Add(new SheetRow(number, cells));
            }

            if (rows.Count > mostRows)
            {
                throw new SheetRefusedException(new($"超过 {mostRows} 行，请分批导入。", $"More than {mostRows} rows: please import them in parts."));
            }
        }

        return headings is null ? throw Unreadable() : new Sheet(headings, rows);
    }

    internal static SheetRefusedException Unreadable() => new(new("文件不是可读取的 Excel 工作簿（.xlsx）。", "The file is no readable Excel workbook (.xlsx)."));

    private static SheetRefusedException Bomb() => new(new("文件解压后过大，疑似压缩炸弹，未读取。", "The file unpacks to far too much and was not read."));
}

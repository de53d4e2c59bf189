using MiniExcelLibs;
using MiniExcelLibs.OpenXml;

namespace Guiju.Kernel.Registers;

/// <summary>Writes registers as workbooks, row by row, whatever their length.</summary>
public sealed class SheetExport(RegisterReader reader)
{
    /// <summary>Media type of workbooks.</summary>
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Rows that one sheet can hold beside its heading.</summary>
    private const int MostRows = 1_048_575;

    /// <summary>Writes all rows that the state asks for, with the columns it shows.</summary>
    public async Task WriteAsync(IRegister register, RegisterState state, Stream to, CancellationToken ct)
    {
        var tools = await reader.ToolsAsync(ct);
        var shown = state.Columns.Length == 0 ? register.Columns.Where(c => c.Shown).ToList() : state.Columns.Select(c => register.Column(c)!).ToList(); // the state knows only columns that exist
        var headings = shown.ConvertAll(c => c.Heading);
        await WriteAsync(to, Cells(register.AllAsync(tools, state, ct), shown, headings), ct);
    }

    /// <summary>
    /// Writes a workbook to a file of its own, which is gone when the stream is closed. The writer ends an archive synchronously, which a
    /// response does not allow; and a fault half-way is told as a fault, not as a file cut short.
    /// </summary>
    public static async Task<Stream> FileAsync(Func<Stream, CancellationToken, Task> write, CancellationToken ct)
    {
        var file = new FileStream(Path.Combine(Path.GetTempPath(), $"guiju-{Guid.CreateVersion7():N}.xlsx"), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 81920, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        try
        {
            await write(file, ct);
            file.Position = 0;
            return file;
        }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes rows, or a dictionary of sheets.</summary>
    public static Task WriteAsync(Stream to, object rows, CancellationToken ct) =>
        to.SaveAsAsync(rows, printHeader: true, excelType: ExcelType.XLSX, configuration: new OpenXmlConfiguration { FastMode = false, EnableAutoWidth = false, TableStyles = TableStyles.None, AutoFilter = false }, cancellationToken: ct);

    private static async IAsyncEnumerable<IDictionary<string, object?>> Cells(IAsyncEnumerable<object?[]> rows, List<RegisterColumn> shown, List<string> headings)
    {
        var count = 0;
        await foreach (var values in rows)
        {
            if (++count > MostRows)
            {
                yield break;
            }

            var row = new Dictionary<string, object?>(headings.Count);
            for (var i = 0; i < headings.Count; i++)
            {
                row[headings[i]] = Cell(shown[i], values[i]);
            }

            yield return row;
        }
    }

    // Numbers and days stay what they are, so that sums and orders work in the sheet.
    private static object? Cell(RegisterColumn column, object? value) => value switch
    {
        decimal or int or long or double => value,
        DateOnly day => day.ToDateTime(TimeOnly.MinValue),
        DateTime => value,
        _ => column.Show(value),
    };
}

using System.Globalization;
using System.Text;
using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;
using Guiju.Kernel.Registers;

namespace Guiju.Decisions.Drafts;

/// <summary>A file that a person hands in for a draft: DMN and YAML as they are, figures also as a workbook like the one that is exported.</summary>
internal sealed record DraftUpload(string Name, string Text)
{
    private const string Figures = "parameters.yaml";

    /// <summary>Reads it; what cannot be read is refused with its row.</summary>
    /// <exception cref="SheetRefusedException">The file is no workbook of figures, or a row of it cannot be taken.</exception>
    public static async Task<DraftUpload> ReadAsync(string name, Stream content, Lawbook inForce, DateOnly today, CancellationToken ct)
    {
        if (!name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase))
        {
            using var reader = new StreamReader(content, Encoding.UTF8);
            return new DraftUpload(name, await reader.ReadToEndAsync(ct));
        }

        var sheet = await SheetReader.ReadAsync(content, ct);
        var (id, from, value) = (Column(sheet, "id"), Column(sheet, "起"), Column(sheet, "值"));
        if (id < 0 || from < 0 || value < 0)
        {
            throw new SheetRefusedException(new Bilingual("表里须有 id、起、值三列，可先导出一份照着填。", "The sheet needs the columns id, 起 and 值; export one and fill it in."));
        }

        var values = sheet.Rows.Select(row => ValueOf(row, (id, from, value), sheet, inForce, today)).ToList();
        return new DraftUpload(Figures, FigureFile.Added(values));
    }

    private static (string Id, ParameterValue Value) ValueOf(SheetRow row, (int Id, int From, int Value) at, Sheet sheet, Lawbook inForce, DateOnly today)
    {
        var name = Cell(row, at.Id);
        if (!inForce.Parameters.TryGetValue(name, out var figure))
        {
            throw Wrong(row, $"没有数值“{name}”。", $"there is no figure {name}.");
        }

        if (Day(row, at.From) is not { } from)
        {
            throw Wrong(row, "“起”不是日期。", "起 is no date.");
        }

        if (!FigureValue.TryRead(figure, Cell(row, at.Value), out var value) || value is null)
        {
            throw Wrong(row, $"“{Cell(row, at.Value)}”不是{figure.Name.Zh}能取的值。", $"{figure.Name.En} cannot be '{Cell(row, at.Value)}'.");
        }

        var before = figure.On(from);
        var cited = Cell(row, Column(sheet, "条款"));
        return (name, new ParameterValue(from, Day(row, Column(sheet, "止")), value, cited.Length > 0 ? cited : before?.Provision,
            Enum.TryParse<Evidence>(Cell(row, Column(sheet, "依据程度")), ignoreCase: true, out var evidence) ? evidence : before?.Evidence ?? Evidence.Assumed, Day(row, Column(sheet, "录入日期")) ?? today)
        {
            RecordedBy = Cell(row, Column(sheet, "录入人")) is { Length: > 0 } by ? by : null,
        });
    }

    private static int Column(Sheet sheet, string heading) => sheet.Headings.ToList().FindIndex(h => h.Equals(heading, StringComparison.OrdinalIgnoreCase));

    private static string Cell(SheetRow row, int column) => column < 0 ? "" : row.Cells[column] switch
    {
        null => "",
        bool truth => truth ? "true" : "false",
        double number => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        var other => Convert.ToString(other, CultureInfo.InvariantCulture)?.Trim() ?? "",
    };

    private static DateOnly? Day(SheetRow row, int column) => column < 0 ? null : row.Cells[column] switch
    {
        DateTime day => DateOnly.FromDateTime(day),
        double serial => DateOnly.FromDateTime(DateTime.FromOADate(serial)),
        string text when DateOnly.TryParseExact(text.Trim(), ["yyyy-MM-dd", "yyyy/M/d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
        string text when DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment) => DateOnly.FromDateTime(moment),
        _ => null,
    };

    private static SheetRefusedException Wrong(SheetRow row, string zh, string en) => new(new Bilingual($"第 {row.Number} 行：{zh}", $"Row {row.Number}: {en}"));
}

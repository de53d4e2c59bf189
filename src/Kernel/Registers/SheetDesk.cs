using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Registers;

/// <summary>Takes sheets in for the person who asks: template, dry run, import, and the same file back with what is wrong in each row.</summary>
public sealed class SheetDesk(GuijuDb db, ActorHolder holder, UnitTrees trees, TimeProvider clock, BatchDesk desk, ActCatalogue acts)
{
    private const int MostErrorsInRow = 12;

    /// <summary>Whether the asker may import into the register.</summary>
    public bool May(IRegister register) => register.Import is { } import && holder.Current.Can(import.Permission);

    /// <summary>Rows of a sheet at most: more where the register takes many at once.</summary>
    public int MostRows(IRegister register) => register.Import is { } import && acts.For(import.Act).TakesMany ? SheetReader.ManyRows : SheetReader.MostRows;

    /// <summary>Reads a workbook for the register.</summary>
    /// <exception cref="SheetRefusedException">The file is no workbook, or too large in any way.</exception>
    public Task<Sheet> ReadAsync(IRegister register, Stream file, CancellationToken ct) => SheetReader.ReadAsync(file, MostRows(register), ct);

    /// <summary>An empty sheet with all headings (a star marks what is required), and a second one that says what may stand where.</summary>
    public static async Task TemplateAsync(IRegister register, Stream to, CancellationToken ct)
    {
        var fields = FieldsOf(register);
        var empty = new Dictionary<string, object?>();
        foreach (var field in fields)
        {
            empty[field.Title.Here + (field.Required ? "*" : "")] = null;
        }

        var notes = fields.Select(f => new Dictionary<string, object?>
        {
            [SheetWords.Column.Here] = f.Title.Here,
            [SheetWords.Required.Here] = (f.Required ? RegisterWords.Yes : RegisterWords.No).Here,
            [SheetWords.Allowed.Here] = f.Allowed.Here,
        }).ToList();
        await SheetExport.WriteAsync(to, new Dictionary<string, object> { [SheetWords.Rows.Here] = new[] { empty }, [SheetWords.Notes.Here] = notes }, ct);
    }

    /// <summary>Tries a sheet, or imports it: all rows or none.</summary>
    /// <exception cref="SheetRefusedException">The headings do not fit.</exception>
    public async Task<SheetResult> TakeAsync(IRegister register, Sheet sheet, bool keep, CancellationToken ct)
    {
        var import = register.Import ?? throw new InvalidOperationException($"{register.Key} takes no sheets.");
        sheet = WithoutRemarks(sheet);
        HoldHeadings(import, sheet);
        return await import.RunAsync(desk, await LookupsAsync(import, ct), sheet, keep, ct);
    }

    /// <summary>Looks a sheet over: what may be mended, and what only a person can settle. Nothing is tried.</summary>
    public async Task<SheetDiagnosis> DiagnoseAsync(IRegister register, Sheet sheet, CancellationToken ct)
    {
        var import = register.Import ?? throw new InvalidOperationException($"{register.Key} takes no sheets.");
        return SheetCleaner.Diagnose(import, WithoutRemarks(sheet), await LookupsAsync(import, ct));
    }

    private async Task<SheetLookups> LookupsAsync(SheetImport import, CancellationToken ct)
    {
        var tree = await trees.AsOfAsync(clock.Today(), ct);
        var units = tree.All.SelectMany(u => new[] { (u.Code, u.Id), (u.Name, u.Id), (u.EnglishName, u.Id) });
        var people = import.Fields.Any(f => f.IsPerson)
            ? await db.Set<Person>().Within(holder.Current, KernelPermissions.ReadPeople, p => p.UnitId, p => p.Id).Select(p => new { p.Code, p.Id }).ToListAsync(ct)
            : [];
        return new SheetLookups(units, people.Select(p => (p.Code, p.Id)));
    }

    /// <summary>The same rows with one more column: what is wrong with each.</summary>
    public static Task ReturnAsync(Sheet sheet, SheetResult result, Stream to, CancellationToken ct)
    {
        var errors = result.Errors.ToLookup(e => e.Row);
        var rows = sheet.Rows.Select(row =>
        {
            var cells = new Dictionary<string, object?>();
            for (var i = 0; i < sheet.Headings.Count; i++)
            {
                cells[sheet.Headings[i]] = row.Cells[i];
            }

            cells[SheetWords.Wrong.Here] = string.Join('\n', errors[row.Number].Take(MostErrorsInRow).Select(Told));
            return cells;
        });
        return SheetExport.WriteAsync(to, rows, ct);
    }

    /// <summary>An error as it is told in a cell.</summary>
    public static string Told(SheetError error) => error.Column is { } column ? $"{column}{(Language.IsEnglish ? ": " : "：")}{error.Message.Here}" : error.Message.Here;

    // A returned file may be mended and sent again as it is.
    private static Sheet WithoutRemarks(Sheet sheet)
    {
        var kept = Enumerable.Range(0, sheet.Headings.Count).Where(i => sheet.Headings[i] != SheetWords.Wrong.Zh && sheet.Headings[i] != SheetWords.Wrong.En).ToList();
        return kept.Count == sheet.Headings.Count ? sheet : new Sheet(kept.ConvertAll(i => sheet.Headings[i]), sheet.Rows.Select(r => r with { Cells = kept.ConvertAll(i => r.Cells[i]) }).ToList());
    }

    private static void HoldHeadings(SheetImport import, Sheet sheet)
    {
        var headings = sheet.Headings;
        var unknown = headings.Where(h => !import.Fields.Any(f => f.IsCalled(h))).ToList();
        if (unknown.Count > 0)
        {
            throw new SheetRefusedException(new($"有不认识的列：{string.Join('、', unknown)}。请按模板填写。", $"Unknown columns: {string.Join("; ", unknown)}. Please use the template."));
        }

        var twice = headings.GroupBy(h => import.Fields.First(f => f.IsCalled(h)).Name).Where(g => g.Count() > 1).SelectMany(g => g).ToList();
        if (twice.Count > 0)
        {
            throw new SheetRefusedException(new($"列重复：{string.Join('、', twice)}。", $"Columns that stand twice: {string.Join("; ", twice)}."));
        }

        var missing = import.Fields.Where(f => f.Required && !headings.Any(f.IsCalled)).Select(f => f.Title).ToList();
        if (missing.Count > 0)
        {
            throw new SheetRefusedException(new($"缺少必填列：{string.Join('、', missing.Select(m => m.Zh))}。", $"Required columns are missing: {string.Join("; ", missing.Select(m => m.En))}."));
        }
    }

    private static IReadOnlyList<SheetField> FieldsOf(IRegister register) => register.Import?.Fields ?? throw new InvalidOperationException($"{register.Key} takes no sheets.");
}

/// <summary>Words of sheets.</summary>
internal static class SheetWords
{
    public static readonly Bilingual Rows = new("数据", "Rows");
    public static readonly Bilingual Notes = new("填写说明", "Notes");
    public static readonly Bilingual Column = new("列", "Column");
    public static readonly Bilingual Required = new("必填", "Required");
    public static readonly Bilingual Allowed = new("可填内容", "What may stand here");
    public static readonly Bilingual Wrong = new("错误说明", "What is wrong");
}

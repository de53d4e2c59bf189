using System.Diagnostics;
using System.Globalization;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Registers;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Bench;

/// <summary>Workbooks of a large register: all rows of some units written out, with the memory that takes, and a dirty workbook read, looked over, refused for its errors, and kept without them.</summary>
internal static class RegisterSheets
{
    private const int ExportRows = 100_000;

    /// <summary>Measures on the register as it stands; <paramref name="importRows"/> rows are brought in, every tenth of them wrong.</summary>
    public static async Task<IReadOnlyList<Figure>> RunAsync(string name, IServiceProvider services, (IRegister Register, IReadOnlyList<Guid> Bodies, Func<Guid[], Actor> Reaching) what, int importRows)
    {
        await using var scope = services.CreateAsyncScope();
        var holder = scope.ServiceProvider.GetRequiredService<ActorHolder>();
        var (units, rows) = (new List<Guid>(), 0);
        foreach (var body in what.Bodies)
        {
            units.Add(body);
            holder.Current = what.Reaching([.. units]);
            rows = await what.Register.CountAsync(await scope.ServiceProvider.GetRequiredService<RegisterReader>().ToolsAsync(CancellationToken.None), new RegisterState(), CancellationToken.None);
            if (rows >= ExportRows)
            {
                break;
            }
        }

        var export = scope.ServiceProvider.GetRequiredService<SheetExport>();
        var figures = new List<Figure>();
        var peak = 0L;
        var seconds = await TimedAsync(async () =>
        {
            using var watch = new Timer(_ => peak = Math.Max(peak, GC.GetTotalMemory(false)), null, 0, 20);
            await export.WriteAsync(what.Register, new RegisterState(), Stream.Null, CancellationToken.None);
        });
        Add($"{rows} rows written as a workbook", seconds);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: heap at most {peak / 1048576.0:0} MB while {rows} rows were written"));
        holder.Current = Actor.System("bench");
        var sheets = scope.ServiceProvider.GetRequiredService<SheetDesk>();
        using var file = await WorkbookAsync(Dirty(importRows));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: the workbook has {file.Length / 1048576.0:0.0} MB"));
        (Sheet? sheet, SheetDiagnosis? found, SheetResult? result) = (null, null, null);
        var read = await TimedAsync(async () => sheet = await sheets.ReadAsync(what.Register, file, CancellationToken.None));
        Add($"{importRows} rows read from the workbook", read);
        var look = await TimedAsync(async () => found = await sheets.DiagnoseAsync(what.Register, sheet!, CancellationToken.None)); // just read
        Add($"{importRows} dirty rows looked over", look);
        var mended = SheetCleaner.Apply(sheet!, found!.Groups, found.Groups.Select(g => g.Key).ToHashSet()); // just found
        var tried = await TimedAsync(async () => result = await sheets.TakeAsync(what.Register, mended, true, CancellationToken.None));
        Add($"{importRows} rows imported, refused for the tenth that is wrong", tried);
        Add($"{importRows} rows with errors, from the file to the list of errors", read + look + tried);
        Console.WriteLine($"{name}: {found.Groups.Sum(g => g.Count)} cells mended, {result!.Errors.Select(e => e.Row).Distinct().Count()} rows with errors");
        var wrong = result.Errors.Select(e => e.Row).ToHashSet();
        var right = mended with { Rows = mended.Rows.Where(r => !wrong.Contains(r.Number)).ToList() };
        Add($"{right.Rows.Count} right rows imported and kept", await TimedAsync(async () => result = await sheets.TakeAsync(what.Register, right, true, CancellationToken.None)));
        if (!result.Kept)
        {
            throw new InvalidOperationException($"The right rows were not kept: {result.Errors[0].Message.En}");
        }

        return figures;

        void Add(string part, double taken)
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {part}: {taken:0.00} s"));
            figures.Add(new Figure($"{name}: {part}", "s", taken, taken, taken, 1, 0));
        }
    }

    private static async Task<double> TimedAsync(Func<Task> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<MemoryStream> WorkbookAsync(Sheet sheet)
    {
        var file = new MemoryStream();
        await SheetExport.WriteAsync(file, sheet.Rows.Select(r => sheet.Headings.Zip(r.Cells).ToDictionary(c => c.First, c => c.Second)).ToList(), CancellationToken.None); // a list: the file says its size, as those of Excel do
        file.Position = 0;
        return file;
    }

    private static Sheet Dirty(int rows)
    {
        string[] headings = ["号牌号码", "号牌种类", "车辆识别代号", "品牌", "型号", "车辆类型", "车身形式", "座位数", "能源种类", "排量", "产地", "不含税价格（元）", "资金来源", "取得方式", "车辆类别", "编制情况", "使用单位", "登记所有人", "注册登记日期", "检验有效期止", "交强险有效期止", "管理方式", "配用岗位", "情况说明"];
        return new Sheet(headings, Enumerable.Range(1, rows).Select(n => new SheetRow(n + 1, (object?[])[
            $"京Q{n % 100000:00000}", "小型汽车号牌", VinOf(n), "规行", "G180", "小型客车", "轿车", n % 5 == 0 ? "5座" : "5", "汽油", n % 7 == 0 ? "1.8T" : "1798", "国产", n % 6 == 0 ? "17.6" : "176000", "公务用车购置及运行费预算", "新购", n % 4 == 0 ? "其它用车" : "其他用车", "编制内", "0309", "0309",
            n % 8 == 0 ? "2021年3月5号" : "2021-03-05", "2027-03-31", n % 10 == 0 ? "无" : "2027-03-04", "单位统一调度", "公用", "旧台账转入"])).ToList());
    }

    private static string VinOf(int number)
    {
        const string signs = "0123456789.ABCDEFGH..JKLMN.P.R..STUVWXYZ";
        int[] weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2];
        var open = $"LSVAA2BR0D{number:0000000}";
        var rest = open.Select((c, i) => signs.IndexOf(c, StringComparison.Ordinal) % 10 * weights[i]).Sum() % 11;
        return open[..8] + (rest == 10 ? "X" : rest.ToString(CultureInfo.InvariantCulture)) + open[9..];
    }
}

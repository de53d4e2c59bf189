using System.Globalization;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel.Registers;

namespace Guiju.Fleet.Tests.Vehicles;

/// <summary>A sheet of sound rows into which known dirt is put: every piece must be found and mended to what it was, and nothing else touched.</summary>
public sealed class CleansingTests
{
    private const int Rows = 600;

    private static readonly string[] Headings = ["号牌号码", "车辆识别代号", "品牌", "型号", "座位数", "能源种类", "排量", "不含税价格（元）", "车辆类别", "使用单位", "注册登记日期", "检验有效期止", "交强险有效期止"];
    private static readonly SheetImport Import = new VehicleList().Import ?? throw new InvalidOperationException("Vehicles come in from sheets.");
    private static readonly SheetLookups Lookups = new([("0309", Guid.CreateVersion7())], []);

    // Place of the column, and what makes a sound cell dirty; null where that cell cannot carry this dirt.
    private static readonly (string Name, int Column, Func<string, object?> Spoil)[] Dirt =
    [
        ("wide plate", 0, s => Wide(s)), ("letter O in a plate", 0, s => s.IndexOf('0', 3) is > 0 and var at ? s[..at] + "O" + s[(at + 1)..] : null),
        ("letter O in a VIN", 1, s => s.IndexOf('0', StringComparison.Ordinal) is > 0 and var at ? s[..at] + "O" + s[(at + 1)..] : null), ("wide VIN", 1, s => Wide(s)),
        ("seats with a unit", 4, s => s + "座"), ("wide seats", 4, s => Wide(s)),
        ("petrol car", 5, s => s == "汽油" ? "汽油车" : null), ("plug-in", 5, s => s == "插电式混合动力" ? "插混" : null),
        ("turbo", 6, s => s.EndsWith('L') && !s.EndsWith("mL", StringComparison.Ordinal) ? s[..^1] + "T" : null),
        ("ten thousand", 7, s => (decimal.Parse(s, CultureInfo.InvariantCulture) / 10000).ToString("0.####", CultureInfo.InvariantCulture)), ("with 万元", 7, s => (decimal.Parse(s, CultureInfo.InvariantCulture) / 10000).ToString("0.####", CultureInfo.InvariantCulture) + "万元"), ("with 元", 7, s => s + "元"), ("wide price", 7, s => Wide(s)),
        ("class told otherwise", 8, s => s switch { "机要通信用车" => "机要车", "应急保障用车" => "应急车辆", "调研用车" => "调研车", "其他用车" => "其它用车", _ => null }),
        ("day with 号", 10, s => $"{s[..4]}年{int.Parse(s[5..7], CultureInfo.InvariantCulture)}月{int.Parse(s[8..], CultureInfo.InvariantCulture)}号"), ("serial", 10, s => DateOnly.Parse(s, CultureInfo.InvariantCulture).ToDateTime(TimeOnly.MinValue).ToOADate()), ("serial as text", 10, s => DateOnly.Parse(s, CultureInfo.InvariantCulture).ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture)),
        ("wide day", 11, s => Wide(s)), ("spaced day", 12, s => s.Replace("-", " . ", StringComparison.Ordinal)), ("only the month", 12, s => s.EndsWith("-01", StringComparison.Ordinal) ? $"{s[..4]}年{int.Parse(s[5..7], CultureInfo.InvariantCulture)}月" : null),
    ];

    [Fact]
    public void A_sound_sheet_is_left_alone()
    {
        var found = SheetCleaner.Diagnose(Import, Sound(), Lookups);

        Assert.Empty(found.Groups.Select(g => $"{g.Key}: {g.Examples[0].From} → {g.Examples[0].To}"));
        Assert.Empty(found.Doubts);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void All_known_dirt_is_found_and_mended_to_what_it_was_and_nothing_else_is_touched(int seed)
    {
        var (sound, chooser) = (Sound(), new Random(seed));
        var injected = new Dictionary<(int Row, int Column), string>();
        var cells = sound.Rows.Select(r => r.Cells.ToArray()).ToList();
        foreach (var (name, column, spoil) in Dirt)
        {
            foreach (var row in Enumerable.Range(0, Rows).OrderBy(_ => chooser.Next()).Where(r => !injected.ContainsKey((r, column)) && spoil((string)sound.Rows[r].Cells[column]!) is not null).Take(9))
            {
                cells[row][column] = spoil((string)sound.Rows[row].Cells[column]!); // filtered
                injected[(row, column)] = name;
            }
        }

        var dirty = sound with { Rows = sound.Rows.Select((r, i) => r with { Cells = cells[i] }).ToList() };
        var found = SheetCleaner.Diagnose(Import, dirty, Lookups);
        var clean = SheetCleaner.Apply(dirty, found.Groups, found.Groups.Select(g => g.Key).ToHashSet());

        var missed = injected.Where(d => !Same(clean.Rows[d.Key.Row].Cells[d.Key.Column], sound.Rows[d.Key.Row].Cells[d.Key.Column], d.Key.Column)).Select(d => $"{d.Value}: {cells[d.Key.Row][d.Key.Column]} → {clean.Rows[d.Key.Row].Cells[d.Key.Column]}, was {sound.Rows[d.Key.Row].Cells[d.Key.Column]}");
        var touched = found.Groups.SelectMany(g => g.Mends).Where(m => !injected.ContainsKey((m.Row - 2, Array.IndexOf(Headings, m.Column)))).Select(m => $"{m.Column} {m.Row}: {m.From} → {m.To}");
        Assert.Empty(missed);
        Assert.Empty(touched);
        Assert.True(injected.Count > 100);
        Assert.Equal(injected.Count, clean.Rows.Sum(r => r.Before?.Count ?? 0));
    }

    [Fact]
    public void What_has_two_meanings_is_left_to_the_person()
    {
        var sheet = Sound();
        var cells = sheet.Rows.Select(r => r.Cells.ToArray()).ToList();
        (cells[0][8], cells[1][10], cells[2][6], cells[3][1], cells[4][0]) = ("执法车", "05/03/21", "1.8X", "LFV2A21KXX0000001", "京");
        var dirty = sheet with { Rows = sheet.Rows.Select((r, i) => r with { Cells = cells[i] }).ToList() };

        Assert.Empty(SheetCleaner.Diagnose(Import, dirty, Lookups).Groups.SelectMany(g => g.Mends).Select(m => $"{m.From} → {m.To}"));
    }

    [Fact]
    public void A_row_that_stands_twice_goes_and_two_rows_with_one_plate_are_a_doubt()
    {
        var sheet = Sound();
        var rows = sheet.Rows.Take(5).ToList();
        rows.Add(new SheetRow(7, rows[1].Cells.Select((c, i) => i == 0 ? Wide((string)c!) : c).ToList())); // text cells all
        rows.Add(new SheetRow(8, rows[2].Cells.Select((c, i) => i == 2 ? "别的品牌" : c).ToList()));
        var dirty = sheet with { Rows = rows };

        var found = SheetCleaner.Diagnose(Import, dirty, Lookups);
        var clean = SheetCleaner.Apply(dirty, found.Groups, found.Groups.Select(g => g.Key).ToHashSet());

        Assert.Equal(7, Assert.Single(found.Groups, g => g.Key == "|twice").Mends.Single().Row);
        Assert.Equal([8, 8], found.Doubts.Select(d => d.Row)); // plate and number
        Assert.Equal([2, 3, 4, 5, 6, 8], clean.Rows.Select(r => r.Number));
    }

    [Fact]
    public void A_group_that_is_not_accepted_leaves_its_cells_as_they_stand()
    {
        var sheet = Sound();
        var cells = sheet.Rows.Select(r => r.Cells.ToArray()).ToList();
        (cells[0][4], cells[1][6]) = ("5座", "1.8T");
        var dirty = sheet with { Rows = sheet.Rows.Select((r, i) => r with { Cells = cells[i] }).ToList() };
        var found = SheetCleaner.Diagnose(Import, dirty, Lookups);

        var clean = SheetCleaner.Apply(dirty, found.Groups, new HashSet<string> { "座位数|number-unit" });

        Assert.Equal(["排量|turbo", "座位数|number-unit"], found.Groups.Select(g => g.Key).Order(StringComparer.Ordinal).Reverse());
        Assert.Equal(("5", "1.8T"), (clean.Rows[0].Cells[4], clean.Rows[1].Cells[6]));
        Assert.Equal("5座", clean.Rows[0].Before!["座位数"]);
    }

    private static bool Same(object? mended, object? sound, int column) => column switch
    {
        0 => PlateNumber.Normalise((string)mended!) == (string)sound!,
        7 => decimal.Parse((string)mended!, CultureInfo.InvariantCulture) == decimal.Parse((string)sound!, CultureInfo.InvariantCulture),
        _ => Equals(mended, sound),
    };

    private static string Wide(string text) => string.Concat(text.Select(c => char.IsAsciiLetterOrDigit(c) ? (char)(c + 0xFEE0) : c));

    private static Sheet Sound()
    {
        string[] classes = ["机要通信用车", "应急保障用车", "调研用车", "其他用车", "执法执勤用车"];
        string[] energies = ["汽油", "插电式混合动力", "柴油"];
        string[] volumes = ["1.8L", "1798", "2.0L", "1.5升", "1498mL"];
        var rows = Enumerable.Range(1, Rows).Select(n => new SheetRow(n + 1, (object?[])[
            $"京A{n * 37 % 100000:00000}", Samples.VinOf(n), "规行", "G180（尊享版）", (n % 3 + 5).ToString(CultureInfo.InvariantCulture), energies[n % 3], volumes[n % 5], (98000 + n * 211).ToString(CultureInfo.InvariantCulture), classes[n % 5], "0309",
            new DateOnly(2015, 1, 1).AddDays(n * 3).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), new DateOnly(2026, 1, 1).AddDays(n).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), new DateOnly(2026, n % 12 + 1, n % 2 == 0 ? 1 : 15).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)]));
        return new Sheet(Headings, rows.ToList());
    }
}

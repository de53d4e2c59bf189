using System.Globalization;
using System.Text.RegularExpressions;

namespace Guiju.Kernel.Registers;

/// <summary>Forms in which people write days and numbers, beside those that an import reads by itself.</summary>
internal static partial class CellForms
{
    private const int FirstSerial = 20_000; // October 1954
    private const int LastSerial = 80_000; // January 2119
    private const decimal TenThousand = 10_000;

    /// <summary>What a cell of a day or a number means; null where nothing is known of its form.</summary>
    public static (string Code, Bilingual What, string To)? Of(SheetField field, object cell, string plain) => field switch
    {
        { IsDay: true } => Day(cell, plain),
        { IsNumber: true } => Number(plain),
        _ => null,
    };

    private static (string Code, Bilingual What, string To)? Day(object cell, string plain)
    {
        if (cell is double or int || SerialForm().IsMatch(plain))
        {
            var serial = cell is double number ? number : double.Parse(plain, CultureInfo.InvariantCulture);
            return serial is >= FirstSerial and <= LastSerial
                ? ("date-serial", new("Excel 日期序号改为日期。", "Excel's serial numbers become days."), Written(DateOnly.FromDateTime(DateTime.FromOADate(serial))))
                : null;
        }

        if (DayForm().Match(plain) is { Success: true } day && Made(day, 3) is { } whole)
        {
            return ("date-form", new("日期改为 年-月-日 的写法。", "Days are written as year-month-day."), Written(whole));
        }

        return MonthForm().Match(plain) is { Success: true } month && Made(month, 2) is { } first
            ? ("date-month", new("只有年月的，按当月 1 日。", "Where only the month is told, its first day is taken."), Written(first))
            : null;
    }

    private static (string Code, Bilingual What, string To)? Number(string plain)
    {
        if (NumberForm().Match(plain) is not { Success: true } form || !decimal.TryParse(form.Groups[1].Value.Replace(",", "", StringComparison.Ordinal), NumberStyles.Number, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return form.Groups[2].Success
            ? ("number-ten-thousand", new("带“万”的数按一万倍。", "Numbers with 万 are taken ten thousand times."), (number * TenThousand).ToString("0.############", CultureInfo.InvariantCulture))
            : ("number-unit", new("去掉数字后面的单位。", "The unit behind the number is left out."), number.ToString(CultureInfo.InvariantCulture));
    }

    private static DateOnly? Made(Match form, int parts)
    {
        var (year, month, day) = (int.Parse(form.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(form.Groups[2].Value, CultureInfo.InvariantCulture), parts == 3 ? int.Parse(form.Groups[3].Value, CultureInfo.InvariantCulture) : 1);
        return year is >= 1900 and <= 2100 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new DateOnly(year, month, day) : null;
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^\d{5}$", RegexOptions.CultureInvariant)]
    private static partial Regex SerialForm();

    [GeneratedRegex(@"^(\d{4})\s*[年./\-、。]\s*(\d{1,2})\s*[月./\-、。]\s*(\d{1,2})\s*[日号]?(?:\s+0?0:00(?::00)?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DayForm();

    [GeneratedRegex(@"^(\d{4})\s*[年./\-]\s*(\d{1,2})\s*月?份?$", RegexOptions.CultureInvariant)]
    private static partial Regex MonthForm();

    [GeneratedRegex(@"^[¥￥]?\s*(-?[\d,]+(?:\.\d+)?)\s*(万)?\s*(?:元|座|人|km|公里|千米|kwh|千瓦时|度|升|l)?(?:整)?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NumberForm();
}

/// <summary>Amounts that somebody wrote in ten thousand yuan into a column of yuan: small numbers that stand, times ten thousand, among the others.</summary>
internal static class TenThousands
{
    private const decimal Factor = 10_000;
    private const decimal SmallBelow = 1_000;
    private const decimal Spread = 20;
    private const int Witnesses = 3;

    public static readonly Bilingual What = new("疑似以万元填写，按一万倍改为元。", "These seem to be in ten thousand yuan and become yuan.");

    /// <summary>The cells that are likely meant so. Without three others in yuan to judge by, none.</summary>
    public static IEnumerable<CellMend> In(SheetField field, IEnumerable<(int Row, object? Cell)> cells, string heading)
    {
        if (!field.IsMoney)
        {
            return [];
        }

        var numbers = cells.Select(c => (c.Row, Number: c.Cell is null ? null : Number(SheetCleaner.Text(c.Cell).Normalize(System.Text.NormalizationForm.FormKC)), Said: c.Cell is null ? "" : SheetCleaner.Text(c.Cell))).Where(c => c.Number is > 0).Select(c => (c.Row, Number: c.Number.GetValueOrDefault(), c.Said)).ToList();
        var yuan = numbers.Where(n => n.Number >= Factor).Select(n => n.Number).Order().ToList();
        if (yuan.Count < Witnesses)
        {
            return [];
        }

        var middle = yuan[yuan.Count / 2];
        return numbers.Where(n => n.Number < SmallBelow && n.Number * Factor >= middle / Spread && n.Number * Factor <= middle * Spread)
            .Select(n => new CellMend(n.Row, heading, n.Said, (n.Number * Factor).ToString("0.############", CultureInfo.InvariantCulture)));
    }

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>Rows that carry the same plate or number: the same row twice is proposed to go, two different ones are a doubt.</summary>
internal static class SheetTwins
{
    public static (MendGroup? Twice, IReadOnlyList<SheetError> Doubts) In(SheetImport import, Sheet sheet)
    {
        var (mends, doubts) = (new Dictionary<int, CellMend>(), new List<SheetError>());
        foreach (var (heading, place) in sheet.Headings.Select((h, i) => (h, i)).Where(h => import.Fields.Any(f => f.IsCalled(h.h) && import.Unique.Contains(f.Name))))
        {
            foreach (var twins in sheet.Rows.GroupBy(r => Mark(r.Cells[place])).Where(g => g.Key.Length > 0 && g.Count() > 1))
            {
                var first = twins.First();
                foreach (var other in twins.Skip(1))
                {
                    if (first.Cells.Zip(other.Cells).All(c => Mark(c.First) == Mark(c.Second)))
                    {
                        mends.TryAdd(other.Number, new CellMend(other.Number, "", $"{SheetCleaner.Text(other.Cells[place] ?? "")} = {first.Number}", null));
                    }
                    else
                    {
                        doubts.Add(new SheetError(other.Number, heading, new($"与第 {first.Number} 行相同，其他列却不同，请核对哪一行是对的。", $"The same as row {first.Number}, while other columns differ: please check which is right.")));
                    }
                }
            }
        }

        return (mends.Count == 0 ? null : new MendGroup("|twice", "", new("与前面某行完全相同，去掉重复的行。", "The same as an earlier row: the row goes."), mends.Values.OrderBy(m => m.Row).ToList()), doubts);
    }

    private static string Mark(object? cell) => cell is null ? "" : string.Concat(SheetCleaner.Text(cell).Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c is not ('·' or '•' or '.' or '-'))).ToUpperInvariant();
}

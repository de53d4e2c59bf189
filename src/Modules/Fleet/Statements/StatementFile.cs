using System.Globalization;
using System.Text;
using Guiju.Fleet.Costs;
using Guiju.Kernel;
using Guiju.Kernel.Registers;

namespace Guiju.Fleet.Statements;

/// <summary>An issuer's file, read by the meanings of its columns: lines, what is wrong with some, and the rows that are no lines.</summary>
internal sealed record StatementFile
{
    private const int HeadingsWithin = 30;
    private const int FewCells = 3;

    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日", "yyyyMMdd"];
    private static readonly string[] Times = [.. Days.SelectMany(d => new[] { d + " H:mm:ss", d + " H:mm", d + "'T'H:mm:ss" }), "yyyyMMddHHmmss"];
    private static readonly string[] Hours = ["H:mm:ss", "H:mm", "HHmmss"];

    /// <summary>The row of headings as it counts in the file.</summary>
    public required int HeadingRow { get; init; }

    /// <summary>All headings.</summary>
    public required IReadOnlyList<string> Headings { get; init; }

    /// <summary>Which heading means what.</summary>
    public required IReadOnlyDictionary<StatementColumn, string> Columns { get; init; }

    /// <summary>Lines that could be read.</summary>
    public required IReadOnlyList<StatementEntry> Lines { get; init; }

    /// <summary>Lines that could not.</summary>
    public required IReadOnlyList<SheetError> Errors { get; init; }

    /// <summary>Rows that are no spending, each with the reason.</summary>
    public required IReadOnlyList<SheetError> LeftOut { get; init; }

    /// <summary>Reads the rows. <paramref name="meanings"/> (heading by column) goes before what the headings seem to mean.</summary>
    /// <exception cref="SheetRefusedException">No row of headings is found in which the time and the amount stand.</exception>
    public static StatementFile Read(IReadOnlyList<SheetRow> rows, CostKind kind, IReadOnlyDictionary<StatementColumn, string>? meanings)
    {
        var (at, columns) = FindHeadings(rows, meanings);
        var headings = rows[at].Cells.Select(Text).ToList();
        var (lines, errors, leftOut) = (new List<StatementEntry>(), new List<SheetError>(), new List<SheetError>());
        foreach (var row in rows.Skip(at + 1))
        {
            if (NoLine(row, columns) is { } reason)
            {
                leftOut.Add(new SheetError(row.Number, null, reason));
                continue;
            }

            var wrong = new List<SheetError>();
            var line = Line(row, columns, headings, kind, wrong);
            errors.AddRange(wrong);
            if (wrong.Count == 0)
            {
                lines.Add(line);
            }
        }

        return new StatementFile { HeadingRow = rows[at].Number, Headings = headings.Where(h => h.Length > 0).ToList(), Columns = columns.ToDictionary(c => c.Key, c => headings[c.Value]), Lines = lines, Errors = errors, LeftOut = leftOut };
    }

    private static (int Row, Dictionary<StatementColumn, int> Columns) FindHeadings(IReadOnlyList<SheetRow> rows, IReadOnlyDictionary<StatementColumn, string>? meanings)
    {
        for (var i = 0; i < Math.Min(rows.Count, HeadingsWithin); i++)
        {
            var headings = rows[i].Cells.Select(Text).ToList();
            var columns = IssuerHeadings.Guess(headings);
            foreach (var (column, heading) in meanings ?? new Dictionary<StatementColumn, string>())
            {
                var place = headings.IndexOf(heading);
                columns.Remove(column);
                foreach (var other in columns.Where(c => c.Value == place).Select(c => c.Key).ToList())
                {
                    columns.Remove(other);
                }

                if (place >= 0)
                {
                    columns[column] = place;
                }
            }

            if (IssuerHeadings.Needed.All(columns.ContainsKey))
            {
                return (i, columns);
            }
        }

        var widest = rows.Take(HeadingsWithin).MaxBy(r => r.Cells.Count(c => c is string { Length: > 0 }));
        var seen = string.Join('、', widest?.Cells.Select(Text).Where(t => t.Length > 0).Take(FewCells * FewCells) ?? []);
        throw new SheetRefusedException(new($"找不到写有交易时间和金额的标题行；最像标题的一行是：{seen}。请指明哪一列是什么。", $"No row of headings names the time and the amount; the likeliest is: {seen}. Please say which column is which."));
    }

    // A total, a page number, a note under the table, money put on a card: rows of the file that nobody spent.
    private static Bilingual? NoLine(SheetRow row, Dictionary<StatementColumn, int> columns)
    {
        var first = row.Cells.Select(Text).FirstOrDefault(t => t.Length > 0) ?? "";
        var movement = Cell(row, columns, StatementColumn.Movement);
        if (Array.Find(IssuerHeadings.NotSpent, movement.Contains) is { } load)
        {
            return new($"交易类型为“{movement}”（{load}），不是消费。", $"A movement of kind \"{movement}\" spends nothing.");
        }

        if (Cell(row, columns, StatementColumn.At).Length > 0)
        {
            return null;
        }

        return first.Contains('计') || row.Cells.Count(c => Text(c).Length > 0) <= FewCells
            ? new($"“{Shortened(first)}”：没有交易时间，是合计或说明行。", $"\"{Shortened(first)}\": no time of payment, a total or a note.")
            : null;
    }

    private static StatementEntry Line(SheetRow row, Dictionary<StatementColumn, int> columns, List<string> headings, CostKind kind, List<SheetError> wrong)
    {
        var (at, timed) = Moment(row, columns);
        if (at is null)
        {
            Wrong(StatementColumn.At, "日期时间", "a date and time");
        }

        var amount = Number(StatementColumn.Amount);
        if (amount is null or 0 && !wrong.Exists(w => w.Column == HeadingOf(StatementColumn.Amount)))
        {
            Wrong(StatementColumn.Amount, "不为零的金额", "an amount other than nought");
        }

        var entry = Cell(row, columns, StatementColumn.Entry);
        var station = Cell(row, columns, StatementColumn.Station);
        return new StatementEntry
        {
            Row = row.Number,
            At = at.GetValueOrDefault(),
            Timed = timed,
            Kind = kind,
            AmountYuan = Math.Round(amount.GetValueOrDefault(), 2, MidpointRounding.AwayFromZero),
            Quantity = Number(StatementColumn.Quantity),
            CardNo = Cell(row, columns, StatementColumn.Card),
            PlateNo = Cell(row, columns, StatementColumn.Plate),
            Grade = Cell(row, columns, StatementColumn.Grade),
            Station = entry.Length > 0 && station.Length > 0 ? $"{entry}—{station}" : entry + station,
            Serial = Cell(row, columns, StatementColumn.Serial),
            OdometerKm = Number(StatementColumn.Odometer),
        };

        string? HeadingOf(StatementColumn column) => columns.TryGetValue(column, out var place) ? headings[place] : null;

        void Wrong(StatementColumn column, string zh, string en) => wrong.Add(new SheetError(row.Number, HeadingOf(column), new($"“{Shortened(Cell(row, columns, column))}”不是{zh}。", $"\"{Shortened(Cell(row, columns, column))}\" is not {en}.")));

        decimal? Number(StatementColumn column)
        {
            var text = Cell(row, columns, column);
            if (text.Length == 0)
            {
                return null;
            }

            var plain = text.Normalize(NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Trim('¥', '￥', '元', '升', 'L', ' ');
            if (decimal.TryParse(plain, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
            {
                return number;
            }

            Wrong(column, "数", "a number");
            return null;
        }
    }

    // Day and hour may stand together or apart; a file that knows only the day is joined to a journey by the day.
    private static (DateTime? At, bool Timed) Moment(SheetRow row, Dictionary<StatementColumn, int> columns)
    {
        var cell = row.Cells.ElementAtOrDefault(columns[StatementColumn.At]);
        var text = Text(cell).Normalize(NormalizationForm.FormKC).Trim();
        DateTime? at = cell switch
        {
            DateTime moment => moment,
            double serial and > 20_000 and < 80_000 => DateTime.FromOADate(serial),
            _ when DateTime.TryParseExact(text, Times, CultureInfo.InvariantCulture, DateTimeStyles.AllowInnerWhite, out var moment) => moment,
            _ when DateTime.TryParseExact(text, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) => day,
            _ => null,
        };
        if (at is { } date && date.TimeOfDay == TimeSpan.Zero && columns.TryGetValue(StatementColumn.Hour, out var place))
        {
            var hour = row.Cells.ElementAtOrDefault(place);
            at = hour switch
            {
                DateTime time => date + time.TimeOfDay,
                TimeSpan time => date + time,
                double part and >= 0 and < 1 => date + TimeSpan.FromSeconds(Math.Round(part * 86_400)),
                _ when TimeOnly.TryParseExact(Text(hour), Hours, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) => date + time.ToTimeSpan(),
                _ => at,
            };
        }

        return (at is { } found ? new DateTime(found.Ticks - found.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Unspecified) : null, at is { } known && known.TimeOfDay != TimeSpan.Zero);
    }

    private static string Cell(SheetRow row, Dictionary<StatementColumn, int> columns, StatementColumn column) => columns.TryGetValue(column, out var place) ? Text(row.Cells.ElementAtOrDefault(place)) : "";

    private static string Text(object? cell) => cell switch
    {
        null => "",
        double number => ((decimal)number).ToString(CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)?.Trim() ?? "",
    };

    private static string Shortened(string text) => text.Length > 40 ? text[..40] + "…" : text;
}

using System.Globalization;
using System.Text.Json;
using Guiju.Clocks;

namespace Guiju.Procedures.Clocks;

/// <summary>Reads a question to the clock as a command line or a line of JSON puts it; what cannot be meant is refused by its field.</summary>
internal static class AskedClock
{
    private const string Between = "..";
    private static readonly string[] Fields = ["id", "from", "within", "unit", "suspend", "extend"];

    /// <summary>The units by their names on the command line.</summary>
    public static readonly IReadOnlyDictionary<string, ClockUnit> Units = new Dictionary<string, ClockUnit>(StringComparer.Ordinal)
    {
        ["workday"] = ClockUnit.Workday,
        ["day"] = ClockUnit.Day,
        ["month"] = ClockUnit.Month,
        ["year"] = ClockUnit.Year,
    };

    /// <summary>The question of a command line.</summary>
    public static ClockQuestion Of(string? from, string? within, string? unit, IReadOnlyList<string> suspensions, string? extend) => new(
        Day("from", from), Number("within", within), Unit(unit))
    {
        Suspensions = [.. suspensions.Select(Interval)],
        Extension = extend is null ? null : Number("extend", extend),
    };

    /// <summary>The question of a JSON object; names that look like a misspelt field are refused, others are returned.</summary>
    public static (ClockQuestion Question, IReadOnlyList<string> Unknown) Of(JsonElement asked)
    {
        if (asked.ValueKind != JsonValueKind.Object)
        {
            throw new ClockException("line", "应为一个 JSON 对象", "an object of names and values was expected");
        }

        var unknown = new List<string>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in asked.EnumerateObject().Select(p => p.Name))
        {
            if (!seen.Add(name))
            {
                throw new ClockException(name, "这一项出现了两次", "this field stands twice");
            }

            if (!Fields.Contains(name, StringComparer.Ordinal))
            {
                Misspelt(name);
                unknown.Add(name);
            }
        }

        return (new ClockQuestion(Day("from", Text(asked, "from")), Number(asked, "within") ?? throw Missing("within"), Unit(Text(asked, "unit")))
        {
            Suspensions = Intervals(asked),
            Extension = Number(asked, "extend"),
        }, unknown);
    }

    private static void Misspelt(string name)
    {
        if (Fields.FirstOrDefault(f => name.Length >= 3 && f.Length > 2 && string.Compare(f, 0, name, 0, 3, StringComparison.OrdinalIgnoreCase) == 0) is { } meant)
        {
            throw new ClockException(name, $"没有这一项；是不是 {meant}？", $"there is no such field; is {meant} meant?");
        }
    }

    private static List<Suspension> Intervals(JsonElement asked)
    {
        if (!asked.TryGetProperty("suspend", out var list) || list.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            throw new ClockException("suspend", "应为 [[开始, 结束], …]", "[[from, to], …] was expected");
        }

        return list.EnumerateArray().Select(pair => pair.ValueKind == JsonValueKind.Array && pair.GetArrayLength() == 2
            && pair[0].ValueKind == JsonValueKind.String && pair[1].ValueKind == JsonValueKind.String
            ? new Suspension(Day("suspend", pair[0].GetString()), Day("suspend", pair[1].GetString()))
            : throw new ClockException("suspend", "每个区间应为 [开始, 结束]", "each interval must be [from, to]")).ToList();
    }

    private static Suspension Interval(string text) => text.Split(Between) is [var sent, var answered]
        ? new Suspension(Day("suspend", sent), Day("suspend", answered))
        : throw new ClockException("suspend", $"“{text}”不是 开始..结束", $"'{text}' is not FROM..TO");

    private static string? Text(JsonElement asked, string field) => !asked.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null
        ? throw Missing(field)
        : value.ValueKind == JsonValueKind.String ? value.GetString() : throw new ClockException(field, "应为文字", "a text was expected");

    private static int? Number(JsonElement asked, string field)
    {
        if (!asked.TryGetProperty(field, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number)
            ? number
            : throw new ClockException(field, $"{value.GetRawText()} 不是整数", $"{value.GetRawText()} is no whole number");
    }

    private static int Number(string field, string? text) => text is null
        ? throw Missing(field)
        : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ClockException(field, $"“{text}”不是整数", $"'{text}' is no whole number");

    private static ClockUnit Unit(string? text) => text is null
        ? throw Missing("unit")
        : Units.TryGetValue(text, out var unit)
            ? unit
            : throw new ClockException("unit", $"“{text}”不是 workday、day、month、year 之一", $"'{text}' is none of workday, day, month, year");

    private static DateOnly Day(string field, string? text) => text is null
        ? throw Missing(field)
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new ClockException(field, $"“{text}”不是日期（年-月-日，如 2024-02-29）", $"'{text}' is no date (yyyy-MM-dd, as 2024-02-29)");

    private static ClockException Missing(string field) => new(field, "缺少这一项", "this field is missing");
}

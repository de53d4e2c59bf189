using System.Globalization;
using Guiju.Kernel;

namespace Guiju.Ui;

/// <summary>Dates, instants, money and values as official documents write them.</summary>
public static class OfficialText
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById(Kernel.Time.BureauTime.DefaultZone);

    private static readonly Dictionary<string, string> Units = new()
    {
        ["元"] = "yuan",
        ["万元"] = "×10,000 yuan",
        ["天"] = "days",
        ["日"] = "days",
        ["工作日"] = "working days",
        ["小时"] = "hours",
        ["分钟"] = "minutes",
        ["分"] = "points",
        ["年"] = "years",
        ["月"] = "months",
        ["辆"] = "cars",
        ["人"] = "people",
        ["笔"] = "items",
        ["次"] = "times",
        ["比例"] = "share",
        ["平方米"] = "m²",
    };

    private static readonly Dictionary<string, string> Parts = new() { ["art"] = "Art.", ["para"] = "para.", ["item"] = "item", ["point"] = "point", ["chp"] = "ch.", ["sec"] = "sec." };

    /// <summary>A day: 2023年5月4日 or 4 May 2023.</summary>
    public static string Day(DateOnly day) => Language.IsEnglish ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : $"{day.Year}年{day.Month}月{day.Day}日";

    /// <summary>An instant in the bureau's zone, to the minute.</summary>
    public static string Instant(DateTime utc)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), Zone);
        return $"{Day(DateOnly.FromDateTime(local))} {local:HH:mm}";
    }

    /// <summary>Money: 120,000.00.</summary>
    public static string Money(decimal yuan) => yuan.ToString("#,0.00", CultureInfo.InvariantCulture);

    /// <summary>A unit in the language of the reader; units without an English word stay as they are.</summary>
    public static string? Unit(string? unit) => Language.IsEnglish && unit is not null ? Units.GetValueOrDefault(unit, unit) : unit;

    /// <summary>An article as the reader's language prints it: 第七条第二款, or Art. 7 para. 2 told from the address. Null where it is unsure.</summary>
    public static string? Article(ProvisionRef provision)
    {
        if (string.IsNullOrWhiteSpace(provision.Article))
        {
            return null;
        }

        var parts = provision.Address.Split('~') is [_, var inside] ? inside.Split("__").Select(p => p.Split('_', 2)).ToList() : [];
        return Language.IsEnglish && parts.Count > 0 && parts.TrueForAll(p => p.Length == 2 && Parts.ContainsKey(p[0]))
            ? string.Join(' ', parts.Select(p => $"{Parts[p[0]]} {p[1].Replace('_', '-')}"))
            : provision.Article;
    }

    /// <summary>Any value of a fact or figure.</summary>
    public static string Value(object? value) => value switch
    {
        null => "—",
        bool truth => truth ? Language.IsEnglish ? "yes" : "是" : Language.IsEnglish ? "no" : "否",
        decimal number => number.ToString("#,0.########", CultureInfo.InvariantCulture),
        DateOnly day => Day(day),
        DateTime instant => Instant(instant),
        System.Text.Json.JsonElement { ValueKind: System.Text.Json.JsonValueKind.Number } json when json.TryGetDecimal(out var number) => Value(number),
        System.Text.Json.JsonElement { ValueKind: System.Text.Json.JsonValueKind.True or System.Text.Json.JsonValueKind.False } json => Value(json.GetBoolean()),
        System.Text.Json.JsonElement { ValueKind: System.Text.Json.JsonValueKind.Array } json => string.Join(Language.IsEnglish ? ", " : "、", json.EnumerateArray().Select(i => Value(i))),
        System.Text.Json.JsonElement json => json.ToString() is { Length: > 0 } text ? text : "—",
        string { Length: 0 } => "—",
        string text => text,
        System.Collections.IEnumerable list => string.Join(Language.IsEnglish ? ", " : "、", list.Cast<object?>().Select(Value)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "—",
    };
}

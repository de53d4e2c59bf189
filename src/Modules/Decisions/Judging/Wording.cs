using System.Globalization;
using System.Text.RegularExpressions;
using Guiju.Decisions.Lawbooks;
using Guiju.Dmn;
using Guiju.Kernel;

namespace Guiju.Decisions.Judging;

/// <summary>Fills the placeholders of a row's texts with the values of facts and figures, in the words of each language.</summary>
internal static partial class Wording
{
    public static Bilingual? Of(DmnRule rule, string text, Func<string, object?> value, ControlPoint point) =>
        rule.ExtensionText(text, "zh") is not { } zh ? null : new Bilingual(Fill(zh, value, null), Fill(rule.ExtensionText(text, "en") ?? zh, value, point));

    private static string Fill(string text, Func<string, object?> value, ControlPoint? english) =>
        Placeholder().Replace(text, match => Show(match.Groups[1].Value, value(match.Groups[1].Value), english));

    private static string Show(string name, object? value, ControlPoint? english)
    {
        var codes = english?.Facts.FirstOrDefault(f => f.Name == name)?.Codes;
        return value switch
        {
            null => english is null ? "（未填）" : "(not given)",
            bool truth => english is null ? truth ? "是" : "否" : truth ? "yes" : "no",
            decimal number => number.ToString("#,0.########", CultureInfo.InvariantCulture),
            DateOnly date => english is null ? $"{date.Year}年{date.Month}月{date.Day}日" : date.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
            string code when codes is not null => InEnglish(codes, code),
            string { Length: 0 } => english is null ? "（无）" : "(none)",
            IReadOnlyList<object?> list => string.Join(english is null ? "、" : ", ", list.Select(item => item is string code && codes is not null ? InEnglish(codes, code) : Convert.ToString(item, CultureInfo.InvariantCulture))),
            _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
        };
    }

    private static string InEnglish(IReadOnlyDictionary<string, string> codes, string value) =>
        (codes.FirstOrDefault(c => c.Value == value).Key ?? value).Replace('-', ' ');

    [GeneratedRegex(@"\{([^{}]+)\}")]
    private static partial Regex Placeholder();
}

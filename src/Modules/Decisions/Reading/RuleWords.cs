using Guiju.Kernel;
using Guiju.Ui;

namespace Guiju.Decisions.Reading;

/// <summary>Words of tables for pages in both languages. What stands in the tables is Chinese; outcomes and evidence are told in the reader's language.</summary>
internal static class RuleWords
{
    private static readonly Dictionary<string, string> Outcomes = new() { ["禁止"] = "forbidden", ["须批准"] = "approval needed", ["须确认"] = "reason needed", ["提示"] = "inform", ["允许"] = "allowed", ["不适用"] = "not applicable" };

    private static readonly Dictionary<string, string> Codes = new() { ["forbidden"] = "禁止", ["approval"] = "须批准", ["acknowledge"] = "须确认", ["inform"] = "提示", ["allowed"] = "允许", ["not-applicable"] = "不适用", ["cannot-decide"] = "无法判断" };

    /// <summary>Codes of the outcomes that a scenario may expect.</summary>
    public static IReadOnlyCollection<string> ExpectedCodes => Codes.Keys;

    /// <summary>An outcome as a table states it.</summary>
    public static string Outcome(string stated) => Language.IsEnglish ? Outcomes.GetValueOrDefault(stated, stated) : stated;

    /// <summary>An outcome by its code.</summary>
    public static string Code(string code) => Language.IsEnglish ? code.Replace('-', ' ') : Codes.GetValueOrDefault(code, code);

    /// <summary>An outcome of a comparison; null where the rule does not apply.</summary>
    public static string Outcome(LawOutcome? outcome) => outcome is { } said ? OutcomeMarks.Of(said).Here : Code("not-applicable");

    /// <summary>Evidence as a row names it.</summary>
    public static string Evidence(string? code) => Enum.TryParse<Evidence>(code, ignoreCase: true, out var evidence) ? OutcomeMarks.Of(evidence).Here : code ?? "";

    /// <summary>The Chinese name or the English name of a field of an act.</summary>
    public static string Field<TAct>(string name) => Texts.Get(typeof(TAct).Assembly, typeof(TAct).GetProperty(name)?.GetCustomAttributes(typeof(System.ComponentModel.DataAnnotations.DisplayAttribute), false) is [System.ComponentModel.DataAnnotations.DisplayAttribute { Name: { } title }] ? title : name);
}

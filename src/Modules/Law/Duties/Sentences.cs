using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Guiju.Law.Duties;

/// <summary>What a sentence of law does.</summary>
public enum SentenceForce
{
    /// <summary>应当.</summary>
    [Display(Name = "应当")] Shall,

    /// <summary>不得、禁止.</summary>
    [Display(Name = "不得")] ShallNot,

    /// <summary>可以.</summary>
    [Display(Name = "可以")] May,
}

/// <summary>A sentence with 应当, 不得 or 可以.</summary>
/// <param name="Mark">Mark of its wording: another wording is another sentence.</param>
/// <param name="Force">What it does.</param>
/// <param name="Words">Its words.</param>
internal sealed partial record Sentence(string Mark, SentenceForce Force, string Words)
{
    /// <summary>The sentences of a provision that bind or allow, in order. A lead with its list is one sentence.</summary>
    public static IReadOnlyList<Sentence> Of(string words) => Ends().Split(ListGlue().Replace(words, ""))
        .Select(s => s.Trim()).Where(s => s.Length > 0)
        .Select(s => (Words: s, Force: ForceOf(s))).Where(s => s.Force is not null)
        .Select(s => new Sentence(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(s.Words)))[..16], s.Force.GetValueOrDefault(), s.Words)).DistinctBy(s => s.Mark).ToList();

    // A ban weighs more than a duty, a duty more than a leave, where one sentence holds several.
    private static SentenceForce? ForceOf(string sentence) =>
        Ban().IsMatch(sentence) ? SentenceForce.ShallNot
        : sentence.Contains("应当", StringComparison.Ordinal) || sentence.Contains("必须", StringComparison.Ordinal) ? SentenceForce.Shall
        : sentence.Contains("可以", StringComparison.Ordinal) ? SentenceForce.May
        : null;

    [GeneratedRegex("不得|禁止|严禁")]
    private static partial Regex Ban();

    [GeneratedRegex(@"(?<=。)|\n(?!\s*[（(])")]
    private static partial Regex Ends();

    [GeneratedRegex(@"(?<=[：:；;])\n")]
    private static partial Regex ListGlue();
}

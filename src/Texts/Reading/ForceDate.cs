using System.Text.RegularExpressions;

namespace Guiju.Texts.Reading;

/// <summary>Finds from which day the text says it is in force.</summary>
internal static partial class ForceDate
{
    private const int ClosingArticles = 3;

    public static DateOnly? Find(Head head, Body body, WarningList warnings)
    {
        var articles = body.AllArticles().ToList();
        var closing = articles.TakeLast(ClosingArticles).Reverse().Select(article => (article.Line, Match: Begins().Match(article.Text)))
            .FirstOrDefault(found => found.Match.Success);
        var said = head.Events.FirstOrDefault(one => one.Act == HeaderAct.InForce);
        var date = said?.Date ?? (closing.Match is null ? null : HeadReader.AsDate(closing.Match));
        var made = head.Events.Where(one => one.Act is HeaderAct.Adopted or HeaderAct.Published).Select(one => one.Date).ToList();
        if (date is { } day && made.Count > 0 && day < made.Min())
        {
            warnings.Add(said?.Line ?? closing.Line, $"施行日期 {day:yyyy-MM-dd} 早于通过或公布日期 {made.Min():yyyy-MM-dd}",
                $"in force from {day:yyyy-MM-dd}, earlier than its making on {made.Min():yyyy-MM-dd}");
        }

        // "From the day of publication" is a date only where the head tells a single publication.
        if (date is null && articles.TakeLast(ClosingArticles).Any(article => FromPublication().IsMatch(article.Text)))
        {
            var published = head.Events.Where(one => one.Act == HeaderAct.Published).ToList();
            return published.Count == 1 ? published[0].Date : null;
        }

        return date;
    }

    [GeneratedRegex(@"自\s*(?<y>(19|20)\d{2})\s*年\s*(?<m>\d{1,2})\s*月\s*(?<d>\d{1,2})\s*日起\s*(施行|实施|生效)")]
    private static partial Regex Begins();

    [GeneratedRegex("自(公布|发布|印发)之日起(施行|实施|生效)")]
    private static partial Regex FromPublication();
}

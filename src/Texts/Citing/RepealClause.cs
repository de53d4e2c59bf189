using System.Globalization;
using System.Text.RegularExpressions;

namespace Guiju.Texts.Citing;

/// <summary>A text that another says it repeals: 《…》同时废止.</summary>
/// <param name="Title">Its title, without marks.</param>
/// <param name="On">The day from which it no longer holds, where the clause tells one; else it is the first day of the text that says so.</param>
public sealed partial record RepealClause(string Title, DateOnly? On)
{
    /// <summary>Every text that the words repeal.</summary>
    public static IReadOnlyList<RepealClause> Read(string words)
    {
        var found = new List<RepealClause>();
        foreach (var sentence in words.Split('。', '；', '\n'))
        {
            if (Ends().Matches(sentence).LastOrDefault() is { } end)
            {
                var day = Day().Match(sentence);
                DateOnly? on = day.Success && DateOnly.TryParseExact($"{day.Groups["y"]}-{day.Groups["m"]}-{day.Groups["d"]}", "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var told) ? told : null;
                found.AddRange(Titled().Matches(sentence[..end.Index]).Select(title => new RepealClause(title.Value[1..^1], on)));
            }
        }

        return found;
    }

    // 废止 as a matter that a text deals with (制定、修改、废止法规) repeals nothing: the clause ends with it.
    [GeneratedRegex("(?:同时|即行|予以|日起)(?:废止|失效)$")]
    private static partial Regex Ends();

    [GeneratedRegex("《(?:[^《》]|《[^《》]*》)+》")]
    private static partial Regex Titled();

    [GeneratedRegex("自(?<y>(?:19|20)[0-9]{2})年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日起(?:废止|失效)$")]
    private static partial Regex Day();
}

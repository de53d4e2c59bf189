using System.Globalization;
using System.Text.RegularExpressions;
using Guiju.Texts;

namespace Guiju.Law.Stored;

/// <summary>What a text is and which version of it: proposed from its title, head, closing article, file name and the sources; a person may say otherwise.</summary>
public sealed partial record TextIdentity
{
    /// <summary>Permanent address of the work.</summary>
    public required string Work { get; init; }

    /// <summary>Title, with the part of the code that this text holds.</summary>
    public required string Title { get; init; }

    /// <summary>The title as other texts are matched to it.</summary>
    public required string Bare { get; init; }

    /// <summary>Document number.</summary>
    public string? Number { get; init; }

    /// <summary>Issuer.</summary>
    public required string Issuer { get; init; }

    /// <summary>Rank.</summary>
    public required LawRank Rank { get; init; }

    /// <summary>Whom it binds.</summary>
    public required string Pack { get; init; }

    /// <summary>Day that names the version; the first day of the calendar where nothing tells it.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>First day in force.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Whether the first day is stated somewhere.</summary>
    public required bool FromStated { get; init; }

    /// <summary>Articles.</summary>
    public required int Articles { get; init; }

    /// <summary>Doubtful places.</summary>
    public required int Doubts { get; init; }

    /// <summary>Whether the day of the version is known.</summary>
    public bool IsDated => Date > DateOnly.MinValue;

    /// <summary>What can be told of a text and the file it came in.</summary>
    public static TextIdentity Of(LegalText text, string file, LawSources sources)
    {
        var title = text.Subtitle is { } subtitle ? $"{text.Title} {subtitle}" : text.Title;
        var bare = BareOf(title);
        var known = sources.All.FirstOrDefault(s => BareOf(s.Title.Zh) == bare);
        var origin = Origin.Of(text, bare, file);
        var date = NamedDate(file) ?? LastMade(text) ?? text.InForce ?? DateOnly.MinValue;
        var version = known?.Versions.FirstOrDefault(v => v.Date == date);
        var (from, stated) = version is not null ? (version.From, true) : text.InForce is { } said && said >= date ? (said, true) : (date, false);
        return new TextIdentity
        {
            Work = known?.Work ?? $"{origin.Territory}/{origin.Body}/{bare}",
            Title = title,
            Bare = bare,
            Number = text.Number ?? known?.Number,
            Issuer = known?.Issuer ?? origin.Issuer,
            Rank = known is null ? origin.Rank : RankOf(known.Rank),
            Pack = known?.Pack ?? (origin.Territory == "cn-bj" ? "bj" : "cn"),
            Date = date,
            From = from,
            FromStated = stated,
            Articles = text.Articles.Count,
            Doubts = text.Warnings.Count,
        };
    }

    /// <summary>A title without the name of the state, spaces, brackets and quotation marks.</summary>
    public static string BareOf(string title) => Layout().Replace(title, "").Replace("中华人民共和国", "", StringComparison.Ordinal);

    /// <summary>A rank as <c>law/sources</c> spells it.</summary>
    public static LawRank RankOf(string spelled) => Enum.TryParse<LawRank>(spelled.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var rank) ? rank : LawRank.Unclassified;

    /// <summary>How <c>law/sources</c> spells a rank: the reverse of <see cref="RankOf"/>.</summary>
    public static string NameOf(LawRank rank) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(rank.ToString());

    private static DateOnly? NamedDate(string file) => DateInName().Match(Path.GetFileName(file)) is { Success: true } match
        && DateOnly.TryParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static DateOnly? LastMade(LegalText text) => text.Events
        .Where(e => e.Act is HeaderAct.Adopted or HeaderAct.Published or HeaderAct.Revised or HeaderAct.Amended).Select(e => (DateOnly?)e.Date).Max();

    [GeneratedRegex(@"[\s《》〈〉<>（）()“”"",，·]")]
    private static partial Regex Layout();

    [GeneratedRegex(@"\d{4}-\d{2}-\d{2}")]
    private static partial Regex DateInName();
}

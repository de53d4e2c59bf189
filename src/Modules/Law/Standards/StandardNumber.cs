using System.Globalization;
using System.Text.RegularExpressions;

namespace Guiju.Law.Standards;

/// <summary>
/// The number of a standard, read by its grammar: <c>GB</c>, <c>GB/T</c>, <c>GB/Z</c>; a trade's code (<c>JGJ</c>, <c>DA/T</c>); <c>DB11</c>, the older <c>DB11/</c>, <c>DB11/T</c>;
/// <c>T/ORG</c>; <c>Q/ORG</c>; then serial, part and year.
/// </summary>
/// <param name="Code">Class as printed before the serial, e.g. <c>DB11/T</c> or <c>T/CAS</c>.</param>
/// <param name="Kind">Kind.</param>
/// <param name="Mandatory">Whether it binds: a national standard without /T or /Z; an older trade or local standard without /T says so of itself.</param>
/// <param name="Serial">Serial number.</param>
/// <param name="Part">Part; null where it has none.</param>
/// <param name="Year">Year, four digits.</param>
internal sealed partial record StandardNumber(string Code, StandardKind Kind, bool Mandatory, string Serial, string? Part, int Year)
{
    private const int OldestTwoDigitYear = 50;

    /// <summary>The number as it is printed: <c>DB11/T 1764.28-2021</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Code}{(Code.EndsWith('/') ? "" : " ")}{Serial}{(Part is null ? "" : "." + Part)}-{Year}");

    /// <summary>Reads a number; null where it breaks the grammar. Full-width letters, long dashes and missing spaces are taken as meant.</summary>
    public static StandardNumber? Read(string? text)
    {
        var match = Grammar().Match((text ?? "").Normalize(System.Text.NormalizationForm.FormKC).Trim().Replace('—', '-').Replace('–', '-').ToUpperInvariant());
        if (!match.Success)
        {
            return null;
        }

        var year = int.Parse(match.Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var code = match.Groups["code"].Value;
        var kind = KindOf(code);
        return new StandardNumber(code, kind, kind != StandardKind.Group && kind != StandardKind.Enterprise && !code.EndsWith("/T", StringComparison.Ordinal) && !code.EndsWith("/Z", StringComparison.Ordinal), match.Groups["serial"].Value,
            match.Groups["part"].Success ? match.Groups["part"].Value : null, year >= 100 ? year : year >= OldestTwoDigitYear ? 1900 + year : 2000 + year);
    }

    private static StandardKind KindOf(string code) =>
        code.StartsWith("GB", StringComparison.Ordinal) ? StandardKind.National
        : code.StartsWith("DB", StringComparison.Ordinal) ? StandardKind.Local
        : code.StartsWith("T/", StringComparison.Ordinal) ? StandardKind.Group
        : code.StartsWith("Q/", StringComparison.Ordinal) ? StandardKind.Enterprise
        : StandardKind.Trade;

    [GeneratedRegex(@"^(?<code>GB(?:/[TZ])?|DB\d{2,6}(?:/T|/)?|T/[A-Z]{2,10}|Q/[A-Z0-9]{2,10}|(?!GB|DB)[A-Z]{2,4}(?:/[TZ])?)\s*(?<serial>\d{1,6})(?:\.(?<part>\d{1,3}))?\s*-\s*(?<year>(?:19|20)\d{2}|\d{2})$")]
    private static partial Regex Grammar();
}

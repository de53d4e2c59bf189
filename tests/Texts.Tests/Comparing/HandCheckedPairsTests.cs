using Guiju.Texts.Comparing;

namespace Guiju.Texts.Tests.Comparing;

/// <summary>Real version pairs against a table that people made by reading both texts (<c>hand-checked.md</c>).</summary>
public sealed class HandCheckedPairsTests
{
    private const string None = "—";

    public static TheoryData<string> Pairs => [.. Rows().Select(r => r[0] + " " + r[1])];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void A_pair_is_told_as_it_was_read(string pair)
    {
        var row = Rows().Single(r => pair == r[0] + " " + r[1]);
        var changes = TextComparison.Compare(RealTexts.Read(row[0]), RealTexts.Read(row[1]));

        Assert.Equal(row[2], $"{changes.Count(c => c.Kind == ArticleChangeKind.Unchanged)}");
        Assert.Equal(row[3], $"{changes.Count(c => c.Kind == ArticleChangeKind.Renumbered)}");
        Assert.Equal(row[4], Told(changes.Where(c => c.Kind == ArticleChangeKind.Reworded)));
        Assert.Equal(row[5], Told(changes.Where(c => c.Kind == ArticleChangeKind.Added)));
        Assert.Equal(row[6], Told(changes.Where(c => c.Kind == ArticleChangeKind.Deleted)));
        Assert.Equal(row[7], Told(changes.Where(c => c.Moved)));
        Assert.Equal(row[8], Told(changes.Where(c => c.ReferencesOnly)));
    }

    [Fact]
    public void Every_article_of_both_versions_is_told_once_and_the_same_words_are_never_an_alarm()
    {
        foreach (var (older, newer) in VersionPairs.All())
        {
            var changes = TextComparison.Compare(older, newer);

            Assert.Equal(older.Articles.Select(a => a.Address).Order(), changes.Where(c => c.From is not null).Select(c => c.From!.Address).Order()); // filtered just before
            Assert.Equal(newer.Articles.Select(a => a.Address), changes.Where(c => c.To is not null).Select(c => c.To!.Address)); // filtered just before
            var alarms = changes.Where(c => c is { Kind: ArticleChangeKind.Reworded } && PlainDiff.Masked(c.From!.Words) == PlainDiff.Masked(c.To!.Words)).Select(c => $"{older.Title} {c.From!.Label}"); // both there where reworded
            Assert.Empty(alarms);
            var silent = changes.Where(c => !c.IsMaterial && PlainDiff.Masked(c.From!.Words) != PlainDiff.Masked(c.To!.Words)).Select(c => $"{older.Title} {c.From!.Label}"); // both there where not material
            Assert.Empty(silent);
        }
    }

    [Fact]
    public void What_was_merged_or_split_off_leads_to_where_it_went()
    {
        var accounting = TextComparison.Compare(RealTexts.Read("会计法(2017-11-04)"), RealTexts.Read("会计法(2024-06-28)"));
        var legislation = TextComparison.Compare(RealTexts.Read("立法法(2015-03-15)"), RealTexts.Read("立法法(2023-03-13)"));

        Assert.Equal(["第四十一条"], accounting.Single(c => c is { To: null, From.Label: "第四十三条" }).Kin.Select(k => k.Label));
        Assert.Equal(["第八条"], accounting.Single(c => c is { From: null, To.Label: "第四十九条" }).Kin.Select(k => k.Label));
        Assert.Equal(["第七十二条"], legislation.Single(c => c is { From: null, To.Label: "第八十条" }).Kin.Select(k => k.Label));
        Assert.Empty(legislation.Single(c => c is { From: null, To.Label: "第八十三条" }).Kin);
    }

    private static List<string[]> Rows() => [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Comparing", "hand-checked.md"))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal)).Skip(2).Select(line => line.Trim('|', ' ').Split('|').Select(cell => cell.Trim()).ToArray())];

    private static string Told(IEnumerable<ArticleChange> changes) =>
        string.Join('、', changes.Select(c => c.From is null ? Bare(c.To) : c.To is null || c.From.Label == c.To.Label ? Bare(c.From) : $"{Bare(c.From)}→{Bare(c.To)}")) is { Length: > 0 } told ? told : None;

    private static string Bare(ComparedPart? part) => part?.Label[1..^1] ?? "";
}

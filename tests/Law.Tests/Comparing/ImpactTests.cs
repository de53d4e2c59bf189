using System.Text.RegularExpressions;
using Guiju.Kernel;
using Guiju.Law.Checking;
using Guiju.Law.Comparing;
using Guiju.Law.Contracts;
using Guiju.Law.Making;
using Guiju.Law.Tests.Searching;
using Guiju.Texts;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace Guiju.Law.Tests.Comparing;

/// <summary>What a new version means for what hangs on it, held against a difference found in another way.</summary>
public sealed partial class ImpactTests
{
    private static readonly FakeTimeProvider Clock = new(new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.FromHours(8)));

    [Fact]
    public async Task Of_real_pairs_everything_on_a_changed_article_is_found_and_nothing_on_one_that_only_moved()
    {
        var (found, unchanged) = (0, 0);
        foreach (var (older, newer) in await PairsAsync(TestContext.Current.CancellationToken))
        {
            var impact = new Impact([new EveryProvision(older)], Options.Create(new LawOptions()), Clock);
            var affected = (await impact.OfAsync("cn/test/one", older, newer, TestContext.Current.CancellationToken)).Affected.Select(a => a.Dependant.Address).ToHashSet();

            // The other way: an article is changed when its words stand nowhere in the newer text.
            var words = newer.Articles.Select(Masked).ToHashSet();
            var changed = older.Articles.Where(a => !words.Contains(Masked(a))).Select(a => a.Address).ToHashSet();
            var expected = EveryProvision.Addresses(older).Where(a => changed.Contains(a.Split('~')[1].Split("__")[0])).ToHashSet();
            Assert.Empty(expected.Except(affected).Select(a => $"{older.Title} {a} is not found"));
            Assert.Empty(affected.Except(expected).Select(a => $"{older.Title} {a} is a false alarm"));
            (found, unchanged) = (found + affected.Count, unchanged + EveryProvision.Addresses(older).Count() - affected.Count);
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{found} dependants on changed articles found, {unchanged} on others left alone");
    }

    [Fact]
    public async Task A_dependant_of_the_whole_text_is_told_once_and_renumbering_tells_nobody()
    {
        var older = TextParser.Parse("# 甲办法\n\n第一条 为了试验甲事项，制定本办法。\n\n第二条 承办人应当在十日内办结登记事项。\n\n第三条 逾期的依照第二条处理并书面说明理由。");
        var renumbered = TextParser.Parse("# 甲办法\n\n第一条 为了试验甲事项，制定本办法。\n\n第二条 本局统一受理各类申请和来件。\n\n第三条 承办人应当在十日内办结登记事项。\n\n第四条 逾期的依照第三条处理并书面说明理由。");
        var reworded = TextParser.Parse("# 甲办法\n\n第一条 为了试验甲事项，制定本办法。\n\n第二条 承办人应当在五日内办结登记事项。\n\n第三条 逾期的依照第二条处理并书面说明理由。");
        var impact = new Impact([new EveryProvision(older), new WholeText()], Options.Create(new LawOptions { RecheckDays = 30 }), Clock);

        var afterRenumbering = await impact.OfAsync("cn/test/one", older, renumbered, TestContext.Current.CancellationToken);
        var afterRewording = await impact.OfAsync("cn/test/one", older, reworded, TestContext.Current.CancellationToken);

        Assert.Equal(["whole"], afterRenumbering.Affected.Select(a => a.Dependant.Id)); // an article was added, so whoever cites the text as a whole reads it again
        Assert.Equal(["cn/test/one~art_2", "cn/test/one~art_2__para_1", "whole"], afterRewording.Affected.Select(a => a.Dependant.Id).Order());
        Assert.Equal(new DateOnly(2026, 4, 1), impact.DueOn(new DateOnly(2026, 3, 10)));
        Assert.Equal(new DateOnly(2026, 9, 1), impact.DueOn(new DateOnly(2026, 9, 1)));
    }

    private static async Task<IReadOnlyList<(LegalText Older, LegalText Newer)>> PairsAsync(CancellationToken ct)
    {
        var folder = SearchQualityTests.LawsBeside();
        Assert.SkipWhen(folder is null, "The real texts are not beside this checkout.");
        var read = await ReadFile.AllAsync([folder!], ct); // skipped above where it is null
        return [.. read.Where(f => f is { Text: not null, NamedDate: not null }).GroupBy(f => f.Text!.Title).SelectMany(g => g.OrderBy(f => f.NamedDate).Select(f => f.Text!).ToList() is var texts ? texts.Zip(texts.Skip(1)) : [])]; // filtered just before
    }

    private static string Masked(Article article) => Number().Replace(string.Concat(article.Paragraphs.Select(p => p.Text)), "第#$1").Replace('(', '（').Replace(')', '）').Replace(':', '：').Replace(';', '；').Replace(',', '，')
        .Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("　", "", StringComparison.Ordinal);

    [GeneratedRegex("第[零〇一二三四五六七八九十百千]+([条款])(之[一二三四五六七八九十]+)?")]
    private static partial Regex Number();

    /// <summary>A module in which something hangs on every provision of a text, down to its items.</summary>
    private sealed class EveryProvision(LegalText text) : IDependants
    {
        public static IEnumerable<string> Addresses(LegalText text) => text.Articles
            .SelectMany(a => new TextPart[] { a }.Concat(a.Paragraphs).Concat(a.Paragraphs.SelectMany(p => p.Items))).Select(p => $"cn/test/one~{p.Address}").Distinct();

        public Task<IReadOnlyList<Dependant>> OfWorkAsync(string work, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<Dependant>>([.. Addresses(text).Select(a => new Dependant(new("试验", "Trial"), a, new(a, a), a))]);
    }

    private sealed class WholeText : IDependants
    {
        public Task<IReadOnlyList<Dependant>> OfWorkAsync(string work, CancellationToken ct) =>
            Task.FromResult<IReadOnlyList<Dependant>>([new Dependant(new("试验", "Trial"), "whole", new("全文", "Whole"), work)]);
    }
}

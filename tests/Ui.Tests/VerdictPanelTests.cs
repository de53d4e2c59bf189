using System.Text.RegularExpressions;
using Guiju.Ui.Gallery;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Ui.Tests;

/// <summary>The product's face says the heaviest first, in words, with the article, the figure and the lawful way.</summary>
public sealed partial class VerdictPanelTests
{
    public static TheoryData<string> Languages => Stage.Languages;

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task Findings_stand_in_order_of_weight_however_they_arrive(string language)
    {
        var html = await Stage.VerdictAsync(Examples.Forbidden, language);

        var order = Rules().Matches(html).Select(m => m.Groups[1].Value);
        Assert.Equal(["X-01", "X-02", "X-03", "X-05", "X-06"], order);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task No_outcome_is_told_by_colour_alone(string language)
    {
        foreach (var verdict in Examples.All)
        {
            var html = await Stage.VerdictAsync(verdict, language);

            Assert.Equal(verdict.Findings.Count, Marks().Count(html));
            foreach (Match mark in Marks().Matches(html))
            {
                Assert.Matches(@"\p{L}{2,}", Stage.TextOf(mark.Value));
            }

            var word = InLanguage(language, OutcomeMarks.Of(verdict.Outcome));
            Assert.Contains(word, Stage.TextOf(Heading().Match(html).Value), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Every_outcome_has_its_own_word_and_its_own_sign()
    {
        var all = Enum.GetValues<LawOutcome>();

        Assert.Equal(all.Length, all.Select(o => OutcomeMarks.Of(o).Zh).Distinct().Count());
        Assert.Equal(all.Length, all.Select(o => OutcomeMarks.Of(o).En).Distinct().Count());
        Assert.Equal(all.Length, all.Select(OutcomeMarks.Sign).Distinct().Count());
        foreach (var outcome in all)
        {
            Assert.Contains(OutcomeMarks.Sign(outcome), await Stage.RenderAsync<VerdictBadge>(Stage.Chinese, new() { ["Outcome"] = outcome }), StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_missing_fact_is_told_by_name_and_the_heading_says_that_nothing_was_decided(string language)
    {
        var text = Stage.TextOf(await Stage.VerdictAsync(Examples.CannotDecide, language, services => services.AddSingleton(Examples.Words)));

        Assert.Contains(language == Stage.English ? "Cannot decide" : "无法判断", text, StringComparison.Ordinal);
        Assert.Contains(language == Stage.English ? "letter number" : "公函编号", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_fact_leads_to_the_field_that_gives_it()
    {
        var html = await Stage.RenderAsync<VerdictPanel>(Stage.Chinese, new()
        {
            [nameof(VerdictPanel.Verdict)] = Examples.CannotDecide,
            [nameof(VerdictPanel.Fields)] = new Dictionary<string, string> { ["price"] = "PriceYuan" },
        });

        Assert.Contains("#f-Form-PriceYuan\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_value_stands_beside_the_figure_it_was_held_against()
    {
        var html = await Stage.VerdictAsync(Examples.Forbidden, more: services => services.AddSingleton(Examples.Words));

        Assert.Contains("本次：价格 250,000 元 规定：价格上限 180,000 元", Stage.TextOf(Compare().Match(html).Value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_English_the_units_are_English_too()
    {
        var html = await Stage.VerdictAsync(Examples.Forbidden, Stage.English, services => services.AddSingleton(Examples.Words));

        Assert.Contains("Here: price 250,000 yuan The law: Price limit 180,000 yuan", Stage.TextOf(Compare().Match(html).Value), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_knowing_which_value_it_was_only_the_figure_is_shown()
    {
        var html = await Stage.VerdictAsync(Examples.Forbidden);

        Assert.Equal("规定：价格上限 180,000 元", Stage.TextOf(Compare().Match(html).Value));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task A_severity_that_evidence_has_lowered_is_told(string language)
    {
        var text = Stage.TextOf(await Stage.VerdictAsync(Examples.Approval, language));

        Assert.Contains(language == Stage.English ? "The rule itself says \"Forbidden\"" : "规定本为“禁止”", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_lawful_way_is_a_link_where_the_page_knows_where_it_is_done()
    {
        var told = await Stage.VerdictAsync(Examples.Forbidden);
        var linked = await Stage.RenderAsync<VerdictPanel>(Stage.Chinese, new()
        {
            [nameof(VerdictPanel.Verdict)] = Examples.Forbidden,
            [nameof(VerdictPanel.Way)] = (Func<Finding, string?>)(finding => finding.Rule == "X-01" ? "/fleet/elsewhere" : null),
        });

        Assert.Contains("改选价格不超过", told, StringComparison.Ordinal);
        Assert.DoesNotContain("照此办理", told, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(linked, "href=\"/fleet/elsewhere\""));
    }

    [Fact]
    public async Task A_verdict_read_back_from_storage_shows_the_same_facts()
    {
        var stored = Json.Read<Verdict>(Json.Write(Examples.Forbidden))!;

        var fresh = await Stage.VerdictAsync(Examples.Forbidden, more: services => services.AddSingleton(Examples.Words));
        var again = await Stage.VerdictAsync(stored, more: services => services.AddSingleton(Examples.Words));

        Assert.Equal(Stage.TextOf(fresh), Stage.TextOf(again));
    }

    private static string InLanguage(string language, Bilingual text) => language == Stage.English ? text.En : text.Zh;

    [GeneratedRegex("<span class=\"rule\">([^<]+)</span>")]
    private static partial Regex Rules();

    [GeneratedRegex("<span class=\"mark [^\"]*\">.*?</span>[^<]*</span>")]
    private static partial Regex Marks();

    [GeneratedRegex("<h2.*?</h2>", RegexOptions.Singleline)]
    private static partial Regex Heading();

    [GeneratedRegex("<dl class=\"compare\">.*?</dl>", RegexOptions.Singleline)]
    private static partial Regex Compare();
}

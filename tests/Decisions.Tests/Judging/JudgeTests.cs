using Guiju.Decisions.Facts;
using Guiju.Decisions.Judging;
using Guiju.Decisions.Tests.Scenarios;
using Guiju.Kernel;

namespace Guiju.Decisions.Tests.Judging;

public sealed class JudgeTests
{
    private static readonly DecisionSettings Strict = new();

    [Fact]
    public void Chinese_words_and_English_codes_ask_the_same_question()
    {
        var english = Ask("fleet/trips.dmn#V-32", "2026-03-02", new() { ["reason"] = "private", ["class"] = "emergency" });
        var chinese = Ask("fleet/trips.dmn#V-32", "2026-03-02", new() { ["用车事由"] = "私人事务", ["车辆类别"] = "应急保障用车" });

        Assert.Equal(Json.Write(english), Json.Write(chinese));
        Assert.Equal("private", english.Findings.Single().Inputs["reason"]);
    }

    [Fact]
    public void A_reported_figure_asks_for_approval_until_the_bureau_raises_the_pack()
    {
        Dictionary<string, object?> car = new() { ["unitKind"] = "government", ["energy"] = "bev", ["body"] = "sedan", ["price"] = 180000.01m };
        var raised = new DecisionSettings { Caps = new(StringComparer.OrdinalIgnoreCase) { ["cn"] = new() { ["reported"] = LawOutcome.Forbidden } } };

        var finding = Ask("fleet/energy.dmn#V-07", "2026-03-02", car).Findings.Single();

        Assert.Equal((LawOutcome.Forbidden, LawOutcome.Approval, Evidence.Reported), (finding.Stated, finding.Outcome, finding.Evidence));
        Assert.Equal("第二十五条", finding.Provision?.Article);
        Assert.Equal(180000m, finding.Figure?.Value);
        Assert.Equal(LawOutcome.Forbidden, Ask("fleet/energy.dmn#V-07", "2026-03-02", car, raised).Outcome);
    }

    [Fact]
    public void What_binds_central_organs_only_informs_a_city()
    {
        var verdict = Ask("fleet/energy.dmn#V-11", "2026-03-02", new() { ["energy"] = "petrol", ["class"] = "confidential", ["fixedRoute"] = false, ["urbanOnly"] = false });

        Assert.Equal(LawOutcome.Inform, verdict.Findings.Single(f => f.Pack == "cen").Outcome);
        Assert.Equal(LawOutcome.Acknowledge, verdict.Outcome);
    }

    [Theory]
    [InlineData("2021-03-31", LawOutcome.Inform)]
    [InlineData("2021-04-01", LawOutcome.Forbidden)]
    public void A_text_binds_from_its_first_day_on(string on, LawOutcome outcome)
    {
        var verdict = Ask("fleet/disposal.dmn#V-27", on, new() { ["unitKind"] = "government", ["incomeAccount"] = "unit-account", ["stateException"] = "" });

        Assert.Equal(outcome, verdict.Findings.Single().Outcome);
    }

    [Theory]
    [InlineData("2025-05-01", "第二十七条", "2013-11-18")]
    [InlineData("2025-05-02", null, "2025-05-02")]
    public void An_article_is_printed_only_for_the_version_it_was_seen_in(string on, string? article, string version)
    {
        var verdict = Ask("fleet/renewal.dmn#V-20", on, new() { ["registerDate"] = "2018-01-01", ["applyDate"] = on, ["renewalReason"] = "age" });

        var provision = verdict.Findings.Single().Provision;
        Assert.Equal(article, provision?.Article);
        Assert.Equal(DateOnly.Parse(version, System.Globalization.CultureInfo.InvariantCulture), provision?.Version);
    }

    [Fact]
    public void Where_no_figure_was_in_force_the_law_cannot_decide_and_names_it()
    {
        var verdict = Ask("fleet/energy.dmn#V-07", "2016-01-04", new() { ["unitKind"] = "government", ["energy"] = "bev", ["body"] = "sedan", ["price"] = 100000 });

        Assert.Equal(LawOutcome.CannotDecide, verdict.Outcome);
        Assert.Contains("fleet.price-cap.nev-sedan", verdict.Missing);
    }

    [Fact]
    public void A_fact_that_does_not_matter_is_not_asked_for()
    {
        var verdict = Ask("fleet/trips.dmn#V-33", "2026-03-02", new() { ["allowance"] = false });

        Assert.Equal(LawOutcome.Allowed, verdict.Outcome);
        Assert.Empty(verdict.Missing);
    }

    [Fact]
    public void The_message_carries_the_values_and_the_nearest_lawful_way_is_concrete()
    {
        var finding = Ask("fleet/standards.dmn#V-02", "2026-03-02", new()
        {
            ["unitKind"] = "government",
            ["class"] = "confidential",
            ["vehicleKind"] = "small",
            ["body"] = "sedan",
            ["energy"] = "petrol",
            ["price"] = 130000,
            ["displacement"] = 1.5m,
        }).Findings.Single();

        Assert.Contains("130,000", finding.Message.Zh, StringComparison.Ordinal);
        Assert.Contains("120,000", finding.Remedy?.En ?? "", StringComparison.Ordinal);
        Assert.Contains("180,000", finding.Remedy?.Zh ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void A_verdict_asked_again_from_its_stored_facts_is_the_same_to_the_letter()
    {
        foreach (var scenario in Scenario.All.Where(s => s.Point is not null))
        {
            var point = Book.Current.ControlPoints[scenario.Point!]; // filtered just above
            var first = FactReader.Read(point, scenario.Facts);
            var again = FactReader.Read(point, Json.Read<Dictionary<string, object?>>(Json.Write(first.ByEnglish)));

            Assert.Equal(
                Json.Write(Judge.Give(Book.Current, point, scenario.On, first, Strict)),
                Json.Write(Judge.Give(Book.Current, point, scenario.On, again, Strict)));
        }
    }

    private static Verdict Ask(string decision, string on, Dictionary<string, object?> facts, DecisionSettings? settings = null)
    {
        var point = Book.PointOf(decision);
        var read = FactReader.Read(point, facts);
        Assert.Empty(read.Errors);
        return Judge.Give(Book.Current, point, DateOnly.ParseExact(on, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), read, settings ?? Strict);
    }
}

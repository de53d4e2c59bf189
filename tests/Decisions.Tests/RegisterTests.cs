using System.Text.RegularExpressions;
using Guiju.Decisions.Tests.Scenarios;
using Guiju.Dmn;
using Guiju.Kernel;

namespace Guiju.Decisions.Tests;

/// <summary>What holds of every table under <c>law/</c>, whoever wrote it.</summary>
public sealed class RegisterTests
{
    private static readonly string[] Outcomes = ["禁止", "须批准", "须确认", "提示", "允许", "不适用"];
    private static readonly string[] Packs = ["cn", "cen", "bj", "bureau", "system"];

    private static IEnumerable<(string Place, DmnRule Rule)> Rows => Book.Current.Decisions.Values
        .SelectMany(d => (d.Decision.Table?.Rules ?? []).Select(r => ($"{d.Path}#{r.Id}", r)));

    [Fact]
    public void Every_row_cites_a_provision_that_exists()
    {
        var known = Book.Current.Sources.All.SelectMany(t => t.Versions.SelectMany(v => v.Provisions).Select(p => $"{t.Work}~{p.Address}").Append(t.Work)).ToHashSet();

        Assert.Empty(Rows.Where(r => r.Rule.Extension("provision") is { } cited && !known.Contains(cited)).Select(r => $"{r.Place}: {r.Rule.Extension("provision")}"));
    }

    [Fact]
    public void Only_settings_of_the_bureau_and_system_checks_cite_nothing() =>
        Assert.Empty(Rows.Where(r => (r.Rule.Extension("provision") is null) != (r.Rule.Extension("pack") is "bureau" or "system")).Select(r => r.Place));

    [Fact]
    public void Every_row_names_its_pack_its_evidence_and_speaks_both_languages() => Assert.Empty(Rows.Where(r =>
        !Packs.Contains(r.Rule.Extension("pack")) || !Enum.TryParse<Evidence>(r.Rule.Extension("evidence"), ignoreCase: true, out _)
        || r.Rule.ExtensionTexts.Count(t => t.Name == "message") != 2
        || r.Rule.ExtensionTexts.Count(t => t.Name == "remedy") is not (0 or 2)).Select(r => r.Place));

    [Fact]
    public void A_row_that_stops_an_act_shows_a_way_out() => Assert.Empty(Rows.Where(r =>
        r.Rule.Outputs[0].Text is "\"禁止\"" or "\"须批准\"" or "\"须确认\"" && r.Rule.ExtensionText("remedy", "zh") is null).Select(r => r.Place));

    [Fact]
    public void Rules_say_only_what_verdicts_know()
    {
        var said = Book.Rules.SelectMany(d => d.Decision.Decision.Table!.Rules.Select(r => (Place: $"{d.Reference} {r.Id}", Says: r.Outputs[0].Text.Trim('"'))));

        Assert.All(said, s => Assert.Contains(s.Says, Outcomes));
    }

    [Fact]
    public void No_row_claims_more_than_its_provision_or_prints_an_unsure_article()
    {
        var sources = Book.Current.Sources;
        var evidence = sources.All.SelectMany(t => t.Versions.SelectMany(v => v.Provisions.Select(p => ($"{t.Work}~{p.Address}", p.Evidence))))
            .ToLookup(p => p.Item1, p => p.Evidence);

        Assert.Empty(Rows.Where(r => r.Rule.Extension("provision") is { } cited && cited.Contains('~') && Enum.Parse<Evidence>(r.Rule.Extension("evidence")!, true) > evidence[cited].Max())
            .Select(r => r.Place));
        Assert.DoesNotContain(sources.All.SelectMany(t => t.Versions).SelectMany(v => v.Provisions), p => p.Evidence == Evidence.Assumed && p.Article is not null);
        Assert.Empty(sources.All.SelectMany(t => t.Versions.SelectMany(v => v.Provisions.Where(p => p.Evidence == Evidence.Verified && p.Holds.Count == 0).Select(p => t.Work + p.Address))));
    }

    [Fact]
    public void Every_row_is_hit_by_a_scenario()
    {
        var hit = Scenario.All.Where(s => s.Point is null).SelectMany(s => Trial.Of(s).Rows).ToHashSet();

        Assert.Empty(Rows.Select(r => r.Place).Except(hit));
    }

    [Fact]
    public void Every_control_point_is_tried_as_a_whole() =>
        Assert.Empty(Book.Current.ControlPoints.Keys.Except(Scenario.All.Select(s => s.Point).OfType<string>()));

    /// <summary>No figure stands in a table but 0, which asks whether there is any at all.</summary>
    [Fact]
    public void Every_figure_is_a_parameter()
    {
        var texts = Book.Current.Decisions.Values.SelectMany(d => (d.Decision.Table?.Rules ?? []).SelectMany(r => r.Tests.Concat(r.Outputs).Select(c => (Place: $"{d.Path}#{r.Id}", c.Text)))
            .Concat((d.Decision.Table?.Inputs ?? []).Select(i => (Place: $"{d.Path}#{i.Id}", Text: i.Expression)))
            .Append((Place: $"{d.Path}#{d.Decision.Id}", Text: (d.Decision.Logic as DmnLiteral)?.Text ?? "")));

        Assert.Empty(texts.Where(t => Regex.Matches(Regex.Replace(t.Text, "\"[^\"]*\"", ""), @"\d+").Any(n => n.Value != "0")).Select(t => $"{t.Place}: {t.Text}"));
    }

    [Fact]
    public void Facts_in_the_tables_are_those_of_the_control_points()
    {
        var described = Book.Facts.ToDictionary(f => f.English);
        foreach (var decision in Book.Current.Decisions.Values)
        {
            foreach (var input in decision.Facts)
            {
                var fact = described[input.Extension("english") ?? ""];
                Assert.Equal(fact.Name, input.VariableName);
                Assert.Equal(fact.Unit, input.Extension("unit"));
            }

            foreach (var type in decision.Model.ItemDefinitions.Where(t => t.Extension("codes") is not null))
            {
                var codes = Book.Facts.First(f => f.Type == type.Name).Codes!; // enumerations have codes
                Assert.Equal(string.Join(' ', codes.Keys), type.Extension("codes"));
                Assert.Equal(string.Join(",", codes.Values.Select(v => $"\"{v}\"")), type.AllowedValues);
            }
        }
    }

    [Fact]
    public void A_control_point_knows_every_fact_its_decisions_may_read()
    {
        foreach (var point in Book.Current.ControlPoints.Values)
        {
            Assert.Empty(point.Decisions.SelectMany(d => Book.Current.Decisions[d].Facts).Select(i => i.Extension("english")).Except(point.Facts.Select(f => f.English)));
        }
    }

    [Fact]
    public void Figures_cite_what_exists_and_their_dates_do_not_overlap()
    {
        var sources = Book.Current.Sources;
        foreach (var parameter in Book.Current.Parameters.Values)
        {
            Assert.All(parameter.Values, v => Assert.True(v.Provision is null == parameter.Pack is "bureau", parameter.Id));
            Assert.All(parameter.Values.Where(v => v.Provision is not null), v => Assert.NotNull(sources.Resolve(v.Provision!, v.From))); // filtered
            Assert.All(parameter.Values.Zip(parameter.Values.Skip(1)), p => Assert.True(p.First.To < p.Second.From, parameter.Id));
        }
    }
}

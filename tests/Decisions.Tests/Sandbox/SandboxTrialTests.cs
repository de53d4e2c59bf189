using Guiju.Decisions.Drafts;
using Guiju.Decisions.Facts;
using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Decisions.Sandbox;
using Guiju.Decisions.Tests.Scenarios;
using Guiju.Kernel;

namespace Guiju.Decisions.Tests.Sandbox;

public sealed class SandboxTrialTests
{
    private static readonly DateOnly On = new(2026, 3, 2);

    public static TheoryData<string> Points() => new(Book.Current.ControlPoints.Keys.Order());

    [Theory]
    [MemberData(nameof(Points))]
    public void The_many_at_once_are_told_what_each_would_be_told_alone(string id)
    {
        var point = Book.Current.ControlPoints[id];
        var part = RandomRecords.Of(point, 300, new Random(7));
        foreach (var reference in point.Decisions)
        {
            var decision = Book.Current.At(reference, On)!; // a control point names only decisions that exist
            var said = new RuleLane(Book.Current, point, decision, On, new DecisionSettings()).Run(part.Records.Count, new FactColumns(point, part));
            var alone = point with { Decisions = [reference] };
            for (var i = 0; i < said.Length; i++)
            {
                var verdict = Judge.Give(Book.Current, alone, On, FactReader.Read(point, RandomRecords.FactsOf(part, i)), new DecisionSettings());
                var heaviest = verdict.Findings.OrderByDescending(f => f.Stated).FirstOrDefault();
                Assert.Equal((heaviest?.Stated, heaviest?.Row), (said[i].Stated, said[i].Stated is null ? null : said[i].Row)); // a row that says "not applicable" is no finding
                Assert.Equal(heaviest?.Outcome, said[i].Outcome);
            }
        }
    }

    [Fact]
    public void A_draft_that_changes_nothing_makes_no_difference()
    {
        foreach (var point in Book.Current.ControlPoints.Values)
        {
            var same = DraftFolder.Overlay(Book.Current, new DraftFolder(Book.Current, On, On).Read(Book.Files.Files.Where(f => f.Key.StartsWith("fleet/", StringComparison.Ordinal) && (f.Key.EndsWith(".dmn", StringComparison.Ordinal) || f.Key.EndsWith("parameters.yaml", StringComparison.Ordinal))).ToDictionary()), On);
            var trial = new SandboxTrial(Book.Current, same, On, [point.Id], new DecisionSettings(), 100);
            trial.Take(RandomRecords.Of(point, 200, new Random(3)));

            var result = trial.Result("", "", 0, _ => null);

            Assert.Empty(result.Rules);
            Assert.Equal((200, 0, 0, 0, 0), (result.Records, result.NewlyBreaking, result.NoLonger, result.NewlyUndecided, result.Differences));
        }
    }

    [Fact]
    public void A_stricter_limit_never_lowers_the_count_and_equals_the_count_record_by_record()
    {
        var point = Book.Current.ControlPoints["fleet.vehicle.acquire"];
        var chooser = new Random(11);
        var part = RandomRecords.Of(point, 2000, chooser);
        foreach (var figure in new[] { "fleet.price-cap.emergency", "fleet.price-cap.confidential", "fleet.displacement-cap.emergency", "fleet.price-cap.nev-sedan" })
        {
            var breaking = -1;
            var limit = (decimal)Book.Current.Parameters[figure].On(On)!.Value; // each is a number in force on the day
            for (var step = 0; step < 6; step++, limit *= 0.85m)
            {
                var draft = WithFigure(figure, limit);
                var trial = new SandboxTrial(Book.Current, draft, On, [point.Id], new DecisionSettings(), int.MaxValue);
                trial.Take(part);
                var result = trial.Result("", "", 0, _ => null);

                var after = step == 0 ? breaking : result.BreakingAfter;
                Assert.True(after >= breaking, $"{figure} at {limit}: {after} break, {breaking} did at a wider limit");
                breaking = after;
                var (newly, noLonger) = ByHand(draft, point, part, trial.Rules);
                Assert.Equal((newly, noLonger), (result.NewlyBreaking, result.NoLonger));
                Assert.Equal(result.NewlyBreaking, result.ByUnit.Sum(u => u.NewlyBreaking));
            }

            Assert.True(breaking > 0, figure);
        }
    }

    /// <summary>The same count, asked of the law record by record.</summary>
    private static (int Newly, int NoLonger) ByHand(Lawbook draft, ControlPoint point, Decisions.Contracts.PopulationPart part, IReadOnlyList<string> rules)
    {
        var alone = point with { Decisions = rules };
        var (newly, noLonger) = (0, 0);
        for (var i = 0; i < part.Records.Count; i++)
        {
            var facts = FactReader.Read(point, RandomRecords.FactsOf(part, i));
            var (was, now) = (Breaks(Book.Current), Breaks(draft));
            newly += now && !was ? 1 : 0;
            noLonger += was && !now ? 1 : 0;

            bool Breaks(Lawbook book) => Judge.Give(book, alone, On, facts, new DecisionSettings()).Findings.Any(f => f.Stated is LawOutcome.Acknowledge or LawOutcome.Approval or LawOutcome.Forbidden);
        }

        return (newly, noLonger);
    }

    private static Lawbook WithFigure(string id, decimal value) => DraftFolder.Overlay(Book.Current,
        new DraftFolder(Book.Current, On, On).Read(new Dictionary<string, string> { ["parameters.yaml"] = FormattableString.Invariant($"- id: {id}\n  values:\n    - {{from: {On:yyyy-MM-dd}, value: {value}}}\n") }), On);
}

using Guiju.Decisions.Drafts;
using Guiju.Decisions.Facts;
using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Decisions.Tests.Sandbox;
using Guiju.Decisions.Tests.Scenarios;
using Guiju.Kernel;
using Guiju.Law;

namespace Guiju.Decisions.Tests.Judging;

/// <summary>Random histories of rules, figures and late entries, with verdicts given along the way: each verdict is given again from what was kept, to the letter.</summary>
public sealed class RandomHistoryTests
{
    private static readonly DateOnly Begin = new(2026, 1, 5);
    private static readonly string[] Points = ["fleet.vehicle.acquire", "fleet.vehicle.renew", "fleet.trip.request", "fleet.rental.request"];
    private static readonly List<Parameter> Numbers = Book.Current.Parameters.Values.Where(p => p.Type == "number" && p.Values is [{ Value: decimal }, ..]).OrderBy(p => p.Id, StringComparer.Ordinal).ToList();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Every_verdict_replays_identically_whatever_was_published_since(int seed)
    {
        var chooser = new Random(seed);
        var (book, given, shelf) = (Book.Current, new List<Given>(), new Dictionary<string, LawFiles> { [Book.Current.Version] = Book.Current.Files });
        for (var step = 1; step <= 12; step++)
        {
            book = Lawbook.Load(Change(book, step, chooser).AddTo(book.Files), book);
            shelf[book.Version] = book.Files;
            given.AddRange(Enumerable.Range(0, 12).Select(_ => Ask(book, Begin.AddDays(chooser.Next(-200, 400)), chooser)));
        }

        foreach (var group in given.GroupBy(g => g.Verdict.Versions["lawbook"]))
        {
            // From the files that were kept; the first and the last lawbook from the files alone, as a node does that has never seen them.
            var alone = group.Key == given[0].Verdict.Versions["lawbook"] || group.Key == given[^1].Verdict.Versions["lawbook"];
            var kept = Lawbook.Load(new LawFiles(new Dictionary<string, string>(shelf[group.Key].Files)), alone ? null : Book.Current);
            Assert.Equal(group.Key, kept.Version);
            Assert.All(group, g => Assert.Equal(Json.Write(g.Verdict), Json.Write(Again(kept, g))));
        }
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    public void Flipping_one_past_value_changes_exactly_the_verdicts_that_depend_on_it(int seed)
    {
        var chooser = new Random(seed);
        var given = Enumerable.Range(0, 240).Select(_ => Ask(Book.Current, Begin.AddDays(chooser.Next(0, 300)), chooser)).ToList();
        var dependent = 0;
        foreach (var id in new[] { "fleet.renew.years", "fleet.price-cap.emergency", "fleet.displacement-cap.confidential", "fleet.rental.short-days" })
        {
            var old = (decimal)Book.Current.Parameters[id].On(Begin)!.Value; // numbers in force on the day
            var flipped = With(id, Begin, old / 2, Begin.AddDays(1));
            foreach (var g in given)
            {
                var (before, after) = (Findings(g.Verdict, flipped), Findings(Again(flipped, g), flipped));
                var changed = before != after;
                var rests = RestsOn(g, id, flipped);
                Assert.True(changed == rests, $"{id}: {g.Point} on {g.On} {(changed ? "changed and does not rest on it" : "rests on it and did not change")}");
                dependent += rests ? 1 : 0;
            }
        }

        Assert.InRange(dependent, 1, 4 * given.Count - 1);
    }

    [Fact]
    public void A_late_entry_changes_what_is_judged_now_and_nothing_that_was_known_then()
    {
        var point = Book.Current.ControlPoints["fleet.vehicle.renew"];
        var facts = FactReader.Read(point, new Dictionary<string, object?> { ["registerDate"] = new DateOnly(2017, 1, 1), ["applyDate"] = new DateOnly(2026, 2, 1), ["renewalReason"] = "age" });
        var on = new DateOnly(2026, 2, 1);
        var then = Judge.Give(Book.Current, point, on, facts, new DecisionSettings());

        var late = With("fleet.renew.years", new DateOnly(2026, 1, 1), 12, new DateOnly(2026, 12, 1));

        Assert.Equal(Json.Write(then), Json.Write(Judge.Give(Lawbook.Load(new LawFiles(Book.Current.Files.Files)), point, on, facts, new DecisionSettings())));
        Assert.NotEqual(Findings(then, late), Findings(Judge.Give(late, point, on, facts, new DecisionSettings()), late));
        Assert.Equal(8m, late.Parameters["fleet.renew.years"].On(on, recordedBy: new DateOnly(2026, 11, 30))!.Value);
        Assert.Equal(12m, late.Parameters["fleet.renew.years"].On(on)!.Value);
    }

    private static LawAmendment Change(Lawbook book, int number, Random chooser)
    {
        if (number > 3 && chooser.Next(4) == 0 && book.Amendments.FirstOrDefault(a => a.Until is null && a.Withdraws is null) is { } ended)
        {
            return new LawAmendment(number, Begin.AddDays(chooser.Next(0, 300)), new Bilingual("撤销", "Withdrawal"), ended.Number, new Dictionary<string, string>());
        }

        if (chooser.Next(3) == 0)
        {
            // A model reads otherwise: another message, and another outcome for its first row.
            var path = new[] { "fleet/quota.dmn", "fleet/renewal.dmn", "fleet/standards.dmn" }[chooser.Next(3)];
            var text = book.Files.Files[path];
            var at = text.IndexOf("<text>\"允许\"</text>", StringComparison.Ordinal);
            text = text[..at] + "<text>\"提示\"</text>" + text[(at + "<text>\"允许\"</text>".Length)..];
            return new LawAmendment(number, Begin.AddDays(chooser.Next(0, 300)), new Bilingual("改表", "Table"), null, new Dictionary<string, string> { [path] = text.Replace("</definitions>", $"<!-- {number} --></definitions>", StringComparison.Ordinal) });
        }

        var figure = Numbers[chooser.Next(Numbers.Count)];
        var from = Begin.AddDays(chooser.Next(-300, 300)); // in the past: a late entry
        return Figure(figure.Id, number, from, (decimal)figure.Values[0].Value + chooser.Next(1, 5), Begin.AddDays(number));
    }

    private static LawAmendment Figure(string id, int number, DateOnly from, decimal value, DateOnly recorded) => new(number, from, new Bilingual("改数", "Figure"), null, new Dictionary<string, string>
    {
        ["parameters.yaml"] = FigureFile.Added([(id, new ParameterValue(from, null, value, Book.Current.Parameters[id].Values[^1].Provision, Book.Current.Parameters[id].Values[^1].Evidence, recorded))]),
    });

    private static Lawbook With(string id, DateOnly from, decimal value, DateOnly recorded) => Lawbook.Load(Figure(id, 1, from, value, recorded).AddTo(Book.Current.Files), Book.Current);

    private static Given Ask(Lawbook book, DateOnly on, Random chooser)
    {
        var point = Points[chooser.Next(Points.Length)];
        var facts = RandomRecords.FactsOf(RandomRecords.Of(book.ControlPoints[point], 1, chooser), 0);
        var stored = Json.Write(facts); // as the database keeps them
        return new Given(point, on, stored, Judge.Give(book, book.ControlPoints[point], on, FactReader.Read(book.ControlPoints[point], Json.Read<Dictionary<string, object?>>(stored)), new DecisionSettings()));
    }

    private static Verdict Again(Lawbook book, Given given) =>
        Judge.Give(book, book.ControlPoints[given.Point], given.On, FactReader.Read(book.ControlPoints[given.Point], Json.Read<Dictionary<string, object?>>(given.Facts)), new DecisionSettings());

    // What is said, without the version that every change moves.
    private static string Findings(Verdict verdict, Lawbook _) => Json.Write(new { verdict.Outcome, verdict.Findings, verdict.Missing });

    // A verdict rests on the value where a decision that reads it says otherwise when it is asked alone; a decision that does not read it never counts.
    private static bool RestsOn(Given given, string id, Lawbook flipped)
    {
        var point = Book.Current.ControlPoints[given.Point];
        return point.Decisions.Where(d => Book.Current.Decisions[d].Parameters.Values.Any(p => p.Id == id)).Any(d =>
        {
            var alone = point with { Decisions = [d] };
            var facts = FactReader.Read(point, Json.Read<Dictionary<string, object?>>(given.Facts));
            return Findings(Judge.Give(Book.Current, alone, given.On, facts, new DecisionSettings()), flipped) != Findings(Judge.Give(flipped, alone, given.On, facts, new DecisionSettings()), flipped);
        });
    }

    private sealed record Given(string Point, DateOnly On, string Facts, Verdict Verdict);
}

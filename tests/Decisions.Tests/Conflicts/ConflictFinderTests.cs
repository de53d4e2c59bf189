using Guiju.Decisions.Conflicts;
using Guiju.Decisions.Facts;
using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;
using Guiju.Law;

namespace Guiju.Decisions.Tests.Conflicts;

public sealed class ConflictFinderTests
{
    private static readonly DateOnly On = new(2026, 3, 2);

    [Fact]
    public void Two_rules_that_say_opposite_things_of_one_circumstance_are_found_with_an_example_and_their_ranks()
    {
        var book = Book("> 房间上限", "<= 人数上限");

        var conflict = Assert.Single(ConflictFinder.Find(book, On, CancellationToken.None));

        Assert.Equal(("R-1", "R-2"), (conflict.Forbids.Rule, conflict.Allows.Rule));
        Assert.Equal(["人数"], conflict.Shared);
        Assert.Equal(("R-1", "上位法优先"), (conflict.Order!.Value.Prevails.Rule, conflict.Order.Value.Why.Zh));
        var verdict = Judge.Give(book, conflict.Point, On, FactReader.Read(conflict.Point, conflict.Example), new DecisionSettings());
        Assert.Contains(verdict.Findings, f => f is { Rule: "R-1", Stated: LawOutcome.Forbidden });
        Assert.Contains(verdict.Findings, f => f is { Rule: "R-2", Stated: LawOutcome.Allowed });
    }

    [Fact]
    public void Rules_that_agree_or_look_at_different_things_are_no_conflict()
    {
        Assert.Empty(ConflictFinder.Find(Book("> 人数上限", "<= 人数上限"), On, CancellationToken.None));
        Assert.Empty(ConflictFinder.Find(Book("> 房间上限", "<= 人数上限", other: "面积"), On, CancellationToken.None));
    }

    [Fact]
    public void Numbers_that_stand_in_the_cells_themselves_are_turned_at_too()
    {
        var conflict = Assert.Single(ConflictFinder.Find(Book("> 1500", "<= 1501"), On, CancellationToken.None));

        Assert.InRange((decimal)conflict.Example["people"]!, 1501m, 1501m); // an example always holds what both read
    }

    [Fact]
    public void Whatever_is_found_in_the_shipped_rules_is_shown_by_its_example()
    {
        foreach (var conflict in ConflictFinder.Find(Scenarios.Book.Current, On, CancellationToken.None))
        {
            var verdict = Judge.Give(Scenarios.Book.Current, conflict.Point, On, FactReader.Read(conflict.Point, conflict.Example), new DecisionSettings());
            Assert.Contains(verdict.Findings, f => f.Rule == conflict.Forbids.Rule && f.Stated == LawOutcome.Forbidden);
            Assert.Contains(verdict.Findings, f => f.Rule == conflict.Allows.Rule && f.Stated == LawOutcome.Allowed);
            Assert.NotEmpty(conflict.Shared);
        }
    }

    private static Lawbook Book(string forbids, string allows, string other = "人数") => Lawbook.Load(new LawFiles(new Dictionary<string, string>
    {
        ["sources/high.yaml"] = Source("cn/high", "law"),
        ["sources/low.yaml"] = Source("cn/low", "ministry-notice"),
        ["rooms/parameters.yaml"] = Figure("rooms.room", "房间上限", 10) + Figure("rooms.people", "人数上限", 20),
        ["rooms/control-points.yaml"] = """
            types: {}
            facts:
              people: {name: 人数, type: number, unit: 人, help: 人数, english: People}
              area: {name: 面积, type: number, unit: m², help: 面积, english: Area}
            points:
              - {id: rooms.use, title: {zh: 用房, en: Use}, stage: effect, decisions: [one.dmn#R-1, two.dmn#R-2], facts: [people, area]}
            """,
        ["rooms/one.dmn"] = Model("R-1", "人数", forbids, "禁止", "cn/high"),
        ["rooms/two.dmn"] = Model("R-2", other, allows, "允许", "cn/low"),
    }));

    private static string Source(string work, string rank) => $"work: {work}\ntitle: 示例\nenglish: Example\nissuer: 示例\nrank: {rank}\npack: cn\nversions:\n  - {{date: 2020-01-01, from: 2020-01-01, to: null, evidence: verified}}\n";

    private static string Figure(string id, string name, int value) => $"- id: {id}\n  name: {name}\n  english: {id}\n  unit: 人\n  type: number\n  values:\n    - {{from: 2020-01-01, to: null, value: {value}, provision: cn/high, evidence: verified, recorded: 2026-01-01}}\n";

    private static string Model(string id, string fact, string test, string outcome, string provision) => $"""
        <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:guiju="urn:guiju:law" id="{id}-model" name="{id}" namespace="urn:{id}">
          <inputData id="f" name="{fact}"><variable id="fv" name="{fact}" typeRef="number" /></inputData>
          <inputData id="p1" name="房间上限" guiju:parameter="rooms.room"><variable id="p1v" name="房间上限" typeRef="number" /></inputData>
          <inputData id="p2" name="人数上限" guiju:parameter="rooms.people"><variable id="p2v" name="人数上限" typeRef="number" /></inputData>
          <decision id="{id}" name="{id}" guiju:rule="{id}">
            <variable id="{id}-v" name="{id}" typeRef="string" />
            <informationRequirement id="n1"><requiredInput href="#f" /></informationRequirement>
            <informationRequirement id="n2"><requiredInput href="#p1" /></informationRequirement>
            <informationRequirement id="n3"><requiredInput href="#p2" /></informationRequirement>
            <decisionTable id="{id}-t" hitPolicy="FIRST">
              <input id="i"><inputExpression id="ix" typeRef="number"><text>{fact}</text></inputExpression></input>
              <output id="o" name="结论" typeRef="string" />
              <rule id="{id}-r1" guiju:provision="{provision}" guiju:pack="cn" guiju:evidence="verified"><inputEntry id="c1"><text>{test.Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)}</text></inputEntry><outputEntry id="o1"><text>"{outcome}"</text></outputEntry></rule>
              <rule id="{id}-r2" guiju:provision="{provision}" guiju:pack="cn" guiju:evidence="verified"><inputEntry id="c2"><text>-</text></inputEntry><outputEntry id="o2"><text>"不适用"</text></outputEntry></rule>
            </decisionTable>
          </decision>
        </definitions>
        """;
}

using System.Globalization;
using System.Text;
using Guiju.Dmn;
using RulesEngine.Models;

namespace Guiju.Bench;

/// <summary>A table of ten rows over two texts and a number, run in every way we have, against the if-chain a programmer would write and a general rules engine.</summary>
internal static class DecisionBench
{
    private const int Facts = 4096;
    private const int Times = 2_000_000;

    private static readonly (string Level, string[] Posts, string Heads, decimal Area)[] Rows =
    [
        ("中央", ["部级正职"], "-", 54), ("中央", ["部级副职"], "-", 42), ("省", ["正厅局级"], ">= 1", 30), ("省", ["副厅局级"], ">= 1", 24), ("省", ["正处级"], "[1..400]", 18),
        ("省", ["副处级", "主任科员"], "[1..400]", 12), ("市", ["正局处级"], "[1..200)", 24), ("市", ["正局处级"], ">= 200", 18), ("市", ["副局处级"], "-", 18), ("县", ["正科级", "副科级"], "-", 12),
    ];

    public static async Task RunAsync(string[] args)
    {
        var facts = MakeFacts();
        var model = DmnXml.Read(new MemoryStream(Encoding.UTF8.GetBytes(Xml())), "bench");
        var program = DmnProgram.Compile(model, new DmnOptions { Strict = true });
        var interpreter = DmnProgram.Compile(model, new DmnOptions { Strict = true, Interpret = true });
        var (typed, boxed) = (program.Typed<Post>("面积"), program.Boxed("面积"));
        var areas = typed.Outputs.Select(o => (decimal)(o[0] ?? 0m)).ToArray();
        var slots = facts.Select(f => new object?[] { f.Level, f.PostName, f.Heads }).ToArray();
        var named = facts.Select(f => new Dictionary<string, object?> { ["层级"] = f.Level, ["职级"] = f.PostName, ["人数"] = f.Heads }).ToArray();
        var engine = new global::RulesEngine.RulesEngine([Workflow()]);
        var inputs = facts.Select(f => new RuleParameter("f", f)).ToArray();
        await engine.ExecuteAllRulesAsync("area", inputs[0]);
        var held = new ulong[typed.TraceLength];
        for (var i = 0; i < facts.Length; i++)
        {
            var expected = ByHand(in facts[i]);
            Check(facts[i], expected, Area(typed.Evaluate(in facts[i], held)), Area(boxed.Evaluate(slots[i])), interpreter.Evaluate("面积", named[i]).Value, program.Evaluate("面积", named[i]).Value);
        }

        decimal sum = 0;
        var figures = Measure.Interleaved(
            Times,
            ("if-chain by hand, a line a row", n => { for (var i = 0; i < n; i++) { sum += ByHand(in facts[i & (Facts - 1)]) ?? 0; } }),
            ("nested switch by hand, rearranged", n => { for (var i = 0; i < n; i++) { sum += Rearranged(in facts[i & (Facts - 1)]) ?? 0; } }),
            ("typed delegate with trace", n => { for (var i = 0; i < n; i++) { var bits = typed.Evaluate(in facts[i & (Facts - 1)], held); sum += bits.First < 0 ? 0 : areas[bits.First]; } }),
            ("typed delegate", n => { for (var i = 0; i < n; i++) { var bits = typed.Evaluate(in facts[i & (Facts - 1)]); sum += bits.First < 0 ? 0 : areas[bits.First]; } }),
            ("boxed delegate with trace", n => { for (var i = 0; i < n; i++) { var bits = boxed.Evaluate(slots[i & (Facts - 1)], held); sum += bits.First < 0 ? 0 : areas[bits.First]; } }),
            ("boxed delegate", n => { for (var i = 0; i < n; i++) { var bits = boxed.Evaluate(slots[i & (Facts - 1)]); sum += bits.First < 0 ? 0 : areas[bits.First]; } }));
        var general = Measure.Interleaved(
            20_000,
            ("program with full trace, indexed", n => { for (var i = 0; i < n; i++) { sum += program.Evaluate("面积", named[i & (Facts - 1)]).Value is decimal area ? area : 0; } }),
            ("program with full trace, interpreted: the reference", n => { for (var i = 0; i < n; i++) { sum += interpreter.Evaluate("面积", named[i & (Facts - 1)]).Value is decimal area ? area : 0; } }),
            ("RulesEngine 6.0.1", n => { for (var i = 0; i < n; i++) { sum += engine.ExecuteAllRulesAsync("area", inputs[i & (Facts - 1)]).AsTask().GetAwaiter().GetResult().Count; } }));
        var all = figures.Concat(general.Select(f => f with { RatioToFirst = f.Median / figures[0].Median })).Concat(Population.Run(facts, program, ref sum)).ToList();
        var bars = Bars(all);
        Measure.Report("decision", all, new { bars, checksum = sum });
        bars.ForEach(Console.WriteLine);

        decimal? Area(RowBits bits) => bits.First < 0 ? null : areas[bits.First];
    }

    private static void Check(Post post, decimal? expected, params object?[] answers)
    {
        if (Array.FindIndex(answers, a => !Equals(a, expected)) is var other && other >= 0)
        {
            throw new InvalidOperationException($"The if-chain says {expected} to {post}, way {other} says {answers[other]}.");
        }
    }

    /// <summary>The bars this bench is held to, each with the figure of this run.</summary>
    private static List<string> Bars(List<Figure> figures)
    {
        double Of(string name) => figures.First(f => f.Name == name).Median;
        return
        [
            Bar("typed delegate with trace, times the if-chain", Of("typed delegate with trace") / Of("if-chain by hand, a line a row"), 1.43),
            Bar("RulesEngine, times the typed delegate with trace", Of("RulesEngine 6.0.1") / Of("typed delegate with trace"), 40, atLeast: true),
            Bar("typed delegate with trace, bytes", figures.First(f => f.Name == "typed delegate with trace").BytesEach, 0),
            Bar("a million records by the typed delegate, times the loop", Of(Population.Typed) / Of(Population.Loop), 3),
            Bar("a million records in columns, times the loop", Of(Population.Columnar) / Of(Population.Loop), 1),
        ];
    }

    private static string Bar(string name, double value, double bar, bool atLeast = false) =>
        string.Create(CultureInfo.InvariantCulture, $"{name,-52}{value,9:N2}    bar {(atLeast ? ">=" : "<=")} {bar:0.##}  {((atLeast ? value >= bar : value <= bar) ? "held" : "MISSED")}");

    // One line a row, as a programmer writes a table down.
    internal static decimal? ByHand(in Post post)
    {
        if (post.Level == "中央" && post.PostName == "部级正职") { return 54; }
        if (post.Level == "中央" && post.PostName == "部级副职") { return 42; }
        if (post.Level == "省" && post.PostName == "正厅局级" && post.Heads >= 1) { return 30; }
        if (post.Level == "省" && post.PostName == "副厅局级" && post.Heads >= 1) { return 24; }
        if (post.Level == "省" && post.PostName == "正处级" && post.Heads is >= 1 and <= 400) { return 18; }
        if (post.Level == "省" && (post.PostName == "副处级" || post.PostName == "主任科员") && post.Heads is >= 1 and <= 400) { return 12; }
        if (post.Level == "市" && post.PostName == "正局处级" && post.Heads is >= 1 and < 200) { return 24; }
        if (post.Level == "市" && post.PostName == "正局处级" && post.Heads >= 200) { return 18; }
        if (post.Level == "市" && post.PostName == "副局处级") { return 18; }
        if (post.Level == "县" && (post.PostName == "正科级" || post.PostName == "副科级")) { return 12; }
        return null;
    }

    // The same, rearranged for speed: what nobody does to a table of law.
    private static decimal? Rearranged(in Post post)
    {
        if (post.Level == "中央")
        {
            return post.PostName == "部级正职" ? 54 : post.PostName == "部级副职" ? 42 : null;
        }

        if (post.Level == "省")
        {
            return post.PostName switch
            {
                "正厅局级" => post.Heads >= 1 ? 30 : null,
                "副厅局级" => post.Heads >= 1 ? 24 : null,
                "正处级" => post.Heads is >= 1 and <= 400 ? 18 : null,
                "副处级" or "主任科员" => post.Heads is >= 1 and <= 400 ? 12 : null,
                _ => null,
            };
        }

        if (post.Level == "市")
        {
            return post.PostName == "正局处级" ? post.Heads is >= 1 and < 200 ? 24 : post.Heads >= 200 ? 18 : null : post.PostName == "副局处级" ? 18 : null;
        }

        return post.Level == "县" && post.PostName is ("正科级" or "副科级") ? 12 : null;
    }

    private static Post[] MakeFacts()
    {
        var chooser = new Random(7);
        return Enumerable.Range(0, Facts).Select(_ =>
        {
            var row = Rows[chooser.Next(Rows.Length)];
            return new Post(new string(row.Level), new string(row.Posts[chooser.Next(row.Posts.Length)]), chooser.Next(1, 390));
        }).ToArray();
    }

    private static Workflow Workflow() => new()
    {
        WorkflowName = "area",
        Rules = Rows.Select((r, i) => new Rule
        {
            RuleName = $"r{i}",
            RuleExpressionType = RuleExpressionType.LambdaExpression,
            Expression = $"f.Level == \"{r.Level}\" && ({string.Join(" || ", r.Posts.Select(p => $"f.PostName == \"{p}\""))})" + r.Heads switch
            {
                ">= 1" => " && f.Heads >= 1",
                ">= 200" => " && f.Heads >= 200",
                "[1..400]" => " && f.Heads >= 1 && f.Heads <= 400",
                "[1..200)" => " && f.Heads >= 1 && f.Heads < 200",
                _ => "",
            },
        }).ToList(),
    };

    private static string Xml()
    {
        var rules = string.Concat(Rows.Select((r, i) => $"""
            <rule id="r{i}"><inputEntry id="a{i}"><text>"{r.Level}"</text></inputEntry><inputEntry id="b{i}"><text>{string.Join(", ", r.Posts.Select(p => $"\"{p}\""))}</text></inputEntry>
            <inputEntry id="c{i}"><text>{r.Heads.Replace(">", "&gt;", StringComparison.Ordinal)}</text></inputEntry><outputEntry id="o{i}"><text>{r.Area}</text></outputEntry></rule>
            """));
        return $"""
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" xmlns:guiju="urn:guiju:law" id="d" name="bench" namespace="urn:bench">
            <inputData id="i1" name="层级" guiju:english="level"><variable name="层级" typeRef="string"/></inputData>
            <inputData id="i2" name="职级" guiju:english="postName"><variable name="职级" typeRef="string"/></inputData>
            <inputData id="i3" name="人数" guiju:english="heads"><variable name="人数" typeRef="number"/></inputData>
            <decision id="area" name="面积"><variable name="面积" typeRef="number"/>
            <informationRequirement id="q1"><requiredInput href="#i1"/></informationRequirement><informationRequirement id="q2"><requiredInput href="#i2"/></informationRequirement><informationRequirement id="q3"><requiredInput href="#i3"/></informationRequirement>
            <decisionTable id="t" hitPolicy="UNIQUE"><input id="x1"><inputExpression id="e1" typeRef="string"><text>层级</text></inputExpression></input><input id="x2"><inputExpression id="e2" typeRef="string"><text>职级</text></inputExpression></input>
            <input id="x3"><inputExpression id="e3" typeRef="number"><text>人数</text></inputExpression></input><output id="y" typeRef="number"/>{rules}</decisionTable></decision></definitions>
            """;
    }
}

/// <summary>The facts of the bench's table.</summary>
public readonly record struct Post(string Level, string PostName, decimal? Heads);

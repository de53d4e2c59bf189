using System.Collections.Concurrent;
using System.Diagnostics;
using System.Security;
using System.Text;
using Guiju.Feel;
using Guiju.Feel.Tests;

namespace Guiju.Dmn.Tests;

/// <summary>Whatever file is handed in is read, checked and evaluated, or refused as documented. A modest count always runs; <c>GUIJU_FUZZ=1000000</c> runs a quarter as many files as it says, since a file is many expressions.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int First = 20260101;
    private const int LongestKitModel = 15_000;

    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("GUIJU_FUZZ"), out var count) ? count / 4 : 5_000;
    private static readonly FeelLimits Small = new() { Steps = 20_000, Depth = 60, Length = 10_000 };
    private static readonly string[] Cells = ["-", "\"市\"", "not(\"市\")", "> 3", "[1..5]", "null", "true", "> 上限", "@\"2025-01-31\"", "1, 2, 3"];

    [Fact]
    public void Any_file_is_read_and_evaluated_or_clearly_refused()
    {
        var kit = KitData.Find("dmn-tck") is { } folder
            ? Directory.GetFiles(folder, "*.dmn", SearchOption.AllDirectories).Where(p => new FileInfo(p).Length < LongestKitModel).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray()
            : [];
        var (outcomes, broken) = (new ConcurrentDictionary<string, int>(), new ConcurrentDictionary<string, string>());
        var (slowest, slow) = (TimeSpan.Zero, 0);
        var watch = Stopwatch.StartNew();
        Parallel.For(0, Count, i =>
        {
            var text = Input(new FuzzInput(First + i), kit);
            var began = watch.Elapsed;
            string outcome;
            try
            {
                outcome = Outcome(text, strict: i % 2 == 0);
            }
            catch (Exception undocumented)
            {
                outcome = "broken";
                broken.TryAdd($"{undocumented.GetType().Name} {undocumented.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Guiju.Dmn.", StringComparison.Ordinal) || l.Contains("Guiju.Feel.", StringComparison.Ordinal))?.Trim()}", $"input {i}: {undocumented.Message}");
            }

            outcomes.AddOrUpdate(outcome, 1, (_, n) => n + 1);
            if (watch.Elapsed - began is var took && took > slowest)
            {
                (slowest, slow) = (took, i);
            }
        });
        output.WriteLine($"{Count} inputs in {watch.Elapsed.TotalSeconds:F0} s; slowest {slowest.TotalMilliseconds:F0} ms (input {slow}); {string.Join(", ", outcomes.OrderByDescending(o => o.Value).Select(o => $"{o.Key} {o.Value}"))}");
        Assert.True(broken.IsEmpty, string.Join('\n', broken.Select(b => $"{b.Key}\n  {b.Value}")));
    }

    private static string Input(FuzzInput input, string[] kit) => input.Next(20) switch
    {
        0 => input.Bytes(input.Next(400)),
        1 => $"<definitions xmlns=\"{Tables.Space}\" name=\"a\" namespace=\"a\">{input.Bytes(input.Next(200))}",
        2 when kit.Length > 0 => input.Damage(kit[input.Next(kit.Length)]),
        < 6 => input.Damage(Table(input)),
        < 12 => Table(input),
        _ => Literals(input),
    };

    private static string Table(FuzzInput input)
    {
        string Cell() => input.Next(4) == 0 ? input.Expression(2) : Cells[input.Next(Cells.Length)];
        var policies = new[] { "UNIQUE", "FIRST", "ANY", "PRIORITY", "COLLECT", "RULE ORDER", "OUTPUT ORDER", "COLLECT\" aggregation=\"SUM", "COLLECT\" aggregation=\"MAX" };
        var xml = new StringBuilder(Tables.ModelWith("<inputData id=\"i_上限\" name=\"上限\"><variable name=\"上限\" typeRef=\"number\"/></inputData>", $"hitPolicy=\"{policies[input.Next(policies.Length)]}\"", ["使用面积:number", "单位:string"], ["结论:1, 2, \"市\""]));
        var rules = Enumerable.Range(0, 1 + input.Next(6)).Select(r => $"<rule id=\"r{r}\">{Entry("inputEntry", Cell())}{Entry("inputEntry", Cell())}{Entry("outputEntry", input.Expression(1))}</rule>");
        return xml.Replace("</decisionTable>", string.Concat(rules) + "</decisionTable>").Replace("<decisionTable", "<informationRequirement><requiredInput href=\"#i_上限\"/></informationRequirement><decisionTable").ToString();
    }

    /// <summary>Decisions that read each other, forwards and sometimes in a circle, with a knowledge model that may call itself.</summary>
    private static string Literals(FuzzInput input)
    {
        var xml = new StringBuilder($"<definitions xmlns=\"{Tables.Space}\" name=\"链\" namespace=\"urn:a\"><itemDefinition name=\"T\"><typeRef>{(input.Next(9) == 0 ? "T" : "number")}</typeRef></itemDefinition>");
        xml.Append("<inputData id=\"i\" name=\"使用面积\"><variable name=\"使用面积\" typeRef=\"T\"/></inputData>");
        xml.Append($"<businessKnowledgeModel id=\"f\" name=\"函\"><variable name=\"函\"/><encapsulatedLogic><formalParameter name=\"x\"/><literalExpression>{Text(input.Next(3) == 0 ? "函(x)" : input.Expression(2))}</literalExpression></encapsulatedLogic></businessKnowledgeModel>");
        for (var d = 0; d < 4; d++)
        {
            xml.Append($"<decision id=\"d{d}\" name=\"丁{d}\"><variable name=\"丁{d}\"/><informationRequirement><requiredInput href=\"#i\"/></informationRequirement>");
            xml.Append(d == 0 && input.Next(6) > 0 ? "" : $"<informationRequirement><requiredDecision href=\"#d{(input.Next(9) == 0 ? 3 : Math.Max(d - 1, 0))}\"/></informationRequirement>");
            xml.Append("<knowledgeRequirement><requiredKnowledge href=\"#f\"/></knowledgeRequirement>");
            xml.Append($"<literalExpression>{Text(input.Next(3) switch { 0 => $"丁{Math.Max(d - 1, 0)}", 1 => $"函({input.Expression(1)})", _ => input.Expression(3) })}</literalExpression></decision>");
        }

        return xml.Append("</definitions>").ToString();
    }

    private static string Entry(string kind, string text) => $"<{kind}>{Text(text)}</{kind}>";

    private static string Text(string text) => $"<text>{SecurityElement.Escape(text)}</text>";

    private static string Outcome(string text, bool strict)
    {
        var facts = new Dictionary<string, object?> { ["使用面积"] = 3m, ["单位"] = "市", ["上限"] = null };
        try
        {
            var model = DmnXml.Parse(text, "fuzz");
            var program = DmnProgram.Compile(model, new DmnOptions { Strict = strict, Limits = Small });
            program.Check();
            var limited = false;
            foreach (var decision in model.Decisions.Take(20))
            {
                limited |= !Evaluated(program, decision.Name, facts);
            }

            DmnXml.Parse(DmnWriter.Write(model, "1.5"), "fuzz");
            return limited ? "limit" : program.Faults.Count > 0 ? "faults" : "evaluated";
        }
        catch (DmnFormatException refusal)
        {
            Assert.NotEmpty(refusal.ReasonZh);
            return "refused";
        }
    }

    private static bool Evaluated(DmnProgram program, string decision, Dictionary<string, object?> facts)
    {
        try
        {
            var result = program.Evaluate(decision, facts);
            Assert.NotNull(TraceTeller.Tell(result.Trace, chinese: true));
            return true;
        }
        catch (FeelLimitException)
        {
            return false;
        }
    }
}

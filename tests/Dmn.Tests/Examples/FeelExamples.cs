using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Dmn.Tests.Examples;

/// <summary>The examples of docs/engine/feel.md: what stands between the marks stands there word for word.</summary>
public sealed class FeelExamples
{
    [Fact]
    public void Evaluating()
    {
        // example: evaluating
        var facts = new Dictionary<string, object?> { ["使用面积"] = 28.5m, ["核定面积"] = 30m };
        FeelResult result = FeelExpression.Evaluate("使用面积 / 核定面积", facts, strict: true);

        string told = $"{result.Value} {result.Type}"; // 0.95 number
        // end
        Assert.Equal("0.95 number", told);
    }

    [Fact]
    public void Reading_once()
    {
        // example: reading-once
        var names = new NameScope().With("单价", FeelType.Number).With("数量", FeelType.Number);
        FeelExpression total = FeelExpression.Parse("单价 * 数量", names, strict: true);

        object? few = total.Evaluate(new Dictionary<string, object?> { ["单价"] = 18.5m, ["数量"] = 3 }).Value; // 55.5
        object? many = total.Evaluate(new Dictionary<string, object?> { ["单价"] = 18.5m, ["数量"] = 40 }).Value; // 740.0
        // end
        Assert.Equal((55.5m, 740m), ((decimal?)few, (decimal?)many));
    }

    [Fact]
    public void Compiling()
    {
        // example: compiling
        FeelExpression quick = FeelExpression.Parse("单价 * 数量", new NameScope().With("单价", FeelType.Number).With("数量", FeelType.Number), strict: true).Compile();
        FeelResult open = quick.Evaluate(new Dictionary<string, object?> { ["单价"] = 18.5m }); // null; missing: 数量
        // end
        Assert.Null(open.Value);
        Assert.Equal(["数量"], open.Missing);
    }

    [Fact]
    public void Refusing()
    {
        var told = new List<string>();

        // example: refusing
        foreach (var text in new[] { "使用面积＞30", "使用面集 > 30", "使用面积 >" })
        {
            try
            {
                FeelExpression.Parse(text, new NameScope().With("使用面积", FeelType.Number), strict: true);
            }
            catch (FeelSyntaxException mistake)
            {
                told.Add($"{mistake.Start}–{mistake.End} {mistake.Code}: {mistake.Message}");
            }
        }

        // 4–5 full-width: full-width ＞: write >
        // 0–4 unknown-name: nothing is called 使用面集; did you mean 使用面积?
        // 6–6 syntax: the expression ends too early
        // end
        Assert.Equal(["4–5 full-width: full-width ＞: write >", "0–4 unknown-name: nothing is called 使用面集; did you mean 使用面积?", "6–6 syntax: the expression ends too early"], told);
    }

    [Fact]
    public void Missing_facts()
    {
        // example: missing-facts
        var facts = new Dictionary<string, object?> { ["价格"] = null, ["涉密"] = true };

        FeelResult open = FeelExpression.Evaluate("价格 > 25", facts, strict: true);
        string missing = string.Join(", ", open.Missing); // 价格: it cannot be decided, which is not "no"

        FeelResult settled = FeelExpression.Evaluate("涉密 or 价格 > 25", facts, strict: true); // true: the price does not matter
        // end
        Assert.Equal((null, "价格", true), (open.Value, missing, (bool?)settled.Value));
    }

    [Fact]
    public void Cells()
    {
        // example: cells
        TestNode cell = FeelExpression.ParseTests("[1..5], > 100", strict: true);

        bool? three = cell.Holds(3m, new Scope(new Run(TimeProvider.System))); // true
        bool? fifty = cell.Holds(50m, new Scope(new Run(TimeProvider.System))); // false
        // end
        Assert.Equal((true, false), (three, fifty));
    }

    [Fact]
    public void Months()
    {
        // example: days
        object? due = FeelExpression.Evaluate("date(\"2025-01-31\") + duration(\"P1M\")").Value; // 2025-02-28: clipped to the end of the month
        object? years = FeelExpression.Evaluate("years and months duration(date(\"2017-05-01\"), date(\"2025-05-01\")).years > 8").Value; // false: exactly eight is not more than eight
        // end
        Assert.Equal(("2025-02-28", false), (FeelText.Plain(due), (bool?)years));
    }

    [Fact]
    public void Limits()
    {
        var limit = "";

        // example: limits
        var limits = new FeelLimits { Steps = 100_000, Depth = 50, Length = 10_000, Time = TimeSpan.FromSeconds(1) };
        try
        {
            FeelExpression.Evaluate("for 甲 in 1..1000000000 return 甲", limits: limits);
        }
        catch (FeelLimitException stopped)
        {
            limit = stopped.Limit; // length
        }
        // end
        Assert.Equal("length", limit);
    }
}

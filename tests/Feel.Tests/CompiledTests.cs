using System.Collections.Concurrent;
using Guiju.Feel.Syntax;

namespace Guiju.Feel.Tests;

/// <summary>One meaning: the interpreter is right by definition, and the compiled form must agree with it in value, warnings and facts found missing.</summary>
public sealed class CompiledTests(ITestOutputHelper output)
{
    private const int First = 20260301;

    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("GUIJU_FUZZ"), out var count) ? count : 20_000;
    private static readonly FeelLimits Small = new() { Steps = 20_000, Depth = 100, Length = 10_000 };

    private static readonly string[] Written =
    [
        "for i in 1..3, j in 1..i return i * j", "for i in [1, null, 3] return i + 1", "for i in 1..4 return if i = 1 then 1 else partial[-1] + i", "some x in 车辆 satisfies x.价格 > 5", "every x in [1, 2, \"a\"] satisfies x > 0",
        "for x in [1, 2], x in [x, x + 10] return x", "{a: 1, b: a + 1, c: {b: 5, d: b + a}}.c.d", "{a: 1, a: 2}", "{f: function(n) if n < 2 then 1 else n * f(n - 1), r: f(6)}.r", "[1, 2, 3][item > 1]", "车辆[价格 > 5].名称",
        "(for i in 1..3 return function(n) n + i)[2](10)", "sum(for x in 车辆 return x.价格)", "count(车辆) > 1 and 车辆[1].价格 in [1..50]", "价格 in (< 5, [10..20], not(7))", "价格 between 1 and 人数", "价格 instance of number", "-\"a\"", "1/0", "79228162514264337593543950335 + 1",
        "10 ** 40", "没有的", "没有的 > 1 and false", "人数 != null", "count", "for count in 1..2 return count", "not(人数 > 2)", "\"a\" + 1", "date(\"2024-02-30\")", "@\"2024-01-31\" + duration(\"P1M\")", "if null then 1 else 2", "[1..人数]", "[人数..\"a\"]", "list contains([1, 2], 价格)", "sort(list: [3, 1, 2], precedes: function(x, y) x < y)",
    ];

    private static FeelContext Facts => (FeelContext)FeelExpression.Evaluate("{价格: 12.5, 人数: 3, 备注: null, 涉密: true, 车辆: [{名称: \"甲\", 价格: 3}, {名称: \"乙\", 价格: 12}, {名称: \"丙\"}]}").Value!;

    [Fact]
    public void Compiled_and_interpreted_agree_on_the_corpus_and_on_what_binds_names()
    {
        foreach (var (context, test, expression) in CorpusTests.Cases().Select(c => (c.Data.Item1, c.Data.Item2, c.Data.Item3)).Concat(Written.Select(w => ("", "", w))))
        {
            var known = context.Length == 0 ? Facts : FeelExpression.Evaluate(context).Value as FeelContext ?? Facts;
            foreach (var strict in (bool[])[false, true])
            {
                var (interpreted, compiled) = Both(expression, test.Length == 0 ? null : known[test], test.Length > 0, known, strict);
                Assert.True(interpreted == compiled, $"{expression}{(strict ? " (strict)" : "")}\n  interpreted {interpreted}\n  compiled    {compiled}");
            }
        }
    }

    [Fact]
    public void Compiled_and_interpreted_agree_on_generated_expressions()
    {
        var samples = CorpusTests.Cases().Select(c => c.Data.Item3).Concat(Written).ToList();
        var (apart, compared) = (new ConcurrentBag<string>(), 0);
        Parallel.For(0, Count, i =>
        {
            var text = new FuzzInput(First + i).Any(samples);
            var (interpreted, compiled) = Both(text, 12.5m, i % 5 == 0, Facts, i % 2 == 0);
            if (interpreted.StartsWith("limit", StringComparison.Ordinal) || compiled.StartsWith("limit", StringComparison.Ordinal))
            {
                return; // the compiled form needs fewer steps
            }

            Interlocked.Increment(ref compared);
            if (interpreted != compiled)
            {
                apart.Add($"input {i}, {FeelText.Write(text)}\n  interpreted {interpreted}\n  compiled    {compiled}");
            }
        });
        output.WriteLine($"{compared} of {Count} inputs compared");
        Assert.True(compared > Count / 2);
        Assert.True(apart.IsEmpty, string.Join('\n', apart.Take(10)));
    }

    private static (string Interpreted, string Compiled) Both(string text, object? tested, bool isTest, FeelContext known, bool strict)
    {
        var names = new NameScope();
        foreach (var (name, value) in known)
        {
            names.With(name, FeelExpression.TypeOf(value));
        }

        try
        {
            if (isTest)
            {
                var test = FeelExpression.ParseTests(text, names, strict);
                var ready = new CompiledTest(test);
                return (Told(known, strict, scope => test.Holds(tested, scope)), Told(known, strict, scope => ready.Holds(tested, scope)));
            }

            var expression = FeelExpression.Parse(text, names, strict);
            return (Told(known, strict, expression.Root.Evaluate), Told(known, strict, expression.Compile().Root.Evaluate));
        }
        catch (FeelSyntaxException fault)
        {
            return (fault.Code, fault.Code);
        }
    }

    private static string Told(FeelContext known, bool strict, Func<Scope, object?> evaluate)
    {
        var run = new Run(new Stopped(), Small, strict);
        var scope = new Scope(run);
        foreach (var (name, value) in known)
        {
            scope.Set(name, value);
        }

        try
        {
            var value = FeelText.Write(evaluate(scope));
            return $"{value} | {string.Join("; ", run.Warnings.Select(w => $"{w.Code} {w.Start}-{w.End} {w.Message}"))} | {string.Join(", ", run.Missing)}";
        }
        catch (FeelLimitException limit)
        {
            return "limit " + limit.Limit;
        }
    }

    private sealed class Stopped : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2025, 3, 4, 5, 6, 7, TimeSpan.Zero);

        public override long GetTimestamp() => 0;
    }
}

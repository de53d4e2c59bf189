using System.Collections.Concurrent;
using System.Diagnostics;
using Guiju.Feel.Syntax;

namespace Guiju.Feel.Tests;

/// <summary>Whatever is typed gives a value or a documented refusal. A modest count always runs; <c>GUIJU_FUZZ=1000000</c> runs as many as it says.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private const int First = 20260101;

    private static readonly FeelLimits Small = new() { Steps = 20_000, Depth = 100, Length = 10_000 };
    private static readonly int Count = int.TryParse(Environment.GetEnvironmentVariable("GUIJU_FUZZ"), out var count) ? count : 20_000;

    private static readonly int From = int.TryParse(Environment.GetEnvironmentVariable("GUIJU_FUZZ_FROM"), out var from) ? from : 0;

    private static readonly Dictionary<string, object?> Facts = new()
    {
        ["使用面积"] = 28.5m,
        ["人数"] = 3,
        ["备注"] = null,
        ["涉密"] = true,
        ["期"] = new DateOnly(2025, 1, 31),
        ["车辆"] = new Dictionary<string, object?> { ["甲"] = 1, ["名称"] = "京A" },
        ["单位"] = new[] { new Dictionary<string, object?> { ["名称"] = "办公室", ["人数"] = 12 }, new Dictionary<string, object?> { ["名称"] = "财务处", ["人数"] = 8 } },
    };

    [Fact]
    public void Any_input_gives_a_value_or_a_clear_refusal()
    {
        var samples = CorpusTests.Cases().Select(c => c.Data.Item3).ToList();
        var outcomes = new ConcurrentDictionary<string, int>();
        var broken = new ConcurrentDictionary<string, string>();
        var (slowest, slow) = (TimeSpan.Zero, 0);
        var watch = Stopwatch.StartNew();
        Parallel.For(From, Count, i =>
        {
            var text = new FuzzInput(First + i).Any(samples);
            var began = watch.Elapsed;
            string outcome;
            try
            {
                outcome = Outcome(text, i);
            }
            catch (Exception undocumented)
            {
                outcome = "broken";
                broken.TryAdd($"{undocumented.GetType().Name} {undocumented.StackTrace?.Split('\n').FirstOrDefault(l => l.Contains("Guiju.Feel.", StringComparison.Ordinal))?.Trim()}", $"input {i}, {FeelText.Write(text)}: {undocumented.Message}");
            }

            outcomes.AddOrUpdate(outcome, 1, (_, n) => n + 1);
            if (watch.Elapsed - began is var took && took > slowest)
            {
                (slowest, slow) = (took, i);
            }
        });
        output.WriteLine($"{Count} inputs in {watch.Elapsed.TotalSeconds:F0} s; slowest {slowest.TotalMilliseconds:F0} ms (input {slow}: {new FuzzInput(First + slow).Any(samples)}); {string.Join(", ", outcomes.OrderByDescending(o => o.Value).Select(o => $"{o.Key} {o.Value}"))}");
        Assert.True(broken.IsEmpty, string.Join('\n', broken.Select(b => $"{b.Key}\n  {b.Value}")));
    }

    private static string Outcome(string text, int i)
    {
        try
        {
            if (i % 5 == 0)
            {
                return Test(text, strict: i % 2 == 0);
            }

            var result = FeelExpression.Evaluate(text, Facts, strict: i % 2 == 0, limits: Small);
            Assert.NotNull(FeelText.Write(result.Value));
            ClrValues.To(result.Value);
            Assert.All(result.Warnings, w => Assert.True(w.Start >= 0 && w.End <= text.Length && w.Start <= w.End && w.MessageZh.Length > 0, w.ToString()));
            return "value";
        }
        catch (FeelSyntaxException fault)
        {
            Assert.True(fault.Start >= 0 && fault.Start <= fault.End && fault.End <= text.Length && fault.MessageZh.Length > 0, $"{fault.Code} {fault.Start} {fault.End} of {text.Length}");
            return fault.Code;
        }
        catch (FeelLimitException limit)
        {
            return "limit " + limit.Limit;
        }
    }

    private static string Test(string text, bool strict)
    {
        var names = new NameScope();
        var run = new Run(TimeProvider.System, Small, strict);
        var scope = new Scope(run);
        foreach (var (name, value) in Facts)
        {
            var feel = ClrValues.From(value);
            names.With(name, FeelExpression.TypeOf(feel));
            scope.Set(name, feel);
        }

        var test = FeelExpression.ParseTests(text, names, strict);
        foreach (var value in Facts.Values)
        {
            test.Holds(ClrValues.From(value), scope);
        }

        return "test";
    }
}

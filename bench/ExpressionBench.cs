using Guiju.Feel;
using Guiju.Feel.Syntax;

namespace Guiju.Bench;

/// <summary>One expression of a decision: interpreted, compiled to delegates, and written by hand in C#.</summary>
internal static class ExpressionBench
{
    private const string Text = "if 使用面积 / 人数 > 标准 * 1.1 and 楼层 between 1 and 20 then \"超标\" else if 人数 * 标准 >= 使用面积 then \"达标\" else \"待核\"";
    private const int Times = 400_000;

    public static Task RunAsync(string[] args)
    {
        var names = new NameScope();
        var scope = new Scope(new Run(TimeProvider.System, new FeelLimits { Steps = long.MaxValue, Time = TimeSpan.FromDays(1) }, strict: true));
        var areas = Enumerable.Range(0, 64).Select(n => (object?)(20m + n)).ToArray();
        foreach (var (name, value) in new (string, object?)[] { ("使用面积", areas[0]), ("人数", 3m), ("标准", 9m), ("楼层", 4m) })
        {
            names.With(name, FeelType.Number);
            scope.Set(name, value);
        }

        var expression = FeelExpression.Parse(Text, names, strict: true);
        var compiled = expression.Compile();
        var told = 0;
        Measure.Report("expression", Measure.Interleaved(Times,
            ("by hand in C#", n => Repeat(n, area => By(area, 3m, 9m, 4m))),
            ("compiled", n => Repeat(n, area => compiled.Root.Evaluate(scope.Set("使用面积", area)))),
            ("interpreted", n => Repeat(n, area => expression.Root.Evaluate(scope.Set("使用面积", area))))), new { Text });
        return Task.FromResult(told);

        void Repeat(int n, Func<object?, object?> evaluate)
        {
            for (var i = 0; i < n; i++)
            {
                told += evaluate(areas[i & 63]) is string ? 1 : 0;
            }
        }
    }

    private static string By(object? area, decimal people, decimal standard, decimal floor) =>
        (decimal)area! / people > standard * 1.1m && floor >= 1 && floor <= 20 ? "超标" : people * standard >= (decimal)area ? "达标" : "待核"; // the areas are numbers
}

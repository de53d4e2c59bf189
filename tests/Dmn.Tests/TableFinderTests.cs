using System.Globalization;
using Guiju.Feel;
using Guiju.Feel.Syntax;
using static Guiju.Dmn.Tests.Tables;

namespace Guiju.Dmn.Tests;

/// <summary>The finder of overlaps, gaps and rows out of reach against brute force: every combination of values a table can tell apart, evaluated by the interpreter.</summary>
public sealed class TableFinderTests
{
    private static readonly string[] Uses = ["机要", "应急", "接待", "别的"];
    private static readonly string[] UseCells = ["-", "\"机要\"", "\"应急\"", "\"机要\", \"接待\"", "not(\"应急\")", "not(\"机要\", \"接待\")", "!= \"接待\""];
    private static readonly string[] PriceCells = ["-", "< {0}", "<= {0}", "> {0}", ">= {0}", "{0}", "[{0}..{1}]", "({0}..{1})", "not({0})", "< {0}, >= {1}", "not([{0}..{1}))"];
    private static readonly string[] FlagCells = ["-", "-", "true", "false", "not(true)"];
    private static readonly decimal[] Prices = [.. Enumerable.Range(-1, 15).Select(n => n / 2m)];

    [Theory]
    [InlineData(1, "UNIQUE")]
    [InlineData(2, "UNIQUE")]
    [InlineData(3, "FIRST")]
    [InlineData(4, "ANY")]
    public void The_finder_finds_what_brute_force_finds(int seed, string policy)
    {
        var random = new Random(seed);
        // GUIJU_TABLES sets how many tables a policy is tried on; the usual run takes few.
        var tables = int.Parse(Environment.GetEnvironmentVariable("GUIJU_TABLES") ?? "50", CultureInfo.InvariantCulture);
        for (var table = 0; table < tables; table++)
        {
            var rows = Enumerable.Range(0, random.Next(1, 6)).Select(_ => $"{UseCells[random.Next(UseCells.Length)]}; {Price(random)}; {FlagCells[random.Next(FlagCells.Length)]}|{random.Next(2)}").ToArray();
            var model = Model($"hitPolicy=\"{policy}\"", ["用途:string", "价格:number", "涉密:boolean"], ["结论"], rows);
            var (faults, hits) = (Compile(model).Check(), Everything(rows));
            var told = string.Join('\n', rows) + "\n" + string.Join('\n', faults);
            var pairs = Pairs(rows.Length).Where(p => hits.Exists(h => h.Rows[p.A] && h.Rows[p.B]) && (policy == "UNIQUE" || (policy == "ANY" && rows[p.A][^1] != rows[p.B][^1])));
            Assert.True(pairs.Select(p => $"rows {p.A + 1} and {p.B + 1} hit together").Order().SequenceEqual(faults.Where(f => f.Code == "overlap").Select(f => f.Message).Order()), told);
            Assert.True(hits.Exists(h => !h.Rows.Contains(true)) == faults.Any(f => f.Code == "gap"), told);
            var dead = Enumerable.Range(0, rows.Length).Where(r => !hits.Exists(h => h.Rows[r] && (policy != "FIRST" || Array.IndexOf(h.Rows, true) == r)));
            Assert.True(dead.SequenceEqual(faults.Where(f => f.Code == "unreachable").Select(f => int.Parse(f.Element.Split("row ")[1], CultureInfo.InvariantCulture) - 1).Order()), told);
            Assert.All(faults.Where(f => f.Code is "overlap" or "gap"), f => Assert.True(Shows(f, rows), $"{f}: {string.Join(", ", f.Example ?? new Dictionary<string, string>())}\n{told}"));
        }
    }

    /// <summary>Whether the example, evaluated, shows the mistake it stands for.</summary>
    private static bool Shows(DmnFault fault, string[] rows)
    {
        var example = fault.Example ?? throw new InvalidOperationException("there is always one");
        object? Of(string name) => example[name] is "\"…\"" ? "谁也没有写到的" : FeelExpression.Evaluate(example[name]).Value;
        var hit = Hit(rows, Of("用途"), Of("价格"), Of("涉密"));
        return fault.Code == "gap" ? !hit.Contains(true) : Pairs(rows.Length).Any(p => hit[p.A] && hit[p.B] && fault.Message == $"rows {p.A + 1} and {p.B + 1} hit together");
    }

    private static List<(object? Value, bool[] Rows)> Everything(string[] rows) =>
        [.. from use in Uses from price in Prices from secret in new[] { true, false } select ((object?)(use, price, secret), Hit(rows, use, price, secret))];

    /// <summary>Each row's cells evaluated one by one, without any table.</summary>
    private static bool[] Hit(string[] rows, params object?[] values) => [.. rows.Select(row => row.Split('|')[0].Split(';').Select(c => c.Trim()).Zip(values).All(p => Holds(p.First, p.Second)))];

    private static readonly Dictionary<(string, object?), bool> Known = [];

    private static bool Holds(string cell, object? value)
    {
        lock (Known)
        {
            if (!Known.TryGetValue((cell, value), out var holds))
            {
                // A value given for a column of dashes may be of any sort.
                Known[(cell, value)] = holds = cell == "-" || FeelExpression.ParseTests(cell).Holds(value, new Scope(new Run(TimeProvider.System))) == true;
            }

            return holds;
        }
    }

    private static IEnumerable<(int A, int B)> Pairs(int rows) => from a in Enumerable.Range(0, rows) from b in Enumerable.Range(a + 1, rows - a - 1) select (a, b);

    private static string Price(Random random)
    {
        var low = random.Next(0, 5);
        return string.Format(CultureInfo.InvariantCulture, PriceCells[random.Next(PriceCells.Length)], low, low + random.Next(0, 2));
    }
}

using System.Text;

namespace Guiju.Feel.Tests;

/// <summary>Makes inputs that nobody would write: random bytes, heaps of pieces, expressions grown by the grammar, and damaged copies. The same seed makes the same input.</summary>
internal sealed class FuzzInput(int seed)
{
    private static readonly string[] Pieces =
    [
        "使用面积", "人数", "车辆", "单位", "1", ".5", "1e9", "-", "\"甲\"", "(", ")", "[", "]", "{", "}", "..", ",", ":", "+", "*", "/", "**", "<", ">=", "=", "!=", "in", " between ", " and ", " or ", "not(", "if ", " then ",
        " else ", "for ", " in ", " return ", "some ", "every ", " satisfies ", "function(", "@\"2025-01-31\"", "@\"P1Y2M\"", "@\"", "null", "true", "?", " instance of ", "list<", "context<", "range<", "sum(", "date(", "item",
        "[item", ".名称", "\\u", "\"", "//", "/*", "*/", "＞", "，", "（", "𠮷", "\0", "\ud800", "\u3000", "1e999", "99999999999999999999999999999999", "date and time(", "time offset", "years and months duration(", " external ", "-",
        "partial", "\n", "\t", "9999999999-12-31", "[1..", "(<", "]1..2[", "->", "...", "｛", "“", "100000000", "-2147483648",
    ];

    private static readonly string[] Names = ["使用面积", "人数", "车辆", "单位", "备注", "涉密", "期", "不存在"];

    private static readonly string[] Functions =
    [
        "sum", "min", "max", "count", "mean", "median", "mode", "stddev", "product", "all", "any", "append", "concatenate", "insert before", "remove", "reverse", "index of", "union", "distinct values", "flatten", "sort", "sublist",
        "list contains", "list replace", "substring", "string length", "upper case", "lower case", "substring before", "substring after", "replace", "contains", "starts with", "ends with", "matches", "split", "string join", "string",
        "number", "decimal", "floor", "ceiling", "round up", "round down", "round half up", "round half down", "abs", "modulo", "sqrt", "log", "exp", "odd", "even", "date", "time", "date and time", "duration", "years and months duration",
        "day of week", "day of year", "week of year", "month of year", "now", "today", "is", "before", "after", "meets", "met by", "overlaps", "overlaps before", "overlaps after", "finishes", "includes", "during", "starts", "started by",
        "coincides", "get value", "get entries", "context", "context put", "context merge", "range", "not",
    ];

    private static readonly string[] Literals =
    [
        "0", "1", "-1", "3.14", "0.0000000000000000000000000001", "79228162514264337593543950335", "1e27", "\"\"", "\"甲\"", "\"𠮷\"", "\"(a+)+$\"", "\"P1D\"", "\"2025-02-29\"", "\"[1..2]\"", "true", "false", "null", "[]", "{}",
        "@\"2024-02-29\"", "@\"999999999-12-31\"", "@\"-999999999-01-01\"", "@\"08:30:00+08:00\"", "@\"2025-01-01T00:00:00@Asia/Shanghai\"", "@\"P9999999999Y\"", "@\"-P1D\"", "@\"PT0.000000001S\"", "@\"P106751991167DT1S\"",
        "[1..10]", "(\"a\"..\"z\"]", "[@\"2025-01-01\"..@\"2025-12-31\"]", "(<5)", "[1,2,3]", "[[1,[2]],3]", "{\"\": 1}", "[{\"\": 1, \" \": 2}]", "{甲: 1, 乙: {丙: [1]}}", "function(x) x + 1", "function(x, y) x < y", "date(2025, 1, 31)", "1000000",
    ];

    private readonly Random random = new(seed);

    /// <summary>One input of any kind; <paramref name="samples"/> are what damaged copies are made of.</summary>
    public string Any(IReadOnlyList<string> samples) => random.Next(10) switch
    {
        0 => Bytes(random.Next(200)),
        1 or 2 or 3 => Heap(),
        4 or 5 => Damage(samples[random.Next(samples.Count)]),
        6 => Damage(Expression(4)),
        _ => Expression(random.Next(1, 6)),
    };

    public int Next(int below) => random.Next(below);

    public string Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return random.Next(3) switch { 0 => Encoding.UTF8.GetString(bytes), 1 => Encoding.Unicode.GetString(bytes), _ => Encoding.Latin1.GetString(bytes) };
    }

    public string Heap() => string.Concat(Enumerable.Range(0, random.Next(15)).Select(_ => Pick(Pieces)));

    public string Expression(int depth)
    {
        if (depth <= 0)
        {
            return random.Next(3) == 0 ? Pick(Names) : Pick(Literals);
        }

        string Inner() => Expression(depth - 1 - random.Next(2));
        return random.Next(17) switch
        {
            0 or 1 => $"{Inner()} {Pick("+", "-", "*", "/", "**")} {Inner()}",
            2 => $"{Inner()} {Pick("<", "<=", ">", ">=", "=", "!=")} {Inner()}",
            3 => $"({Inner()}) {Pick("and", "or")} ({Inner()})",
            4 => $"if {Inner()} then {Inner()} else {Inner()}",
            5 => $"for {Pick("a", "使用面积", "partial")} in {Inner()} return {Inner()}",
            6 => $"for a in {Inner()}..{Inner()}, b in {Inner()} return [a, b, {Inner()}]",
            7 => $"{Pick("some", "every")} a in {Inner()} satisfies {Inner()}",
            8 => $"({Inner()})[{Inner()}]",
            9 => $"({Inner()}).{Pick("甲", "year", "months", "time offset", "start", "名称", "weekday")}",
            10 => $"{{甲: {Inner()}, \"乙 丙\": 甲, f: function(x) {Inner()}, g: f({Inner()})}}",
            11 => $"({Inner()}) instance of {Pick("number", "list<number>", "context<甲: number>", "function<number>->string", "range<date>", "Any", "date and time")}",
            12 => $"{Inner()} {Pick("in", "between 1 and")} ({Inner()})",
            13 => $"{Pick("[", "(", "]")}{Inner()}..{Inner()}{Pick("]", ")", "[")}",
            _ => $"{Pick(Functions)}({string.Join(", ", Enumerable.Range(0, random.Next(4)).Select(_ => Inner()))})",
        };
    }

    public string Damage(string whole)
    {
        var text = new StringBuilder(whole);
        for (var k = random.Next(1, 4); k > 0 && text.Length > 0; k--)
        {
            var at = random.Next(text.Length);
            var length = Math.Min(random.Next(1, 25), text.Length - at);
            _ = random.Next(5) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, text.ToString(at, length)),
                2 => text.Insert(at, Pick(Pieces)),
                3 => text.Replace(text.ToString(at, 1), Pick("(", "\"", "＞", "9", "\0", "<"), at, 1),
                _ => text.Insert(random.Next(text.Length), Expression(2)),
            };
        }

        return text.ToString();
    }

    private string Pick(params string[] from) => from[random.Next(from.Length)];
}

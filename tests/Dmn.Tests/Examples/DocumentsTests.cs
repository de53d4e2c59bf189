using System.Text.RegularExpressions;

namespace Guiju.Dmn.Tests.Examples;

/// <summary>What the documents show is what was compiled and tried here.</summary>
public sealed partial class DocumentsTests
{
    private static readonly string[] Documents = ["docs/engine/feel.md", "docs/engine/dmn.md", "src/Feel/README.md", "src/Dmn/README.md"];

    [Fact]
    public void Every_example_in_the_documents_is_one_that_was_run()
    {
        var root = Root();
        var run = Directory.GetFiles(Path.Combine(root, "tests/Dmn.Tests/Examples"), "*Examples.cs").SelectMany(f => Marked().Matches(File.ReadAllText(f)))
            .ToDictionary(m => m.Groups["name"].Value, m => Flush(m.Groups["code"].Value));
        var shown = Documents.SelectMany(d => Shown().Matches(File.ReadAllText(Path.Combine(root, d))).Select(m => (Document: d, Name: m.Groups["name"].Value, Code: m.Groups["code"].Value.Trim()))).ToList();

        Assert.All(shown, s => Assert.Equal(run[s.Name], s.Code));
        Assert.Empty(run.Keys.Except(shown.Select(s => s.Name)));
        Assert.All(Documents, d => Assert.Equal(File.ReadAllText(Path.Combine(root, d)).Split("```csharp").Length - 1, shown.Count(s => s.Document == d)));
    }

    [Fact]
    public void The_handbook_shows_the_table_and_the_sentences_that_the_engine_gives()
    {
        var page = File.ReadAllText(Path.Combine(Root(), "docs/handbook/tables.md"));
        var program = Tables.Compile(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Examples", "meeting.dmn")));
        var figures = new ParameterVector([new("meeting.limit", 60m)]);
        string Told(string decision, params (string, object?)[] facts) => TraceTeller.Tell(program.Evaluate(decision, Tables.Facts(facts), figures).Trace, chinese: true);

        foreach (var rule in program.Model.Decisions[0].Table!.Rules) // the first decision is a table
        {
            Assert.Contains($"| {rule.Index + 1} | {string.Join(" | ", rule.Tests.Concat(rule.Outputs).Select(c => $"`{c.Text}`"))} | {rule.Extension("provision")} |", page, StringComparison.Ordinal);
        }

        Assert.Contains(Told("会议室使用", ("用途", "培训"), ("人数", 80)), page, StringComparison.Ordinal);
        Assert.Contains(Told("会议室使用", ("用途", "培训")), page, StringComparison.Ordinal);
        Assert.Contains(Told("结论", ("用途", "培训"), ("人数", 80), ("应急指挥", true)).Split('\n')[^1].Trim(), page, StringComparison.Ordinal);
    }

    private static string Flush(string code)
    {
        var lines = code.Split('\n').Select(l => l.TrimEnd()).ToList();
        var margin = lines.Where(l => l.Length > 0).Min(l => l.Length - l.TrimStart().Length);
        return string.Join('\n', lines.Select(l => l.Length > 0 ? l[margin..] : l)).Trim();
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Guiju.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("the tests do not run within the checkout");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"^ *// example: (?<name>[\w-]+)\n(?<code>.*?)^ *// end$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Marked();

    [GeneratedRegex(@"<!-- example: (?<name>[\w-]+) -->\n```csharp\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Shown();
}

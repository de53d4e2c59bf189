using Guiju.Feel.Syntax;

namespace Guiju.Feel.Tests;

/// <summary>The Chinese corpus: what an author at the bureau writes, and what must come of it.</summary>
public sealed class CorpusTests
{
    public static TheoryData<string, string, string, string> Cases()
    {
        var cases = new TheoryData<string, string, string, string>();
        var (context, test) = ("{}", "");
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "corpus.txt")))
        {
            if (line.StartsWith("@context ", StringComparison.Ordinal))
            {
                (context, test) = (line[9..], "");
            }
            else if (line.StartsWith("@test ", StringComparison.Ordinal))
            {
                test = line[6..];
            }
            else if (!line.StartsWith('#') && line.Split(" => ") is [var expression, var expected])
            {
                cases.Add(context, test, expression, expected);
            }
        }

        return cases;
    }

    [Fact]
    public void The_corpus_holds_at_least_four_hundred_cases() => Assert.True(Cases().Count >= 400);

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_the_author_writes_means_what_he_means(string context, string test, string expression, string expected)
    {
        Assert.Equal(expected, Outcome(context, test, expression));
    }

    private static string Outcome(string context, string test, string expression)
    {
        var known = (FeelContext)(FeelExpression.Evaluate(context).Value ?? new FeelContext());
        var names = new NameScope();
        var run = new Run(TimeProvider.System, null, strict: true);
        var scope = new Scope(run);
        foreach (var (name, value) in known)
        {
            names.With(name, FeelExpression.TypeOf(value));
            scope.Set(name, value);
        }

        try
        {
            object? value = test.Length == 0
                ? FeelExpression.Parse(expression, names, strict: true).Root.Evaluate(scope)
                : FeelExpression.ParseTests(expression, names, strict: true).Holds(known[test], scope);
            return value is null && (run.Missing.Count > 0 || (test.Length > 0 && known[test] is null)) ? "?" + string.Join(",", run.Missing) : FeelText.Write(value);
        }
        catch (FeelSyntaxException fault)
        {
            Assert.InRange(fault.Start, 0, expression.Length);
            Assert.NotEmpty(fault.MessageZh);
            return "!" + fault.Code;
        }
    }
}

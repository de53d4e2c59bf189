using System.Text.RegularExpressions;
using Guiju.Law.Checking;
using Guiju.Law.Searching;
using Guiju.Law.Stored;
using Guiju.Texts;

namespace Guiju.Law.Tests.Searching;

/// <summary>The written questions with the articles that answer them, the real texts as search records, and how answers are scored.</summary>
internal static partial class SearchQuestions
{
    /// <summary>A question: its part, its words, the addresses (title~article) that answer it.</summary>
    internal sealed record Question(string Part, string Words, IReadOnlyList<string> Answers);

    /// <summary>Share of questions with an answer among the first five, and the mean of the reciprocal ranks.</summary>
    internal sealed record Marks(double RecallAt5, double ReciprocalRank, IReadOnlyList<string> Missed);

    public static IReadOnlyList<Question> Read(string file) => LawYaml.Parse(file, File.ReadAllText(file)).Items
        .Select(q => new Question(q["part"].Text, q["question"].Text, q["answers"].Items.Select(a => a.Text).ToList())).ToList();

    /// <summary>The newest version of each text of the folder, article by article.</summary>
    public static async Task<IReadOnlyList<SearchRecord>> RecordsAsync(string folder, CancellationToken ct)
    {
        var read = (await ReadFile.AllAsync([folder], ct)).Where(f => f.Text is not null).Select(f => (Title: Bare(f.Text!.Title), Text: f.Text!, Day: f.NamedDate ?? DateOnly.MinValue)); // filtered just before
        return read.GroupBy(f => f.Title + f.Text.Subtitle).Select(g => g.MaxBy(f => f.Day)).OrderBy(f => f.Title, StringComparer.Ordinal).SelectMany(f => Of(f.Title, f.Text, f.Day)).ToList();
    }

    /// <summary>Scores a way to search over some questions.</summary>
    public static Marks Score(IReadOnlyList<Question> questions, Func<string, IReadOnlyList<SearchRecord>> search)
    {
        var (found, reciprocal, missed) = (0, 0.0, new List<string>());
        foreach (var question in questions)
        {
            var at = search(question.Words).Take(10).ToList().FindIndex(r => question.Answers.Contains($"{r.Text.Title}~{r.Address}"));
            found += at is >= 0 and < 5 ? 1 : 0;
            reciprocal += at >= 0 ? 1.0 / (at + 1) : 0;
            if (at is < 0 or >= 5)
            {
                missed.Add(question.Words);
            }
        }

        return new Marks((double)found / questions.Count, reciprocal / questions.Count, missed);
    }

    private static IEnumerable<SearchRecord> Of(string title, LegalText text, DateOnly day)
    {
        var shared = new SearchText(title, title, text.Number, LawRank.Law, "", "cn", [], "");
        return Walk(text.Body, "").Select(p => new SearchRecord(shared, p.Article.Address, p.Article.Label, p.Under, string.Join('\n', p.Article.Paragraphs.Select(x => x.Text)), DateOnly.MinValue, null, day, TextStanding.InForce));
    }

    private static IEnumerable<(Article Article, string Under)> Walk(Body body, string under) => body.Articles.Select(a => (a, under))
        .Concat(body.Divisions.SelectMany(d => Walk(d.Body, $"{under} {d.Label} {d.Title}".Trim())));

    private static string Bare(string title) => Layout().Replace(title, "").Replace("中华人民共和国", "", StringComparison.Ordinal);

    [GeneratedRegex(@"[\s<>〈〉]")]
    private static partial Regex Layout();
}

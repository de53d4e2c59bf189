using Guiju.Law.Searching;

namespace Guiju.Law.Tests.Searching;

/// <summary>The written questions over the real texts, where these lie beside the checkout.</summary>
public sealed class SearchQualityTests
{
    [Fact]
    public async Task Clerks_questions_are_answered_among_the_first_five()
    {
        var folder = LawsBeside();
        Assert.SkipWhen(folder is null, "The real texts are not beside this checkout.");
        var records = await SearchQuestions.RecordsAsync(folder!, TestContext.Current.CancellationToken); // skipped above where it is null
        using var search = new LawSearch(records, SearchLexicon.Read(LawFiles.Read(LawSearchTests.LawFolder())));
        var bigrams = new PlainSearches.Bigrams(records);
        var questions = SearchQuestions.Read(Path.Combine(AppContext.BaseDirectory, "Searching", "questions.yaml"));

        var ours = new Dictionary<string, SearchQuestions.Marks>();
        foreach (var part in questions.GroupBy(q => q.Part).Append(questions.GroupBy(_ => "all").Single()))
        {
            var (asked, plain, like) = (part.ToList(), SearchQuestions.Score([.. part], bigrams.Find), SearchQuestions.Score([.. part], q => PlainSearches.Like(records, q)));
            ours[part.Key] = SearchQuestions.Score(asked, q => [.. search.Find(q, 10).Select(h => h.Record)]);
            TestContext.Current.TestOutputHelper?.WriteLine($"{part.Key} ({asked.Count}): recall at 5 {ours[part.Key].RecallAt5:F3}, mean reciprocal rank {ours[part.Key].ReciprocalRank:F3}; unweighted bigrams {plain.RecallAt5:F3}, {plain.ReciprocalRank:F3}; LIKE {like.RecallAt5:F3}, {like.ReciprocalRank:F3}; missed: {string.Join(" / ", ours[part.Key].Missed)}");
            Assert.True(ours[part.Key].RecallAt5 >= plain.RecallAt5 + (part.Key == "all" ? 0.15 : 0.10), part.Key);
        }

        Assert.True(ours["all"].RecallAt5 >= 0.90, $"recall at 5 {ours["all"].RecallAt5:F3}");
        Assert.True(ours["all"].ReciprocalRank >= 0.75, $"mean reciprocal rank {ours["all"].ReciprocalRank:F3}");
    }

    internal static string? LawsBeside()
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (Path.Combine(at.FullName, "shared", "data", "laws") is var laws && Directory.Exists(laws))
            {
                return laws;
            }
        }

        return null;
    }
}

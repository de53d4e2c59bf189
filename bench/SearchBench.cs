using System.Diagnostics;
using System.Globalization;
using Guiju.Law;
using Guiju.Law.Checking;
using Guiju.Law.Searching;
using Guiju.Law.Stored;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;

namespace Guiju.Bench;

/// <summary>
/// The written questions over 150 000 provisions: the real texts multiplied (each copy under a title and numbers of its own), beside plain SQL LIKE and
/// beside unweighted pairs of characters in SQLite's own full-text index, question by question in the same run.
/// </summary>
internal static class SearchBench
{
    private const int Provisions = 150_000;
    private const int Wanted = 10;
    private const int Rounds = 3;
    private const int FewQuestions = 12; // LIKE reads the whole table for each

    public static async Task RunAsync(string[] args)
    {
        var home = Environment.GetEnvironmentVariable("GUIJU_HOME") ?? ".";
        var folder = args.Length > 0 ? args[0] : Path.Combine(home, "..", "shared", "data", "laws");
        if (!Directory.Exists(folder))
        {
            Console.WriteLine($"No texts at {folder}; name their folder: ./dev bench search FOLDER");
            return;
        }

        var questions = LawYaml.Parse("questions.yaml", await File.ReadAllTextAsync(Path.Combine(home, "tests", "Law.Tests", "Searching", "questions.yaml"))).Items.Select(q => q["question"].Text).ToList();
        var records = await RecordsAsync(folder);
        var clock = Stopwatch.GetTimestamp();
        using var search = new LawSearch(records, SearchLexicon.Read(LawFiles.Read(LawFiles.Find(new ConfigurationBuilder().Build()))));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{records.Count:N0} provisions, {questions.Count} questions; index built in {Stopwatch.GetElapsedTime(clock).TotalSeconds:F1} s"));
        var ours = Timed(questions, Rounds, q => search.Find(q, Wanted, new SearchFacets().Lets).Count);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ours: p95 {ours.P95:F2} ms, median {Measure.Median(ours.Wall):F2} ms; of processor time {ours.ProcessorP95:F2} and {Measure.Median(ours.Processor):F2} ms"));
        using var plain = PlainDatabase(records);
        var pairs = Timed(questions, 1, q => Pairs(plain, q));
        var like = Timed(questions.Take(FewQuestions).ToList(), 1, q => Like(plain, q));
        Measure.Report("search", [ours.Figure("ours: words of law, weights, ranking", ours), pairs.Figure("SQLite full text, unweighted pairs", ours), like.Figure("SQL LIKE", ours)],
            new { budget = "p95 10 ms", provisions = records.Count, questions = questions.Count, p95 = new { ours = ours.P95, pairs = pairs.P95, like = like.P95 }, processorP95 = ours.ProcessorP95 });
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"p95: ours {ours.P95:F2} ms ({ours.ProcessorP95:F2} ms of processor time), unweighted pairs {pairs.P95:F2} ms, LIKE {like.P95:F2} ms"));
    }

    private static async Task<IReadOnlyList<SearchRecord>> RecordsAsync(string folder)
    {
        var read = (await ReadFile.AllAsync([folder], CancellationToken.None)).Where(f => f.Text is not null).ToList();
        var records = new List<SearchRecord>(Provisions);
        for (var copy = 0; records.Count < Provisions; copy++)
        {
            foreach (var file in read)
            {
                var title = copy == 0 ? file.Text!.Title : $"{file.Text!.Title}（{Guiju.Texts.ChineseNumeral.Write(copy)}）"; // filtered just before
                var text = new SearchText($"cn/copy-{copy}/{file.Text.Title}", title, file.Text.Number, LawRank.Law, "", "cn", [], title);
                records.AddRange(file.Text.Articles.Select(a => new SearchRecord(text, a.Address, a.Label, "", string.Join('\n', a.Paragraphs.Select(p => p.Text)), DateOnly.MinValue, null, file.NamedDate ?? DateOnly.MinValue, TextStanding.InForce)));
            }
        }

        return records[..Provisions];
    }

    private static SqliteConnection PlainDatabase(IReadOnlyList<SearchRecord> records)
    {
        var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        Run(connection, "CREATE TABLE provision (id INTEGER PRIMARY KEY, words TEXT); CREATE VIRTUAL TABLE pairs USING fts5(words, content='', tokenize='unicode61')");
        using var transaction = connection.BeginTransaction();
        using var provision = Prepared(connection, "INSERT INTO provision VALUES ($id, $words)");
        using var pairs = Prepared(connection, "INSERT INTO pairs (rowid, words) VALUES ($id, $words)");
        for (var i = 0; i < records.Count; i++)
        {
            (provision.Parameters["$id"].Value, provision.Parameters["$words"].Value) = (i, records[i].Words);
            (pairs.Parameters["$id"].Value, pairs.Parameters["$words"].Value) = (i, string.Join(' ', HanWords.Pairs(HanWords.Fold(records[i].Words))));
            provision.ExecuteNonQuery();
            pairs.ExecuteNonQuery();
        }

        transaction.Commit();
        return connection;
    }

    private static int Pairs(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT p.words FROM pairs JOIN provision p ON p.id = pairs.rowid WHERE pairs MATCH $q ORDER BY bm25(pairs) LIMIT 10";
        command.Parameters.AddWithValue("$q", string.Join(" OR ", HanWords.Pairs(HanWords.Fold(question)).Distinct().Select(p => $"\"{p}\"")));
        return Count(command);
    }

    private static int Like(SqliteConnection connection, string question)
    {
        using var command = connection.CreateCommand();
        var pairs = HanWords.Pairs(HanWords.Fold(question)).Distinct().ToList();
        command.CommandText = $"SELECT words, {string.Join(" + ", pairs.Select((_, i) => $"(words LIKE $p{i})"))} AS held FROM provision WHERE held > 0 ORDER BY held DESC LIMIT 10";
        for (var i = 0; i < pairs.Count; i++)
        {
            command.Parameters.AddWithValue($"$p{i}", $"%{pairs[i]}%");
        }

        return Count(command);
    }

    private static int Count(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        var count = 0;
        while (reader.Read())
        {
            count += reader.GetString(0).Length > 0 ? 1 : 0;
        }

        return count;
    }

    private static SqliteCommand Prepared(SqliteConnection connection, string sql)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.Add("$id", SqliteType.Integer);
        command.Parameters.Add("$words", SqliteType.Text);
        return command;
    }

    private static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    // Some questions to warm up, then all of them in rounds.
    private static Times Timed(IReadOnlyList<string> questions, int rounds, Func<string, int> ask)
    {
        foreach (var question in rounds == 1 ? questions.Take(3) : questions)
        {
            ask(question);
        }

        var (wall, processor) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            foreach (var question in questions)
            {
                var (start, used) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
                ask(question);
                wall.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                processor.Add((Environment.CpuUsage.TotalTime - used).TotalMilliseconds);
            }
        }

        return new Times(wall, processor);
    }

    private sealed record Times(IReadOnlyList<double> Wall, IReadOnlyList<double> Processor)
    {
        public double P95 => Measure.Percentile(Wall, 0.95);

        public double ProcessorP95 => Measure.Percentile(Processor, 0.95);

        public Figure Figure(string name, Times first) => new(name, "ms", Measure.Median(Wall), Wall.Min(), Wall.Max(), Measure.Median(Wall) / Measure.Median(first.Wall), 0);
    }
}

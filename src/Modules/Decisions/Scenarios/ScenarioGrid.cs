using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Guiju.Decisions.Scenarios;

/// <summary>The scenarios of a model, tried against the law in force, with the rows they hit.</summary>
internal sealed class ScenarioGrid(GuijuDb db, LawShelf shelf, IOptions<DecisionSettings> settings, TimeProvider clock)
{
    /// <summary>Models that there are.</summary>
    public IReadOnlyList<string> Models => shelf.Current.Decisions.Values.Select(d => d.Path).Distinct().Order(StringComparer.Ordinal).ToList();

    /// <summary>Runs all of a model.</summary>
    public async Task<ScenarioBoard?> AskAsync(string model, CancellationToken ct)
    {
        var book = shelf.Current;
        var today = DateOnly.FromDateTime(clock.GetLocalNow().DateTime);
        var decisions = book.Decisions.Where(d => d.Value.Path == model).Select(d => (d.Key, Decision: book.At(d.Key, today) ?? d.Value)).ToList();
        if (decisions.Count == 0)
        {
            return null;
        }

        var trials = (await OfAsync(model, ct)).Select(s => ScenarioTrial.Of(book, s, settings.Value)).OrderBy(t => t.Passed).ToList();
        var rows = decisions.SelectMany(d => (d.Decision.Decision.Table?.Rules ?? []).Select(r => new ScenarioBoard.Row(
            d.Decision.Rule, d.Decision.Title, r.Index + 1, r.Outputs[0].Text.Trim().Trim('"'), trials.Count(t => t.Hit.Contains($"{model}#{r.Id}"))))).ToList();
        return new ScenarioBoard(trials, rows, decisions.Where(d => d.Decision.Decision.Extension("rule") is not null).Select(d => (d.Key, d.Decision.Rule, d.Decision.Title)).ToList());
    }

    /// <summary>The scenarios of a model: those of its file and those written in the browser.</summary>
    public async Task<IReadOnlyList<Scenario>> OfAsync(string model, CancellationToken ct)
    {
        var file = model.Replace(".dmn", ".scenarios.yaml", StringComparison.Ordinal);
        var prefix = model + "#";
        var kept = await db.Set<KeptScenario>().AsNoTracking().Where(s => !s.Dropped && s.Decision.StartsWith(prefix)).OrderBy(s => s.At).ToListAsync(ct);
        return [.. shelf.Current.Files.Files.TryGetValue(file, out var text) ? Scenario.Read(file, text) : [], .. kept.Select(k => k.Read())];
    }

    /// <summary>The model beside which a kept scenario stands; null where there is none.</summary>
    public async Task<string?> ModelOfAsync(Guid scenario, CancellationToken ct) =>
        await db.Set<KeptScenario>().AsNoTracking().Where(s => s.Id == scenario).Select(s => s.Decision).FirstOrDefaultAsync(ct) is { } decision ? decision.Split('#')[0] : null;

    /// <summary>The facts of a scenario in one line, by the names of the reader's language.</summary>
    public string Told(Scenario scenario)
    {
        var names = shelf.Current.ControlPoints.Values.SelectMany(p => p.Facts).DistinctBy(f => f.English).ToDictionary(f => f.English);
        return string.Join(Language.IsEnglish ? "; " : "；", scenario.Facts.Select(f => $"{(names.TryGetValue(f.Key, out var fact) && !Language.IsEnglish ? fact.Name : f.Key)}{(Language.IsEnglish ? ": " : "：")}{Value(fact, f.Value)}"));
    }

    private static string Value(FactType? fact, object? value) => value switch
    {
        null => "—",
        bool truth => Language.IsEnglish ? truth ? "yes" : "no" : truth ? "是" : "否",
        string { Length: 0 } => "∅",
        string code when !Language.IsEnglish => fact?.Codes?.GetValueOrDefault(code) ?? code,
        System.Collections.IEnumerable list and not string => string.Join(Language.IsEnglish ? ", " : "、", list.Cast<object?>().Select(i => Value(fact, i))),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture) ?? "",
    };
}

/// <summary>What the grid shows.</summary>
internal sealed record ScenarioBoard(IReadOnlyList<ScenarioTrial> Trials, IReadOnlyList<ScenarioBoard.Row> Rows, IReadOnlyList<(string Reference, string Rule, Bilingual Title)> Decisions)
{
    /// <summary>A row of a table with the scenarios that hit it.</summary>
    public sealed record Row(string Rule, Bilingual Title, int Number, string Outcome, int Hits);
}

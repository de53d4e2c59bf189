using System.ComponentModel.DataAnnotations;
using Guiju.Decisions.Facts;
using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Verdicts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Decisions.Scenarios;

/// <summary>A scenario is made of what a stored verdict said by one rule: same day, same facts, same outcome.</summary>
[Needs(DecisionPermissions.Draft), Display(Name = "由判定生成情景")]
public sealed record KeepVerdictAsScenario : IAct<Guid>
{
    /// <summary>The verdict.</summary>
    [Display(Name = "合规判定"), Required] public Guid? VerdictId { get; init; }

    /// <summary>The decision as <c>file#id</c>; empty for the rule of the heaviest finding.</summary>
    [Display(Name = "决策"), StringLength(160)] public string? Decision { get; init; }

    internal sealed class Handler(GuijuDb db, LawShelf shelf, ActorHolder holder, Journal journal, TimeProvider clock) : IHandler<KeepVerdictAsScenario, Guid>
    {
        public async Task<Guid> HandleAsync(KeepVerdictAsScenario act, CancellationToken ct)
        {
            var stored = holder.Current.Can(DecisionPermissions.ReadVerdicts) ? await db.Set<StoredVerdict>().AsNoTracking().FirstOrDefaultAsync(v => v.Id == act.VerdictId, ct) : null;
            var verdict = stored?.Read() ?? throw new NotWithinReachException("verdict");
            var book = shelf.Current;
            var point = book.ControlPoints.GetValueOrDefault(stored.ControlPoint);
            var asked = point?.Decisions.Where(d => string.IsNullOrEmpty(act.Decision) || d == act.Decision).Select(d => (Reference: d, Decision: book.At(d, stored.On))).ToList() ?? [];
            var finding = verdict.Findings.FirstOrDefault(f => asked.Exists(a => a.Decision?.Rule == f.Rule));
            var chosen = finding is null ? asked.FirstOrDefault() : asked.Find(a => a.Decision?.Rule == finding.Rule);
            Check.That(chosen.Decision is not null && point is not null, Drafts.DraftChecks.FromVerdict);
            var read = chosen.Decision!.Facts.Select(f => f.Extension("english") ?? f.VariableName).ToHashSet(); // the check has thrown otherwise
            var facts = Json.Read<Dictionary<string, object?>>(stored.Facts).Where(f => read.Contains(f.Key)).ToDictionary();
            var name = $"{chosen.Decision.Title.Zh}：{stored.On:yyyy-MM-dd} {finding?.Message.Zh ?? "不适用"}";
            var scenario = new KeptScenario
            {
                Id = Guid.CreateVersion7(), Decision = chosen.Reference, Name = name.Length > 200 ? name[..200] : name, On = stored.On, Facts = Json.Write(facts), VerdictId = stored.Id,
                Outcome = finding is null ? "not-applicable" : ScenarioTrial.WordOf(finding.Outcome), Row = finding?.Row ?? "", Missing = string.Join(' ', finding?.Missing ?? []),
                AuthorName = holder.Current.Name, At = clock.GetUtcNow().UtcDateTime,
            };
            db.Add(scenario);
            journal.Concerns(DecisionKinds.Scenario, scenario.Id);
            return scenario.Id;
        }
    }
}

/// <summary>A scenario is written by hand.</summary>
[Needs(DecisionPermissions.Draft), Display(Name = "编写情景")]
public sealed record WriteScenario : IAct<Guid>
{
    /// <summary>The decision as <c>file#id</c>.</summary>
    [Display(Name = "决策"), Required, StringLength(160, MinimumLength = 1)] public string Decision { get; init; } = "";

    /// <summary>What people call it.</summary>
    [Display(Name = "情景名称"), Required, StringLength(200, MinimumLength = 1)] public string Name { get; init; } = "";

    /// <summary>Business date.</summary>
    [Display(Name = "业务日期"), Required] public DateOnly? On { get; init; }

    /// <summary>Facts, one a line: name and value with a colon between.</summary>
    [Display(Name = "事实（每行一项，名称：值）"), Required, StringLength(8000)] public string Facts { get; init; } = "";

    /// <summary>Outcome expected.</summary>
    [Display(Name = "应得结论"), Required, StringLength(30, MinimumLength = 1)] public string Outcome { get; init; } = "";

    /// <summary>Row expected to hit.</summary>
    [Display(Name = "应命中的行"), StringLength(80)] public string? Row { get; init; }

    internal sealed class Handler(GuijuDb db, LawShelf shelf, ActorHolder holder, Journal journal, TimeProvider clock) : IHandler<WriteScenario, Guid>
    {
        public Task<Guid> HandleAsync(WriteScenario act, CancellationToken ct)
        {
            var point = ScenarioTrial.PointOf(shelf.Current, act.Decision) ?? throw new NotWithinReachException("decision");
            var facts = FactLines.Read(point, act.Facts);
            var read = FactReader.Read(point, facts);
            Check.That(read.Errors.Count == 0, read.Errors is [var first, ..] ? Drafts.DraftChecks.Unreadable(first.Message.Here) : Drafts.DraftChecks.FromVerdict, nameof(Facts));
            var tried = new Scenario { Name = act.Name, Decision = act.Decision, On = act.On.GetValueOrDefault(), Facts = read.ByEnglish, Outcome = act.Outcome };
            var missing = act.Outcome == "cannot-decide" ? ScenarioTrial.Of(shelf.Current, tried, new Judging.DecisionSettings()).Verdict?.Missing ?? [] : [];
            var scenario = new KeptScenario
            {
                Id = Guid.CreateVersion7(), Decision = act.Decision, Name = act.Name.Trim(), On = tried.On, Facts = Json.Write(read.ByEnglish), Outcome = act.Outcome,
                Row = act.Row?.Trim() ?? "", Missing = string.Join(' ', missing), AuthorName = holder.Current.Name, At = clock.GetUtcNow().UtcDateTime,
            };
            db.Add(scenario);
            journal.Concerns(DecisionKinds.Scenario, scenario.Id);
            return Task.FromResult(scenario.Id);
        }
    }
}

/// <summary>A scenario is taken out of the grid.</summary>
[Needs(DecisionPermissions.Draft), Display(Name = "去掉情景")]
public sealed record DropScenario : IAct<Guid>
{
    /// <summary>The scenario.</summary>
    [Display(Name = "情景"), Required] public Guid? Id { get; init; }

    internal sealed class Handler(GuijuDb db, Journal journal) : IHandler<DropScenario, Guid>
    {
        public async Task<Guid> HandleAsync(DropScenario act, CancellationToken ct)
        {
            var scenario = await db.Set<KeptScenario>().FirstOrDefaultAsync(s => s.Id == act.Id && !s.Dropped, ct) ?? throw new NotWithinReachException("scenario");
            scenario.Dropped = true;
            journal.Concerns(DecisionKinds.Scenario, scenario.Id);
            return scenario.Id;
        }
    }
}

/// <summary>Facts as a lawyer types them: one a line, Chinese or English, with a colon of either width.</summary>
internal static class FactLines
{
    public static Dictionary<string, object?> Read(ControlPoint point, string text)
    {
        var known = point.Facts.SelectMany(f => new[] { (f.English, f), (f.Name, f) }).DistinctBy(f => f.Item1).ToDictionary(f => f.Item1, f => f.f);
        var facts = new Dictionary<string, object?>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var cut = line.IndexOfAny([':', '：']);
            var (name, value) = cut < 0 ? (line, "") : (line[..cut].Trim(), line[(cut + 1)..].Trim());
            facts[name] = known.TryGetValue(name, out var fact) ? Value(fact, value) : value;
        }

        return facts;
    }

    private static object? Value(FactType fact, string text) => fact switch
    {
        { IsList: true } => text.Split([',', '，', '、'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(i => Value(fact with { IsList = false }, i)).ToList(),
        { Type: "number" } when decimal.TryParse(text, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var number) => number,
        { Type: "boolean" } => text switch { "true" or "是" => true, "false" or "否" => false, _ => text },
        _ => text,
    };
}

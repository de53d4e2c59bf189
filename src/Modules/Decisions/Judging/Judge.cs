using Guiju.Decisions.Facts;
using Guiju.Decisions.Lawbooks;
using Guiju.Dmn;
using Guiju.Feel;
using Guiju.Kernel;

namespace Guiju.Decisions.Judging;

/// <summary>Judges facts at a control point by one lawbook: pure, so that a replay is the same call.</summary>
public static class Judge
{
    /// <summary>The outcomes by the word that tables use.</summary>
    internal static readonly IReadOnlyDictionary<string, LawOutcome> Outcomes = new Dictionary<string, LawOutcome>
    {
        ["允许"] = LawOutcome.Allowed,
        ["提示"] = LawOutcome.Inform,
        ["须确认"] = LawOutcome.Acknowledge,
        ["须批准"] = LawOutcome.Approval,
        ["禁止"] = LawOutcome.Forbidden,
    };

    /// <summary>What a row says when the rule is not about the case at hand: no finding, and no silence either.</summary>
    public const string NotApplicable = "不适用";

    /// <summary>The verdict on facts that were read for this control point.</summary>
    public static Verdict Give(Lawbook book, ControlPoint point, DateOnly on, ReadFacts facts, DecisionSettings settings)
    {
        var findings = new List<Finding>();
        var versions = new SortedDictionary<string, string>(StringComparer.Ordinal) { ["lawbook"] = book.Version };
        foreach (var reference in point.Decisions)
        {
            if (book.At(reference, on) is { } decision && decision.InForce(on))
            {
                versions[decision.Decision.Id] = decision.Hash;
                findings.AddRange(FindingsOf(book, point, decision, on, facts, settings));
            }
        }

        findings.Sort((a, b) => a.Outcome != b.Outcome ? b.Outcome.CompareTo(a.Outcome) : string.CompareOrdinal(a.Rule, b.Rule));
        var outcome = findings.Count == 0 ? LawOutcome.Allowed : findings[0].Outcome;
        return new Verdict(point.Id, on, outcome == LawOutcome.Inform ? LawOutcome.Allowed : outcome, findings,
            findings.SelectMany(f => f.Missing).Distinct().ToList(), versions);
    }

    private static IEnumerable<Finding> FindingsOf(Lawbook book, ControlPoint point, BoundDecision decision, DateOnly on, ReadFacts facts, DecisionSettings settings)
    {
        var values = new Dictionary<string, object?>(facts.ByName);
        foreach (var (name, parameter) in decision.Parameters)
        {
            if (parameter.On(on) is { } value)
            {
                values[name] = value.Value;
            }
        }

        var result = decision.Program.Evaluate(decision.Decision.Id, values);
        var inputs = decision.Facts.Select(f => point.Facts.FirstOrDefault(p => p.Name == f.VariableName))
            .Where(f => f is not null && facts.ByEnglish.ContainsKey(f.English)).ToDictionary(f => f!.English, f => facts.ByEnglish[f!.English]); // nulls are filtered out
        if (result.Missing.Count > 0)
        {
            yield return CannotDecide(point, decision, result, inputs);
            yield break;
        }

        if (result.Hits.Count == 0)
        {
            yield return NoRow(decision, inputs);
            yield break;
        }

        foreach (var hit in result.Hits.Where(h => !h.Outputs.Values.Contains(NotApplicable)))
        {
            yield return FindingOf(new Ground(book, point, decision, on, values, result, settings), hit, inputs);
        }
    }

    /// <summary>How heavy a row is on a day: what it states, and what its evidence leaves of that; null where it says that the rule does not apply.</summary>
    internal static (LawOutcome Stated, LawOutcome Outcome)? Weigh(Lawbook book, ControlPoint point, BoundDecision decision, DateOnly on, DecisionSettings settings, (DmnRule Rule, IReadOnlyList<object?> Outputs) row)
    {
        if (row.Outputs.Contains(NotApplicable))
        {
            return null;
        }

        var stated = Stated(row.Outputs);
        var ground = new Ground(book, point, decision, on, new Dictionary<string, object?>(), new DmnResult(), settings);
        return (stated, settings.Apply(stated, row.Rule.Extension("pack") ?? "cn", EvidenceOf(ground, row.Rule)));
    }

    private static LawOutcome Stated(IEnumerable<object?> outputs) => outputs.OfType<string>().Where(Outcomes.ContainsKey).Select(v => Outcomes[v]).FirstOrDefault(LawOutcome.Inform);

    private static Finding FindingOf(Ground ground, RuleHit hit, Dictionary<string, object?> inputs)
    {
        var rule = hit.Rule;
        var pack = rule.Extension("pack") ?? "cn";
        var stated = Stated(hit.Outputs.Values);
        var evidence = EvidenceOf(ground, rule);
        var message = Wording.Of(rule, "message", ground.ValueOf, ground.Point) ?? ground.Decision.Title;
        return new Finding
        {
            Rule = ground.Decision.Rule,
            Title = ground.Decision.Title,
            Stated = stated,
            Outcome = ground.Settings.Apply(stated, pack, evidence),
            Pack = pack,
            Evidence = evidence,
            Provision = rule.Extension("provision") is { } address ? ground.Book.Sources.Resolve(address, ground.On) : null,
            Message = message,
            Figure = FigureOf(ground, rule),
            Inputs = inputs,
            Remedy = Wording.Of(rule, "remedy", ground.ValueOf, ground.Point),
            Approver = rule.Extension("approver"),
            Row = rule.Id.Length > 0 ? rule.Id : $"{ground.Decision.Decision.Id}/{rule.Index + 1}",
            Why = Telling.Of(ground.Result, hit),
        };
    }

    /// <summary>The lowest among the row, the figures it rests on or shows, and the provision as it stood on the day.</summary>
    private static Evidence EvidenceOf(Ground ground, DmnRule rule)
    {
        var figures = ground.Decision.FiguresOf(rule).Select(p => p.Id);
        var own = Enum.Parse<Evidence>(rule.Extension("evidence") ?? "assumed", ignoreCase: true);
        return (rule.Extension("figure") is { } figure ? figures.Append(figure) : figures)
            .Select(id => ground.Book.Parameters.GetValueOrDefault(id)?.On(ground.On)).OfType<ParameterValue>().Select(v => v.Evidence)
            .Append(own).Append(Standing.Of(ground.Book.Sources, rule.Extension("provision"), ground.On)).Min();
    }

    private static Figure? FigureOf(Ground ground, DmnRule rule)
    {
        var id = rule.Extension("figure") ?? ground.Decision.FiguresOf(rule).Select(p => p.Id).FirstOrDefault();
        return id is not null && ground.Book.Parameters.TryGetValue(id, out var parameter) && parameter.On(ground.On) is { } value
            ? new Figure(id, parameter.Name, value.Value, parameter.Unit, value.Evidence)
            : null;
    }

    private static Finding NoRow(BoundDecision decision, Dictionary<string, object?> inputs) => new()
    {
        Rule = decision.Rule,
        Title = decision.Title,
        Stated = LawOutcome.CannotDecide,
        Outcome = LawOutcome.CannotDecide,
        Pack = "system",
        Evidence = Evidence.Verified,
        Message = new Bilingual($"无法判断：“{decision.Title.Zh}”没有涵盖这一情形，请转法制人员。", $"Cannot decide: '{decision.Title.En}' does not cover this case; ask the legal desk."),
        Inputs = inputs,
    };

    private static Finding CannotDecide(ControlPoint point, BoundDecision decision, DmnResult result, Dictionary<string, object?> inputs)
    {
        var missing = result.Missing.Select(name => (Zh: name, En: point.Facts.FirstOrDefault(f => f.Name == name)?.English ?? decision.Parameters.GetValueOrDefault(name)?.Id ?? name)).ToList();
        return new Finding
        {
            Rule = decision.Rule,
            Title = decision.Title,
            Stated = LawOutcome.CannotDecide,
            Outcome = LawOutcome.CannotDecide,
            Pack = "system",
            Evidence = Evidence.Verified,
            Message = new Bilingual($"无法判断，需要：{string.Join("、", missing.Select(m => m.Zh))}。", $"Cannot decide; needed: {string.Join(", ", missing.Select(m => m.En))}."),
            Inputs = inputs,
            Missing = missing.Select(m => m.En).ToList(),
        };
    }

    private sealed record Ground(
        Lawbook Book, ControlPoint Point, BoundDecision Decision, DateOnly On,
IReadOnlyDictionary<string, object?> Values, DmnResult Result, DecisionSettings Settings)
    {
        /// <summary>A fact, a figure, a column by its label, or what a decision in between came to, by the name used in the tables.</summary>
        public object? ValueOf(string name)
        {
            if (Values.TryGetValue(name, out var value))
            {
                return value;
            }

            foreach (var table in Result.Trace.Tables)
            {
                for (var column = 0; column < table.Table.Inputs.Count; column++)
                {
                    if (table.Table.Inputs[column].Label == name)
                    {
                        return ClrValues.To(table.Inputs[column]);
                    }
                }
            }

            return Decision.Model.Decisions.Any(d => d.VariableName == name) ? Decision.Program.Evaluate(name, Values).Value : null;
        }
    }
}

using System.Text;
using System.Text.RegularExpressions;
using Guiju.Decisions.Judging;
using Guiju.Decisions.Lawbooks;
using Guiju.Decisions.Scenarios;
using Guiju.Dmn;
using Guiju.Feel;
using Guiju.Kernel;
using Guiju.Law;

namespace Guiju.Decisions.Drafts;

/// <summary>Something a review found.</summary>
/// <param name="Path">File.</param>
/// <param name="Element">Id or name of the element; empty for the whole file.</param>
/// <param name="Line">Line.</param>
/// <param name="Message">What.</param>
/// <param name="IsWarning">Whether it may be meant.</param>
/// <param name="Example">The smallest example that shows it.</param>
public sealed record ReviewLine(string Path, string Element, int Line, Bilingual Message, bool IsWarning, IReadOnlyDictionary<string, string>? Example = null);

/// <summary>What stands in the way of publishing a draft, and what is worth a look.</summary>
public sealed record DraftReview(IReadOnlyList<ReviewLine> Lines, IReadOnlyList<ScenarioTrial> Trials)
{
    /// <summary>Whether it may be published.</summary>
    public bool IsGreen => Lines.All(l => l.IsWarning) && Trials.All(t => t.Passed);

    /// <summary>Reviews the files of a draft against the lawbook in force.</summary>
    public static DraftReview Of(Lawbook inForce, IReadOnlyDictionary<string, string> files, IReadOnlyList<Scenario> kept, DecisionSettings settings)
    {
        LawSources sources;
        try
        {
            sources = SourceFile.Known(inForce, files);
        }
        catch (LawFormatException wrong)
        {
            return new DraftReview([new ReviewLine("", "", 0, new Bilingual(wrong.Message, wrong.Message), false)], []);
        }

        var lines = files.Where(f => f.Key.EndsWith(".dmn", StringComparison.Ordinal)).SelectMany(f => ModelReview.Of(inForce, sources, f.Key, f.Value)).ToList();
        if (lines.Exists(l => !l.IsWarning))
        {
            return new DraftReview(lines, []);
        }

        try
        {
            // As if it held on all days, so that the scenarios that stand beside the rule try the new text and not the old.
            var draft = DraftFolder.Overlay(inForce, files, DateOnly.MinValue);
            lines.AddRange(FigureReview.Of(inForce, sources, files));
            var trials = Scenarios(inForce, files, kept).Select(s => ScenarioTrial.Of(draft, s, settings)).ToList();
            lines.AddRange(Untried(draft, files, trials));
            return new DraftReview(lines, trials);
        }
        catch (LawFormatException wrong)
        {
            return new DraftReview([.. lines, new ReviewLine("", "", 0, new Bilingual(wrong.Message, wrong.Message), false)], []);
        }
    }

    private static IEnumerable<Scenario> Scenarios(Lawbook inForce, IReadOnlyDictionary<string, string> files, IReadOnlyList<Scenario> kept)
    {
        var models = files.Keys.Where(f => f.EndsWith(".dmn", StringComparison.Ordinal)).ToHashSet();
        var beside = models.Select(m => m.Replace(".dmn", ".scenarios.yaml", StringComparison.Ordinal)).Concat(files.Keys.Where(f => f.EndsWith(".scenarios.yaml", StringComparison.Ordinal))).Distinct();
        foreach (var path in beside)
        {
            if ((files.GetValueOrDefault(path) ?? inForce.Files.Files.GetValueOrDefault(path)) is { } text)
            {
                foreach (var scenario in Scenario.Read(path, text))
                {
                    yield return scenario;
                }
            }
        }

        foreach (var scenario in kept.Where(k => k.Decision is { } decision && models.Contains(decision[..decision.IndexOf('#', StringComparison.Ordinal)])))
        {
            yield return scenario;
        }
    }

    private static IEnumerable<ReviewLine> Untried(Lawbook draft, IReadOnlyDictionary<string, string> files, List<ScenarioTrial> trials)
    {
        var hit = trials.SelectMany(t => t.Hit).ToHashSet();
        return from decision in draft.Amendments.Where(a => ReferenceEquals(a, draft.Amendments[^1])).SelectMany(a => a.Files.Keys).Where(f => f.EndsWith(".dmn", StringComparison.Ordinal) && files.ContainsKey(f))
                   .SelectMany(path => draft.Decisions.Keys.Where(k => k.StartsWith(path + "#", StringComparison.Ordinal))).Select(reference => draft.At(reference, DateOnly.MaxValue)).OfType<BoundDecision>()
               from rule in decision.Decision.Table?.Rules ?? []
               where !hit.Contains($"{decision.Path}#{rule.Id}")
               select new ReviewLine(decision.Path, rule.Id, rule.Line, new Bilingual($"{decision.Rule} 第 {rule.Index + 1} 行没有情景命中。", $"No scenario hits row {rule.Index + 1} of {decision.Rule}."), true);
    }
}

/// <summary>Looks at one model as a lawyer's editor would: what does not compile, what hits twice or never, rows without a provision, figures written as numbers.</summary>
internal static partial class ModelReview
{
    private static readonly string[] Outcomes = [.. Judge.Outcomes.OrderByDescending(o => o.Value).Select(o => o.Key), Judge.NotApplicable];
    private static readonly string[] Packs = ["cn", "cen", "bj", "bureau", "system"];

    public static IReadOnlyList<ReviewLine> Of(Lawbook inForce, LawSources sources, string path, string text)
    {
        DmnModel model;
        try
        {
            model = DmnXml.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), path);
        }
        catch (DmnFormatException wrong)
        {
            return [new ReviewLine(path, "", 0, new Bilingual(wrong.Message, wrong.Message), false)];
        }

        var program = DmnProgram.Compile(model, new DmnOptions { Strict = true });
        var lines = new List<ReviewLine>();
        try
        {
            lines.AddRange(program.Check().Select(f => new ReviewLine(path, f.Element, f.Line, new Bilingual(f.MessageZh, f.Message), f.IsWarning, f.Example)));
        }
        catch (FeelLimitException stopped)
        {
            lines.Add(new ReviewLine(path, "", 0, new Bilingual(stopped.MessageZh, stopped.Message), false));
        }

        lines.AddRange(model.Decisions.SelectMany(d => OfDecision(sources, path, d)));
        lines.AddRange(model.Inputs.SelectMany(i => OfInput(inForce, path, i)));
        return lines;
    }

    private static IEnumerable<ReviewLine> OfDecision(LawSources sources, string path, DmnDecision decision)
    {
        var rule = decision.Extension("rule") is not null;
        foreach (var row in decision.Table?.Rules ?? [])
        {
            foreach (var line in OfRow(sources, row, rule))
            {
                yield return new ReviewLine(path, row.Id, row.Line, new Bilingual($"{decision.Name} 第 {row.Index + 1} 行：{line.What.Zh}", $"{decision.Name}, row {row.Index + 1}: {line.What.En}"), line.Warning);
            }
        }

        foreach (var (where, text) in (decision.Table?.Rules ?? []).SelectMany(r => r.Tests.Concat(r.Outputs).Select(c => (r.Id, c.Text)))
            .Concat((decision.Table?.Inputs ?? []).Select(i => (i.Id, i.Expression))).Append((decision.Id, (decision.Logic as DmnLiteral)?.Text ?? "")))
        {
            if (Number().Matches(Quoted().Replace(text, "")).FirstOrDefault(m => m.Value != "0") is { } number)
            {
                yield return new ReviewLine(path, where, decision.Line, new Bilingual($"“{text}”里直接写了数字 {number.Value}：数字应是有出处、有日期的数值。", $"'{text}' writes the number {number.Value}: a figure belongs among the figures, with its provision and date."), false);
            }
        }
    }

    private static IEnumerable<(Bilingual What, bool Warning)> OfRow(LawSources sources, DmnRule row, bool rule)
    {
        var (pack, cited) = (row.Extension("pack"), row.Extension("provision"));
        if (pack is null || !Packs.Contains(pack))
        {
            yield return (new Bilingual("没有写明约束谁（cn、cen、bj、bureau、system）。", "Whom it binds is not said (cn, cen, bj, bureau, system)."), false);
        }

        if (cited is null && pack is not ("bureau" or "system"))
        {
            yield return (new Bilingual("没有条款依据；本局设定请把适用范围写为 bureau。", "It cites no provision; a setting of the bureau says so with the pack 'bureau'."), false);
        }

        if (cited is not null && !sources.Knows(cited))
        {
            yield return (new Bilingual($"所引条款“{cited}”不存在。", $"The provision cited, {cited}, does not exist."), false);
        }

        if (!Enum.TryParse<Evidence>(row.Extension("evidence"), ignoreCase: true, out _))
        {
            yield return (new Bilingual("没有写明依据程度（verified、reported、assumed）。", "How well it is known is not said (verified, reported, assumed)."), false);
        }

        if (row.ExtensionText("message", "zh") is null)
        {
            yield return (new Bilingual("没有说明文字，办件人看不到理由。", "It has no message: nobody would see why."), false);
        }
        else if (row.ExtensionText("message", "en") is null)
        {
            yield return (new Bilingual("没有英文说明。", "It has no English message."), true);
        }

        var says = row.Outputs[0].Text.Trim('"', ' ');
        if (rule && !Outcomes.Contains(says))
        {
            yield return (new Bilingual($"结论“{says}”不是 {string.Join("、", Outcomes)} 之一。", $"The outcome '{says}' is none of {string.Join(", ", Outcomes)}."), false);
        }

        if (rule && Judge.Outcomes.TryGetValue(says, out var heavy) && heavy is LawOutcome.Acknowledge or LawOutcome.Approval or LawOutcome.Forbidden && row.ExtensionText("remedy", "zh") is null)
        {
            yield return (new Bilingual("没有写明最近的合法做法。", "The nearest lawful way is not said."), true);
        }
    }

    private static IEnumerable<ReviewLine> OfInput(Lawbook inForce, string path, DmnInput input)
    {
        if (input.Extension("parameter") is { } figure)
        {
            if (!inForce.Parameters.ContainsKey(figure))
            {
                yield return new ReviewLine(path, input.Id, input.Line, new Bilingual($"没有数值“{figure}”。", $"There is no figure {figure}."), false);
            }

            yield break;
        }

        var known = inForce.ControlPoints.Values.SelectMany(p => p.Facts).DistinctBy(f => f.English).ToList();
        if (!known.Exists(f => f.Name == input.VariableName))
        {
            var near = Guiju.Feel.Syntax.Letters.Nearest(input.VariableName, known.Select(f => f.Name));
            yield return new ReviewLine(path, input.Id, input.Line, near is null
                ? new Bilingual($"业务中没有名为“{input.VariableName}”的事实。", $"No control point knows a fact named {input.VariableName}.")
                : new Bilingual($"业务中没有名为“{input.VariableName}”的事实，是否指“{near}”？", $"No control point knows a fact named {input.VariableName}; did you mean {near}?"), false);
        }
    }

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}

/// <summary>Looks at the values a draft adds.</summary>
internal static class FigureReview
{
    public static IEnumerable<ReviewLine> Of(Lawbook inForce, LawSources sources, IReadOnlyDictionary<string, string> files) =>
        from file in files
        where file.Key.EndsWith("parameters.yaml", StringComparison.Ordinal)
        from added in ParameterReader.Added(file.Key, file.Value, inForce.Parameters)
        let known = inForce.Parameters.GetValueOrDefault(added.Id)
        from line in Look(sources, known, added.Id, added.Value)
        select new ReviewLine(file.Key, added.Id, 0, line.What, line.Warning);

    private static IEnumerable<(Bilingual What, bool Warning)> Look(LawSources sources, Parameter? known, string id, ParameterValue value)
    {
        if (known is null)
        {
            yield return (new Bilingual($"没有数值“{id}”。", $"There is no figure {id}."), false);
            yield break;
        }

        if (value.Provision is null != known.Pack is "bureau")
        {
            yield return (new Bilingual($"{known.Name.Zh}：{(value.Provision is null ? "没有条款依据" : "本局设定不引条款")}。", $"{known.Name.En}: {(value.Provision is null ? "no provision is cited" : "a setting of the bureau cites none")}."), false);
        }

        if (value.Provision is { } cited && !sources.Knows(cited))
        {
            yield return (new Bilingual($"{known.Name.Zh}：所引条款“{cited}”不存在。", $"{known.Name.En}: the provision {cited} does not exist."), false);
        }

        if (value.IsLate)
        {
            yield return (new Bilingual($"{known.Name.Zh}：{value.From:yyyy-MM-dd} 起适用，{value.Recorded:yyyy-MM-dd} 才录入（补录）。", $"{known.Name.En}: it applies from {value.From:yyyy-MM-dd} and was written down only on {value.Recorded:yyyy-MM-dd}."), true);
        }
    }
}

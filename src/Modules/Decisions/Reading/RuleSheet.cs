using Guiju.Decisions.Lawbooks;
using Guiju.Dmn;
using Guiju.Kernel;

namespace Guiju.Decisions.Reading;

/// <summary>A decision as a lawyer reads it on a day: columns in the bureau's words, rows with what they rest on, where it is asked, in which wordings.</summary>
internal sealed record RuleSheet
{
    /// <summary>The decision as <c>file#id</c>.</summary>
    public required string Reference { get; init; }

    /// <summary>The decision in the wording of the day.</summary>
    public required BoundDecision Decision { get; init; }

    /// <summary>The day.</summary>
    public required DateOnly On { get; init; }

    /// <summary>Headings of the condition columns.</summary>
    public required IReadOnlyList<string> Columns { get; init; }

    /// <summary>The rows.</summary>
    public required IReadOnlyList<Row> Rows { get; init; }

    /// <summary>Where it is asked.</summary>
    public required IReadOnlyList<ControlPoint> Points { get; init; }

    /// <summary>The figures it reads, with the value of the day.</summary>
    public required IReadOnlyList<(Parameter Figure, ParameterValue? Value)> Figures { get; init; }

    /// <summary>Its wordings by amendments.</summary>
    public required IReadOnlyList<DatedDecision> Wordings { get; init; }

    /// <summary>One row.</summary>
    /// <param name="Rule">The row of the table.</param>
    /// <param name="Cells">Its conditions, "—" where it sets none.</param>
    /// <param name="Outcome">What it states.</param>
    /// <param name="Provision">What it rests on, as it stands on the day.</param>
    /// <param name="Message">What it tells people.</param>
    /// <param name="Remedy">The nearest lawful way.</param>
    public sealed record Row(DmnRule Rule, IReadOnlyList<string> Cells, string Outcome, ProvisionRef? Provision, Bilingual? Message, Bilingual? Remedy);

    /// <summary>The sheet of a decision on a day; null where there is none.</summary>
    public static RuleSheet? Of(Lawbook book, string reference, DateOnly on)
    {
        if (book.At(reference, on) is not { } decision)
        {
            return null;
        }

        var table = decision.Decision.Table;
        return new RuleSheet
        {
            Reference = reference,
            Decision = decision,
            On = on,
            Columns = table?.Inputs.Select(i => i.Label ?? i.Expression).ToList() ?? [],
            Rows = table?.Rules.Select(r => new Row(r, r.Tests.Select(t => t.Text.Trim() is "-" or "" ? "—" : t.Text.Trim()).ToList(), string.Join(' ', r.Outputs.Select(o => o.Text.Trim().Trim('"'))),
                r.Extension("provision") is { } cited ? book.Sources.Resolve(cited, on) : null, Both(r, "message"), Both(r, "remedy"))).ToList() ?? [],
            Points = book.ControlPoints.Values.Where(p => p.Decisions.Contains(reference)).OrderBy(p => p.Id, StringComparer.Ordinal).ToList(),
            Figures = decision.Parameters.Values.OrderBy(p => p.Id, StringComparer.Ordinal).Select(p => (p, p.On(on))).ToList(),
            Wordings = book.WordingsOf(reference),
        };
    }

    private static Bilingual? Both(DmnRule rule, string name) => rule.ExtensionText(name, "zh") is { } zh ? new Bilingual(zh, rule.ExtensionText(name, "en") ?? zh) : null;
}

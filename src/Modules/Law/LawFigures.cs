using Guiju.Kernel;

namespace Guiju.Law;

/// <summary>A figure in force on a day.</summary>
/// <param name="Value">The value.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Evidence">How well it is known.</param>
/// <param name="Provision">The provision that fixes it; null for a setting of the bureau.</param>
internal sealed record LawFigure(decimal Value, string? Unit, Evidence Evidence, ProvisionRef? Provision);

/// <summary>The figures of <c>parameters.yaml</c> that this module itself works with; the executable law reads the same files.</summary>
internal sealed class LawFigures
{
    private readonly ILookup<string, (DateOnly From, DateOnly? To, DateOnly Recorded, decimal Value, string? Unit, Evidence Evidence, string? Provision)> values;
    private readonly LawSources sources;

    private LawFigures(ILookup<string, (DateOnly, DateOnly?, DateOnly, decimal, string?, Evidence, string?)> values, LawSources sources) => (this.values, this.sources) = (values, sources);

    /// <summary>Reads the figures of a set of law files.</summary>
    public static LawFigures Parse(LawFiles files, LawSources sources) => new(
        (from file in files.Under("standards/", "parameters.yaml")
         from figure in LawYaml.Parse(file.Key, file.Value).Items
         from value in figure["values"].Items
         select (Id: figure["id"].Text, Row: (value["from"].Date, value.Find("to")?.Date, value["recorded"].Date, value["value"].Value as decimal? ?? throw value.Wrong("a number was expected"), figure.Find("unit")?.Text, value["evidence"].Evidence, value.Find("provision")?.Text)))
        .ToLookup(f => f.Id, f => f.Row),
        sources);

    /// <summary>The figure in force on a day, or null.</summary>
    public LawFigure? On(string id, DateOnly day) => values[id].Where(v => v.From <= day && (v.To is null || v.To >= day)).OrderByDescending(v => v.From).ThenByDescending(v => v.Recorded)
        .Select(v => new LawFigure(v.Value, v.Unit, v.Evidence, v.Provision is null ? null : sources.Resolve(v.Provision, day))).FirstOrDefault();
}

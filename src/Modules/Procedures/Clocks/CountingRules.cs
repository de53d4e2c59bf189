using Guiju.Clocks;
using Guiju.Kernel;
using Guiju.Law;

namespace Guiju.Procedures.Clocks;

/// <summary>Which provision stands behind each rule of counting, as <c>law/clocks/counting.yaml</c> says; a rule without one is a convention of the bureau.</summary>
internal sealed class CountingRules
{
    private readonly LawSources sources;
    private readonly Dictionary<ClockRule, string> provisions;

    private CountingRules(LawSources sources, Dictionary<ClockRule, string> provisions) => (this.sources, this.provisions) = (sources, provisions);

    public static CountingRules Parse(LawFiles files)
    {
        var rules = files.Files.TryGetValue("clocks/counting.yaml", out var text)
            ? LawYaml.Parse("clocks/counting.yaml", text)["rules"].Items.Where(r => r.Find("provision") is not null).ToDictionary(RuleOf, r => r["provision"].Text)
            : [];
        return new CountingRules(LawSources.Parse(files), rules);
    }

    /// <summary>The provision behind a rule as it stood on a day; null where the rule is a convention, or its text was not yet or no longer in force.</summary>
    public ProvisionRef? Behind(ClockRule rule, DateOnly on) =>
        provisions.TryGetValue(rule, out var address) && sources.Resolve(address, on) is { Article: not null } found ? found : null;

    private static ClockRule RuleOf(LawYaml yaml) =>
        Enum.TryParse<ClockRule>(yaml["rule"].Text, ignoreCase: true, out var rule) ? rule : throw yaml.Wrong($"'{yaml["rule"].Text}' is no rule of counting");
}

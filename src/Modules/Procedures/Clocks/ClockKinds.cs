using System.Globalization;
using Guiju.Clocks;
using Guiju.Kernel;
using Guiju.Law;

namespace Guiju.Procedures.Clocks;

/// <summary>A kind of statutory clock as <c>law/clocks/kinds.yaml</c> lists it.</summary>
/// <param name="Code">Code, e.g. <c>disclosure.answer</c>.</param>
/// <param name="Title">What is due.</param>
/// <param name="Start">The event that starts it.</param>
/// <param name="Amount">Length.</param>
/// <param name="Unit">What the length is counted in.</param>
/// <param name="Provision">Address of the provision; null: a setting of the bureau.</param>
internal sealed record ClockKind(string Code, Bilingual Title, Bilingual Start, int Amount, ClockUnit Unit, string? Provision)
{
    /// <summary>What may suspend it.</summary>
    public IReadOnlyList<PauseKind> Pauses { get; init; } = [];

    /// <summary>The one extension that is allowed; null: none.</summary>
    public ExtensionKind? Extension { get; init; }
}

/// <summary>What may suspend a clock.</summary>
internal sealed record PauseKind(string Code, Bilingual Title, string? Provision);

/// <summary>The extension of a clock: how much at most, and under which condition.</summary>
internal sealed record ExtensionKind(int Amount, Bilingual Condition, string? Provision);

/// <summary>All kinds of clocks, with the calendar they run on and the rules of counting.</summary>
internal sealed class ClockBook
{
    private readonly LawSources sources;
    private readonly Dictionary<string, ClockKind> kinds;

    private ClockBook(WorkCalendar calendar, CountingRules rules, LawSources sources, Dictionary<string, ClockKind> kinds) =>
        (Calendar, Rules, this.sources, this.kinds) = (calendar, rules, sources, kinds);

    /// <summary>The working calendar.</summary>
    public WorkCalendar Calendar { get; }

    /// <summary>Provisions behind the rules of counting.</summary>
    public CountingRules Rules { get; }

    /// <summary>Every kind, in the order of the file.</summary>
    public IReadOnlyCollection<ClockKind> Kinds => kinds.Values;

    /// <summary>The notices loaded, as one text: a clock computed under other notices is computed again.</summary>
    public string CalendarVersion => string.Create(CultureInfo.InvariantCulture, $"{Calendar.Years.Count}:{Calendar.Years.Sum(y => (long)y.Year * (1 + y.Off.Sum(o => o.Days)) + y.Work.Sum(w => (long)w.Date.DayNumber) + y.Off.Sum(o => (long)o.From.DayNumber))}");

    /// <summary>Reads the law's files.</summary>
    public static ClockBook Parse(LawFiles files, WorkCalendar calendar)
    {
        var kinds = files.Files.TryGetValue("clocks/kinds.yaml", out var text)
            ? LawYaml.Parse("clocks/kinds.yaml", text)["kinds"].Items.Select(Kind).ToDictionary(k => k.Code)
            : [];
        return new ClockBook(calendar, CountingRules.Parse(files), LawSources.Parse(files), kinds);
    }

    /// <summary>The kind of that code, or null.</summary>
    public ClockKind? Find(string? code) => code is null ? null : kinds.GetValueOrDefault(code);

    /// <summary>A provision as it stood on a day; null where there is none.</summary>
    public ProvisionRef? Provision(string? address, DateOnly on) => address is null ? null : sources.Resolve(address, on);

    private static ClockKind Kind(LawYaml yaml) => new(
        yaml["code"].Text, yaml["title"].Both, yaml["start"].Both, Whole(yaml["amount"]),
        AskedClock.Units.TryGetValue(yaml["unit"].Text, out var unit) ? unit : throw yaml.Wrong($"'{yaml["unit"].Text}' is no unit"),
        yaml.Find("provision")?.Text)
    {
        Pauses = yaml.Find("suspend")?.Items.Select(p => new PauseKind(p["code"].Text, p["title"].Both, p.Find("provision")?.Text)).ToList() ?? [],
        Extension = yaml.Find("extend") is { } extend ? new ExtensionKind(Whole(extend["amount"]), extend["condition"].Both, extend.Find("provision")?.Text) : null,
    };

    private static int Whole(LawYaml yaml) => int.TryParse(yaml.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw yaml.Wrong("a whole number was expected");
}

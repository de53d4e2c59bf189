using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Sightings;
using Guiju.Kernel;

namespace Guiju.Fleet.Truth;

/// <summary>Who tells a moment of a journey.</summary>
internal enum Witness
{
    /// <summary>The order and what was noted of it.</summary>
    [Display(Name = "派车单")] Order,

    /// <summary>The terminal.</summary>
    [Display(Name = "终端")] Track,

    /// <summary>The odometer.</summary>
    [Display(Name = "里程表")] Odometer,

    /// <summary>Fuel, charge, tolls, parking.</summary>
    [Display(Name = "费用")] Bills,

    /// <summary>The calendar of days off.</summary>
    [Display(Name = "日历")] Calendar,
}

/// <summary>One moment of a journey as one witness tells it.</summary>
/// <param name="At">Local time; midnight where only the day is known.</param>
/// <param name="Timed">Whether the time of day is known.</param>
/// <param name="Told">What.</param>
internal sealed record Moment(DateTime At, bool Timed, Witness By, Bilingual Told);

/// <summary>What the witnesses of one journey come to.</summary>
internal enum TruthResult
{
    /// <summary>All that is known agrees.</summary>
    [Display(Name = "一致")] Agrees,

    /// <summary>What does not agree is explained by the record.</summary>
    [Display(Name = "数据已说明")] Explained,

    /// <summary>Something is left that a person must explain.</summary>
    [Display(Name = "须说明")] Open,
}

/// <summary>Order, track, odometer, bills and calendar of one journey beside each other.</summary>
internal sealed record TruthSheet(Guid Id, string Code, string PlateNo)
{
    /// <summary>Figures beside each other: kilometres and hours by each witness; a witness that is missing says so.</summary>
    public IReadOnlyList<Beside> Beside { get; init; } = [];

    /// <summary>All moments, in order of time.</summary>
    public IReadOnlyList<Moment> Line { get; init; } = [];

    /// <summary>What does not agree, with figures and innocent explanations.</summary>
    public IReadOnlyList<Mismatch> Mismatches { get; init; } = [];

    /// <summary>The outcome.</summary>
    public TruthResult Result => Mismatches.All(m => m.Accepted is not null) ? Mismatches.Count == 0 ? TruthResult.Agrees : TruthResult.Explained : TruthResult.Open;

    /// <summary>The outcome in a sentence.</summary>
    public Bilingual Told => Result switch
    {
        TruthResult.Agrees => new("派车单、里程、轨迹、费用和日历相互一致。", "Order, odometer, track, bills and calendar agree."),
        TruthResult.Explained => new($"有 {Mismatches.Count} 处不一致，数据本身已经说明。", $"{Mismatches.Count} things did not agree at first; the record itself explains them."),
        _ => new($"有 {Mismatches.Count(m => m.Accepted is null)} 处不一致须由人说明；这不是结论。", $"{Mismatches.Count(m => m.Accepted is null)} things do not agree and a person must say why; this is no verdict."),
    };
}

/// <summary>One figure by the witnesses.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Value">How much, in words; null where the witness is missing.</param>
/// <param name="Note">Where it comes from, or why it is missing.</param>
internal sealed record Beside(Bilingual Name, Bilingual? Value, Bilingual Note);

/// <summary>A mismatch of the journey.</summary>
/// <param name="Kind">What.</param>
/// <param name="From">When it began, local.</param>
/// <param name="To">When it ended, local.</param>
internal sealed record Mismatch(AlarmKind Kind, DateTime From, DateTime To, IReadOnlyList<SeenFigure> Figures, IReadOnlyList<Excuse> Excuses)
{
    /// <summary>Name of the kind.</summary>
    public Bilingual Title => EnumWords.Both(Kind);

    /// <summary>The explanation that the record bears out.</summary>
    public Excuse? Accepted => Excuses.FirstOrDefault(e => e.Standing == Standing.Holds);
}

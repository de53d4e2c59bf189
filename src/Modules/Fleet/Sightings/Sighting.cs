using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;

namespace Guiju.Fleet.Sightings;

/// <summary>A figure that a sighting rests on.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">How much.</param>
/// <param name="Unit">Unit of measure; empty where it is told in words of the name.</param>
internal sealed record SeenFigure(Bilingual Name, decimal Value, string Unit);

/// <summary>How an innocent explanation stands after it was held against the record.</summary>
internal enum Standing
{
    /// <summary>The record bears it out.</summary>
    [Display(Name = "数据支持")] Holds,

    /// <summary>The record speaks against it.</summary>
    [Display(Name = "数据不支持")] Fails,

    /// <summary>The record cannot say; a person must.</summary>
    [Display(Name = "数据不能判断")] Open,
}

/// <summary>An innocent explanation and what became of it.</summary>
/// <param name="Name">What may have been.</param>
/// <param name="Standing">Whether it was.</param>
/// <param name="Because">The figures that say so.</param>
internal sealed record Excuse(Bilingual Name, Standing Standing, Bilingual Because);

/// <summary>Something that does not fit, before anybody is asked about it: what, when, on which figures, and the innocent explanations in the order in which they were tried.</summary>
/// <param name="Kind">What was seen.</param>
/// <param name="Time">When.</param>
internal sealed record Sighting(AlarmKind Kind, Stretch Time)
{
    /// <summary>The order concerned, where there is one.</summary>
    public OrderFacts? Order { get; init; }

    /// <summary>What it rests on.</summary>
    public IReadOnlyList<SeenFigure> Figures { get; init; } = [];

    /// <summary>Innocent explanations, likeliest first.</summary>
    public IReadOnlyList<Excuse> Excuses { get; init; } = [];

    /// <summary>The first explanation that the record bears out; null where none is.</summary>
    public Excuse? Accepted => Excuses.FirstOrDefault(e => e.Standing == Standing.Holds);
}

/// <summary>Looks at one car's day for one kind of thing. Asks nothing and nobody: the same day always gives the same sightings.</summary>
internal interface IDetector
{
    /// <summary>What it saw.</summary>
    IEnumerable<Sighting> Look(CarDay day, Tolerances t);
}

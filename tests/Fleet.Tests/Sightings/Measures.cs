using Guiju.Decisions.Contracts;
using Guiju.Fleet.Sightings;

namespace Guiju.Fleet.Tests.Sightings;

/// <summary>The figures of detectors as the law's files have them.</summary>
internal static class Measures
{
    /// <summary>Those of a day.</summary>
    public static Task<Tolerances> MeasuresAsync(this Bureau bureau, DateOnly day) => bureau.AskAsync<IFigures, Tolerances>(bureau.Desk, figures => Task.FromResult(Tolerances.On(figures, day)));
}

using Guiju.Kernel;

namespace Guiju.Fleet.Reports;

/// <summary>The yearly statistics of the official cars, every figure with where it comes from.</summary>
/// <param name="Year">The year.</param>
/// <param name="Cars">Cars counted.</param>
/// <param name="Sections">Figures by section.</param>
/// <param name="Units">Unit by unit.</param>
/// <param name="AsOf">Day on which it was worked out.</param>
internal sealed record YearReport(int Year, int Cars, IReadOnlyList<ReportSection> Sections, IReadOnlyList<ReportUnit> Units, DateOnly AsOf)
{
    /// <summary>The figure of a key; null where it is not in the report.</summary>
    public ReportFigure? Find(string key) => Sections.SelectMany(s => s.Figures).FirstOrDefault(f => f.Key == key);
}

/// <summary>Some figures under a heading.</summary>
internal sealed record ReportSection(Bilingual Title, IReadOnlyList<ReportFigure> Figures);

/// <summary>One figure.</summary>
/// <param name="Key">Name.</param>
/// <param name="Title">What it says.</param>
/// <param name="Measure">Its unit of measure.</param>
/// <param name="Value">This year; null where there is nothing to divide by.</param>
/// <param name="Before">The year before; null where it is not known, as of what is only kept as it stands now.</param>
/// <param name="Source">How it is worked out from the record.</param>
/// <param name="Address">Page with the rows behind it.</param>
internal sealed record ReportFigure(string Key, Bilingual Title, Bilingual Measure, decimal? Value, decimal? Before, Bilingual Source, string Address);

/// <summary>A unit's line.</summary>
internal sealed record ReportUnit(Guid Id, string Name, int Cars, int? Quota, int Trips, decimal Km, decimal Yuan, decimal? NewEnergyShare, decimal? Attendance);

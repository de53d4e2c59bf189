using Guiju.Kernel;

namespace Guiju.Decisions.Contracts;

/// <summary>The figures of the law as other modules read them: those of the lawbook in use.</summary>
public interface IFigures
{
    /// <summary>A figure on a day; null where none was in force.</summary>
    /// <param name="id">Name of the figure, e.g. <c>fleet.renew.years</c>.</param>
    /// <param name="on">The day.</param>
    FigureOn? On(string id, DateOnly on);
}

/// <summary>A figure in force on a day.</summary>
/// <param name="Id">Name.</param>
/// <param name="Title">Title for people.</param>
/// <param name="Value">The value: a number, a text, yes or no, a day.</param>
/// <param name="Unit">Unit of measure as the tables write it; null where it has none.</param>
/// <param name="Evidence">How well it is known.</param>
public sealed record FigureOn(string Id, Bilingual Title, object Value, string? Unit, Evidence Evidence);

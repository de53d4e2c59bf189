using Guiju.Decisions.Contracts;

namespace Guiju.Decisions.Lawbooks;

/// <summary>The shelf's figures for other modules.</summary>
internal sealed class ShelfFigures(LawShelf shelf) : IFigures
{
    public FigureOn? On(string id, DateOnly on) => shelf.Current.Parameters.GetValueOrDefault(id) is { } figure && figure.On(on) is { } value
        ? new FigureOn(id, figure.Name, value.Value, figure.Unit, value.Evidence)
        : null;
}

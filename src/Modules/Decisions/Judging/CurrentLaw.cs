using Guiju.Decisions.Facts;
using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;
using Guiju.Law;
using Microsoft.Extensions.Options;

namespace Guiju.Decisions.Judging;

/// <summary>Answers the desk from the lawbook now in use.</summary>
internal sealed class CurrentLaw(LawShelf shelf, IOptions<DecisionSettings> settings) : ILaw
{
    public Verdict Judge(string controlPoint, LawQuestion question)
    {
        var book = shelf.Current;
        if (!book.ControlPoints.TryGetValue(controlPoint, out var point))
        {
            throw new LawFormatException($"There is no control point '{controlPoint}'.");
        }

        var facts = FactReader.Read(point, question.Facts);
        return facts.Errors.Count == 0
            ? Judging.Judge.Give(book, point, question.On, facts, settings.Value)
            : throw new LawFormatException(string.Join(' ', facts.Errors.Select(e => e.Message.En)));
    }
}

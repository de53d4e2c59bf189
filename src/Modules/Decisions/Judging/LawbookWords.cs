using System.Text.RegularExpressions;
using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;

namespace Guiju.Decisions.Judging;

/// <summary>Words for facts from the lawbook in use. English words are the codes, spaced.</summary>
internal sealed partial class LawbookWords(LawShelf shelf) : IFactWords
{
    public FactWord? Of(string controlPoint, string fact) =>
        shelf.Current.ControlPoints.TryGetValue(controlPoint, out var point) && point.Facts.FirstOrDefault(f => f.English == fact) is { } type
            ? new FactWord(
                new Bilingual(type.Name, Spaced(type.English)),
                type.Unit,
                type.Codes?.ToDictionary(c => c.Value, c => new Bilingual(c.Value, Spaced(c.Key))) ?? [])
            : null;

    private static string Spaced(string code) => Hump().Replace(code, " $1").Replace('-', ' ').ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])([A-Z])")]
    private static partial Regex Hump();
}

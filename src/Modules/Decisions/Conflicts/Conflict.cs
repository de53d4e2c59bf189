using Guiju.Decisions.Lawbooks;
using Guiju.Kernel;

namespace Guiju.Decisions.Conflicts;

/// <summary>Two rules in force on one day that say opposite things of the same case, each by a row that looks at the same circumstance.</summary>
/// <param name="Point">Where both are asked.</param>
/// <param name="Forbids">The one that forbids.</param>
/// <param name="Allows">The one that allows.</param>
/// <param name="Shared">What both rows look at, by the names of the tables.</param>
/// <param name="Example">Facts that show it, by English name.</param>
public sealed record Conflict(ControlPoint Point, ConflictSide Forbids, ConflictSide Allows, IReadOnlyList<string> Shared, IReadOnlyDictionary<string, object?> Example)
{
    /// <summary>Which goes before by the usual order, and why; null where the ranks leave it open and people must decide.</summary>
    public (ConflictSide Prevails, Bilingual Why)? Order
    {
        get
        {
            if (Forbids.Rank is { } forbids && Allows.Rank is { } allows && forbids != allows)
            {
                return (forbids < allows ? Forbids : Allows, new Bilingual("上位法优先", "the higher law goes before"));
            }

            if (Forbids.IsLocal != Allows.IsLocal && Forbids.Rank is not null && Allows.Rank is not null)
            {
                return (Forbids.IsLocal ? Forbids : Allows, new Bilingual("特别规定优先", "the special provision goes before"));
            }

            return Forbids.Since is { } one && Allows.Since is { } other && one != other ? (one > other ? Forbids : Allows, new Bilingual("新的规定优先", "the newer provision goes before")) : null;
        }
    }
}

/// <summary>One side of a conflict.</summary>
/// <param name="Reference">The decision as <c>file#id</c>.</param>
/// <param name="Rule">Rule code.</param>
/// <param name="Title">Title.</param>
/// <param name="Row">The row, from 1.</param>
/// <param name="Provision">What it rests on.</param>
/// <param name="Rank">Rank of the text, 1 the highest; null where it rests on none.</param>
/// <param name="IsLocal">Whether it binds fewer than everybody.</param>
/// <param name="Since">First day of the text.</param>
public sealed record ConflictSide(string Reference, string Rule, Bilingual Title, int Row, ProvisionRef? Provision, int? Rank, bool IsLocal, DateOnly? Since)
{
    // As the sources name ranks, 1 the highest. Party regulations stand in a system of their own, and notices of ministries and local measures are not ordered between them: equal here, so that people decide.
    private static readonly Dictionary<string, int> Ranks = new()
    {
        ["law"] = 1, ["administrative-regulation"] = 2, ["party-regulation"] = 2, ["central-measure"] = 3, ["ministry-notice"] = 4, ["local-measure"] = 4,
    };

    private const int Lowest = 5;

    /// <summary>The side that a row of a decision takes.</summary>
    internal static ConflictSide Of(Lawbook book, string reference, BoundDecision decision, Dmn.DmnRule row, DateOnly on)
    {
        var cited = row.Extension("provision");
        var text = cited is null ? null : book.Sources.Find(cited.Split('~')[0]);
        return new ConflictSide(reference, decision.Rule, decision.Title, row.Index + 1, cited is null ? null : book.Sources.Resolve(cited, on), text is null ? null : Ranks.GetValueOrDefault(text.Rank, Lowest),
            row.Extension("pack") is not (null or "cn"), text?.On(on)?.From);
    }
}

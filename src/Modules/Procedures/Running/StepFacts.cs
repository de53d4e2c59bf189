using System.Collections.Concurrent;
using Guiju.Bpmn.Running;
using Guiju.Decisions.Contracts;
using Guiju.Kernel;
using Guiju.Law;
using Guiju.Procedures.Definitions;

namespace Guiju.Procedures.Running;

/// <summary>A control point as a lawbook lists it: what it is called, and the facts it is asked with.</summary>
internal sealed record PointListing(string Id, Bilingual Title, IReadOnlyList<string> Facts);

/// <summary>The control points of each lawbook, read once.</summary>
internal sealed class PointListings
{
    private const string File = "control-points.yaml";
    private readonly ConcurrentDictionary<string, IReadOnlyList<PointListing>> byBook = new(StringComparer.Ordinal);

    public IReadOnlyList<PointListing> Of(ILawbooks? book) => book is null ? [] : byBook.GetOrAdd(book.Current, _ => [.. book.Files().Where(f => f.Key.EndsWith(File, StringComparison.Ordinal))
        .OrderBy(f => f.Key, StringComparer.Ordinal).SelectMany(f => LawYaml.Parse(f.Key, f.Value)["points"].Items)
        .Select(p => new PointListing(p["id"].Text, p["title"].Both, [.. p["facts"].Items.Select(i => i.Text)]))]);
}

/// <summary>The control points of the lawbook in use.</summary>
internal sealed class LawPoints(IEnumerable<ILawbooks> books, PointListings listings)
{
    public IReadOnlyList<PointListing> All => listings.Of(books.FirstOrDefault());
}

/// <summary>Asks the law with what a case knows.</summary>
internal sealed class StepFacts(IEnumerable<ILaw> laws, LawPoints points, TimeProvider time)
{
    public DateTime Now => time.GetUtcNow().UtcDateTime;

    /// <summary>The question of a step's control point, with those of its facts that the case knows; null where the step names none. A point that is gone is never passed over.</summary>
    public LawQuestion? Of(string? point, DateOnly on, CaseState state)
    {
        if (point is null)
        {
            return null;
        }

        var listing = points.All.FirstOrDefault(p => p.Id == point);
        Check.That(listing is not null, ProcedureChecks.NoPoint);
        return new LawQuestion(on, listing!.Facts.ToDictionary(n => n, n => state.Variables.GetValueOrDefault(n))) { At = point }; // the check has thrown otherwise
    }

    public Verdict Judge(LawQuestion question) => laws.First().Judge(question.At ?? "", question);

    /// <summary>What a verdict is called in conditions.</summary>
    public static string Code(Verdict verdict) => verdict.Outcome switch
    {
        LawOutcome.Allowed => "allowed",
        LawOutcome.Inform => "inform",
        LawOutcome.Acknowledge => "acknowledge",
        LawOutcome.Approval => "approval",
        LawOutcome.CannotDecide => "cannot-decide",
        _ => "forbidden",
    };

    /// <summary>The end of a day in the bureau's zone, UTC.</summary>
    public DateTime EndOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.AddDays(1).ToDateTime(TimeOnly.MinValue), time.LocalTimeZone);
}

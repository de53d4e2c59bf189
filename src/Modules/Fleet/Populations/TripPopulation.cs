using System.Runtime.CompilerServices;
using Guiju.Decisions.Contracts;
using Guiju.Fleet.Trips;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Populations;

/// <summary>The trips of the year up to a day, asked as requests. Whether a passenger draws the allowance is what was recorded with the trip.</summary>
internal sealed class TripPopulation(GuijuDb db, UnitTrees trees) : IPopulation
{
    private const int Part = 4096;

    private static readonly Dictionary<string, Func<Trip, UnitTree, object?>> Known = new()
    {
        ["unitKind"] = (t, tree) => LawCode.Of(tree.BodyOf(t.UnitId)?.Kind),
        ["reason"] = (t, _) => LawCode.Of(t.Reason),
        ["class"] = (t, _) => LawCode.Of(t.ClassWanted),
        ["letterNo"] = (t, _) => t.LetterNo,
        ["allowance"] = (t, _) => t.Passengers.Count == 0 ? null : t.Passengers.Any(p => p.DrawsAllowance), // as a request has it: nobody named is not nobody drawing
        ["insideArea"] = (t, _) => t.Scope == TripScope.InCity,
        ["allowanceException"] = (t, _) => LawCode.Of(t.AllowanceException),
        ["holiday"] = (t, _) => t.Holiday,
        ["lateHours"] = (t, _) => TripQuestions.LateHours(t.PlanEnd, t.FiledAt),
        ["leaderApprovalId"] = (t, _) => t.LeaderApprovalNo,
        ["orderNo"] = (t, _) => t.DispatchedAt is null ? "" : t.Code,
        ["emergency"] = (t, _) => t.Emergency,
    };

    public string Name => "trips";

    public Bilingual Title { get; } = new("近一年用车", "Trips of the year before");

    public IReadOnlyList<string> ControlPoints { get; } = [FleetControlPoints.RequestTrip, FleetControlPoints.DepartTrip];

    public Task<int> CountAsync(DateOnly on, CancellationToken ct) => Within(on).CountAsync(ct);

    public async IAsyncEnumerable<PopulationPart> ReadAsync(DateOnly on, IReadOnlySet<string> facts, [EnumeratorCancellation] CancellationToken ct)
    {
        var tree = await trees.AsOfAsync(on, ct);
        var (columns, last) = (Known.Where(k => facts.Contains(k.Key)).ToList(), Guid.Empty);
        while (true)
        {
            var trips = await Within(on).Where(t => t.Id.CompareTo(last) > 0).OrderBy(t => t.Id).Take(Part).ToListAsync(ct);
            if (trips.Count > 0)
            {
                yield return new PopulationPart(
                    trips.ConvertAll(t => new PopulationRecord(t.Id, t.Code, t.UnitId, EnumWords.Both(t.ClassWanted), EnumWords.Both(t.Reason), null, $"/fleet/trips/{t.Id}")),
                    columns.ToDictionary(c => c.Key, c => trips.Select(t => c.Value(t, tree)).ToArray()));
                last = trips[^1].Id;
            }

            if (trips.Count < Part)
            {
                yield break;
            }
        }
    }

    private IQueryable<Trip> Within(DateOnly on)
    {
        var from = on.AddYears(-1);
        return db.Set<Trip>().AsNoTracking().Where(t => t.Day > from && t.Day <= on);
    }
}

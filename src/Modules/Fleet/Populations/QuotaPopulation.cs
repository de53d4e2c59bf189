using System.Runtime.CompilerServices;
using Guiju.Decisions.Contracts;
using Guiju.Fleet.Quotas;
using Guiju.Kernel;
using Guiju.Kernel.Organisations;

namespace Guiju.Fleet.Populations;

/// <summary>Every body and class with its quota and the cars held, as if nothing were bought: who stands beyond the quota.</summary>
internal sealed class QuotaPopulation(QuotaLedger ledger, UnitTrees trees) : IPopulation
{
    public string Name => "quotas";

    public Bilingual Title { get; } = new("车辆编制", "Vehicle quotas");

    public IReadOnlyList<string> ControlPoints { get; } = [FleetControlPoints.AcquireVehicle];

    public async Task<int> CountAsync(DateOnly on, CancellationToken ct) => (await ledger.AskAsync(null, on, ct)).Count;

    public async IAsyncEnumerable<PopulationPart> ReadAsync(DateOnly on, IReadOnlySet<string> facts, [EnumeratorCancellation] CancellationToken ct)
    {
        var tree = await trees.AsOfAsync(on, ct);
        var rows = await ledger.AskAsync(null, on, ct);
        yield return new PopulationPart(
            rows.Select(r => new PopulationRecord(r.UnitId, $"{tree.Find(r.UnitId)?.Name} {EnumWords.Both(r.Class).Zh}", r.UnitId, EnumWords.Both(r.Class), null, null, $"/fleet/quotas?unit={r.UnitId}&class={r.Class}")).ToList(),
            new Dictionary<string, object?[]>
            {
                ["unitKind"] = [.. rows.Select(r => LawCode.Of(tree.BodyOf(r.UnitId)?.Kind))],
                ["class"] = [.. rows.Select(r => LawCode.Of(r.Class))],
                ["quota"] = [.. rows.Select(r => (object?)r.Quota)],
                ["inService"] = [.. rows.Select(r => (object?)r.Held)],
                ["qty"] = [.. rows.Select(_ => (object?)0)],
                ["replaces"] = [.. rows.Select(_ => (object?)0)],
            });
    }
}

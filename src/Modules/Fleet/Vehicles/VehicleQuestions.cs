using Guiju.Kernel;

namespace Guiju.Fleet.Vehicles;

/// <summary>Puts a vehicle's sheet into the words in which the law is asked when it is registered or its use is assigned.</summary>
internal sealed class VehicleQuestions(Bodies bodies, TimeProvider clock)
{
    public async Task<LawQuestion> OfAssignmentAsync(VehicleFields fields, CancellationToken ct)
    {
        var tree = await bodies.TreeAsync(ct);
        var body = fields.UnitId is { } unit ? tree.BodyOf(unit) : null;
        var owner = fields.OwnerUnitId is { } ownerId ? tree.BodyOf(ownerId) : null;
        return new LawQuestion(clock.Today(), new Dictionary<string, object?>
        {
            ["unitKind"] = LawCode.Of(body?.Kind),
            ["class"] = LawCode.Of(fields.Class),
            ["body"] = LawCode.Of(fields.Body),
            ["terrainNote"] = fields.TerrainNote?.Trim() ?? "",
            ["postKind"] = LawCode.Of(fields.AssignedTo),
            ["acquireWay"] = LawCode.Of(fields.AcquireWay),
            ["ownerCode"] = owner?.Code,
            ["unitCode"] = body?.Code,
            ["custody"] = LawCode.Of(fields.Custody),
            ["fixedPerson"] = fields.FixedPerson?.Trim() ?? "",
        });
    }
}

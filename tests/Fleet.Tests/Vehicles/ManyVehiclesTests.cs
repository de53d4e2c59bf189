using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.Verdicts;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Guiju.Fleet.Tests.Vehicles;

/// <summary>A large list of cars taken in at once says and leaves what the same cars taken in one by one do.</summary>
public sealed class ManyVehiclesTests
{
    public static TheoryData<string> Databases => Bureau.Databases;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Databases))]
    public async Task Many_rows_are_told_what_each_would_be_told_alone(string database)
    {
        await using var bureau = await Bureau.OpenAsync(database, Ct);
        await bureau.DoneAsync(bureau.Desk, Samples.Car(bureau.Organ.Id, 1), Ct);
        RegisterVehicle?[] acts =
        [
            Samples.Car(bureau.Organ.Id, 2),
            Samples.Car(bureau.Organ.Id, 3) with { PlateNo = "京A00001" }, // stands on the register
            Samples.Car(bureau.Organ.Id, 4) with { PlateNo = "京A00002" }, // stands in the list above
            Samples.Car(bureau.Organ.Id, 5) with { Vin = Samples.Car(bureau.Organ.Id, 2).Vin.ToLowerInvariant() },
            Samples.Car(bureau.Organ.Id, 6) with { Vin = "LSVAA2BR0D0000001" },
            null, // could not be read
            Samples.Car(bureau.Organ.Id, 7) with { Displacement = "1.8T" },
            Samples.Car(bureau.Organ.Id, 8) with { Brand = "" },
            Samples.Car(Guid.CreateVersion7(), 9),
            Samples.Car(bureau.Organ.Id, 10) with { Body = VehicleBody.OffRoad, Class = VehicleClass.Confidential },
            Samples.Car(bureau.Organ.Id, 11) with { Body = VehicleBody.OffRoad, Class = VehicleClass.Confidential, TerrainNote = "山区", Justification = "山区道路" },
            Samples.Car(bureau.Other.Id, 12),
        ];
        var together = await bureau.AskAsync<BatchDesk, BatchOutcome<Guid>>(bureau.Desk, d => d.PerformAllAsync<RegisterVehicle, Guid>(acts, _ => null, false, Ct));
        var alone = await bureau.AskAsync<BatchDesk, BatchOutcome<Guid>>(bureau.Desk, d => d.PerformAsync<Guid>(acts.Length, (i, _) => acts[i], false, Ct));
        Assert.Equal(alone.Outcomes.Select(Told), together.Outcomes.Select(Told));
        Assert.Contains(together.Outcomes, o => o is Outcome<Guid>.Refused);
        Assert.Equal(2, together.Outcomes.Count(o => o is Outcome<Guid>.Broken { Check.Code: "VehicleChecks.PlateIsFree" }));
        var one = await bureau.AskAsync<BatchDesk, BatchOutcome<Guid>>(bureau.UnitDesk, d => d.PerformAllAsync<RegisterVehicle, Guid>(acts, _ => null, true, Ct));
        Assert.IsType<Outcome<Guid>.Missing>(one.Outcomes[^1]); // beyond the reach of that desk
        Assert.False(one.Kept);
        Assert.Equal(1, await bureau.ReadAsync(db => db.Set<Vehicle>().CountAsync(Ct)));
        Assert.Equal(1, await bureau.ReadAsync(db => db.Set<LedgerEntry>().CountAsync(Ct)));
        var clerk = await bureau.AskAsync<BatchDesk, BatchOutcome<Guid>>(bureau.Clerk, d => d.PerformAllAsync<RegisterVehicle, Guid>(acts, _ => null, true, Ct));
        Assert.All(clerk.Outcomes, o => Assert.IsType<Outcome<Guid>.Denied>(o));
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Many_rows_are_kept_each_with_its_entry_and_verdict_and_the_record_proves(string database)
    {
        await using var bureau = await Bureau.OpenAsync(database, Ct);
        var acts = Enumerable.Range(1, 2500).Select(n => Samples.Car(n % 2 == 0 ? bureau.Organ.Id : bureau.Other.Id, n)).ToArray();
        var done = await bureau.AskAsync<BatchDesk, BatchOutcome<Guid>>(bureau.Desk, d => d.PerformAllAsync<RegisterVehicle, Guid>(acts, i => i == 4 ? new Dictionary<string, string> { ["排量"] = "1.8T" } : null, true, Ct));
        Assert.True(done.Kept);
        Assert.True(done.AllDone);
        Assert.Equal(acts.Length, await bureau.ReadAsync(db => db.Set<Vehicle>().CountAsync(Ct)));
        Assert.Equal(acts.Length, await bureau.ReadAsync(db => db.Set<StoredVerdict>().CountAsync(v => v.ControlPoint == FleetControlPoints.AssignVehicle, Ct)));
        var fifth = ((Outcome<Guid>.Done)done.Outcomes[4]).Value;
        var entry = await bureau.ReadAsync(db => db.Set<LedgerEntry>().Where(e => db.Set<LedgerSubject>().Any(s => s.EntryId == e.Id && s.SubjectId == fifth)).SingleAsync(Ct));
        Assert.Equal(("fleet.RegisterVehicle", bureau.Desk.Name, (Guid?)bureau.Other.Id), (entry.Act, entry.PersonName, entry.UnitId));
        Assert.Contains("\"before\":{\"排量\":\"1.8T\"}", entry.Payload, StringComparison.Ordinal);
        Assert.Contains("\"plateNo\":\"京A00005\"", entry.Payload, StringComparison.Ordinal);
        var proof = await bureau.AskAsync<LedgerProof, Proof>(bureau.Desk, p => p.VerifyAsync(Ct));
        Assert.DoesNotContain(proof.Alterations, a => a.Table is not ("kernel_person" or "kernel_unit")); // the small bureau itself was not set up through the desk
        Assert.Equal(acts.Length, proof.Entries);
        await bureau.DoneAsync(bureau.Desk, await bureau.ReadAsync(async db => (await db.Set<Vehicle>().SingleAsync(v => v.Id == fifth, Ct)).Sheet() with { Colour = "黑" }), Ct); // a row written in bulk changes like any other
    }

    [Theory, MemberData(nameof(Databases))]
    public async Task Two_desks_take_in_the_same_list_and_one_is_told_row_by_row(string database)
    {
        await using var bureau = await Bureau.OpenAsync(database, Ct);
        var acts = Enumerable.Range(1, 300).Select(n => Samples.Car(bureau.Organ.Id, n)).ToArray();
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => bureau.AskAsync<BatchDesk, BatchOutcome<Guid>>(bureau.Desk, d => d.PerformAllAsync<RegisterVehicle, Guid>(acts, _ => null, true, Ct)), Ct)));
        var (won, lost) = (Assert.Single(both, b => b.Kept), Assert.Single(both, b => !b.Kept));
        Assert.True(won.AllDone);
        Assert.All(lost.Outcomes, o => Assert.IsType<Outcome<Guid>.Broken>(o));
        Assert.Equal(acts.Length, await bureau.ReadAsync(db => db.Set<Vehicle>().CountAsync(Ct)));
    }

    // Ids are made anew each time.
    private static string Told(Outcome<Guid> outcome) => outcome is Outcome<Guid>.Done done ? "done " + done.Verdict?.Outcome : outcome.GetType().Name + Json.Write((object)outcome);
}

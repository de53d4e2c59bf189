using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Verdicts;
using Guiju.Ui;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Repairs;

/// <summary>A repair as its page shows it, with what the asker may do now.</summary>
internal sealed class RepairFile(GuijuDb db, ActorHolder asker, Bodies bodies, RepairDesk desk)
{
    /// <summary>The repair that the asker may read, or has reported; null where there is none.</summary>
    public async Task<View?> AskAsync(Guid id, CancellationToken ct)
    {
        var me = asker.Current.PersonId;
        var hidden = db.Set<Vehicle>().Hidden(asker.Current);
        var repair = await db.Set<RepairOrder>().AsNoTracking().Within(asker.Current, FleetPermissions.Read, r => r.UnitId).FirstOrDefaultAsync(r => r.Id == id && !hidden.Any(v => v.Id == r.VehicleId), ct)
            ?? (me is null ? null : await db.Set<RepairOrder>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == id && r.ReportedById == me, ct));
        if (repair is null)
        {
            return null;
        }

        var verdicts = await db.Set<StoredVerdict>().AsNoTracking().Where(v => v.SubjectId == id).OrderByDescending(v => v.At).Take(1).ToListAsync(ct);
        var keeps = asker.Current.For(FleetPermissions.Settle).Covers(repair.UnitId);
        return new View(repair)
        {
            Plate = await db.Set<Vehicle>().Where(v => v.Id == repair.VehicleId).Select(v => v.PlateNo).FirstAsync(ct),
            Unit = (await bodies.TreeAsync(ct)).NameOf(repair.UnitId),
            Verdicts = verdicts.ConvertAll(v => (v.Id, v.Read())),
            MayQuote = keeps && (repair.State == RepairState.Reported || repair is { State: RepairState.Quoted, HeadAgreed: false }),
            MayDecide = repair.State == RepairState.Quoted && desk.MayDecide(repair),
            MayFinish = keeps && repair.State == RepairState.Approved,
            MaySettle = keeps && repair.State == RepairState.Finished,
        };
    }

    /// <summary>The cars that the asker may report: those of the units within reach, and those driven.</summary>
    public async Task<IReadOnlyList<Choice>> CarsAsync(CancellationToken ct)
    {
        var me = asker.Current.PersonId;
        var reached = db.Set<Vehicle>().Within(asker.Current, FleetPermissions.EnterCosts, v => v.UnitId).Seen(asker.Current).Select(v => v.Id);
        var driven = db.Set<Trip>().Where(t => me != null && t.DriverPersonId == me && t.VehicleId != null).Select(t => t.VehicleId);
        return (await db.Set<Vehicle>().AsNoTracking().Where(v => v.State != VehicleState.Disposed && v.State != VehicleState.Cancelled && (reached.Contains(v.Id) || driven.Contains(v.Id))).OrderBy(v => v.PlateNo)
            .Select(v => new { v.Id, v.PlateNo, v.Brand, v.Model }).ToListAsync(ct)).ConvertAll(v => new Choice(v.Id.ToString(), $"{v.PlateNo} {v.Brand} {v.Model}"));
    }

    /// <summary>The file.</summary>
    internal sealed record View(RepairOrder Repair)
    {
        public string Plate { get; init; } = "";

        public string Unit { get; init; } = "";

        public IReadOnlyList<(Guid Id, Verdict Verdict)> Verdicts { get; init; } = [];

        public bool MayQuote { get; init; }

        public bool MayDecide { get; init; }

        public bool MayFinish { get; init; }

        public bool MaySettle { get; init; }
    }
}

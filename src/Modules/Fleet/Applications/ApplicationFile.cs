using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Verdicts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Applications;

/// <summary>Everything about one application: what is asked, quota of the day, verdict, decision.</summary>
internal sealed class ApplicationFile(GuijuDb db, ActorHolder asker, Bodies bodies, TimeProvider clock)
{
    /// <summary>The file, or null where there is none within the asker's reach.</summary>
    public async Task<View?> AskAsync(Guid id, CancellationToken ct)
    {
        var application = await Readable(db.Set<FleetApplication>().AsNoTracking(), asker.Current).FirstOrDefaultAsync(a => a.Id == id, ct);
        if (application is null)
        {
            return null;
        }

        var old = await db.Set<Vehicle>().AsNoTracking().Seen(asker.Current).FirstOrDefaultAsync(v => v.Id == application.ReplacedVehicleId, ct);
        var verdicts = await db.Set<StoredVerdict>().AsNoTracking().Where(v => v.SubjectId == id).OrderByDescending(v => v.At).ToListAsync(ct);
        var me = asker.Current;
        return new View
        {
            Application = application,
            Unit = (await bodies.TreeAsync(ct)).NameOf(application.UnitId),
            FiledAt = clock.ToLocal(application.FiledAt),
            DecidedAt = clock.ToLocal(application.DecidedAt),
            Form = application.What == ApplicationKind.Acquire ? Json.Read<AcquireVehicle>(application.Form) : Json.Read<RenewVehicle>(application.Form),
            OldCar = old is null ? null : new OldCar(old.Id, old.PlateNo, $"{old.Brand} {old.Model}", old.RegisteredOn, old.MileageKm),
            Verdict = verdicts.FirstOrDefault()?.Read(),
            MayDecide = application.State == ApplicationState.Submitted && me.For(FleetPermissions.Decide).Covers(application.UnitId) && me.PersonId != application.ApplicantId,
            MayWithdraw = application.State == ApplicationState.Submitted && me.PersonId is { } person && person == application.ApplicantId,
        };
    }

    /// <summary>The applications that a person may read: the own ones, those of the units he applies or reads for, those he decides.</summary>
    public static IQueryable<FleetApplication> Readable(IQueryable<FleetApplication> applications, Actor actor)
    {
        var reach = new[] { FleetPermissions.Read, FleetPermissions.Apply, FleetPermissions.Decide }.Select(actor.For).Aggregate((a, b) => a.With(b));
        var units = reach.Units.ToArray();
        Guid? me = actor.PersonId;
        return reach.All ? applications : applications.Where(a => units.Contains(a.UnitId) || me != null && a.ApplicantId == me);
    }

    /// <summary>The file.</summary>
    internal sealed record View
    {
        public required FleetApplication Application { get; init; }

        public string Unit { get; init; } = "";

        public DateTime FiledAt { get; init; }

        public DateTime? DecidedAt { get; init; }

        public required ApplicationFields Form { get; init; }

        public OldCar? OldCar { get; init; }

        public Verdict? Verdict { get; init; }

        public bool MayDecide { get; init; }

        public bool MayWithdraw { get; init; }
    }

    /// <summary>The car to be replaced.</summary>
    internal sealed record OldCar(Guid Id, string PlateNo, string Model, DateOnly RegisteredOn, decimal MileageKm);
}

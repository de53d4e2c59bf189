using Guiju.Fleet.Costs;
using Guiju.Fleet.Drivers;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Verdicts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Trips;

/// <summary>Everything about one trip: plan, decisions, car and driver, costs, verdicts, and what the asker may do with it now.</summary>
internal sealed class TripFile(GuijuDb db, ActorHolder asker, Bodies bodies, Confirmations confirmations, TimeProvider clock)
{
    /// <summary>The file, or null where there is none within the asker's reach.</summary>
    public async Task<View?> AskAsync(Guid id, CancellationToken ct)
    {
        var trip = await TripFolder.Readable(db.Set<Trip>().AsNoTracking(), asker.Current).FirstOrDefaultAsync(t => t.Id == id, ct);
        if (trip is null)
        {
            return null;
        }

        var tree = await bodies.TreeAsync(ct);
        var car = await Cars(trip).FirstOrDefaultAsync(v => v.Id == trip.VehicleId, ct);
        var driver = await db.Set<Driver>().AsNoTracking().FirstOrDefaultAsync(d => d.Id == trip.DriverId, ct);
        var costs = await db.Set<TripCost>().AsNoTracking().Where(c => c.TripId == id).OrderBy(c => c.On).ThenBy(c => c.Id)
            .Select(c => new Cost(c.Kind, c.On, c.AmountYuan, c.Quantity, c.PayeeName, c.PayeeId != null) { Station = c.Station }).ToListAsync(ct);
        var verdicts = await db.Set<StoredVerdict>().AsNoTracking().Where(v => v.SubjectId == id).OrderByDescending(v => v.At).ToListAsync(ct);
        return new View
        {
            Trip = Sheet(trip, tree.NameOf(trip.UnitId)),
            Car = car is null ? null : new Car(car.Id, car.PlateNo, $"{car.Brand} {car.Model}", car.Class, car.Energy, car.Seats) { MarkCode = car.MarkCode, MileageKm = car.MileageKm },
            Driver = driver is null ? null : new Chauffeur(driver.Id, driver.Name, driver.Phone, driver.LicenceClass),
            Costs = costs,
            Verdicts = verdicts.ConvertAll(v => new Judged(v.Id, clock.ToLocal(v.At), v.Read())),
            May = May(trip),
            Lead = await db.Set<Trip>().AsNoTracking().Where(t => t.Id == trip.LeadId).Select(t => new Sharer(t.Id, t.Code, t.PlanTo)).FirstOrDefaultAsync(ct),
            Points = await db.Set<Geofences.Geofence>().AsNoTracking().Where(f => f.Id == trip.PickUpFenceId || f.Id == trip.ReturnFenceId).ToDictionaryAsync(f => f.Id, f => f.Name, ct),
            Riders = await db.Set<Trip>().AsNoTracking().Where(t => t.LeadId == id).OrderBy(t => t.Code).Select(t => new Sharer(t.Id, t.Code, t.PlanTo)).ToListAsync(ct),
        };
    }

    // Who rides in a secret car, drives or sends it knows it; other readers do not.
    private IQueryable<Vehicle> Cars(Trip trip) => asker.Current is var me && (me.PersonId is { } id && (trip.ApplicantId == id || trip.DriverPersonId == id) || me.For(FleetPermissions.Dispatch).Covers(trip.UnitId))
        ? db.Set<Vehicle>().AsNoTracking()
        : db.Set<Vehicle>().AsNoTracking().Seen(me);

    private Plan Sheet(Trip trip, string unit) => new()
    {
        Id = trip.Id,
        Code = trip.Code,
        Unit = unit,
        UnitId = trip.UnitId,
        Applicant = trip.ApplicantName,
        FiledAt = clock.ToLocal(trip.FiledAt),
        Reason = trip.Reason,
        Purpose = trip.Purpose,
        LetterNo = trip.LetterNo,
        Scope = trip.Scope,
        From = trip.PlanFrom,
        To = trip.PlanTo,
        Start = clock.ToLocal(trip.PlanStart),
        End = clock.ToLocal(trip.PlanEnd),
        Passengers = trip.Passengers,
        ClassWanted = trip.ClassWanted,
        ShareOk = trip.ShareOk,
        Emergency = trip.Emergency,
        MadeUp = trip.MadeUp,
        Holiday = trip.Holiday,
        AllowanceException = trip.AllowanceException,
        State = trip.State,
        AwaitedStep = trip.State == TripState.Submitted ? trip.AwaitedStep : "",
        Approvals = trip.Approvals.Select(a => a with { At = clock.ToLocal(a.At) }).ToList(),
        DispatchedBy = trip.DispatchedByName,
        DispatchedAt = clock.ToLocal(trip.DispatchedAt),
        RedispatchReason = trip.RedispatchReason,
        OdoOut = trip.OdoOut,
        OdoIn = trip.OdoIn,
        RealStart = clock.ToLocal(trip.RealStart),
        RealEnd = clock.ToLocal(trip.RealEnd),
        ParkedInPlace = trip.ParkedInPlace,
        Incident = trip.Incident,
        NoFuel = trip.NoFuel,
        NoCosts = trip.NoCosts,
        CancelReason = trip.CancelReason,
        SettledAt = clock.ToLocal(trip.SettledAt),
        SelfDrive = trip.SelfDrive,
        PickUpFenceId = trip.PickUpFenceId,
        ReturnFenceId = trip.ReturnFenceId,
        ReturnedAtPoint = trip.ReturnedAtPoint,
        Word = new Word(confirmations.Of(trip.State, trip.RealEnd, trip.RealJourney), confirmations.Until(trip.RealEnd), trip.Rating, trip.Complaint, trip.FollowUp),
    };

    private Actions May(Trip trip)
    {
        var me = asker.Current;
        var mine = me.PersonId is { } person && person == trip.ApplicantId && me.Can(FleetPermissions.Request);
        bool ForUnit(string permission) => me.For(permission).Covers(trip.UnitId);
        var decides = trip.State == TripState.Submitted && me.PersonId != trip.ApplicantId && ForUnit(FleetPermissions.Approve)
            && (trip.AwaitedStep == TripSteps.UnitHead || ForUnit(FleetPermissions.ApproveAsLeader));
        var drives = me.Can(FleetPermissions.Drive) && me.PersonId is { } driver && driver == trip.DriverPersonId;
        return new Actions
        {
            Withdraw = mine && trip.State == TripState.Submitted,
            Change = mine && trip.State is TripState.Draft or TripState.SentBack,
            Cancel = mine && trip.State is TripState.Draft or TripState.Submitted or TripState.SentBack or TripState.Approved or TripState.Dispatched,
            Decide = decides,
            Dispatch = trip.State == TripState.Approved && ForUnit(FleetPermissions.Dispatch),
            Redispatch = trip.State == TripState.Dispatched && ForUnit(FleetPermissions.Dispatch),
            Drive = drives && !trip.SelfDrive && trip.LeadId is null && trip.State is TripState.Dispatched or TripState.Departed,
            EnterCosts = trip.State is TripState.Departed or TripState.Returned && (drives || ForUnit(FleetPermissions.EnterCosts)),
            Settle = trip.State == TripState.Returned && ForUnit(FleetPermissions.Settle),
            Print = trip.VehicleId is not null,
            TakeCar = mine && trip is { SelfDrive: true, State: TripState.Dispatched } && trip.DriverPersonId == me.PersonId,
            GiveCarBack = mine && trip is { SelfDrive: true, State: TripState.Departed } && trip.DriverPersonId == me.PersonId,
            Confirm = mine && confirmations.Of(trip.State, trip.RealEnd, trip.RealJourney) == ConfirmationState.Awaited,
            FollowUp = trip.FollowedUpAt is null && (trip.RealJourney == false || trip.Complaint.Length > 0) && ForUnit(FleetPermissions.Dispatch),
        };
    }

    /// <summary>The file.</summary>
    internal sealed record View
    {
        public required Plan Trip { get; init; }

        public Car? Car { get; init; }

        public Chauffeur? Driver { get; init; }

        public IReadOnlyList<Cost> Costs { get; init; } = [];

        public IReadOnlyList<Judged> Verdicts { get; init; } = [];

        public Actions May { get; init; } = new();

        /// <summary>The trip whose car this one shares.</summary>
        public Sharer? Lead { get; init; }

        /// <summary>Names of the points at which the applicant takes the car and gives it back.</summary>
        public IReadOnlyDictionary<Guid, string> Points { get; init; } = new Dictionary<Guid, string>();

        /// <summary>Trips that share this one's car.</summary>
        public IReadOnlyList<Sharer> Riders { get; init; } = [];
    }

    /// <summary>A trip in the same car.</summary>
    internal sealed record Sharer(Guid Id, string Code, string To);

    /// <summary>The trip itself; times are local.</summary>
    internal sealed record Plan
    {
        public Guid Id { get; init; }

        public string Code { get; init; } = "";

        public string Unit { get; init; } = "";

        public Guid UnitId { get; init; }

        public string Applicant { get; init; } = "";

        public DateTime FiledAt { get; init; }

        public TripReason Reason { get; init; }

        public string Purpose { get; init; } = "";

        public string LetterNo { get; init; } = "";

        public TripScope Scope { get; init; }

        public string From { get; init; } = "";

        public string To { get; init; } = "";

        public DateTime Start { get; init; }

        public DateTime End { get; init; }

        public IReadOnlyList<Passenger> Passengers { get; init; } = [];

        public VehicleClass ClassWanted { get; init; }

        public bool ShareOk { get; init; }

        public bool Emergency { get; init; }

        public bool MadeUp { get; init; }

        public bool Holiday { get; init; }

        public AllowanceException AllowanceException { get; init; }

        public TripState State { get; init; }

        public string AwaitedStep { get; init; } = "";

        public IReadOnlyList<TripApproval> Approvals { get; init; } = [];

        public string DispatchedBy { get; init; } = "";

        public DateTime? DispatchedAt { get; init; }

        public string RedispatchReason { get; init; } = "";

        public decimal? OdoOut { get; init; }

        public decimal? OdoIn { get; init; }

        public DateTime? RealStart { get; init; }

        public DateTime? RealEnd { get; init; }

        public bool ParkedInPlace { get; init; }

        public string Incident { get; init; } = "";

        public bool NoFuel { get; init; }

        public bool NoCosts { get; init; }

        public string CancelReason { get; init; } = "";

        public DateTime? SettledAt { get; init; }

        public bool SelfDrive { get; init; }

        public Guid? PickUpFenceId { get; init; }

        public Guid? ReturnFenceId { get; init; }

        public bool? ReturnedAtPoint { get; init; }

        public Word Word { get; init; } = new(ConfirmationState.None, null, null, "", "");
    }

    /// <summary>What the passenger said, or until when.</summary>
    internal sealed record Word(ConfirmationState State, DateOnly? Until, int? Rating, string Complaint, string FollowUp);

    /// <summary>The car.</summary>
    internal sealed record Car(Guid Id, string PlateNo, string Model, VehicleClass Class, EnergyKind Energy, int Seats)
    {
        public string MarkCode { get; init; } = "";

        public decimal MileageKm { get; init; }
    }

    /// <summary>The driver.</summary>
    internal sealed record Chauffeur(Guid Id, string Name, string Phone, LicenceClass Licence);

    /// <summary>A cost.</summary>
    internal sealed record Cost(CostKind Kind, DateOnly On, decimal AmountYuan, decimal? Quantity, string Payee, bool OnContract)
    {
        public string Station { get; init; } = "";
    }

    /// <summary>A verdict given on the trip.</summary>
    internal sealed record Judged(Guid Id, DateTime At, Verdict Verdict);

    /// <summary>What the asker may do now.</summary>
    internal sealed record Actions
    {
        public bool Withdraw { get; init; }

        public bool Change { get; init; }

        public bool Cancel { get; init; }

        public bool Decide { get; init; }

        public bool Dispatch { get; init; }

        public bool Redispatch { get; init; }

        public bool Drive { get; init; }

        public bool EnterCosts { get; init; }

        public bool Settle { get; init; }

        public bool Print { get; init; }

        public bool Confirm { get; init; }

        public bool TakeCar { get; init; }

        public bool GiveCarBack { get; init; }

        public bool FollowUp { get; init; }
    }
}

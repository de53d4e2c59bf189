using System.ComponentModel.DataAnnotations;
using Guiju.Clocks;
using Guiju.Decisions.Contracts;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Hotline;

/// <summary>受理 12345 诉求: a complaint of the hotline is taken in; its car is found by the plate, its last day reckoned in workdays.</summary>
[Needs(FleetPermissions.HandleComplaints), Display(Name = "受理 12345 诉求")]
public sealed record TakeComplaint : IAct<Guid>
{
    [Display(Name = "热线工单编号"), Required, StringLength(60, MinimumLength = 2)] public string Number { get; init; } = "";

    [Display(Name = "受理时间"), Required] public DateTime? ReceivedAt { get; init; }

    [Display(Name = "来源"), Required] public ComplaintChannel? Channel { get; init; }

    [Display(Name = "诉求内容"), Required, StringLength(1000, MinimumLength = 2)] public string Content { get; init; } = "";

    [Display(Name = "反映的号牌"), StringLength(20)] public string? PlateNo { get; init; }

    internal sealed class Handler(GuijuDb db, ComplaintDesk desk) : IHandler<TakeComplaint, Guid>
    {
        public async Task<Guid> HandleAsync(TakeComplaint act, CancellationToken ct)
        {
            var number = act.Number.Trim();
            Check.That(!await db.Set<Complaint>().AnyAsync(c => c.Number == number, ct), ComplaintChecks.NumberIsNew, nameof(Number));
            var complaint = Complaint.Take(act, await desk.AboutAsync(act.PlateNo, ct), desk.When(act.ReceivedAt.GetValueOrDefault()), desk.Now);
            db.Add(complaint);
            desk.Name(complaint);
            return complaint.Id;
        }
    }
}

/// <summary>答复 12345 诉求: what was found, and what the caller is told.</summary>
[Needs(FleetPermissions.HandleComplaints), Display(Name = "答复 12345 诉求")]
public sealed record AnswerComplaint : IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "反映是否属实"), Required] public bool? Founded { get; init; }

    [Display(Name = "答复内容"), Required, StringLength(1000, MinimumLength = 2)] public string Answer { get; init; } = "";

    internal sealed class Handler(ComplaintDesk desk) : IHandler<AnswerComplaint, Guid>
    {
        public async Task<Guid> HandleAsync(AnswerComplaint act, CancellationToken ct)
        {
            var complaint = await desk.OpenAsync(act.Id, ct);
            complaint.Reply(act.Answer, act.Founded.GetValueOrDefault(), desk.Me, desk.Today);
            return complaint.Id;
        }
    }
}

/// <summary>办结 12345 诉求.</summary>
[Needs(FleetPermissions.HandleComplaints), Display(Name = "办结 12345 诉求")]
public sealed record CloseComplaint : IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    internal sealed class Handler(ComplaintDesk desk) : IHandler<CloseComplaint, Guid>
    {
        public async Task<Guid> HandleAsync(CloseComplaint act, CancellationToken ct)
        {
            var complaint = await desk.OpenAsync(act.Id, ct);
            complaint.Close(desk.Today);
            return complaint.Id;
        }
    }
}

/// <summary>Opens complaints for whoever handles them, and knows about what and until when they are.</summary>
internal sealed class ComplaintDesk(GuijuDb db, ActorHolder asker, IFigures figures, WorkCalendar calendar, Journal journal, TimeProvider clock)
{
    private const string AnswerDays = "fleet.complaint.answer-days";

    /// <summary>Now, UTC.</summary>
    public DateTime Now => clock.UtcNow();

    /// <summary>Today in the bureau.</summary>
    public DateOnly Today => clock.Today();

    /// <summary>Name of who acts.</summary>
    public string Me => asker.Current.Name;

    /// <summary>The complaint, tracked, within reach.</summary>
    public async Task<Complaint> OpenAsync(Guid? id, CancellationToken ct)
    {
        var complaint = await db.Complaints(asker.Current).Within(asker.Current, FleetPermissions.HandleComplaints, c => c.UnitId).FirstOrDefaultAsync(c => c.Id == id, ct) ?? throw new NotWithinReachException("complaint");
        Name(complaint);
        return complaint;
    }

    /// <summary>Names the complaint and its car to the ledger.</summary>
    public void Name(Complaint complaint)
    {
        journal.Concerns(FleetKinds.Complaint, complaint.Id, complaint.UnitId);
        if (complaint.VehicleId is { } car)
        {
            journal.Concerns(FleetKinds.Vehicle, car);
        }
    }

    /// <summary>The car of a plate and its unit; the asker's own unit where there is no such car.</summary>
    public async Task<(Guid Unit, Guid? Car)> AboutAsync(string? plate, CancellationToken ct)
    {
        var sought = PlateNumber.Normalise(plate ?? "");
        var car = sought.Length == 0 ? null : await db.Set<Vehicle>().AsNoTracking().Seen(asker.Current).Where(v => v.PlateNo == sought).Select(v => new { v.Id, v.UnitId }).FirstOrDefaultAsync(ct);
        var reach = asker.Current.For(FleetPermissions.HandleComplaints);
        return car is not null && reach.Covers(car.UnitId) ? (car.UnitId, car.Id) : (asker.Current.UnitId ?? throw new NotWithinReachException("unit"), null);
    }

    /// <summary>When it was received, UTC and as a day, and the last day to answer.</summary>
    /// <exception cref="BrokenCheckException">The figure is not in force.</exception>
    public (DateTime Received, DateOnly On, DateOnly Due) When(DateTime local)
    {
        var day = DateOnly.FromDateTime(local);
        return (clock.ToUtc(local), day, calendar.AddWorkdays(day, (int)figures.Need(AnswerDays, day)));
    }
}

/// <summary>Complaints that a person may know of: those about secret cars stay with whoever may see the car.</summary>
internal static class SeenComplaints
{
    public static IQueryable<Complaint> Complaints(this GuijuDb db, Actor actor)
    {
        var seen = db.Set<Vehicle>().Seen(actor);
        return db.Set<Complaint>().Where(c => c.VehicleId == null || seen.Any(v => v.Id == c.VehicleId));
    }
}

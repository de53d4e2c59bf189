using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Procedures.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Rentals;

/// <summary>The rented car is there; it is held against the standard once more, as it really is.</summary>
[Needs(FleetPermissions.Rent), At(FleetControlPoints.TakeRental, ApprovedBy = FleetPermissions.Except), Display(Name = "取车")]
public sealed record TakeRental : IAct<Guid>, IAnswersFindings
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "租来车辆号牌"), Required, StringLength(20, MinimumLength = 5)] public string PlateNo { get; init; } = "";

    [Display(Name = "品牌型号"), Required, StringLength(80, MinimumLength = 1)] public string Model { get; init; } = "";

    [Display(Name = "能源种类"), Required] public EnergyKind? Energy { get; init; }

    [Display(Name = "该车型新车价格（元，不含购置税）"), Required, Range(1d, 10000000d)] public decimal? PriceYuan { get; init; }

    [Display(Name = "排量（升，纯电动不填）"), Range(0.1d, 20d)] public decimal? Displacement { get; init; }

    [Display(Name = "取车里程表读数（公里）"), Required, Range(0d, 9999999d)] public decimal? OdometerKm { get; init; }

    [Display(Name = "情况说明"), StringLength(400)] public string? Justification { get; init; }

    internal sealed class Handler(RentalDesk desk, Casework casework) : IHandler<TakeRental, Guid>
    {
        public async Task<Guid> HandleAsync(TakeRental act, CancellationToken ct)
        {
            var rental = await desk.OpenAsync(act.Id, FleetPermissions.Rent, ct);
            rental.Take(act, desk.Today);
            await casework.AnswerAsync(rental.Id, RentalSteps.Take, "taken", act.Justification, ct);
            return rental.Id;
        }
    }

    internal sealed class Facts(RentalDesk desk, RentalQuestions questions) : IFacts<TakeRental>
    {
        public async Task<LawQuestion?> GatherAsync(TakeRental act, CancellationToken ct) =>
            await desk.OpenAsync(act.Id, FleetPermissions.Rent, ct) is { State: RentalState.Ordered } rental ? await questions.OfTakingAsync(rental, act, ct) : null;
    }
}

/// <summary>A journey of the rented car goes on the trip list.</summary>
[Needs(FleetPermissions.Rent), Display(Name = "登记租车行程")]
public sealed record AddRentalTrip : IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "出发时间"), Required] public DateTime? Start { get; init; }

    [Display(Name = "到达时间"), Required] public DateTime? End { get; init; }

    [Display(Name = "出发地"), Required, StringLength(120, MinimumLength = 1)] public string From { get; init; } = "";

    [Display(Name = "目的地"), Required, StringLength(120, MinimumLength = 1)] public string To { get; init; } = "";

    [Display(Name = "事由"), Required, StringLength(200, MinimumLength = 1)] public string Purpose { get; init; } = "";

    [Display(Name = "驾驶员"), Required, StringLength(100, MinimumLength = 1)] public string Driver { get; init; } = "";

    [Display(Name = "出发里程表读数（公里）"), Required, Range(0d, 9999999d)] public decimal? OdoOut { get; init; }

    [Display(Name = "到达里程表读数（公里）"), Required, Range(0d, 9999999d)] public decimal? OdoIn { get; init; }

    internal sealed class Handler(GuijuDb db, RentalDesk desk) : IHandler<AddRentalTrip, Guid>
    {
        public async Task<Guid> HandleAsync(AddRentalTrip act, CancellationToken ct)
        {
            var rental = await desk.OpenAsync(act.Id, FleetPermissions.Rent, ct);
            var (start, end) = (desk.ToUtc(act.Start.GetValueOrDefault()), desk.ToUtc(act.End.GetValueOrDefault()));
            var day = DateOnly.FromDateTime(act.Start.GetValueOrDefault());
            rental.Hold(day, act.OdoOut.GetValueOrDefault(), desk.Today);
            Check.That(end <= desk.Hand.At, RentalChecks.WithinTheRental, nameof(End));
            var trip = RentalTrip.Enter(rental, act, (start, end, day));
            Check.That(!await db.Set<RentalTrip>().AnyAsync(t => t.RentalId == rental.Id && t.Start < end && t.End > start, ct), RentalChecks.JourneysDoNotOverlap, nameof(Start));
            Check.That(!await db.Set<RentalTrip>().AnyAsync(t => t.RentalId == rental.Id && (t.End <= start && t.OdoIn > trip.OdoOut || t.Start >= end && t.OdoOut < trip.OdoIn), ct), RentalChecks.OdometerGrows, nameof(OdoOut));
            db.Add(trip);
            return trip.Id;
        }
    }
}

/// <summary>The car goes back to the supplier.</summary>
[Needs(FleetPermissions.Rent), Display(Name = "还车")]
public sealed record ReturnRental : IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "还车日期"), Required] public DateOnly? On { get; init; }

    [Display(Name = "还车里程表读数（公里）"), Required, Range(0d, 9999999d)] public decimal? OdometerKm { get; init; }

    [Display(Name = "车况和异常"), StringLength(500)] public string? Incident { get; init; }

    internal sealed class Handler(GuijuDb db, RentalDesk desk, Casework casework) : IHandler<ReturnRental, Guid>
    {
        public async Task<Guid> HandleAsync(ReturnRental act, CancellationToken ct)
        {
            var rental = await desk.OpenAsync(act.Id, FleetPermissions.Rent, ct);
            var trips = await db.Set<RentalTrip>().AsNoTracking().Where(t => t.RentalId == rental.Id).Select(t => new { t.OdoIn, t.Day }).ToListAsync(ct);
            Check.That(trips.All(t => t.Day <= act.On), RentalChecks.ReturnedAfterTaken, nameof(On));
            rental.Return(act, trips.Count == 0 ? null : trips.Max(t => t.OdoIn), desk.Today);
            await casework.AnswerAsync(rental.Id, RentalSteps.Return, "returned", act.Incident, ct);
            return rental.Id;
        }
    }
}

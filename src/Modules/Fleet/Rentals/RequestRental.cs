using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Numbers;
using Guiju.Fleet.Trips;
using Guiju.Fleet.Vehicles;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Procedures.Contracts;

namespace Guiju.Fleet.Rentals;

/// <summary>A unit asks to rent a car. The system looks for itself which cars of the unit and of the platform are free, and keeps what it saw with the request.</summary>
[Needs(FleetPermissions.Rent), At(FleetControlPoints.RequestRental, Filing = true), Display(Name = "申请租车")]
public sealed record RequestRental : IAct<Guid>, IAnswersFindings
{
    [Display(Name = "租用单位")] public Guid? UnitId { get; init; }

    [Display(Name = "派不出车的用车单")] public Guid? TripId { get; init; }

    [Display(Name = "租用理由"), Required] public TripReason? Reason { get; init; }

    [Display(Name = "租用事由"), Required, StringLength(200, MinimumLength = 2)] public string Purpose { get; init; } = "";

    [Display(Name = "取车日期"), Required] public DateOnly? From { get; init; }

    [Display(Name = "还车日期"), Required] public DateOnly? To { get; init; }

    [Display(Name = "乘车人数"), Required, Range(1, 60)] public int? Heads { get; init; }

    [Display(Name = "用车类别"), Required] public VehicleClass? Class { get; init; }

    [Display(Name = "车辆规格"), Required] public VehicleKind? Kind { get; init; }

    [Display(Name = "车身形式"), Required] public VehicleBody? Body { get; init; }

    [Display(Name = "能源种类"), Required] public EnergyKind? Energy { get; init; }

    [Display(Name = "该车型新车价格（元，不含购置税）"), Required, Range(1d, 10000000d)] public decimal? PriceYuan { get; init; }

    [Display(Name = "排量（升，纯电动不填）"), Range(0.1d, 20d)] public decimal? Displacement { get; init; }

    [Display(Name = "供应商配驾驶员")] public bool WithDriver { get; init; }

    [Display(Name = "资金来源"), Required] public FundSource? FundSource { get; init; }

    [Display(Name = "情况说明"), StringLength(400)] public string? Justification { get; init; }

    internal sealed class Handler(GuijuDb db, Bodies bodies, RentalDesk desk, FreeCars free, Numbering numbering, Casework casework) : IHandler<RequestRental, Guid>
    {
        public async Task<Guid> HandleAsync(RequestRental act, CancellationToken ct)
        {
            var unit = await bodies.ActingAsync(act.UnitId, FleetPermissions.Rent, ct);
            var (from, to) = (act.From.GetValueOrDefault(), act.To.GetValueOrDefault());
            Check.That(to >= from, RentalChecks.EndsAfterStart, nameof(To));
            var seen = await free.LookAsync(unit.Id, (from, to), act.Heads.GetValueOrDefault(), act.Class.GetValueOrDefault(), ct);
            var rental = Rental.Request(await numbering.NextAsync("租", desk.Today, ct), unit.Id, act, (seen, desk.LevelOf(Rental.DaysOf(from, to))), (desk.Hand, desk.Today));
            db.Add(rental);
            desk.Name(rental);
            var title = new Bilingual($"租车申请 {rental.Code} {rental.Purpose}", $"Request to rent a car {rental.Code} {rental.Purpose}");
            await casework.OpenAsync(new CaseOpening("fleet.rental", title, FleetKinds.Rental, rental.Id, unit.Id, $"/fleet/rentals/{rental.Id}", desk.Today) { Variables = new Dictionary<string, object?> { ["level"] = LawCode.Of(rental.Level) } }, ct);
            return rental.Id;
        }
    }

    internal sealed class Facts(Bodies bodies, FreeCars free, RentalQuestions questions) : IFacts<RequestRental>
    {
        public async Task<LawQuestion?> GatherAsync(RequestRental act, CancellationToken ct)
        {
            var unit = await bodies.ActingAsync(act.UnitId, FleetPermissions.Rent, ct);
            var seen = act is { From: { } from, To: { } to, Heads: { } heads, Class: { } wanted } && to >= from && to < DateOnly.MaxValue ? await free.LookAsync(unit.Id, (from, to), heads, wanted, ct) : null;
            return await questions.OfRequestAsync(unit.Id, act, seen, ct);
        }
    }
}

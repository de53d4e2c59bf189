using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Procedures.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Rentals;

/// <summary>Finance enters the invoice, held against the trip list; it counts in the unit's running costs on the day of the invoice.</summary>
[Needs(FleetPermissions.Settle), At(FleetControlPoints.SettleRental, ApprovedBy = FleetPermissions.Except), Display(Name = "结算租车")]
public sealed record SettleRental : IAct<Guid>, IAnswersFindings
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "发票日期"), Required] public DateOnly? On { get; init; }

    [Display(Name = "发票金额（元）"), Required, Range(0.01d, 10000000d)] public decimal? Yuan { get; init; }

    [Display(Name = "发票号码"), Required, StringLength(80, MinimumLength = 1)] public string InvoiceNo { get; init; } = "";

    [Display(Name = "油费、电费已含在发票内")] public bool EnergyIncluded { get; init; }

    [Display(Name = "情况说明"), StringLength(400)] public string? Justification { get; init; }

    internal sealed class Handler(RentalDesk desk, Casework casework) : IHandler<SettleRental, Guid>
    {
        public async Task<Guid> HandleAsync(SettleRental act, CancellationToken ct)
        {
            var rental = await desk.OpenAsync(act.Id, FleetPermissions.Settle, ct);
            rental.Settle(act);
            await casework.AnswerAsync(rental.Id, RentalSteps.Settle, "settled", act.Justification, ct);
            return rental.Id;
        }
    }

    internal sealed class Facts(GuijuDb db, RentalDesk desk, RentalQuestions questions) : IFacts<SettleRental>
    {
        public async Task<LawQuestion?> GatherAsync(SettleRental act, CancellationToken ct)
        {
            var rental = await desk.OpenAsync(act.Id, FleetPermissions.Settle, ct);
            if (rental.State != RentalState.Returned)
            {
                return null;
            }

            var listed = await db.Set<RentalTrip>().AnyAsync(t => t.RentalId == rental.Id, ct); // a line of the list has time, reason, places and distance
            string[] gaps = [.. listed ? (string[])[] : ["time", "reason", "place", "mileage"], .. act.EnergyIncluded ? (string[])[] : ["fuel"]];
            return await questions.OfSettlementAsync(rental, gaps, await desk.IsOffContractAsync(rental.SupplierId, rental.OrderedOn.GetValueOrDefault(), ct), ct);
        }
    }
}

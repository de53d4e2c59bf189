using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Applications;
using Guiju.Kernel;
using Guiju.Procedures.Contracts;

namespace Guiju.Fleet.Rentals;

/// <summary>The unit chooses the supplier from the contract list. Renting is procurement: what it agreed for other rentals this year is added up.</summary>
[Needs(FleetPermissions.Rent), At(FleetControlPoints.OrderRental, ApprovedBy = FleetPermissions.Except), Display(Name = "选择租车供应商")]
public sealed record OrderRental : IAct<Guid>, IAnswersFindings
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "定点租车单位")] public Guid? SupplierId { get; init; }

    [Display(Name = "供应商（非定点）"), StringLength(120)] public string? SupplierName { get; init; }

    [Display(Name = "采购方式"), Required] public PurchaseWay? Way { get; init; }

    [Display(Name = "合同金额（元）"), Required, Range(0.01d, 10000000d)] public decimal? QuoteYuan { get; init; }

    [Display(Name = "情况说明"), StringLength(400)] public string? Justification { get; init; }

    internal sealed class Handler(RentalDesk desk, Casework casework) : IHandler<OrderRental, Guid>
    {
        public async Task<Guid> HandleAsync(OrderRental act, CancellationToken ct)
        {
            var rental = await desk.OpenAsync(act.Id, FleetPermissions.Rent, ct);
            var supplier = await desk.SupplierAsync(act.SupplierId, ct);
            Check.That(supplier is null || string.IsNullOrWhiteSpace(act.SupplierName), RentalChecks.SupplierIsNamed, nameof(SupplierName));
            rental.Order((supplier?.Id, supplier?.Name ?? act.SupplierName ?? ""), act, desk.Today);
            await casework.AnswerAsync(rental.Id, RentalSteps.Order, "ordered", act.Justification, ct);
            return rental.Id;
        }
    }

    internal sealed class Facts(RentalDesk desk) : IFacts<OrderRental>
    {
        public async Task<LawQuestion?> GatherAsync(OrderRental act, CancellationToken ct)
        {
            var rental = await desk.OpenAsync(act.Id, FleetPermissions.Rent, ct);
            return rental.State != RentalState.Approved ? null : new LawQuestion(desk.Today, new Dictionary<string, object?>
            {
                ["offContractLines"] = await desk.IsOffContractAsync(act.SupplierId, desk.Today, ct) ? 1 : 0,
                ["price"] = act.QuoteYuan,
                ["qty"] = 1,
                ["purchaseWay"] = LawCode.Of(act.Way),
                ["amounts"] = await desk.OtherQuotesAsync(rental, ct),
                ["splitExempt"] = false,
            }) { Matter = rental.Id };
        }
    }
}

using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Costs;
using Guiju.Fleet.Months;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Procedures.Contracts;

namespace Guiju.Fleet.Repairs;

/// <summary>The invoice of a finished repair goes on the car's account.</summary>
[Needs(FleetPermissions.Settle), At(FleetControlPoints.SettleRepair, ApprovedBy = FleetPermissions.Except), Display(Name = "结算维修")]
public sealed record SettleRepair : IAct<Guid>, IAnswersFindings
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "发票日期"), Required] public DateOnly? On { get; init; }

    [Display(Name = "发票金额（元）"), Required, Range(0.01d, 1000000d)] public decimal? Yuan { get; init; }

    [Display(Name = "发票号码"), Required, StringLength(80, MinimumLength = 1)] public string InvoiceNo { get; init; } = "";

    [Display(Name = "情况说明"), StringLength(400)] public string? Justification { get; init; }

    internal sealed class Handler(GuijuDb db, RepairDesk desk, OwnCosts own, OpenMonths months, Casework casework) : IHandler<SettleRepair, Guid>
    {
        public async Task<Guid> HandleAsync(SettleRepair act, CancellationToken ct)
        {
            var repair = await desk.OpenAsync(act.Id, FleetPermissions.Settle, ct);
            repair.Settle(act.Yuan.GetValueOrDefault());
            var line = new RepairCost { Kind = CarCostKind.Repair, On = act.On, AmountYuan = act.Yuan, DocNo = act.InvoiceNo, PayeeName = repair.ShopName, Note = repair.Code };
            db.Add(CarCost.Enter(line, (repair.VehicleId, repair.UnitId), await own.PayeeAsync(repair.ShopId, ct), await months.FirstOpenAsync(repair.VehicleId, act.On.GetValueOrDefault(), ct), repair.Id));
            await casework.AnswerAsync(repair.Id, RepairSteps.Settle, "settled", act.Justification, ct);
            return repair.Id;
        }
    }

    internal sealed class Facts(RepairDesk desk, OwnCosts own) : IFacts<SettleRepair>
    {
        public async Task<LawQuestion?> GatherAsync(SettleRepair act, CancellationToken ct)
        {
            var repair = await desk.OpenAsync(act.Id, FleetPermissions.Settle, ct);
            return act.On is not { } on ? null : new LawQuestion(on, new Dictionary<string, object?>
            {
                ["offContractLines"] = await own.IsOffContractAsync(CarCostKind.Repair, repair.ShopId, on, ct) ? 1 : 0,
                ["foreignLines"] = 0,
                ["approvedYuan"] = repair.QuoteYuan,
                ["invoiceYuan"] = act.Yuan,
            });
        }
    }

    private sealed record RepairCost : CarCostLine;
}

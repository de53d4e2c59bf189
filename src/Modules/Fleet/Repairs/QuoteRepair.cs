using System.ComponentModel.DataAnnotations;
using Guiju.Fleet.Costs;
using Guiju.Kernel;
using Guiju.Procedures.Contracts;

namespace Guiju.Fleet.Repairs;

/// <summary>The quote of the contract shop is entered: parts, hours, price. By its amount it goes to whoever decides.</summary>
[Needs(FleetPermissions.Settle), At(FleetControlPoints.QuoteRepair, Filing = true), Display(Name = "登记维修报价")]
public sealed record QuoteRepair : IAct<Guid>, IAnswersFindings
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "定点单位")] public Guid? ShopId { get; init; }

    [Display(Name = "维修单位（非定点）"), StringLength(120)] public string? ShopName { get; init; }

    [Display(Name = "报价明细（配件、工时、价格）"), Required, StringLength(1000, MinimumLength = 2)] public string Text { get; init; } = "";

    [Display(Name = "报价金额（元）"), Required, Range(0.01d, 1000000d)] public decimal? Yuan { get; init; }

    [Display(Name = "情况说明"), StringLength(400)] public string? Justification { get; init; }

    internal sealed class Handler(RepairDesk desk, OwnCosts own, Casework casework) : IHandler<QuoteRepair, Guid>
    {
        public async Task<Guid> HandleAsync(QuoteRepair act, CancellationToken ct)
        {
            var repair = await desk.OpenAsync(act.Id, FleetPermissions.Settle, ct);
            var shop = await own.PayeeAsync(act.ShopId, ct);
            repair.Quote((shop?.Id, shop?.Name ?? act.ShopName ?? ""), act.Text, act.Yuan.GetValueOrDefault(), desk.LevelOf(act.Yuan.GetValueOrDefault()));
            await casework.AnswerAsync(repair.Id, RepairSteps.Quote, new StepAnswer("quoted", act.Justification) { Variables = new Dictionary<string, object?> { ["level"] = LawCode.Of(repair.Level) } }, ct);
            return repair.Id;
        }
    }

    internal sealed class Facts(RepairDesk desk) : IFacts<QuoteRepair>
    {
        public async Task<LawQuestion?> GatherAsync(QuoteRepair act, CancellationToken ct) => await desk.OfQuoteAsync(await desk.OpenAsync(act.Id, FleetPermissions.Settle, ct), (act.ShopId, act.ShopName, act.Yuan), ct);
    }
}

using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Contracts;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Fleet.Repairs;

/// <summary>A repair is approved or refused by whoever decides on its amount: dispatcher, office head, principal leader.</summary>
[Needs(FleetPermissions.DecideRepairs), At(FleetControlPoints.ApproveRepair, ApprovedBy = FleetPermissions.Except), Display(Name = "审批维修")]
public sealed record DecideRepair : IAct<Guid>, IAnswersFindings
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "审批结果"), Required] public bool? Approved { get; init; }

    [Display(Name = "审批意见"), StringLength(400)] public string? Opinion { get; init; }

    string? IAnswersFindings.Justification => Opinion;

    internal sealed class Handler(RepairDesk desk, Casework casework) : IHandler<DecideRepair, Guid>
    {
        public async Task<Guid> HandleAsync(DecideRepair act, CancellationToken ct)
        {
            var repair = await desk.OpenAsync(act.Id, FleetPermissions.DecideRepairs, ct);
            Check.That(repair.State == RepairState.Quoted, RepairChecks.AwaitsDecision);
            if (!desk.MayDecide(repair))
            {
                throw new NotWithinReachException("repair");
            }

            var step = repair.AwaitedStep;
            repair.Decide(act.Approved.GetValueOrDefault(), act.Opinion, desk.Hand);
            await casework.AnswerAsync(repair.Id, step, act.Approved == true ? "approved" : "refused", act.Opinion, ct);
            return repair.Id;
        }
    }

    internal sealed class Facts(RepairDesk desk) : IFacts<DecideRepair>
    {
        public async Task<LawQuestion?> GatherAsync(DecideRepair act, CancellationToken ct)
        {
            var repair = await desk.OpenAsync(act.Id, FleetPermissions.DecideRepairs, ct);
            var asked = act.Approved == false ? null : await desk.OfQuoteAsync(repair, (repair.ShopId, repair.ShopName, repair.QuoteYuan), ct);
            return asked is null ? null : asked with { Facts = new Dictionary<string, object?>(asked.Facts) { ["hasQuote"] = repair.QuoteYuan is not null } };
        }
    }
}

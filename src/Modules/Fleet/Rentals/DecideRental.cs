using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Identity;
using Guiju.Procedures.Contracts;

namespace Guiju.Fleet.Rentals;

/// <summary>A rental is approved or refused: by the unit's leader, and for more days than the temporary ones by the vehicle authority after that.</summary>
[Needs(FleetPermissions.DecideRentals), At(FleetControlPoints.ApproveRental, ApprovedBy = FleetPermissions.Decide), Display(Name = "审批租车")]
public sealed record DecideRental : IAct<Guid>, IAnswersFindings
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "审批结果"), Required] public bool? Approved { get; init; }

    [Display(Name = "审批意见"), StringLength(400)] public string? Opinion { get; init; }

    string? IAnswersFindings.Justification => Opinion;

    internal sealed class Handler(RentalDesk desk, Casework casework) : IHandler<DecideRental, Guid>
    {
        public async Task<Guid> HandleAsync(DecideRental act, CancellationToken ct)
        {
            var rental = await desk.OpenAsync(act.Id, FleetPermissions.DecideRentals, ct);
            Check.That(rental.State == RentalState.Requested, RentalChecks.AwaitsDecision);
            if (!desk.MayDecide(rental))
            {
                throw new NotWithinReachException("rental");
            }

            var step = rental.AwaitedStep;
            rental.Decide(act.Approved.GetValueOrDefault(), act.Opinion, desk.Hand);
            await casework.AnswerAsync(rental.Id, step, act.Approved == true ? "approved" : "refused", act.Opinion, ct);
            return rental.Id;
        }
    }

    internal sealed class Facts(RentalDesk desk, RentalQuestions questions) : IFacts<DecideRental>
    {
        // What a leader says before the authority decides does not take effect yet; a refusal needs no law.
        public async Task<LawQuestion?> GatherAsync(DecideRental act, CancellationToken ct)
        {
            var rental = await desk.OpenAsync(act.Id, FleetPermissions.DecideRentals, ct);
            return act.Approved == false || !rental.IsLastDecision || rental.State != RentalState.Requested || !desk.MayDecide(rental) ? null : await questions.OfDecisionAsync(rental, ct);
        }
    }
}

/// <summary>Whoever asked gives the rental up before a supplier is chosen.</summary>
[Needs(FleetPermissions.Rent), Display(Name = "撤回租车申请")]
public sealed record WithdrawRental : IAct<Guid>
{
    [Required] public Guid? Id { get; init; }

    internal sealed class Handler(RentalDesk desk, Casework casework) : IHandler<WithdrawRental, Guid>
    {
        public async Task<Guid> HandleAsync(WithdrawRental act, CancellationToken ct)
        {
            var rental = await desk.OpenAsync(act.Id, FleetPermissions.Rent, ct);
            rental.Withdraw(desk.Hand);
            await casework.CloseAsync(rental.Id, "withdrawn", ct);
            return rental.Id;
        }
    }
}

using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;

namespace Guiju.Fleet.Disposals;

/// <summary>Ledger and accounts of a disposed vehicle are closed (处置销账).</summary>
[Needs(FleetPermissions.Keep), At(FleetControlPoints.CloseDisposal), Display(Name = "处置销账")]
public sealed record CloseDisposal : IAct<Guid>, IAnswersFindings
{
    /// <summary>The disposal.</summary>
    [Required] public Guid? Id { get; init; }

    /// <summary>Number of the entry that closed the accounts.</summary>
    [Display(Name = "账务核销凭证号"), Required, StringLength(80, MinimumLength = 1)] public string AccountsDocNo { get; init; } = "";

    /// <summary>Why, in words.</summary>
    [Display(Name = "情况说明"), StringLength(400)] public string? Justification { get; init; }

    internal sealed class Handler(DisposalFolder folder, TimeProvider clock) : IHandler<CloseDisposal, Guid>
    {
        public async Task<Guid> HandleAsync(CloseDisposal act, CancellationToken ct)
        {
            var (disposal, _) = await folder.OpenAsync(act.Id, FleetPermissions.Keep, ct);
            disposal.Close(act.AccountsDocNo, clock.Today());
            return disposal.Id;
        }
    }

    internal sealed class Facts(DisposalFolder folder, TimeProvider clock) : IFacts<CloseDisposal>
    {
        public async Task<LawQuestion?> GatherAsync(CloseDisposal act, CancellationToken ct)
        {
            var (disposal, _) = await folder.OpenAsync(act.Id, FleetPermissions.Keep, ct);
            return new LawQuestion(clock.Today(), new Dictionary<string, object?>
            {
                ["disposalRoute"] = LawCode.Of(disposal.Route),
                ["daysSinceDisposal"] = disposal.DoneOn is { } done ? (decimal)(clock.Today().DayNumber - done.DayNumber) : null,
                ["ledgerClosed"] = true,
                ["recyclingCertificate"] = disposal.RecyclingCertificate,
                ["cancellationCertificate"] = disposal.LicenceDocNo,
            }) { Matter = disposal.Id };
        }
    }
}

using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;

namespace Guiju.Fleet.Disposals;

/// <summary>The proceeds of a disposal, less taxes and fees, have been handed over whole (处置收入上缴).</summary>
[Needs(FleetPermissions.Apply), Display(Name = "登记处置收入上缴")]
public sealed record HandOverProceeds : IAct<Guid>
{
    /// <summary>The disposal.</summary>
    [Required] public Guid? Id { get; init; }

    /// <summary>Day.</summary>
    [Display(Name = "缴款日期"), Required] public DateOnly? HandedOn { get; init; }

    /// <summary>Yuan handed over.</summary>
    [Display(Name = "缴款金额（元）"), Required, Range(0d, 100_000_000d)] public decimal? AmountYuan { get; init; }

    /// <summary>Number of the payment voucher.</summary>
    [Display(Name = "缴款凭证号"), Required, StringLength(80, MinimumLength = 1)] public string VoucherNo { get; init; } = "";

    internal sealed class Handler(DisposalFolder folder, TimeProvider clock) : IHandler<HandOverProceeds, Guid>
    {
        public async Task<Guid> HandleAsync(HandOverProceeds act, CancellationToken ct)
        {
            var (disposal, _) = await folder.OpenAsync(act.Id, FleetPermissions.Apply, ct);
            disposal.HandOver(act, clock.Today());
            return disposal.Id;
        }
    }
}

using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Procedures.Contracts;

namespace Guiju.Fleet.Repairs;

/// <summary>The car is ready: parts, photos of new and old ones, return of the old ones, the shop's warranty.</summary>
[Needs(FleetPermissions.Settle), At(FleetControlPoints.FinishRepair, ApprovedBy = FleetPermissions.Except), Display(Name = "登记修竣")]
public sealed record FinishRepair : IAct<Guid>, IAnswersFindings
{
    [Required] public Guid? Id { get; init; }

    [Display(Name = "修竣日期"), Required] public DateOnly? FinishedOn { get; init; }

    [Display(Name = "更换配件数"), Required, Range(0, 200)] public int? PartsReplaced { get; init; }

    [Display(Name = "新件照片数"), Required, Range(0, 200)] public int? NewPartPhotos { get; init; }

    [Display(Name = "旧件照片数"), Required, Range(0, 200)] public int? OldPartPhotos { get; init; }

    [Display(Name = "旧件已交回")] public bool OldPartsReturned { get; init; }

    [Display(Name = "质保到期（不填按本局天数）")] public DateOnly? WarrantyTo { get; init; }

    [Display(Name = "情况说明"), StringLength(400)] public string? Justification { get; init; }

    internal sealed class Handler(RepairDesk desk, Casework casework) : IHandler<FinishRepair, Guid>
    {
        public async Task<Guid> HandleAsync(FinishRepair act, CancellationToken ct)
        {
            var repair = await desk.OpenAsync(act.Id, FleetPermissions.Settle, ct);
            Check.That(act.NewPartPhotos + act.OldPartPhotos <= await casework.PicturesAsync(repair.Id, ct), RepairChecks.PhotosAreAttached, nameof(NewPartPhotos));
            repair.Finish(act, act.WarrantyTo ?? desk.WarrantyTo(act.FinishedOn.GetValueOrDefault()));
            await casework.AnswerAsync(repair.Id, RepairSteps.Work, "finished", act.Justification, ct);
            return repair.Id;
        }
    }

    internal sealed class Facts(RepairDesk desk) : IFacts<FinishRepair>
    {
        public Task<LawQuestion?> GatherAsync(FinishRepair act, CancellationToken ct) => Task.FromResult<LawQuestion?>(new LawQuestion(desk.Today, new Dictionary<string, object?>
        {
            ["partsReplaced"] = act.PartsReplaced, ["newPartPhotos"] = act.NewPartPhotos, ["oldPartPhotos"] = act.OldPartPhotos, ["oldPartsReturned"] = act.OldPartsReturned,
        }));
    }
}

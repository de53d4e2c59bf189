using System.ComponentModel.DataAnnotations;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;

namespace Guiju.Fleet.Openness;

/// <summary>公开经费: the vehicle authority makes the spending of a year public.</summary>
[Needs(FleetPermissions.Publish), Display(Name = "公开公务用车经费")]
public sealed record PublishSpending : IAct<Guid>
{
    /// <summary>The year.</summary>
    [Required, Range(1950, 2200), Display(Name = "年度")] public int? Year { get; init; }

    /// <summary>That somebody has checked it for secrecy.</summary>
    [Display(Name = "已经保密审查")] public bool SecrecyChecked { get; init; }

    internal sealed class Handler(GuijuDb db, SpendingSum sum, ActorHolder asker, TimeProvider clock, Journal journal) : IHandler<PublishSpending, Guid>
    {
        public async Task<Guid> HandleAsync(PublishSpending act, CancellationToken ct)
        {
            var publication = SpendingPublication.Make(await sum.AskAsync(act.Year.GetValueOrDefault(), ct), act.SecrecyChecked, (asker.Current.Name, clock.UtcNow(), clock.Today()));
            db.Add(publication);
            journal.Concerns(FleetKinds.Publication, publication.Id, asker.Current.UnitId);
            return publication.Id;
        }
    }
}

using System.ComponentModel.DataAnnotations;
using Guiju.Kernel.Data;

namespace Guiju.Kernel.Organisations;

/// <summary>From a day on, a unit stands below another one; whose unit it was before stays on record.</summary>
[Needs(KernelPermissions.KeepUnits), Display(Name = "调整机构隶属")]
public sealed record MoveUnit : IAct<Guid>
{
    /// <summary>The unit.</summary>
    public Guid UnitId { get; init; }

    /// <summary>The unit above from then on.</summary>
    [Display(Name = "新的上级机构")]
    public Guid ParentId { get; init; }

    /// <summary>First day below the new one; today where none is given.</summary>
    [Display(Name = "调整日期")]
    public DateOnly? From { get; init; }

    internal sealed class Handler(GuijuDb db, UnitBook book, Journal journal, TimeProvider clock) : IHandler<MoveUnit, Guid>
    {
        public async Task<Guid> HandleAsync(MoveUnit act, CancellationToken ct)
        {
            var from = act.From ?? clock.Today();
            var unit = await book.FindAsync(act.UnitId, ct);
            var parent = await book.FindAsync(act.ParentId, ct);
            var last = (await book.PlacementsAsync(unit.Id, ct))[^1]; // every unit is placed when it is set up
            Check.That(last.ParentId is not null, UnitChecks.RootStays);
            Check.That(from > last.From && last.To is null && unit.To is null, UnitChecks.MovesForward, nameof(From));
            Check.That(last.ParentId != parent.Id, UnitChecks.MovesElsewhere, nameof(ParentId));
            foreach (var tree in await book.TreesFromAsync(from, ct))
            {
                Check.That(!tree.Subtree(unit.Id).Contains(parent.Id), UnitChecks.NoCycle, nameof(ParentId));
                Check.That(tree.Find(parent.Id) is not null && parent.To is null, UnitChecks.StandsUnderALivingUnit, nameof(ParentId));
            }

            await book.ReshapeAsync(ct);
            last.To = from.AddDays(-1);
            db.Add(new UnitPlacement { Id = Guid.CreateVersion7(), UnitId = unit.Id, ParentId = parent.Id, From = from });
            journal.Concerns(KernelKinds.Unit, unit.Id, unit.Id);
            journal.Concerns(KernelKinds.Unit, parent.Id);
            return unit.Id;
        }
    }
}

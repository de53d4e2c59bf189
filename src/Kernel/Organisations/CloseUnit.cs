using System.ComponentModel.DataAnnotations;

namespace Guiju.Kernel.Organisations;

/// <summary>A unit ceases to exist after a day. Its record stays.</summary>
[Needs(KernelPermissions.KeepUnits), Display(Name = "撤销机构")]
public sealed record CloseUnit : IAct<Guid>
{
    /// <summary>The unit.</summary>
    public Guid UnitId { get; init; }

    /// <summary>Last day; today where none is given.</summary>
    [Display(Name = "撤销日期")]
    public DateOnly? To { get; init; }

    internal sealed class Handler(UnitBook book, Journal journal, TimeProvider clock) : IHandler<CloseUnit, Guid>
    {
        public async Task<Guid> HandleAsync(CloseUnit act, CancellationToken ct)
        {
            var to = act.To ?? clock.Today();
            var unit = await book.FindAsync(act.UnitId, ct);
            var last = (await book.PlacementsAsync(unit.Id, ct))[^1]; // every unit is placed when it is set up
            Check.That(last.ParentId is not null, UnitChecks.RootStays);
            Check.That(unit.To is null && to >= unit.From && to >= last.From, UnitChecks.EndsOnceAfterStart, nameof(To));
            foreach (var tree in await book.TreesFromAsync(to.AddDays(1), ct))
            {
                Check.That(!tree.Below(unit.Id).Any(), UnitChecks.NothingBelow);
            }

            Check.That(!await book.EmploysAfterAsync(unit.Id, to, ct), UnitChecks.NobodyLeft);
            await book.ReshapeAsync(ct);
            unit.To = to;
            last.To = to;
            journal.Concerns(KernelKinds.Unit, unit.Id, unit.Id);
            return unit.Id;
        }
    }
}

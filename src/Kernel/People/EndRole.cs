using System.ComponentModel.DataAnnotations;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.People;

/// <summary>A role that a person holds is taken back.</summary>
[Needs(KernelPermissions.KeepRoles), Display(Name = "收回角色")]
public sealed record EndRole : IAct<Guid>
{
    /// <summary>The role held.</summary>
    public Guid AssignmentId { get; init; }

    /// <summary>Last day; where none is given, yesterday, so that the role ends at once.</summary>
    [Display(Name = "终止日期")]
    public DateOnly? To { get; init; }

    internal sealed class Handler(GuijuDb db, PersonBook book, ActorHolder holder, Journal journal) : IHandler<EndRole, Guid>
    {
        public async Task<Guid> HandleAsync(EndRole act, CancellationToken ct)
        {
            var assignment = await db.Set<Assignment>().FirstOrDefaultAsync(a => a.Id == act.AssignmentId, ct) ?? throw new NotWithinReachException("assignment");
            var person = await book.FindAsync(assignment.PersonId, KernelPermissions.KeepRoles, ct);
            Check.That(holder.Current.PersonId != person.Id, PersonChecks.NotToOneself);
            var yesterday = book.Today.AddDays(-1);
            var to = act.To ?? yesterday;
            Check.That(to >= yesterday && (assignment.To is null || to < assignment.To), PersonChecks.EndsForward, nameof(To));
            await book.EndAsync([assignment], to, ct);
            journal.Concerns(KernelKinds.Person, person.Id, person.UnitId);
            journal.Concerns(KernelKinds.Assignment, assignment.Id);
            return assignment.Id;
        }
    }
}

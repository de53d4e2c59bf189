using System.ComponentModel.DataAnnotations;
using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.People;

/// <summary>The security administrator gives a person a role, with a reach and dates.</summary>
[Needs(KernelPermissions.KeepRoles), Display(Name = "授予角色")]
public sealed record GrantRole : IAct<Guid>
{
    /// <summary>The person.</summary>
    public Guid PersonId { get; init; }

    /// <summary>Role code.</summary>
    [Required, StringLength(60), Display(Name = "角色")]
    public string Role { get; init; } = "";

    /// <summary>Reach.</summary>
    [EnumDataType(typeof(Scope)), Display(Name = "范围")]
    public Scope Scope { get; init; }

    /// <summary>Unit of the reach; the person's own where null.</summary>
    [Display(Name = "范围机构")]
    public Guid? UnitId { get; init; }

    /// <summary>Units chosen one by one.</summary>
    [MaxLength(500), Display(Name = "选定机构")]
    public IReadOnlyList<Guid> Chosen { get; init; } = [];

    /// <summary>First day; today where none is given.</summary>
    [Display(Name = "起始日期")]
    public DateOnly? From { get; init; }

    /// <summary>Last day; null until ended.</summary>
    [Display(Name = "终止日期")]
    public DateOnly? To { get; init; }

    internal sealed class Handler(GuijuDb db, PersonBook book, UnitTrees trees, ActorHolder holder, Journal journal) : IHandler<GrantRole, Guid>
    {
        public async Task<Guid> HandleAsync(GrantRole act, CancellationToken ct)
        {
            var person = await book.FindAsync(act.PersonId, KernelPermissions.KeepRoles, ct);
            Check.That(person.To is null, PersonChecks.StillEmployed);
            Check.That(holder.Current.PersonId != person.Id, PersonChecks.NotToOneself);
            Check.That(await db.Set<Role>().AnyAsync(r => r.Code == act.Role, ct), PersonChecks.RoleIsKnown, nameof(Role));
            var assignment = new Assignment
            {
                Id = Guid.CreateVersion7(),
                PersonId = person.Id,
                Role = act.Role,
                Scope = act.Scope,
                UnitId = act.Scope is Scope.Unit or Scope.UnitAndBelow ? act.UnitId : null,
                Chosen = act.Scope == Scope.Chosen ? act.Chosen.Distinct().ToList() : [],
                From = act.From ?? book.Today,
                To = act.To,
            };
            Check.That(assignment.To is null || assignment.To >= assignment.From, PersonChecks.EndsAfterStart, nameof(To));
            await RequireReachAsync(assignment, person, ct);
            var meanwhile = (await book.HeldFromAsync(person.Id, assignment.From, ct)).Where(a => assignment.To is null || a.From <= assignment.To).ToList();
            Check.That(meanwhile.TrueForAll(a => Separation.MayStandTogether(a.Role, assignment.Role)), PersonChecks.DutiesAreSeparated, nameof(Role));
            Check.That(!meanwhile.Exists(a => a.Role == assignment.Role && a.Scope == assignment.Scope && a.UnitId == assignment.UnitId && a.Chosen.SequenceEqual(assignment.Chosen)),
                PersonChecks.NotHeldYet, nameof(Role));
            db.Entry(person).State = EntityState.Modified; // two grants at once could otherwise each overlook the other
            db.Add(assignment);
            journal.Concerns(KernelKinds.Person, person.Id, person.UnitId);
            journal.Concerns(KernelKinds.Assignment, assignment.Id);
            return assignment.Id;
        }

        private async Task RequireReachAsync(Assignment assignment, Person person, CancellationToken ct)
        {
            var mine = holder.Current.For(KernelPermissions.KeepRoles);
            var tree = await trees.AsOfAsync(book.Today, ct);
            Guid[] named = assignment switch
            {
                { Scope: Scope.Chosen } => [.. assignment.Chosen],
                { UnitId: { } unit } => [unit],
                _ => [],
            };
            Check.That(Array.TrueForAll(named, id => tree.Find(id) is not null) && (assignment.Scope != Scope.Chosen || named.Length > 0), PersonChecks.ReachIsNamed, nameof(UnitId));
            var given = ActorSource.ReachOf(assignment, person, tree);
            Check.That(mine.All || !given.All && given.Units.All(mine.Covers), PersonChecks.ReachIsNamed, nameof(Scope));
        }
    }
}

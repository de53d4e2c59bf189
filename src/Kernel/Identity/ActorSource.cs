using System.Collections.Concurrent;
using Guiju.Kernel.Data;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.People;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Guiju.Kernel.Identity;

/// <summary>
/// Makes the actor of a person: the roles held today, what they permit, and how far. Kept for a short while;
/// a change of people, roles or units on this node drops what is kept at once, on other nodes it ends by itself.
/// </summary>
public sealed class ActorSource(IServiceScopeFactory scopes, UnitTrees trees, TimeProvider clock)
{
    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(20);
    private readonly ConcurrentDictionary<(Guid Person, DateOnly Day), (Standing Standing, long At)> kept = new();
    private int generation;

    /// <summary>The person as an actor of today; nobody where the person is unknown or not employed today.</summary>
    public async ValueTask<Actor> ForAsync(Guid personId, CancellationToken ct) => (await StandingAsync(personId, ct)).Actor;

    /// <summary>Whether the person is one of the three administrators today.</summary>
    internal async ValueTask<bool> IsAdministratorAsync(Guid personId, CancellationToken ct) => (await StandingAsync(personId, ct)).Administrator;

    /// <summary>Forgets every kept actor.</summary>
    public void Forget()
    {
        Interlocked.Increment(ref generation);
        kept.Clear();
    }

    private async ValueTask<Standing> StandingAsync(Guid personId, CancellationToken ct)
    {
        var today = clock.Today();
        if (kept.TryGetValue((personId, today), out var known) && clock.GetElapsedTime(known.At) < Keep)
        {
            return known.Standing;
        }

        var before = Volatile.Read(ref generation);
        var standing = await LoadAsync(personId, today, ct);
        if (before == Volatile.Read(ref generation)) // else something changed while we were reading
        {
            kept[(personId, today)] = (standing, clock.GetTimestamp());
        }

        return standing;
    }

    private async Task<Standing> LoadAsync(Guid personId, DateOnly today, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<GuijuDb>();
        var person = await db.Set<Person>().AsNoTracking().FirstOrDefaultAsync(p => p.Id == personId && p.From <= today && (p.To == null || p.To >= today), ct);
        if (person is null)
        {
            return new Standing(Actor.Nobody, false);
        }

        var held = await db.Set<Assignment>().AsNoTracking().Where(a => a.PersonId == personId && a.From <= today && (a.To == null || a.To >= today)).ToListAsync(ct);
        var codes = held.Select(a => a.Role).Distinct().ToList();
        var roles = await db.Set<Role>().AsNoTracking().Where(r => codes.Contains(r.Code)).ToDictionaryAsync(r => r.Code, ct);
        var tree = await trees.AsOfAsync(today, ct);
        var grants = new Dictionary<string, Reach> { [KernelPermissions.OwnAccount] = new(false, new HashSet<Guid>(), true) };
        foreach (var assignment in held)
        {
            var reach = ReachOf(assignment, person, tree);
            foreach (var permission in roles.TryGetValue(assignment.Role, out var role) ? role.Permissions : [])
            {
                grants[permission] = grants.TryGetValue(permission, out var there) ? there.With(reach) : reach;
            }
        }

        return new Standing(new Actor(person.Id, person.Name, person.UnitId, grants), held.Exists(a => Separation.IsAdministrator(a.Role)));
    }

    internal static Reach ReachOf(Assignment assignment, Person person, UnitTree tree)
    {
        var unit = assignment.UnitId ?? person.UnitId;
        return assignment.Scope switch
        {
            Scope.Own => new Reach(false, new HashSet<Guid>(), true),
            Scope.Unit => new Reach(false, new HashSet<Guid> { unit }, false),
            Scope.UnitAndBelow => new Reach(false, tree.Subtree(unit), false),
            Scope.Chosen => new Reach(false, assignment.Chosen.ToHashSet(), false),
            Scope.All => Reach.Everything,
            _ => throw new InvalidOperationException($"Unknown scope {assignment.Scope}."),
        };
    }

    private sealed record Standing(Actor Actor, bool Administrator);
}

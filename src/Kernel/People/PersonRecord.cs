using Guiju.Kernel.Data;
using Guiju.Kernel.Identity;
using Guiju.Kernel.Organisations;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.People;

/// <summary>People within reach, and one of them with posts and roles through time.</summary>
[Needs(KernelPermissions.ReadPeople)]
public sealed class PersonRecord(GuijuDb db, ActorHolder holder)
{
    /// <summary>One person of a list.</summary>
    public sealed record Row(Guid Id, string Code, string Name, Guid UnitId, string UnitName, string Post, string Phone, bool DrawsAllowance, DateOnly From, DateOnly? To);

    /// <summary>A page of a list.</summary>
    public sealed record Page(IReadOnlyList<Row> Rows, int Total);

    /// <summary>A post held between two days.</summary>
    public sealed record Held(Guid UnitId, string UnitName, string Post, DateOnly From, DateOnly? To);

    /// <summary>A role held between two days.</summary>
    public sealed record Granted(Guid Id, string Role, Bilingual Title, Scope Scope, IReadOnlyList<string> Units, DateOnly From, DateOnly? To);

    /// <summary>One person in full. Roles are told to those who may read them, and to the person.</summary>
    public sealed record Detail(Row Person, IReadOnlyList<Held> Posts, IReadOnlyList<Granted> Roles, bool HasAccount);

    /// <summary>People whose name or number holds the words, of one unit or of all within reach.</summary>
    public async Task<Page> ListAsync(string? words, Guid? unitId, int skip, int take, CancellationToken ct)
    {
        var people = Visible();
        if (!string.IsNullOrWhiteSpace(words))
        {
            var part = words.Trim();
            people = people.Where(p => p.Name.Contains(part) || p.Code.Contains(part));
        }

        if (unitId is { } unit)
        {
            people = people.Where(p => p.UnitId == unit);
        }

        var rows = await Rows(people.OrderBy(p => p.Code).Skip(Math.Max(0, skip)).Take(Math.Clamp(take, 1, 200))).ToListAsync(ct);
        return new Page(rows, await people.CountAsync(ct));
    }

    /// <summary>One person in full; null where not within reach.</summary>
    public async Task<Detail?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await Rows(Visible().Where(p => p.Id == id)).FirstOrDefaultAsync(ct) is not { } person)
        {
            return null;
        }

        var earlier = await db.Set<Posting>().Where(p => p.PersonId == id).OrderByDescending(p => p.From)
            .Join(db.Set<Unit>(), p => p.UnitId, u => u.Id, (p, u) => new Held(p.UnitId, u.Name, p.Post, p.From, p.To)).ToListAsync(ct);
        earlier = [.. earlier.OrderByDescending(p => p.From)];
        var since = earlier.Count > 0 ? earlier[0].To!.Value.AddDays(1) : person.From; // earlier posts have ended
        var account = await db.Set<Account>().AnyAsync(a => a.PersonId == id, ct);
        return new Detail(person, [new Held(person.UnitId, person.UnitName, person.Post, since, person.To), .. earlier], MayReadRoles(id) ? await RolesAsync(id, ct) : [], account);
    }

    /// <summary>Whether the roles of a person are told to the person who asks.</summary>
    public bool MayReadRoles(Guid personId) => holder.Current.Can(KernelPermissions.ReadRoles) || holder.Current.PersonId == personId;

    private IQueryable<Person> Visible() => db.Set<Person>().AsNoTracking().Within(holder.Current, KernelPermissions.ReadPeople, p => p.UnitId, p => p.Id);

    private IQueryable<Row> Rows(IQueryable<Person> people) => people.Join(db.Set<Unit>(), p => p.UnitId, u => u.Id,
        (p, u) => new Row(p.Id, p.Code, p.Name, p.UnitId, u.Name, p.Post, p.Phone, p.DrawsAllowance, p.From, p.To));

    private async Task<IReadOnlyList<Granted>> RolesAsync(Guid personId, CancellationToken ct)
    {
        var held = await db.Set<Assignment>().AsNoTracking().Where(a => a.PersonId == personId).ToListAsync(ct);
        var codes = held.Select(a => a.Role).Distinct().ToList();
        var titles = await db.Set<Role>().Where(r => codes.Contains(r.Code)).ToDictionaryAsync(r => r.Code, r => new Bilingual(r.Title, r.EnglishTitle), ct);
        var named = held.SelectMany(UnitsOf).Distinct().ToList();
        var units = await db.Set<Unit>().Where(u => named.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        return held.OrderByDescending(a => a.To is null).ThenByDescending(a => a.From).Select(a => new Granted(a.Id, a.Role,
            titles.GetValueOrDefault(a.Role, new Bilingual(a.Role, a.Role)), a.Scope, UnitsOf(a).Select(u => units.GetValueOrDefault(u, "")).ToList(), a.From, a.To)).ToList();
    }

    private static IEnumerable<Guid> UnitsOf(Assignment assignment) => assignment.UnitId is { } unit ? assignment.Chosen.Append(unit) : assignment.Chosen;
}

using Guiju.Kernel.Data;
using Guiju.Kernel.Ledger;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.Demonstration;

/// <summary>Plants units, people, roles and assignments.</summary>
internal sealed class KernelDemonstration(GuijuDb db, UnitTrees trees, IEnumerable<IModule> modules) : IDemonstration
{
    private static readonly DateTime At = new(2018, 1, 1, 1, 0, 0, DateTimeKind.Utc);

    public int Order => 0;

    public Bilingual Title { get; } = new("机构、人员与角色", "Units, people and roles");

    public async Task<IReadOnlyDictionary<string, int>> PlantAsync(CancellationToken ct)
    {
        var units = PlantedUnits.All();
        var posts = PlantedPeople.All();
        using var ledger = new LedgerBulk(db);
        await WriteAsync(ledger, "kernel.PlantUnits", units.Select(u => (object)u.Unit), ct);
        await WriteAsync(ledger, "kernel.PlantUnits", units.Select(u => (object)new UnitPlacement
        {
            Id = Planted.Id("placement:" + u.Unit.Code),
            UnitId = u.Unit.Id,
            ParentId = u.Above is null ? null : Planted.Id("unit:" + u.Above),
            From = Planted.Begin,
        }), ct);
        await WriteAsync(ledger, "kernel.PlantPeople", posts.Select(p => (object)p.Person), ct);
        var assignments = posts.SelectMany(Assignments).ToList();
        await WriteAsync(ledger, "kernel.PlantPeople", assignments, ct);
        await WriteAsync(ledger, "kernel.PlantRoles", await MissingRolesAsync(ct), ct);
        await ledger.FlushAsync(ct);
        trees.Forget();
        return new Dictionary<string, int> { ["units"] = units.Count, ["people"] = posts.Count, ["assignments"] = assignments.Count };
    }

    private static IEnumerable<object> Assignments(PlantedPeople.Post post)
    {
        foreach (var (role, scope) in post.Roles)
        {
            yield return new Assignment
            {
                Id = Planted.Id($"assignment:{post.Person.Code}:{role}"),
                PersonId = post.Person.Id,
                Role = role,
                Scope = scope,
                UnitId = scope is Scope.Unit or Scope.UnitAndBelow ? Planted.Id("unit:" + post.Person.Code.Split('-')[0]) : null,
                From = Planted.Begin,
            };
        }
    }

    private async Task<List<object>> MissingRolesAsync(CancellationToken ct)
    {
        var there = await db.Set<Role>().Select(r => r.Code).ToListAsync(ct);
        return modules.SelectMany(m => m.Roles).GroupBy(r => r.Code).Where(g => !there.Contains(g.Key)).Select(g => (object)new Role
        {
            Code = g.Key,
            Title = g.First().Title.Zh,
            EnglishTitle = g.First().Title.En,
            Permissions = g.SelectMany(r => r.Permissions).Distinct().Order(StringComparer.Ordinal).ToList(),
        }).ToList();
    }

    private static async Task WriteAsync(LedgerBulk ledger, string act, IEnumerable<object> rows, CancellationToken ct)
    {
        foreach (var chunk in rows.Chunk(500))
        {
            await ledger.AddAsync(new BulkAct(At, act, "{}", []), chunk, ct);
        }
    }
}

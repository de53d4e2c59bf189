using Guiju.Bpmn;
using Guiju.Bpmn.Running;
using Guiju.Kernel;
using Guiju.Kernel.Data;
using Guiju.Kernel.Organisations;
using Guiju.Kernel.People;
using Guiju.Procedures.Cases;
using Microsoft.EntityFrameworkCore;
using CaseState = Guiju.Bpmn.Running.CaseState;

namespace Guiju.Procedures.Definitions;

/// <summary>Who is asked for a step today: the first of its rules that finds somebody; else the duty officers, so that no step is ever lost.</summary>
internal sealed class Assigner(GuijuDb db, Holders holders, UnitTrees trees, TimeProvider clock)
{
    private const string HeadRole = "office-head";

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    public async Task<Assign> ForAsync(Case matter, CaseState state, NeedsPeople need, FlowNode node, CancellationToken ct)
    {
        if (Person(state.Token(need.Token)?.Hint) is { } hint && await IsFreeAsync(hint, node, state, ct))
        {
            return new Assign(need.Token, [new Asked(hint.ToString())], false);
        }

        foreach (var rule in node.Settings.Assign)
        {
            var found = await ByAsync(rule, matter, state, node, ct);
            if (found.Count > 0)
            {
                return new Assign(need.Token, found, false);
            }
        }

        var pool = node.Settings.Assign.FirstOrDefault(r => r.By == "permission")?.Value;
        return new Assign(need.Token, [.. new[] { pool, ProceduresPermissions.Duty }.OfType<string>().Select(p => new Asked(Pool.Name(p, matter.UnitId)))], true);
    }

    /// <summary>The people whom a node's rules name, all of them and nobody in their place: who gets a copy.</summary>
    public async Task<IReadOnlyList<Guid>> NamedAsync(Case matter, CaseState state, FlowNode node, CancellationToken ct)
    {
        var people = new List<Guid>();
        foreach (var rule in node.Settings.Assign)
        {
            people.AddRange(rule.By == "permission"
                ? (await holders.OfAsync(rule.Value ?? "", await UnitAsync(rule, matter, ct), ct)).Select(h => h.Id).OfType<Guid>()
                : await PeopleAsync(rule, matter, state, ct));
        }

        return [.. people.Distinct()];
    }

    private async Task<List<Asked>> ByAsync(AssignRule rule, Case matter, CaseState state, FlowNode node, CancellationToken ct)
    {
        if (rule.By == "permission")
        {
            var unit = await UnitAsync(rule, matter, ct);
            var any = (await holders.OfAsync(rule.Value ?? "", unit, ct)).Any(h => !IsBarred(node, state, h.Id));
            return any ? [new Asked(Pool.Name(rule.Value ?? "", unit))] : [];
        }

        var people = await PeopleAsync(rule, matter, state, ct);
        var asked = new List<Asked>();
        foreach (var person in people.Distinct())
        {
            if (await DeputisedAsync(person, node, state, ct) is { } one)
            {
                asked.Add(one);
            }
        }

        return asked;
    }

    private async Task<IReadOnlyList<Guid>> PeopleAsync(AssignRule rule, Case matter, CaseState state, CancellationToken ct) => rule.By switch
    {
        "starter" => matter.StarterId is { } starter ? [starter] : [],
        "subject" or "decision" => Named(state.Variables.GetValueOrDefault(rule.Value ?? "")),
        "person" => await db.Set<Person>().Where(p => p.Code == rule.Value).Select(p => p.Id).ToListAsync(ct),
        "post" => await InPostAsync(rule.Value ?? "", await UnitAsync(rule, matter, ct), ct),
        _ => await InRoleAsync(rule.By == "starter-head" ? rule.Value ?? HeadRole : rule.Value ?? "", rule.By == "starter-head" ? await StarterUnitAsync(matter, ct) : await UnitAsync(rule, matter, ct), ct),
    };

    // Nobody deputises in a matter of the one deputised for: that would be approving an own request by another hand.
    private async Task<Asked?> DeputisedAsync(Guid person, FlowNode node, CaseState state, CancellationToken ct)
    {
        if (IsBarred(node, state, person))
        {
            return null;
        }

        var today = Today;
        var deputy = await db.Set<Deputy>().Where(d => d.PersonId == person && d.From <= today && d.To >= today).OrderByDescending(d => d.From).Select(d => (Guid?)d.DeputyId).FirstOrDefaultAsync(ct);
        if (deputy is { } stand && await IsFreeAsync(stand, node, state, ct))
        {
            return new Asked(stand.ToString(), person.ToString());
        }

        return await holders.EmployedAsync(person, ct) ? new Asked(person.ToString()) : null;
    }

    private async Task<bool> IsFreeAsync(Guid person, FlowNode node, CaseState state, CancellationToken ct) => !IsBarred(node, state, person) && await holders.EmployedAsync(person, ct);

    private static bool IsBarred(FlowNode node, CaseState state, Guid? person) => node.Settings.NotByStarter && person is { } id && state.Barred.Contains(id.ToString());

    private Task<List<Guid>> InPostAsync(string post, Guid unit, CancellationToken ct)
    {
        var today = Today;
        return db.Set<Person>().Where(p => p.Post == post && p.UnitId == unit && p.From <= today && (p.To == null || p.To >= today)).OrderBy(p => p.Code).Select(p => p.Id).ToListAsync(ct);
    }

    private async Task<List<Guid>> InRoleAsync(string role, Guid unit, CancellationToken ct) => [.. (await holders.OfRoleAsync(role, unit, ct)).Select(h => h.Id).OfType<Guid>()];

    private async Task<Guid> StarterUnitAsync(Case matter, CancellationToken ct) =>
        await db.Set<Person>().Where(p => p.Id == matter.StarterId).Select(p => (Guid?)p.UnitId).FirstOrDefaultAsync(ct) ?? matter.UnitId;

    private async Task<Guid> UnitAsync(AssignRule rule, Case matter, CancellationToken ct)
    {
        switch (rule.Unit)
        {
            case "case":
                return matter.UnitId;
            case "starter":
                return await StarterUnitAsync(matter, ct);
            case "above":
                return (await trees.AsOfAsync(Today, ct)).ParentOf(matter.UnitId) ?? matter.UnitId;
            default:
                return (await trees.AsOfAsync(Today, ct)).All.FirstOrDefault(u => u.Code == rule.Unit)?.Id ?? matter.UnitId;
        }
    }

    private static IReadOnlyList<Guid> Named(object? value) => value switch
    {
        string one => Person(one) is { } id ? [id] : [],
        IEnumerable<object?> many => [.. many.Select(m => Person(m as string)).OfType<Guid>()],
        _ => [],
    };

    private static Guid? Person(string? text) => Guid.TryParse(text, out var id) ? id : null;
}

/// <summary>The name of a pool among the candidates of an item: whoever holds the permission for the unit when acting.</summary>
internal static class Pool
{
    private const string Mark = "pool:";

    public static string Name(string permission, Guid unit) => $"{Mark}{permission}:{unit}";

    /// <summary>Permission and unit of a pool; null where the name is a person's.</summary>
    public static (string Permission, Guid Unit)? Of(string name) => name.StartsWith(Mark, StringComparison.Ordinal) && name.Split(':') is [_, var permission, var unit] && Guid.TryParse(unit, out var id)
        ? (permission, id)
        : null;
}

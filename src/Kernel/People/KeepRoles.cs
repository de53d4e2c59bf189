using System.ComponentModel.DataAnnotations;
using Guiju.Kernel.Data;
using Microsoft.EntityFrameworkCore;

namespace Guiju.Kernel.People;

/// <summary>A new role is made.</summary>
[Needs(KernelPermissions.KeepRoles), Display(Name = "新增角色")]
public sealed record AddRole : IAct<string>
{
    /// <summary>Code.</summary>
    [Required, RegularExpression("^[a-z][a-z0-9-]{1,59}$"), Display(Name = "角色代码")]
    public string Code { get; init; } = "";

    /// <summary>Chinese title.</summary>
    [Required, StringLength(100, MinimumLength = 1), Display(Name = "角色名称")]
    public string Title { get; init; } = "";

    /// <summary>English title.</summary>
    [Required, StringLength(100, MinimumLength = 1), Display(Name = "英文名称")]
    public string EnglishTitle { get; init; } = "";

    /// <summary>Permission codes.</summary>
    [MaxLength(500), Display(Name = "权限")]
    public IReadOnlyList<string> Permissions { get; init; } = [];

    internal sealed class Handler(GuijuDb db, IEnumerable<IModule> modules) : IHandler<AddRole, string>
    {
        public Task<string> HandleAsync(AddRole act, CancellationToken ct)
        {
            var role = new Role { Code = act.Code, Title = act.Title.Trim(), EnglishTitle = act.EnglishTitle.Trim() };
            role.Permit(act.Permissions, modules);
            db.Add(role);
            return Task.FromResult(role.Code);
        }
    }
}

/// <summary>A role's titles or permissions change, for everybody who holds it.</summary>
[Needs(KernelPermissions.KeepRoles), Display(Name = "变更角色")]
public sealed record ChangeRole : IAct<string>
{
    /// <summary>Code.</summary>
    [Required, StringLength(60), Display(Name = "角色代码")]
    public string Code { get; init; } = "";

    /// <summary>Chinese title.</summary>
    [Required, StringLength(100, MinimumLength = 1), Display(Name = "角色名称")]
    public string Title { get; init; } = "";

    /// <summary>English title.</summary>
    [Required, StringLength(100, MinimumLength = 1), Display(Name = "英文名称")]
    public string EnglishTitle { get; init; } = "";

    /// <summary>Permission codes.</summary>
    [MaxLength(500), Display(Name = "权限")]
    public IReadOnlyList<string> Permissions { get; init; } = [];

    internal sealed class Handler(GuijuDb db, IEnumerable<IModule> modules) : IHandler<ChangeRole, string>
    {
        public async Task<string> HandleAsync(ChangeRole act, CancellationToken ct)
        {
            var role = await db.Set<Role>().FirstOrDefaultAsync(r => r.Code == act.Code, ct) ?? throw new NotWithinReachException("role");
            role.Title = act.Title.Trim();
            role.EnglishTitle = act.EnglishTitle.Trim();
            role.Permit(act.Permissions, modules);
            return role.Code;
        }
    }
}

/// <summary>Roles that the modules propose and that are not there yet are added. Done by the system itself when it is brought up.</summary>
[Needs(KernelPermissions.KeepRoles), Display(Name = "补齐内置角色")]
public sealed record ProposeRoles : IAct<int>
{
    internal sealed class Handler(GuijuDb db, IEnumerable<IModule> modules) : IHandler<ProposeRoles, int>
    {
        public async Task<int> HandleAsync(ProposeRoles act, CancellationToken ct)
        {
            var there = await db.Set<Role>().Select(r => r.Code).ToListAsync(ct);
            var missing = modules.SelectMany(m => m.Roles).GroupBy(r => r.Code).Where(g => !there.Contains(g.Key)).ToList();
            foreach (var proposals in missing)
            {
                var role = new Role { Code = proposals.Key, Title = proposals.First().Title.Zh, EnglishTitle = proposals.First().Title.En };
                role.Permit(proposals.SelectMany(p => p.Permissions), modules);
                db.Add(role);
            }

            return missing.Count;
        }
    }
}

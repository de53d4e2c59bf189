using Guiju.Kernel;
using Guiju.Kernel.Identity;

namespace Guiju.Web.Layout;

/// <summary>A heading of the navigation with its lines. The order number of a line says which group it belongs to.</summary>
internal sealed record MenuGroup(Bilingual? Title, IReadOnlyList<MenuItem> Items)
{
    // Lines from this number on belong to the group; below the first stand the person's own matters, without a heading.
    private static readonly (int From, Bilingual Title)[] Groups =
    [
        (100, new("用车与派车", "Trips and dispatch")),
        (120, new("车辆与驾驶员", "Cars and drivers")),
        (140, new("用车费用", "Running costs")),
        (160, new("用车监管", "Watch over use")),
        (200, new("资产", "Assets")),
        (300, new("办公用房", "Office space")),
        (400, new("公共机构节能", "Energy")),
        (500, new("后勤服务", "Services")),
        (600, new("法治工作", "Rule of law")),
        (700, new("制度与规则", "Law and rules")),
        (880, new("监督", "Oversight")),
        (900, new("系统管理", "Administration")),
    ];

    /// <summary>The navigation of a person: every module's lines that the person may open, in groups.</summary>
    public static IReadOnlyList<MenuGroup> Of(Actor actor, IEnumerable<IModule> modules) => actor.PersonId is null
        ? []
        : [.. modules.SelectMany(m => m.Menu)
            .Where(line => line.Permission is null || actor.Can(line.Permission))
            .OrderBy(line => line.Order)
            .GroupBy(line => TitleOf(line.Order))
            .Select(group => new MenuGroup(group.Key, [.. group]))];

    /// <summary>The line that leads closest to an address; null where none does.</summary>
    public static MenuItem? Nearest(IReadOnlyList<MenuGroup> groups, string path) => groups.SelectMany(g => g.Items)
        .Where(line => line.Address == "/" ? path == "/" : path == line.Address || path.StartsWith(line.Address + "/", StringComparison.OrdinalIgnoreCase))
        .MaxBy(line => line.Address.Length);

    private static Bilingual? TitleOf(int order) => Groups.LastOrDefault(g => g.From <= order).Title;
}

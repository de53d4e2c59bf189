using Guiju.Kernel;

namespace Guiju.Web.Administration;

/// <summary>What people call the modules when they give out permissions.</summary>
internal static class PermissionWords
{
    private static readonly Dictionary<string, Bilingual> Modules = new()
    {
        ["kernel"] = new("机构、人员与账户", "Organisations, people and accounts"),
        ["law"] = new("制度库", "Law"),
        ["decisions"] = new("规则与判定", "Rules and verdicts"),
        ["procedures"] = new("流程与待办", "Procedures and tasks"),
        ["fleet"] = new("公务用车", "Vehicles"),
    };

    /// <summary>The title of a module; its name where it has none.</summary>
    public static string Module(string name) => Modules.TryGetValue(name, out var title) ? title.Here : name;
}

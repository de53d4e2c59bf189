using Guiju.Decisions;
using Guiju.Kernel;

namespace Guiju.Web;

/// <summary>The modules of this build, in the order of who may know whom. Web and the command line hold the same list.</summary>
public static class Modules
{
    /// <summary>All modules.</summary>
    public static IReadOnlyList<IModule> All { get; } =
    [
        new KernelModule(),
        new Law.LawModule(),
        new DecisionsModule(),
        new Procedures.ProceduresModule(),
        new Fleet.FleetModule(),
    ];
}

using Guiju.Kernel;
using Guiju.Law;

namespace Guiju.Decisions.Judging;

/// <summary>How well a row's citation stands on a day: an article that was read in one version says nothing sure of another.</summary>
internal static class Standing
{
    /// <summary>Evidence of the cited provision on the day; no citation limits nothing.</summary>
    public static Evidence Of(LawSources sources, string? address, DateOnly on)
    {
        if (address is null)
        {
            return Evidence.Verified;
        }

        var (work, place) = address.Split('~', 2) is [var w, var p] ? (w, p) : (address, null);
        if (sources.Find(work)?.On(on) is not { } version)
        {
            return Evidence.Assumed; // the text was not in force: nothing more than a hint
        }

        return version.Provisions.FirstOrDefault(p => p.Address == place)?.Evidence
            ?? (version.Evidence < Evidence.Reported ? version.Evidence : Evidence.Reported);
    }
}

using System.Globalization;
using Guiju.Decisions.Contracts;
using Guiju.Kernel;

namespace Guiju.Fleet;

/// <summary>Figures without which nothing can be reckoned: one that is not in force is missed by name and never replaced by one of our own.</summary>
internal static class NeededFigures
{
    /// <summary>The number of a day.</summary>
    /// <exception cref="BrokenCheckException">It is not in force.</exception>
    public static decimal Need(this IFigures figures, string id, DateOnly on) => figures.On(id, on)?.Value as decimal? ?? throw new BrokenCheckException(InForce(id, on));

    /// <summary>Whether all of them are in force on a day.</summary>
    public static bool Have(this IFigures figures, IEnumerable<string> ids, DateOnly on) => ids.All(id => figures.On(id, on)?.Value is decimal);

    private static SystemCheck InForce(string id, DateOnly on)
    {
        var day = on.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return new($"{nameof(NeededFigures)}.{nameof(InForce)}", new($"{day} 没有施行中的数值 {id}，不能计算。", $"The figure {id} is not in force on {day}; nothing can be reckoned."));
    }
}

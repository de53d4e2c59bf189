using System.ComponentModel.DataAnnotations;
using Guiju.Decisions.Contracts;
using Microsoft.Extensions.Options;

namespace Guiju.Fleet.Terminals;

/// <summary>How a terminal is; the gravest thing that can be said of it.</summary>
internal enum TerminalHealth
{
    /// <summary>Nothing is wrong (正常).</summary>
    [Display(Name = "正常")] Sound,

    /// <summary>Its clock is off (时钟不准).</summary>
    [Display(Name = "时钟不准")] ClockWrong,

    /// <summary>It is heard but has no fix (不定位).</summary>
    [Display(Name = "不定位")] NoFix,

    /// <summary>Nothing was heard since the car last left (行程中无信号).</summary>
    [Display(Name = "行程中无信号")] SilentOnTrip,

    /// <summary>Not heard for long (离线).</summary>
    [Display(Name = "离线")] Offline,

    /// <summary>Never heard since it was fitted (从未上线).</summary>
    [Display(Name = "从未上线")] NeverHeard,

    /// <summary>Taken out of the car (已拆除).</summary>
    [Display(Name = "已拆除")] Removed,
}

/// <summary>The bounds by which health is told, as they stand at a moment.</summary>
/// <param name="Now">The moment, UTC.</param>
/// <param name="OfflineBefore">Not heard since then: offline.</param>
/// <param name="NoFixS">Seconds that may lie between the last frame and the last fix.</param>
/// <param name="ClockS">Seconds by which a clock may be off.</param>
internal readonly record struct HealthBounds(DateTime Now, DateTime OfflineBefore, double NoFixS, int ClockS)
{
    /// <summary>The figure that says how long a terminal may be silent.</summary>
    public const string OfflineHours = "fleet.terminal.offline-hours";

    /// <summary>The bounds of now: silence from the bureau's figure, the others from the settings.</summary>
    public static HealthBounds Of(TimeProvider clock, IFigures figures, IOptions<FleetOptions> options)
    {
        var (now, settings) = (clock.UtcNow(), options.Value.Terminals);
        var since = figures.On(OfflineHours, clock.Today())?.Value is decimal hours ? now.AddHours(-(double)hours) : DateTime.MinValue; // without the figure none is called offline
        return new HealthBounds(now, since, settings.NoFixAfter.TotalSeconds, (int)settings.ClockWithin.TotalSeconds);
    }
}
